import type { FollowerView, Place } from '../../src/shared/live.ts'
import type { Chosen } from './live/vote-form.ts'
import { createServerClock, leftUntil, timeOfDay } from './live/clock.ts'
import { byId } from './live/dom.ts'
import { listenTo, send } from './live/events.ts'
import { createQuestionList } from './live/question-list.ts'
import { createRoomInk } from './live/room-ink.ts'
import { createSeenSlides } from './live/room-slides.ts'
import { createSlideFrame } from './live/slide-frame.ts'
import { createVoteForm } from './live/vote-form.ts'
import { say } from './live/words.ts'
import '../styles/room.css'

const NAME = 'docent-name'
const clock = createServerClock()
const slides = createSeenSlides()
const frame = createSlideFrame(byId('slide'), number => look({ number }))
const ink = createRoomInk(byId('slide'))
let view: FollowerView | undefined
/** The slide at which somebody looks back; none where the talk is followed. */
let back: Place | undefined

/** What this page has done, which the server tells nobody. */
const own = {
  get: (key: string) => JSON.parse(localStorage.getItem(`docent-${key}`) ?? 'null') as unknown,
  set: (key: string, value: unknown) => localStorage.setItem(`docent-${key}`, JSON.stringify(value)),
}
const ballotKey = ({ id, round }: { id: string, round: number }) => `${view?.talk}-${id}-${round}`
const act = (what: Record<string, unknown>) => send('/room/act', { ...what, name: localStorage.getItem(NAME) })

const drawVote = createVoteForm(byId('vote'), {
  chosen: vote => own.get(ballotKey(vote)) as Chosen | null ?? undefined,
  async onSend(vote, ballot) {
    const wrong = await act({ do: 'ballot', vote: vote.id, round: vote.round, ballot })
    if (!wrong)
      own.set(ballotKey(vote), ballot)
    return wrong
  },
})
const drawQuestions = createQuestionList(byId('questions'), {
  supports: id => own.get(`too-${id}`) === true,
  onSupport(id, on) {
    own.set(`too-${id}`, on)
    void act({ do: 'support', question: id, on })
  },
})

listenTo(() => `/room/events?name=${encodeURIComponent(localStorage.getItem(NAME) ?? '')}`, {
  name: (name: string) => localStorage.setItem(NAME, name),
  slide: slides.put,
  ink: ink.take,
  view: (next: FollowerView) => {
    if (view && view.talk !== next.talk)
      back = undefined
    view = next
    ink.list(next)
    clock.set(next.now)
    draw()
    slides.fill(next)
  },
}, connected => byId('offline').hidden = connected)

function draw(): void {
  if (!view)
    return
  const { title, switches, vote, questions, activity, breakUntil, blank } = view
  document.title = title
  byId('title').textContent = title
  void drawSlide()
  byId('stage').hidden = !switches.follow
  byId('dark').hidden = blank === 'off' || back !== undefined
  byId('dark').className = `cover ${blank}`
  byId('break').hidden = breakUntil === undefined
  byId('activity').hidden = activity === undefined
  drawVote(switches.vote ? vote : undefined)
  byId('ask').hidden = !switches.ask
  byId('lost').hidden = !view.at && switches.follow
  drawQuestions(questions)
  tick()
}

let wanted = ''
async function drawSlide(): Promise<void> {
  const place = back ?? view?.at
  const isLive = back === undefined
  byId('wait').hidden = view?.at !== undefined && view.ready
  byId('live').hidden = isLive
  byId('where').textContent = place ? placeName(place, isLive) : ''
  byId<HTMLButtonElement>('back').disabled = !place || !neighbor(place, -1)
  byId<HTMLButtonElement>('forth').disabled = !place || isLive
  if (!place || !view?.ready)
    return
  const key = `${view.talk} ${place.number}/${place.click}/${place.board ?? 0}`
  if (key === wanted)
    return
  wanted = key
  const slide = await slides.get(place)
  if (wanted !== key)
    return
  if (slide) {
    frame.show(slide)
    ink.show(place, slide)
  }
  else {
    wanted = ''
  }
}

