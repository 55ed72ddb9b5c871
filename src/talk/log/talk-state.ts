import type {
  Blank,
  Position,
  QuestionState,
  Switch,
  TalkEvent,
  Zoom,
} from './talk-event.ts'
import type { TalkInk } from './talk-ink.ts'
import type { Vote } from './vote-state.ts'
import { drawOn, shownToRoom } from './talk-ink.ts'
import { applyVote } from './vote-state.ts'

/** A question of somebody who listens. */
export interface AskedQuestion {
  id: string
  text: string
  time: number
  slide: string
  state: QuestionState
  asker: string
  /** Who has it too, its asker among them. */
  voters: Set<string>
}

/** An activity of the room, with a clock. */
export interface Activity {
  id: string
  title: string
  /** Wall time at which it ends. */
  ends: number
  done: Set<string>
}

/** Everything that is known of a talk at a moment: what its events add up to. */
export interface TalkState {
  lecture?: string
  started?: number
  ended: boolean
  shown?: Position
  /** Highest step that was shown of each slide, by id. */
  seen: Map<string, number>
  /** Wall time since when the clock stands still. */
  pausedSince?: number
  /** Milliseconds in which the clock stood still, without a pause that still lasts. */
  paused: number
  blank: Blank
  frozen: boolean
  breakUntil?: number
  activity?: Activity
  switches: Record<Switch, boolean>
  leftOut: Set<string>
  votes: Map<string, Vote>
  /** The vote that the room sees. */
  vote?: string
  questions: Map<string, AskedQuestion>
  /** Slide and time at which each voter was lost the last time. */
  lost: Map<string, { slide: string, time: number }>
  ink: TalkInk
  /** The blank page that lies over a slide, from 1. */
  board?: { slide: string, board: number }
  /** How many blank pages of each slide were shown, by its id. */
  boards: Map<string, number>
  zoom?: Zoom
}

export function newTalkState(): TalkState {
  return {
    ended: false,
    seen: new Map(),
    paused: 0,
    blank: 'off',
    frozen: false,
    switches: { follow: true, ask: true, vote: true },
    leftOut: new Set(),
    votes: new Map(),
    questions: new Map(),
    lost: new Map(),
    ink: new Map(),
    boards: new Map(),
  }
}

/**
 * The state after some events.
 * @param before what was drawn in the talk that this one goes on with
 */
export function replay(events: readonly TalkEvent[], before?: TalkInk): TalkState {
  const state = { ...newTalkState(), ...before && { ink: before } }
  for (const event of events)
    applyEvent(state, event)
  return state
}

/** Changes a state by one event; one that does not fit changes nothing. */
export function applyEvent(state: TalkState, event: TalkEvent): void {
  const { time } = event
  switch (event.event) {
    case 'start':
      state.lecture = event.lecture
      state.started ??= time
      state.ended = false
      break
    case 'enter':
    case 'click': {
      state.ended = false
      const { slide, number, click } = event
      if (slide !== state.shown?.slide)
        state.zoom = undefined
      state.shown = { slide, number, click }
      state.seen.set(slide, Math.max(click, state.seen.get(slide) ?? 0))
      break
    }
    case 'pause':
      state.pausedSince ??= time
      break
    case 'resume':
      endPause(state, time)
      break
    case 'end':
      endPause(state, time)
      state.ended = true
      break
    case 'blank':
      state.blank = event.color
      break
    case 'freeze':
      state.frozen = event.on
      if (!event.on)
        shownToRoom(state.ink)
      break
    case 'break':
      if (event.until === undefined)
        endPause(state, time)
      else
        state.pausedSince ??= time
      state.breakUntil = event.until
      break
    case 'timer':
      state.activity = event.id === undefined
        ? undefined
        : { id: event.id, title: event.title ?? '', ends: time + (event.seconds ?? 0) * 1000, done: new Set() }
      break
    case 'done':
      if (state.activity?.id === event.timer)
        state.activity.done.add(event.voter)
      break
    case 'switch':
      state.switches[event.name] = event.on
      break
    case 'leave-out':
      state.leftOut = new Set(event.slides)
      break
    case 'lost':
      state.lost.set(event.voter, { slide: event.slide, time })
      break
    case 'vote':
    case 'phase':
    case 'ballot':
    case 'hide':
      applyVote(state, event)
      break
    case 'question': {
      const { id, text, slide, voter } = event
      state.questions.set(id, { id, text, time, slide, state: 'open', asker: voter, voters: new Set([voter]) })
      break
    }
    case 'support':
      state.questions.get(event.question)?.voters[event.on ? 'add' : 'delete'](event.voter)
      break
    case 'moderate': {
      const question = state.questions.get(event.question)
      if (question)
        question.state = event.state
      break
    }
    case 'ink':
    case 'erase':
      drawOn(state.ink, event, state.frozen)
      break
    case 'board':
      state.boards.set(event.slide, Math.max(event.board, state.boards.get(event.slide) ?? 0))
      state.board = event.board ? { slide: event.slide, board: event.board } : undefined
      break
    case 'zoom': {
      const { scale, x, y } = event
      state.zoom = scale > 1 ? { scale, x, y } : undefined
    }
  }
}

function endPause(state: TalkState, time: number): void {
  if (state.pausedSince !== undefined)
    state.paused += Math.max(0, time - state.pausedSince)
  state.pausedSince = undefined
}

/** Milliseconds that a talk has taken at a time, without pauses and breaks. */
export function elapsedAt({ started, pausedSince, paused }: TalkState, time: number): number {
  return started === undefined ? 0 : Math.max(0, (pausedSince ?? time) - started - paused)
}
