import type { Course, Lecture } from '../course/course.ts'
import type { InkMessage } from '../shared/ink-pages.ts'
import type { InkPage } from '../shared/ink.ts'
import type { FollowerView, JoinView, PresenterData, SlideMarkup } from '../shared/live.ts'
import type { FollowerAction, InkAction, PresenterAction } from './actions.ts'
import type { RoomSlides } from './frozen/room-slides.ts'
import type { Staged } from './staged-talk.ts'
import type { Streams } from './streams.ts'
import { planOf } from '../talk/plan.ts'
import { isInkAction } from './actions.ts'
import { draw, drawnPage, shownPage } from './draw.ts'
import { actAsFollower } from './follow-act.ts'
import { openTalk } from './live-talk.ts'
import { actAsPresenter } from './present-act.ts'
import { presenterData } from './presenter-data.ts'
import { createRates } from './rates.ts'
import { slideMessage, wasShown } from './staged-talk.ts'
import { createStreams, message } from './streams.ts'
import { followerView, presenterView, wallView } from './views.ts'

/** Milliseconds for which counts are gathered before they are told; where the talk is, is told at once. */
const GATHER = 200
const MOST_FOLLOWERS = 5000
const MOST_OTHERS = 50

/** What the people listening can see and do, here or on a relay. */
export interface Room {
  followers: Streams
  /** What a follower who comes is told first. */
  firstOfFollower: () => string[]
  /** Does what a follower asks for, or says why not. */
  follow: (action: FollowerAction, voter: string) => Promise<string | undefined>
  /** A step for the room: undefined where it was not shown. */
  shownSlide: (number: number, click: number) => SlideMarkup | undefined
  /** What is drawn on a slide or a blank page behind it, as far as the room has seen it. */
  shownInk: (number: number, board: number) => InkPage | undefined
  /** Whether the room may have a file, by its path. */
  mayHave: (file: string) => boolean
  /** A file that was made for the talk, by its path: a style sheet or a picture. */
  made: (file: string) => string | Uint8Array | undefined
}

/** The talks of a course, and everybody who watches. */
export interface Hub extends Room {
  data: (lecture: Lecture) => PresenterData
  streamsOf: (lecture: Lecture, as: 'presenter' | 'wall') => { streams: Streams, first: string[] }
  present: (lecture: Lecture, action: PresenterAction) => string | undefined
  /** Any step, for the presenter. */
  anySlide: (lecture: Lecture, number: number, click: number) => SlideMarkup | undefined
  /** What is drawn on any page, for the presenter and the wall. */
  anyInk: (lecture: Lecture, number: number, board: number) => InkPage | undefined
  /** Tells from now on what followers are told, and how many follow elsewhere. */
  relayTo: (relay: RelayedRoom) => void
  close: () => void
}

/** A room on another machine. */
export interface RelayedRoom {
  tell: (view: FollowerView, slides: RoomSlides | undefined, inkOf: Room['shownInk']) => void
  ink: (message: InkMessage) => void
  followers: () => number
}

interface HubOptions {
  course: Course
  /** Makes the slides of a lecture ready to be shown. */
  freeze: (lecture: Lecture) => Promise<RoomSlides>
  join?: () => JoinView | undefined
  /** Lecture that the room follows from the beginning. */
  first?: Lecture
  now?: () => number
}

