import type { VoteView } from '../../../src/shared/live.ts'
import { voteBars } from './bars.ts'
import { element } from './dom.ts'
import { say, sayOfVotes } from './words.ts'

export type Chosen = number[] | number | string

interface VoteFormOptions {
  onSend: (vote: VoteView, ballot: Chosen) => Promise<string | undefined>
  /** What this page chose in a round before, where it did. */
  chosen: (vote: VoteView) => Chosen | undefined
}

/** Shows a vote in a place: what to choose, or how it went. It is drawn anew only where something has changed. */
export function createVoteForm(place: HTMLElement, { onSend, chosen }: VoteFormOptions): (vote?: VoteView) => void {
  let drawn = ''
  return (vote) => {
    place.hidden = !vote
    if (!vote)
      return void (drawn = '')
    const key = JSON.stringify([vote.id, vote.round, vote.phase, vote.rounds])
    if (key === drawn)
      return
    drawn = key
    const title = element('h2', {}, vote.title || sayOfVotes('yourAnswer'))
    const isAgain = vote.round > 1 && vote.phase === 'open'
    place.replaceChildren(title, ...isAgain ? [element('p', {}, say('voteAgain'))] : [])
    if (vote.rounds)
      place.append(voteBars(vote))
    else if (vote.phase === 'open')
      place.append(form(vote))
    else
      place.append(element('p', {}, vote.phase === 'closed' ? say('closed') : ''))
  }

  function form(vote: VoteView): HTMLFormElement {
    const before = chosen(vote)
    const isChoice = vote.kind === 'one' || vote.kind === 'several'
    const state = element('p', { className: 'quiet', role: 'status' })
    const done = say('sent')
    state.textContent = before === undefined ? '' : done
    const sent = async (ballot: Chosen) => {
      state.textContent = await onSend(vote, ballot) ?? done
    }
    const form = element('form', { className: 'ballot' })
    if (isChoice) {
      form.append(...vote.choices.map((text, i) => element('label', {}, element('input', {
        type: vote.kind === 'one' ? 'radio' : 'checkbox',
        name: 'choice',
        value: String(i),
        checked: Array.isArray(before) && before.includes(i),
      }), element('b', {}, String.fromCodePoint(65 + i)), text === String.fromCodePoint(65 + i) ? '' : text)))
      form.onchange = () => {
        const inputs = [...form.querySelectorAll<HTMLInputElement>('input:checked')]
        if (inputs.length)
          void sent(inputs.map(({ value }) => Number(value)))
      }
    }
    else {
      const input = element('input', {
        'type': vote.kind === 'number' ? 'number' : 'text',
        'step': 'any',
        'maxLength': 60,
        'required': true,
        'aria-label': vote.kind === 'number' ? say('aNumber') : say('someWords'),
        'value': before === undefined ? '' : String(before),
      })
      form.append(element('div', { className: 'line' }, input, element('button', {}, say('send'))))
    }
    form.onsubmit = (event) => {
      event.preventDefault()
      const { value } = form.querySelector('input')!
      if (!isChoice && value.trim())
        void sent(vote.kind === 'number' ? Number(value) : value)
    }
    form.append(state)
    return form
  }
}
