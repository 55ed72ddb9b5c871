import type { Check } from '../core/fields.ts'
import type { InkPiece } from '../shared/ink.ts'
import type { Ballot, Blank, QuestionState, Switch, VoteKind, VotePhase, Zoom } from '../talk/log/talk-event.ts'
import { isFlag, isListOf, isMaybe, isNumber, isOneOf, isText, isWhole, wrongField } from '../core/fields.ts'
import { voteKinds } from '../markdown/block-kinds.ts'
import { INK_LIMITS, INK_UNITS, inkColors, inkTools } from '../shared/ink.ts'
import { blanks, questionStates, switches, votePhases } from '../talk/log/talk-event.ts'

/** What a presenter can do. */
export type PresenterAction
  = | { do: 'start' | 'end' | 'next' | 'previous' | 'mark' | 'anew' | 'on-time' | 'all-slides' }
    | { do: 'continue', name: string }
    | { do: 'go', slide: string, click?: number }
    | { do: 'pause' | 'freeze', on: boolean }
    | { do: 'blank', color: Blank }
    | { do: 'break', minutes?: number }
    | { do: 'timer', minutes?: number, title?: string }
    | { do: 'switch', name: Switch, on: boolean }
    | { do: 'vote', vote: string }
    | { do: 'poll', kind: VoteKind, choices?: number }
    | { do: 'phase', phase: VotePhase }
    /** Keeps words of the vote at hand from the room, or gives them back. */
    | { do: 'hide', words: string, on: boolean }
    | { do: 'moderate', question: string, state: QuestionState }
    | { do: 'point', x?: number, y?: number, kind?: 'laser' | 'spot' }
    | { do: 'zoom' } & Zoom
    /** Blank page over the slide at hand, from 1; 0 puts it away. */
    | { do: 'board', board: number }
    | InkAction

/** What a presenter can do with what is drawn on a slide, or on a blank page behind it. */
export type InkAction = { slide: string, board?: number } & (
  | { do: 'ink' } & InkPiece
  | { do: 'erase', strokes: string[] }
  | { do: 'undo' | 'clear' }
)

/** What somebody who listens can do. */
export type FollowerAction
  = | { do: 'ballot', vote: string, round: number, ballot: Ballot }
    | { do: 'ask', text: string }
    | { do: 'support', question: string, on: boolean }
    | { do: 'lost' }
    | { do: 'done', activity: string }

const ID = isText(200)
const BOARD = isNumber(0, INK_LIMITS.boards)
const PAPER = { slide: ID, board: isMaybe(value => isWhole(0)(value) && BOARD(value)) }
/** Names of strokes are short, and nothing but names. */
const STROKE: Check = value => typeof value === 'string' && /^[\w-]{1,24}$/.test(value)
const POINT = isNumber(-INK_UNITS, 2 * INK_UNITS)

function isPoints(value: unknown): boolean {
  return isListOf(POINT)(value) && (value as []).length <= INK_LIMITS.piece && (value as []).length % 3 === 0
}

/** Characters of a question, and of the words of a vote. */
const LONGEST = { question: 280, words: 60 } as const

const PRESENTER: Record<PresenterAction['do'], Record<string, Check>> = {
  'start': {},
  'end': {},
  'next': {},
  'previous': {},
  'mark': {},
  'anew': {},
  'on-time': {},
  'all-slides': {},
  'continue': { name: isText(40) },
  'go': { slide: ID, click: isMaybe(isWhole(0)) },
  'pause': { on: isFlag },
  'freeze': { on: isFlag },
  'blank': { color: isOneOf(blanks) },
  'break': { minutes: isMaybe(isNumber(0.1, 600)) },
  'timer': { minutes: isMaybe(isNumber(0.1, 600)), title: isMaybe(isText(80)) },
  'switch': { name: isOneOf(switches), on: isFlag },
  'vote': { vote: ID },
  'poll': { kind: isOneOf(voteKinds), choices: isMaybe(isNumber(2, 8)) },
  'phase': { phase: isOneOf(votePhases) },
  'hide': { words: isText(LONGEST.words), on: isFlag },
  'moderate': { question: ID, state: isOneOf(questionStates) },
  'zoom': { scale: isNumber(1, 8), x: isNumber(0, 1), y: isNumber(0, 1) },
  'board': { board: value => isWhole(0)(value) && BOARD(value) },
  'ink': {
    ...PAPER,
    stroke: STROKE,
    click: isWhole(0),
    color: isOneOf(inkColors),
    tool: isOneOf(inkTools),
    width: isNumber(1, 1000),
    from: isWhole(0),
    points: isPoints,
  },
  'erase': { ...PAPER, strokes: value => isListOf(STROKE)(value) && (value as []).length <= INK_LIMITS.strokes },
  'undo': PAPER,
  'clear': PAPER,
  'point': { x: isMaybe(isNumber(0, 1)), y: isMaybe(isNumber(0, 1)), kind: isMaybe(isOneOf(['laser', 'spot'])) },
}

const FOLLOWER: Record<FollowerAction['do'], Record<string, Check>> = {
  ballot: {
    vote: ID,
    round: isWhole(1),
    ballot: value => isText(LONGEST.words)(value) || isNumber(-1e15, 1e15)(value)
      || (isListOf(isWhole(0))(value) && (value as []).length <= 20),
  },
  ask: { text: isText(LONGEST.question) },
  support: { question: ID, on: isFlag },
  lost: {},
  done: { activity: ID },
}

export function isInkAction(action: PresenterAction): action is InkAction {
  return action.do === 'ink' || action.do === 'erase' || action.do === 'undo' || action.do === 'clear'
}

/** A presenter's message as an action; undefined where it is none. */
export function readPresenterAction(message: Record<string, unknown>): PresenterAction | undefined {
  return read(message, PRESENTER) as PresenterAction | undefined
}

/** A follower's message as an action; undefined where it is none. */
export function readFollowerAction(message: Record<string, unknown>): FollowerAction | undefined {
  return read(message, FOLLOWER) as FollowerAction | undefined
}

function read(message: Record<string, unknown>, table: Record<string, Record<string, Check>>): unknown {
  const checks = Object.hasOwn(table, String(message.do)) ? table[String(message.do)] : undefined
  return checks && wrongField(message, checks) === undefined ? message : undefined
}