export function createHub({ course, freeze, join = () => undefined, first, now }: HubOptions): Hub {
  const staged = new Map<string, Staged>()
  const followers = createStreams(MOST_FOLLOWERS)
  let current: Staged | undefined
  let timer: NodeJS.Timeout | undefined
  let lastSlide: string | undefined
  let relay: RelayedRoom | undefined
  const draws = createRates({ burst: 200, perSecond: 60 }, now)

  const dataOf = ({ talk, failure }: Staged) => ({ ...presenterData(talk, course), join: join(), failure })
  const viewOf = ({ talk, slides }: Staged) =>
    presenterView(talk, { followers: followers.count() + (relay?.followers() ?? 0), ready: slides !== undefined })

  function stage(lecture: Lecture): Staged {
    const known = staged.get(lecture.slug)
    if (known)
      return known
    const talk = openTalk(lecture, now)
    const one: Staged = { talk, presenters: createStreams(MOST_OTHERS), walls: createStreams(MOST_OTHERS) }
    staged.set(lecture.slug, one)
    current ??= one
    freeze(lecture).then((slides) => {
      one.slides = slides
      talk.clicks = [...slides.clicks]
      talk.plan = planOf(lecture, { clicks: talk.clicks, talks: talk.earlier.map(({ events }) => events) })
    }, (error: Error) => {
      one.failure = error.message
    }).finally(() => {
      one.presenters.pass(message('data', dataOf(one)))
      tell(one)
    })
    return one
  }

  function tell(one: Staged): void {
    one.walls.tell('view', wallView(one.talk))
    if (one === current) {
      // The step at hand goes to all at once: a thousand phones that ask for it would take longer.
      const slide = slideMessage(one)
      const view = followerView(one.talk, one.slides !== undefined)
      followers.tell('view', view, slide === lastSlide ? undefined : slide)
      relay?.tell(view, one.slides, (number, board) => shownPage(one.talk, number, board))
      lastSlide = slide
    }
    one.presenters.tell('view', viewOf(one))
  }

  function tellLater(one: Staged): void {
    timer ??= setTimeout(() => {
      timer = undefined
      tell(one)
    }, GATHER).unref()
  }

  function drawOn(one: Staged, action: InkAction): string | undefined {
    const drawn = draws(one.talk.lecture.slug) ? draw(one.talk, action) : 'Too much at once; try again.'
    if (typeof drawn !== 'object')
      return drawn
    const told = message('ink', drawn.message)
    one.presenters.pass(told)
    if (!one.talk.state.frozen)
      one.walls.pass(told)
    if (one === current && drawn.forRoom) {
      followers.pass(told)
      relay?.ink(drawn.message)
    }
    return undefined
  }

  // Who came or went, and who is lost no more.
  const watch = setInterval(() => staged.forEach(one => one.presenters.tell('view', viewOf(one))), 5000).unref()
  if (first)
    stage(first)

  return {
    followers,
    data: lecture => dataOf(stage(lecture)),
    streamsOf(lecture, as) {
      const one = stage(lecture)
      return as === 'wall'
        ? { streams: one.walls, first: [message('view', wallView(one.talk))] }
        : { streams: one.presenters, first: [message('data', dataOf(one)), message('view', viewOf(one))] }
    },
    firstOfFollower() {
      if (!current)
        return []
      const slide = slideMessage(current)
      const view = message('view', followerView(current.talk, current.slides !== undefined))
      return slide ? [slide, view] : [view]
    },
    present(lecture, action) {
      const one = stage(lecture)
      if (action.do === 'point') {
        one.walls.pass(message('point', action.x === undefined ? undefined : action))
        return
      }
      if (isInkAction(action))
        return drawOn(one, action)
      const wrong = actAsPresenter(one.talk, action)
      if (!wrong)
        current = one
      tell(one)
      return wrong
    },
    async follow(action, voter) {
      if (!current)
        return 'The talk has not begun.'
      const wrong = actAsFollower(current.talk, action, voter)
      if (!wrong)
        tellLater(current)
      return wrong
    },
    shownSlide(number, click) {
      return current && wasShown(current.talk, number, click) ? current.slides?.markup(number, click) : undefined
    },
    shownInk: (number, board) => current && shownPage(current.talk, number, board),
    anyInk: (lecture, number, board) => drawnPage(stage(lecture).talk, number, board),
    anySlide: (lecture, number, click) => staged.get(lecture.slug)?.slides?.markup(number, click),
    mayHave(file) {
      const { talk, slides } = current ?? {}
      if (!talk || !slides)
        return false
      if (file === slides.fonts || slides.typefaces.includes(file))
        return true
      return talk.lecture.slides.some(({ number }) =>
        Array.from({ length: (slides.clicks[number - 1] ?? 0) + 1 }, (_, click) => click)
          .some(click => wasShown(talk, number, click) && slides.files(number, click).includes(file)))
    },
    made(file) {
      for (const { slides } of staged.values()) {
        const found = slides?.sheets.get(file) ?? slides?.stills.get(file)
        if (found !== undefined)
          return found
      }
    },
    relayTo(room) {
      relay = room
      if (current)
        tell(current)
    },
    close() {
      clearInterval(watch)
      clearTimeout(timer)
      followers.close()
      for (const { talk, presenters, walls } of staged.values()) {
        presenters.close()
        walls.close()
        talk.writer.close()
      }
    },
  }
}
