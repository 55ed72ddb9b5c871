import type { DeckPlace } from '../../src/shared/companion-messages.ts'
import { formatTime } from '../../src/shared/time.ts'
import { showStep } from './steps.ts'
import { say } from './words.ts'

interface TimeLineOptions {
  /** What is shown at a time, and its title; undefined where nothing tells. */
  shownAt: (time: number) => DeckPlace & { title: string } | undefined
  /** Called while the reader moves along the line. */
  onSeek: (time: number) => void
  /** Called when the reader has chosen a time. */
  onChoose: (time: number) => void
  onToggle: () => void
}

interface TimeLine {
  move: (time: number, isPlaying: boolean) => void
}

/** Brings the line of time below a recording to life; above it stands the slide of the moment that is pointed at. */
export function openTimeLine(stage: HTMLElement, { shownAt, onSeek, onChoose, onToggle }: TimeLineOptions): TimeLine {
  const range = stage.querySelector<HTMLInputElement>('.time-track input')!
  const now = stage.querySelector<HTMLElement>('.time-now output')!
  const play = stage.querySelector<HTMLButtonElement>('[data-play]')
  const length = Number(range.max)
  markMoments(range, 'time-cut', '[data-chapter]')
  markMoments(range, 'time-mark', '.marks [data-t]')
  setUpPeek(range, shownAt)
  range.addEventListener('input', () => onSeek(range.valueAsNumber))
  range.addEventListener('change', () => onChoose(range.valueAsNumber))
  play?.addEventListener('click', onToggle)
  return {
    move(time, isPlaying) {
      const { title } = shownAt(time) ?? {}
      range.value = String(Math.floor(time))
      const at = { time: formatTime(time), total: formatTime(length) }
      range.ariaValueText = title ? say('timeOfAt', { ...at, title }) : say('timeOf', at)
      now.textContent = at.time
      if (play) {
        play.ariaLabel = say(isPlaying ? 'pause' : 'play')
        play.firstElementChild!.textContent = isPlaying ? '❚❚' : '▶'
      }
    },
  }
}

/** Marks on the line what elements of the page lead to. */
function markMoments(range: HTMLInputElement, className: string, selector: string): void {
  for (const link of document.querySelectorAll<HTMLElement>(selector)) {
    const mark = Object.assign(document.createElement('span'), { className })
    mark.style.insetInlineStart = `${100 * Math.min(1, Number(link.dataset.t) / Math.max(1, Number(range.max)))}%`
    range.before(mark)
  }
}

function setUpPeek(range: HTMLInputElement, shownAt: TimeLineOptions['shownAt']): void {
  const track = range.parentElement!
  const peek = track.querySelector<HTMLElement>('.time-peek')!
  const slide = peek.querySelector<HTMLElement>('.frozen')!
  const text = peek.querySelector('p')!
  let shown: string | undefined
  const hide = () => void (peek.hidden = true)
  const point = ({ clientX, pointerType }: PointerEvent) => {
    const { left, width } = range.getBoundingClientRect()
    const along = Math.max(0, Math.min(1, (clientX - left) / width))
    const isMirrored = getComputedStyle(range).direction === 'rtl'
    const time = (isMirrored ? 1 - along : along) * Number(range.max)
    const place = shownAt(time)
    // A finger covers it.
    peek.hidden = pointerType === 'touch' && !range.matches(':active')
    text.textContent = [formatTime(time), ...place ? [place.title] : []].join(' · ')
    peek.style.left = `${Math.max(0, Math.min(width - peek.offsetWidth, along * width - peek.offsetWidth / 2))}px`
    const name = place && `${place.number}.${place.click}`
    if (!place || name === shown)
      return
    shown = name
    showStep(slide, place).catch(() => void (shown = undefined))
  }
  range.addEventListener('pointermove', point)
  range.addEventListener('pointerdown', point)
  for (const type of ['pointerleave', 'pointerup', 'pointercancel', 'blur'])
    range.addEventListener(type, hide)
}
