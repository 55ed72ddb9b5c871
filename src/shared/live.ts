// What the pages of a talk and its server say to each other.

import type { InkEntry } from './ink-pages.ts'

/**
 * Where a page is in a talk: number of the slide from 1, its open steps, and which blank page lies over it, from 1,
 * where one does.
 */
export interface Place { number: number, click: number, board?: number }

export interface BarRow { label: string, count: number, right?: boolean }

/** A vote as the room sees it. */
export interface VoteView {
  id: string
  round: number
  kind: 'one' | 'several' | 'number' | 'words'
  title: string
  choices: string[]
  phase: 'open' | 'closed' | 'shown' | 'answer' | 'away'
  /** How many have voted in this round. */
  voters: number
  /** Words that the presenter keeps from the room; only the presenter knows of them. */
  hidden?: string[]
  /** Each round, once it is shown. */
  rounds?: { voters: number, rows: BarRow[] }[]
}

export interface ActivityView { id: string, title: string, ends: number, done: number }

export interface QuestionView {
  id: string
  text: string
  votes: number
  state: 'open' | 'answered' | 'hidden'
}

/** What everybody in the room may know at a moment. */
interface RoomView {
  /** Changes with each talk. */
  talk: string
  /** Wall time of the server. */
  now: number
  at?: Place
  blank: 'off' | 'black' | 'white'
  breakUntil?: number
  activity?: ActivityView
  vote?: VoteView
  /** Where something is drawn. */
  ink: InkEntry[]
}

/** What a follower's page shows. */
export interface FollowerView extends RoomView {
  title: string
  /** Highest step that was shown of each slide, by its number. */
  seen: [number: number, click: number][]
  /** How many blank pages were shown with a slide, by its number. */
  boards: [number: number, boards: number][]
  switches: Record<'follow' | 'ask' | 'vote', boolean>
  questions: QuestionView[]
  /** Whether slides can be shown yet. */
  ready: boolean
}

/** What the wall shows beside the slide. */
export interface WallView extends RoomView {
  slide?: string
  zoom?: ZoomView
}

/** How much larger a slide is shown, and around what, in parts of its width and height. */
export interface ZoomView { scale: number, x: number, y: number }

/** A talk that was given before, and can be gone on with. */
export interface EarlierTalk { name: string, slide: string, number: number, seconds: number }

/** What changes in a presenter view; what does not is `PresenterData`. */
export interface PresenterView extends RoomView {
  started?: number
  ended: boolean
  /** Milliseconds of the talk at `now`, without pauses. */
  elapsed: number
  /** Wall time at which the slide of the presenter came. */
  entered: number
  paused: boolean
  frozen: boolean
  /** Where the presenter is; the room is `at`. */
  here: Place
  zoom?: ZoomView
  switches: FollowerView['switches']
  leftOut: string[]
  questions: QuestionView[]
  /** How many follow, and how many were lost in the last minutes. */
  followers: number
  lost: number
  /** Of the votes that the slide offers, their ids and titles. */
  votes: { id: string, title: string }[]
  /** A talk that a restart goes on with, until the presenter has said so. */
  resumed?: EarlierTalk
  earlier: EarlierTalk[]
  /** What is wrong with the file of the talk. */
  warning?: string
  ready: boolean
}

export interface PresenterSlide {
  id: string
  number: number
  title: string
  clicks: number
  /** Seconds that are planned. */
  planned: number
  optional: boolean
  /** HTML of the notes, part by part, each from a step on. */
  notes: { from: number, html: string }[]
}

/** What a presenter view shows of a lecture. */
export interface PresenterData {
  slug: string
  title: string
  language: string
  slides: PresenterSlide[]
  /** Where the people listening look, and its QR code as the data of an SVG path. */
  join?: JoinView
}

export interface JoinView { address: string, path: string, size: number }

/** A slide after some of its clicks, for a shadow root. */
export interface SlideMarkup {
  html: string
  /** Address of its style sheet, and of the one that declares its typefaces. */
  style: string
  fonts?: string
  width: number
  height: number
  title: string
}

/** A point of a slide that the presenter points at, in parts of its width and height. */
export interface Pointer { x: number, y: number, kind: 'laser' | 'spot' }
