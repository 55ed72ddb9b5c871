import type { QuestionView } from '../../../src/shared/live.ts'
import { element } from './dom.ts'
import { say } from './words.ts'

interface QuestionListOptions {
  onSupport: (id: string, on: boolean) => void
  /** Whether this page has a question too. */
  supports: (id: string) => boolean
}

/** The questions of the room, as plain text, each with the number of those who have it too. */
export function createQuestionList(
  place: HTMLElement,
  { onSupport, supports }: QuestionListOptions,
): (questions: readonly QuestionView[]) => void {
  let drawn = ''
  const draw = (questions: readonly QuestionView[]) => {
    const key = JSON.stringify(questions.map(question => [question, supports(question.id)]))
    if (key === drawn)
      return
    drawn = key
    const focused = document.activeElement?.id
    place.replaceChildren(...questions.map(({ id, text, votes, state }) => {
      const on = supports(id)
      const button = element('button', {
        'id': `support-${id}`,
        'className': 'support',
        'type': 'button',
        'disabled': state !== 'open',
        'aria-pressed': String(on),
        'aria-label': say('alsoMine', { n: votes }),
        'onclick': () => {
          onSupport(id, !on)
          draw(questions)
        },
      }, `▲ ${votes}`)
      const words = element('span', {}, text)
      const answered = state === 'answered' && element('em', {}, say('answered'))
      return element('li', { className: state }, button, words, answered)
    }))
    if (focused?.startsWith('support-'))
      document.getElementById(focused)?.focus()
  }
  return draw
}
