import type { Pointer, WallView } from '../../shared/live.ts'
import { wallVote } from './wall-vote.ts'
import { sayInDeck } from './words.ts'

/** What lies over the slide on the wall: nothing, darkness, a break, a vote, a pointer. */
interface WallCover {
  show: (view: WallView) => void
  point: (pointer: Pointer | null) => void
}

/** The box of the slide itself, which a pointer is on. */
const SLIDE = '#slide-content'

const STYLE = `
:host { position: fixed; inset: 0; z-index: 2147483000; pointer-events: none;
  font: 400 2.6vmin/1.35 var(--docent-sans, system-ui), sans-serif }
[hidden] { display: none !important }
.full { position: absolute; inset: 0; display: grid; place-content: center; text-align: center }
.black { background: #000 } .white { background: #fff }
.break { background: #12161d; color: #e8ecf2; font-size: 5vmin }
.break b { font-size: 24vmin; font-weight: 650; line-height: 1.1;
  font-variant-numeric: tabular-nums }
.break i { font-style: normal; color: #a5b0c0; font-variant-numeric: tabular-nums }
.corner { position: absolute; bottom: 2vmin; inset-inline-end: 2vmin; padding: 1.2vmin 2.4vmin; border-radius: 1.4vmin;
  background: #12161df0; color: #e8ecf2; font-variant-numeric: tabular-nums; box-shadow: 0 0.4vmin 2vmin #0006;
  text-align: center }
.corner b { font-size: 5vmin; display: block; line-height: 1.1 }
.vote { position: absolute; inset: 6vmin; display: grid; align-content: center; gap: 3vmin; padding: 5vmin;
  border-radius: 2.4vmin; background: #fff; color: #1b2330; box-shadow: 0 1vmin 6vmin #0006; overflow: hidden;
  font-size: 3.4vmin }
.vote h2 { margin: 0; font-size: 5vmin; line-height: 1.2 }
.rounds { display: grid; grid-auto-flow: column; grid-auto-columns: 1fr; gap: 5vmin }
table { border-collapse: collapse; width: 100% } caption { text-align: start; color: #566172; padding-bottom: 1vmin }
th { font-weight: 400; text-align: start; padding-block: 0.9vmin; padding-inline-end: 2vmin; max-width: 40vw }
td { padding: 0.9vmin 0 } td:nth-child(2) { width: 55% }
td:last-child { width: 6.5em; padding-inline-start: 1.5vmin; white-space: nowrap }
.bar { display: block; height: 3vmin; border-radius: 0.6vmin; background: #7b8798; transition: width .4s }
.is-right th { font-weight: 650; color: #1a6e39 } .is-right .bar { background: #1a6e39 }
.laser { position: absolute; width: 2.2vmin; height: 2.2vmin; margin: -1.1vmin; border-radius: 50%;
  background: #ff2b2b; box-shadow: 0 0 1.6vmin 0.4vmin #ff2b2bb0 }
.spot { position: absolute; inset: 0;
  background: radial-gradient(circle at var(--x) var(--y), transparent 16vmin, #000c 18vmin) }
@media (prefers-reduced-motion: reduce) { .bar { transition: none } }
`

export function createWallCover(): WallCover {
  const host = document.createElement('div')
  host.dir = document.documentElement.dataset.direction ?? ''
  const root = host.attachShadow({ mode: 'open' })
  root.innerHTML = `<style>${STYLE}</style>
    <div class="corner" role="status" hidden></div>
    <div class="vote" role="status" hidden></div>
    <div class="full break" role="status" hidden><span>${sayInDeck('backAt')}</span><b></b><i></i></div>
    <div class="full blank" hidden></div>
    <div class="pointer" hidden></div>`
  document.body.append(host)
  const part = (name: string) => root.querySelector<HTMLElement>(`.${name}`)!
  const [corner, vote, pause, blank, pointer] = ['corner', 'vote', 'break', 'blank', 'pointer'].map(part)
  let view: WallView | undefined
  let offset = 0
  let drawn = ''

  function tick(): void {
    const now = Date.now() + offset
    const { breakUntil, activity, vote } = view ?? {}
    if (breakUntil !== undefined) {
      pause!.querySelector('b')!.textContent = timeOfDay(breakUntil)
      pause!.querySelector('i')!.textContent = left(breakUntil - now)
    }
    corner!.hidden = !activity && vote?.phase !== 'open' && vote?.phase !== 'closed'
    const title = document.createElement('b')
    if (activity) {
      title.textContent = left(activity.ends - now)
      corner!.replaceChildren(activity.title, title, activity.done ? sayInDeck('done', { n: activity.done }) : '')
    }
    else if (vote) {
      title.textContent = String(vote.voters)
      const words = sayInDeck('answerUnit', { n: vote.voters })
      corner!.replaceChildren(sayInDeck(vote.phase === 'open' ? 'voteNow' : 'closed'), title, words)
    }
  }
  setInterval(tick, 500)

  return {
    show(next) {
      view = next
      offset = next.now - Date.now()
      blank!.hidden = next.blank === 'off'
      blank!.className = `full blank ${next.blank}`
      pause!.hidden = next.breakUntil === undefined
      vote!.hidden = !next.vote?.rounds
      const key = JSON.stringify(next.vote)
      if (next.vote?.rounds && key !== drawn)
        vote!.replaceChildren(...wallVote(next.vote))
      drawn = key
      tick()
    },
    point(at) {
      pointer!.hidden = !at
      if (!at)
        return
      const { x, y, width, height } = document.querySelector(SLIDE)!.getBoundingClientRect()
      const [left, top] = [`${x + at.x * width}px`, `${y + at.y * height}px`]
      pointer!.className = `pointer ${at.kind === 'spot' ? 'spot' : 'laser'}`
      if (at.kind === 'spot') {
        pointer!.style.cssText = ''
        pointer!.style.setProperty('--x', left)
        pointer!.style.setProperty('--y', top)
      }
      else {
        pointer!.style.cssText = `left:${left};top:${top}`
      }
    },
  }
}

function timeOfDay(time: number): string {
  return new Date(time).toLocaleTimeString(document.documentElement.lang || [], { hour: 'numeric', minute: '2-digit' })
}

function left(milliseconds: number): string {
  const seconds = Math.abs(Math.ceil(milliseconds / 1000))
  return `${milliseconds <= -1000 ? '−' : ''}${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
