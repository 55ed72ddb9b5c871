import type { Player } from './player.ts'
import { formatTime } from '../../src/shared/time.ts'
import { keepText, keptText } from './kept-settings.ts'
import { say } from './words.ts'

/** Seconds from the start and from the end between which it is worth to go on. */
const EDGES = { start: 10, end: 15 }
/** Seconds of play after which the place is written down again. */
const EVERY = 5

interface ResumeOptions {
  player: Player
  /** Seconds of the recording. */
  length: number
  /** Whether the page was asked for a moment of its own. */
  isAsked: boolean
  onChoose: (time: number) => void
}

/** Remembers how far a recording was played, and offers to go on there; what plays by itself would be no offer. */
export function setUpResume(stage: HTMLElement, { player, length, isAsked, onChoose }: ResumeOptions): () => void {
  const name = `docent ${new URL('../', location.href).pathname} watched ${location.pathname.split('/').at(-2)}`
  const button = stage.querySelector<HTMLButtonElement>('[data-resume]')!
  const left = Number(keptText(name))
  if (left && !isAsked) {
    button.textContent = say('goOnFrom', { time: formatTime(left) })
    button.hidden = false
    button.addEventListener('click', () => {
      onChoose(left)
      player.toggle()
    })
  }
  let written = 0
  return () => {
    const time = player.time()
    if (!player.playing())
      return
    button.hidden = true
    if (Math.abs(time - written) < EVERY)
      return
    written = time
    keepText(name, time > EDGES.start && time < length - EDGES.end ? String(Math.floor(time)) : undefined)
  }
}
