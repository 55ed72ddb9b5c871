import type { voteKinds } from '../../markdown/block-kinds.ts'
import type { InkErasure, InkPiece } from '../../shared/ink.ts'

/** What can happen in a talk. The first six are those of a cue log, and mean the same. */
export const talkEvents = [
  'enter',
  'click',
  'pause',
  'resume',
  'mark',
  'question',
  'start',
  'end',
  'blank',
  'freeze',
  'break',
  'timer',
  'switch',
  'leave-out',
  'vote',
  'phase',
  'ballot',
  'hide',
  'support',
  'moderate',
  'lost',
  'done',
  'ink',
  'erase',
  'board',
  'zoom',
] as const
export type TalkEventName = typeof talkEvents[number]

/** Where a talk is. */
export interface Position {
  /** Stable id of the slide. */
  slide: string
  /** Its number at that time, from 1. */
  number: number
  /** Steps that are open on it, from 0. */
  click: number
}

/** How a wall is covered. */
export const blanks = ['off', 'black', 'white'] as const
export type Blank = typeof blanks[number]

/** What the people listening may do, each by a switch of its own. */
export const switches = ['follow', 'ask', 'vote'] as const
export type Switch = typeof switches[number]

export type VoteKind = typeof voteKinds[number]

/** How far a vote is: open, closed and still blind, its distribution shown, its right answer too, put away. */
export const votePhases = ['open', 'closed', 'shown', 'answer', 'away'] as const
export type VotePhase = typeof votePhases[number]

/** What the presenter makes of a question. */
export const questionStates = ['open', 'answered', 'hidden'] as const
export type QuestionState = typeof questionStates[number]

/** A question that is put to the room. */
export interface VoteQuestion {
  kind: VoteKind
  /** Plain text. */
  title: string
  /** Plain text; empty for numbers and words. */
  choices: string[]
  /** Positions of the right choices, from 0. */
  right: number[]
}

/** What somebody chose: positions of choices, a number, or words. */
export type Ballot = number[] | number | string

/** How much larger a slide is shown than it is, and around what, in parts of its width and height. */
export interface Zoom { scale: number, x: number, y: number }

interface Happening<E extends TalkEventName> {
  /** Wall time in milliseconds since 1970. */
  time: number
  event: E
}

export type TalkEvent
  = | Happening<'enter' | 'click' | 'mark'> & Position
    | Happening<'pause' | 'resume' | 'end'>
    | Happening<'start'> & { lecture: string, title: string, continues?: string }
    | Happening<'blank'> & { color: Blank }
    | Happening<'freeze'> & { on: boolean }
    /** Until when; none where it ends. */
    | Happening<'break'> & { until?: number }
    | Happening<'timer'> & { id?: string, title?: string, seconds?: number }
    | Happening<'switch'> & { name: Switch, on: boolean }
    | Happening<'leave-out'> & { slides: string[] }
    | Happening<'vote'> & { vote: string, round: number, slide: string, asks: VoteQuestion }
    | Happening<'phase'> & { vote: string, phase: VotePhase }
    | Happening<'ballot'> & { vote: string, round: number, voter: string, ballot: Ballot }
    /** The presenter keeps words of a vote from the room. */
    | Happening<'hide'> & { vote: string, words: string, on: boolean }
    | Happening<'question'> & Position & { id: string, text: string, voter: string }
    | Happening<'support'> & { question: string, voter: string, on: boolean }
    | Happening<'moderate'> & { question: string, state: QuestionState }
    | Happening<'lost'> & { voter: string, slide: string }
    | Happening<'done'> & { voter: string, timer: string }
    /** On a slide, or on one of the blank pages behind it, from 1. */
    | Happening<'ink'> & InkPiece & { slide: string, board?: number }
    | Happening<'erase'> & InkErasure & { slide: string, board?: number, undo?: boolean }
    /** A blank page lies over the slide; 0 puts it away. */
    | Happening<'board'> & { slide: string, board: number }
    /** The wall shows a part of the slide, around a place in parts of its width and height; 1 is all of it. */
    | Happening<'zoom'> & Zoom

/** An event without its time, as it is told before it happens. */
export type NewTalkEvent = TalkEvent extends infer E ? E extends TalkEvent ? Omit<E, 'time'> : never : never