function placeName({ number, board }: Place, isLive: boolean): string {
  return [
    say('slide', { number }),
    ...board ? [say('page', { number: board })] : [],
    ...isLive ? [] : [say('lookingBack')],
  ].join(say('comma'))
}

/** Looks at a slide that was shown: at its last step, as the talk left it. */
function look({ number, board }: Pick<Place, 'number' | 'board'>): void {
  const seen = view?.seen.find(one => one[0] === number)
  if (!seen)
    return
  const isLive = view?.at?.number === number && view.at.board === board
  back = isLive ? undefined : { number, click: seen[1], board }
  draw()
}

/** What was shown before or after a place: slides, and the blank pages behind each. */
function neighbor({ number, board = 0 }: Place, by: 1 | -1): Pick<Place, 'number' | 'board'> | undefined {
  const boards = new Map(view?.boards)
  const places = view?.seen.flatMap(([number]) =>
    Array.from({ length: (boards.get(number) ?? 0) + 1 }, (_, board) => ({ number, board: board || undefined })))
  const order = (one: { number: number, board?: number }) => one.number * 1000 + (one.board ?? 0)
  const here = order({ number, board })
  return by < 0 ? places?.findLast(one => order(one) < here) : places?.find(one => order(one) > here)
}

function step(by: 1 | -1): void {
  const place = back ?? view?.at
  const next = place && neighbor(place, by)
  if (next)
    look(next)
}

function tick(): void {
  const { activity, breakUntil } = view ?? {}
  if (breakUntil !== undefined) {
    byId('break-until').textContent = say('backAt', { time: timeOfDay(breakUntil) })
    byId('break-left').textContent = leftUntil(breakUntil, clock.now())
  }
  if (activity) {
    const isDone = own.get(`done-${activity.id}`) === true
    byId('activity-title').textContent = activity.title || say('yourTurn')
    byId('activity-left').textContent = leftUntil(activity.ends, clock.now())
    byId('activity-done').textContent = isDone ? `✓ ${say('done')}` : say('iAmDone')
    byId<HTMLButtonElement>('activity-done').disabled = isDone
  }
}
setInterval(tick, 500)

byId('back').onclick = () => step(-1)
byId('forth').onclick = () => step(1)
byId('live').onclick = () => {
  back = undefined
  draw()
}
addEventListener('keydown', ({ key, target }) => {
  if ((target as Element).matches('input, textarea'))
    return
  if (key === 'ArrowLeft' && !byId<HTMLButtonElement>('back').disabled)
    step(-1)
  if (key === 'ArrowRight' && back)
    step(1)
})

byId('lost').onclick = async () => {
  byId('lost-said').textContent = await act({ do: 'lost' }) ?? say('lostTold')
}
byId('activity-done').onclick = async () => {
  const id = view?.activity?.id
  if (id && !await act({ do: 'done', activity: id })) {
    own.set(`done-${id}`, true)
    tick()
  }
}
byId('ask').onsubmit = async (event) => {
  event.preventDefault()
  const field = byId<HTMLTextAreaElement>('ask-text')
  const wrong = field.value.trim() ? await act({ do: 'ask', text: field.value.trim() }) : say('writeFirst')
  byId('ask-said').textContent = wrong ?? say('asked')
  if (!wrong)
    field.value = ''
}

const LARGEST = 3
function setLarge(large: number): void {
  own.set('large', large)
  document.documentElement.style.setProperty('--large', String(large))
}
setLarge(Number(own.get('large') ?? 1))
byId('larger').onclick = () => {
  const large = Number(own.get('large') ?? 1) + 0.5
  setLarge(large > LARGEST ? 1 : large)
}
function setContrast(on: boolean): void {
  own.set('contrast', on)
  document.documentElement.classList.toggle('contrast', on)
  byId('contrast').setAttribute('aria-pressed', String(on))
  frame.setContrast(on)
}
setContrast(own.get('contrast') === true || matchMedia('(prefers-contrast: more)').matches)
byId('contrast').onclick = () => setContrast(own.get('contrast') !== true)
