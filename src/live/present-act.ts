import type { Position } from '../talk/log/talk-event.ts'
import type { InkAction, PresenterAction } from './actions.ts'
import type { LiveTalk } from './live-talk.ts'
import { leaveOut } from '../shared/pace.ts'
import { elapsedAt } from '../talk/log/talk-state.ts'
import { beginAnew, continueTalk } from './live-talk.ts'
import { spontaneousVote } from './prepared-votes.ts'

/**
 * Does what the presenter asks for.
 * @returns a sentence where it cannot be done
 */
export function actAsPresenter(talk: LiveTalk, action: Exclude<PresenterAction, InkAction>): string | undefined {
  const { state } = talk
  switch (action.do) {
    case 'start':
      return begin(talk)
    case 'anew':
      return beginAnew(talk)
    case 'continue':
      return continueTalk(talk, action.name) ? undefined : 'There is no such talk.'
    case 'end':
      return talk.record({ event: 'end' })
    case 'next':
      return talk.board ? putBoard(talk, 0) : move(talk, nextPlace(talk))
    case 'previous':
      return talk.board ? putBoard(talk, 0) : move(talk, previousPlace(talk))
    case 'go': {
      const slide = talk.lecture.slides.find(({ id }) => id === action.slide)
      const click = Math.min(action.click ?? 0, talk.clicks[(slide?.number ?? 0) - 1] ?? 999)
      return slide ? move(talk, { slide: slide.id, number: slide.number, click }) : 'There is no such slide.'
    }
    case 'mark':
      return talk.record({ event: 'mark', ...talk.here })
    case 'pause':
      return talk.record({ event: action.on ? 'pause' : 'resume' })
    case 'freeze':
      talk.record({ event: 'freeze', on: action.on })
      return action.on ? undefined : show(talk)
    case 'blank':
      return talk.record({ event: 'blank', color: action.color })
    case 'break':
      return talk.record({ event: 'break', ...action.minutes && { until: talk.now() + action.minutes * 60_000 } })
    case 'timer': {
      const { minutes, title = '' } = action
      return talk.record(minutes === undefined
        ? { event: 'timer' }
        : { event: 'timer', id: String(talk.now()), title, seconds: Math.round(minutes * 60) })
    }
    case 'board':
      return putBoard(talk, action.board)
    case 'zoom': {
      const { scale, x, y } = action
      return state.frozen ? 'The wall is frozen.' : talk.record({ event: 'zoom', scale, x, y })
    }
    case 'switch':
      return talk.record({ event: 'switch', name: action.name, on: action.on })
    case 'on-time':
      return talk.record({ event: 'leave-out', slides: leftOutToEndOnTime(talk) })
    case 'all-slides':
      return talk.record({ event: 'leave-out', slides: [] })
    case 'moderate':
      return state.questions.has(action.question)
        ? talk.record({ event: 'moderate', question: action.question, state: action.state })
        : 'There is no such question.'
    case 'hide':
      return state.vote === undefined
        ? 'There is no vote.'
        : talk.record({ event: 'hide', vote: state.vote, words: action.words, on: action.on })
    case 'vote': {
      const prepared = talk.votes.get(action.vote)
      const asks = prepared?.asks ?? state.votes.get(action.vote)?.asks
      if (!asks)
        return 'There is no such question to vote on.'
      const round = (state.votes.get(action.vote)?.rounds.length ?? 0) + 1
      return talk.record({ event: 'vote', vote: action.vote, round, slide: prepared?.slide ?? talk.here.slide, asks })
    }
    case 'poll': {
      const asks = spontaneousVote(action.kind, action.choices)
      return talk.record({ event: 'vote', vote: `poll-${talk.now()}`, round: 1, slide: talk.here.slide, asks })
    }
    case 'phase':
      return state.vote === undefined
        ? 'There is no vote.'
        : talk.record({ event: 'phase', vote: state.vote, phase: action.phase })
  }
}

function begin(talk: LiveTalk): undefined {
  talk.resumed = undefined
  if (talk.state.started !== undefined)
    return
  const { slug, title } = talk.lecture
  talk.record({ event: 'start', lecture: slug, title })
  talk.entered = talk.now()
  talk.record({ event: 'enter', ...talk.here })
}

/** The clock starts when the first slide is left. */
function move(talk: LiveTalk, to: Position | undefined): undefined {
  begin(talk)
  if (!to)
    return
  if (to.slide !== talk.here.slide)
    talk.entered = talk.now()
  talk.here = to
  talk.board = 0
  return talk.state.frozen ? undefined : show(talk)
}

/** Lays a blank page over the slide, or puts it away. */
function putBoard(talk: LiveTalk, board: number): undefined {
  begin(talk)
  talk.board = board
  return talk.state.frozen ? undefined : show(talk)
}

function show(talk: LiveTalk): undefined {
  const { here, state } = talk
  if (state.started !== undefined && (here.slide !== state.shown?.slide || here.click !== state.shown.click))
    talk.record({ event: here.slide === state.shown?.slide ? 'click' : 'enter', ...here })
  const shown = state.board?.slide === here.slide ? state.board.board : 0
  if (state.started !== undefined && (shown !== talk.board || (state.board && !shown)))
    talk.record({ event: 'board', slide: here.slide, board: talk.board })
}

/** One step on, or the next slide that is not left out; nothing at the end. */
function nextPlace({ here, clicks, lecture, state }: LiveTalk): Position | undefined {
  if (here.click < (clicks[here.number - 1] ?? 0))
    return { ...here, click: here.click + 1 }
  const next = lecture.slides.find(({ number, id }) => number > here.number && !state.leftOut.has(id))
  return next && { slide: next.id, number: next.number, click: 0 }
}

/** One step back, or the slide before as it was left. */
function previousPlace({ here, clicks, lecture, state }: LiveTalk): Position | undefined {
  if (here.click > 0)
    return { ...here, click: here.click - 1 }
  const before = lecture.slides.findLast(({ number, id }) => number < here.number && !state.leftOut.has(id))
  return before && { slide: before.id, number: before.number, click: clicks[before.number - 1] ?? 0 }
}

function leftOutToEndOnTime({ lecture, plan, here, entered, state, now }: LiveTalk): string[] {
  const optional = lecture.slides.flatMap(({ frontmatter }, i) => frontmatter.optional === true ? [i] : [])
  const total = plan.reduce((sum, seconds) => sum + seconds, 0)
  const input = {
    planned: plan,
    at: here.number - 1,
    onSlide: (now() - entered) / 1000,
    elapsed: elapsedAt(state, now()) / 1000,
  }
  return leaveOut(input, optional, total).map(i => lecture.slides[i]!.id)
}
