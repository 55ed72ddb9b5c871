// Ties a recording to its slides: the video is the clock, the slide beside it is the one that the speaker showed.
import type { PlayerSource } from './player.ts'
import { indexAt } from '../../src/shared/lookup.ts'
import { parseTime } from '../../src/shared/time.ts'
import { momentQuery } from '../time-links.ts'
import { trackPosition } from './current-position.ts'
import { setUpKeys } from './keys.ts'
import { setUpItems } from './lit-items.ts'
import { openPlayer } from './player.ts'
import { setUpResume } from './resume.ts'
import { showSlideOf } from './slides.ts'
import { openStageSlide } from './stage-slide.ts'
import { setUpSpeed } from './stage-speed.ts'
import { setUpView } from './stage-view.ts'
import { showStep } from './steps.ts'
import { setUpTalkSearch } from './talk-search.ts'
import { openTimeLine } from './time-line.ts'
import { say } from './words.ts'

interface TalkData {
  cues: [start: number, number: number, click: number][]
  /** Ids of the slides by number, from 1. */
  slides: string[]
  video: PlayerSource
  /** Seconds. */
  duration: number
}

const data = JSON.parse(document.getElementById('_talk')!.textContent!) as TalkData
const cues = data.cues.map(([start, number, click]) => ({ start, number, click }))
const stage = document.querySelector<HTMLElement>('.stage')!
const follow = stage.querySelector<HTMLInputElement>('[data-follow]')
const status = stage.querySelector<HTMLElement>('[role="status"]')!
const player = openPlayer(stage, data.video)
const position = trackPosition()
const view = setUpView(stage)
const changeSpeed = setUpSpeed(stage, player)
const focusSearch = setUpTalkSearch(id => cues.find(cue => data.slides[cue.number - 1] === id)?.start)
const timeLine = openTimeLine(stage, {
  shownAt(time) {
    const cue = cueAt(time)
    return cue && { ...cue, title: document.getElementById(data.slides[cue.number - 1]!)?.ariaLabel ?? '' }
  },
  onSeek(time) {
    player.seek(time)
    update()
  },
  onChoose: choose,
  onToggle: player.toggle,
})
const rememberPlace = setUpResume(stage, {
  player,
  length: data.duration,
  isAsked: /[?&]t=|#/.test(location.search + location.hash),
  onChoose: choose,
})

for (const place of document.querySelectorAll<HTMLElement>('.chapter-slide'))
  void showSlide(place, place.dataset.slide!)
stage.classList.add('is-ready')
const items = setUpItems(stage, { cues, slides: data.slides, onChoose: choose })
const stageSlide = cues.length ? openStageSlide(stage, data.slides, showMomentOf) : undefined

/** Shows a slide as a small picture; where it cannot be fetched, nothing. */
async function showSlide(place: HTMLElement, id: string): Promise<void> {
  showSlideOf(document.getElementById(id)?.querySelector('.frozen'), place)
  if (!place.shadowRoot)
    await showStep(place, { number: data.slides.indexOf(id) + 1, click: Infinity }).catch(() => undefined)
}

/** What the video shows at a time; before the first cue, what it shows first. */
function cueAt(time: number) {
  return cues[Math.max(0, indexAt(cues, time))]
}

/** Whether the slide goes along with the video. */
function isFollowing(): boolean {
  return follow?.checked ?? true
}

function setFollowing(on: boolean): void {
  if (follow)
    follow.checked = on
}

/** Brings slide, line of time, chapters and transcript to where the video is. */
function update(): void {
  const time = player.time()
  const cue = cueAt(time)
  position.move(time, cue && data.slides[cue.number - 1], isFollowing() && player.playing())
  timeLine.move(time, player.playing())
  rememberPlace()
  if (!cue)
    return
  if (isFollowing())
    stageSlide?.show(cue)
  items.light(cue)
}

/** Seeks, and writes the moment into the address, so that going back leads back. */
function choose(time: number): void {
  history.pushState(null, '', momentQuery(time))
  setFollowing(true)
  player.seek(time)
  update()
}

/** The reader moves through the deck: the video goes along where it ever showed that. */
function showMomentOf({ number, click }: { number: number, click: number }): void {
  if (!isFollowing())
    return
  const cue = cues.find(cue => cue.number === number && cue.click === click)
    ?? cues.find(cue => cue.number === number)
  if (cue)
    choose(cue.start)
  else
    setFollowing(false)
}

/** Seeks to where the address points, by `?t=` or else by `#slide-id`. */
function openAddress(): void {
  const stated = new URLSearchParams(location.search).get('t')
  const number = data.slides.indexOf(decodeURIComponent(location.hash.slice(1))) + 1
  const time = stated === null ? cues.find(cue => cue.number === number)?.start : parseTime(stated)
  if (time !== undefined && time >= 0)
    player.seek(time)
  update()
}

/** Goes to the next cue, or the one before. */
function step(by: 1 | -1): void {
  const cue = cues[indexAt(cues, player.time() + 0.05) + by]
  if (cue)
    choose(cue.start)
}

async function copyLink(): Promise<void> {
  const address = new URL(momentQuery(player.time()), location.href.replace(/[?#].*/, '')).href
  try {
    await navigator.clipboard.writeText(address)
    status.textContent = say('copied', { address })
  }
  catch {
    status.textContent = address
  }
}

document.addEventListener('click', (event) => {
  const link = (event.target as Element).closest<HTMLElement>('[data-t]')
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey)
    return
  event.preventDefault()
  choose(Number(link.dataset.t))
})
window.addEventListener('popstate', openAddress)
player.onChange(update)
follow?.addEventListener('change', update)
stage.querySelector('[data-copy]')!.addEventListener('click', () => void copyLink())
setUpKeys(stage.querySelector<HTMLInputElement>('[data-keys]')!, {
  'k': [say('keyPlay'), () => player.toggle()],
  'j': [say('keyBack'), () => choose(Math.max(0, player.time() - 10))],
  'l': [say('keyOn'), () => choose(player.time() + 10)],
  ',': [say('keyStepBack'), () => step(-1)],
  '.': [say('keyStepOn'), () => step(1)],
  '<': [say('keySlower'), () => changeSpeed(-1)],
  '>': [say('keyFaster'), () => changeSpeed(1)],
  'v': [say('keyView'), view.next],
  's': [say('keySwap'), view.swap],
  'F': [say('keyFull'), view.toggleFull],
  'f': [say('keyFollow'), () => {
    setFollowing(!isFollowing())
    update()
  }],
  'c': [say('keyCopy'), () => void copyLink()],
  '/': [say('keySearch'), focusSearch],
})
openAddress()
// A link to a moment opens the text there too.
if (location.search.includes('t=') && !location.hash)
  document.querySelector('.slide[aria-current]')?.scrollIntoView()
