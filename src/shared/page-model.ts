/** What the pages of the site show: plain data, made from the course by `page-data.ts` and shown by `pages/*.vue`. */

import type { RoundTable } from './vote-table.ts'

export interface PageLink {
  /** Relative to the page. */
  href: string
  label: string
  /** Such as `PDF, 1.2 MB`. */
  detail?: string
}

/** A slide as finished HTML, which is scaled to the width that it gets. */
export interface FrozenView {
  /** A declarative shadow root: what is inside of an element that shows the slide. */
  html: string
  /** Whether it says a heading of its own. */
  hasHeading: boolean
  /** How many steps the slide has, of which this is the last; one where a reader sees no difference. */
  steps: number
  /** Pixels of the slide. */
  width: number
  height: number
}

/** A course as its pages name it. */
export interface CourseHead {
  title: string
  description?: string
  author?: string
  language: string
}

/** What a recording covers. */
export interface RecordingSummary {
  /** Not there where nothing tells its length. */
  minutes?: number
  /** The slides that it shows, such as `slides 1–5, 9`; empty where nothing tells. */
  shown: string
}

export interface LectureSummary {
  slug: string
  number: number
  title: string
  summary?: string
  /** Heading of the lectures among which it is. */
  section?: string
  minutes?: number
  slides: number
  /** Its recording, where it has one. */
  recording?: RecordingSummary
  /** The slide that stands for it. */
  face: FrozenView
  downloads: PageLink[]
  /** The chapters of the recording, as other players want them. */
  chapterFiles: PageLink[]
}

export interface CoursePageData {
  course: CourseHead
  lectures: LectureSummary[]
}

export interface QuestionView {
  /** HTML of one line. */
  question: string
  choices: { html: string, right: boolean }[]
  /** HTML; empty where the answer is withheld or there is none. */
  answer: string
  withheld: boolean
}

/** A line of a transcript. */
interface Line {
  start: number
  text: string
}

/** What one person said in one go while a slide was shown. */
export interface Turn {
  start: number
  speaker?: string
  lines: Line[]
}

/** A moment of a recording at which a slide or one of its steps comes. */
export interface MomentView {
  start: number
  click: number
  /** Whether another slide was shown since it was shown first. */
  isAgain: boolean
  /** What comes with the step, in words. */
  text: string
}

/** A vote of the room, round by round. */
export interface ShownVoteView {
  title: string
  /** What stands beside a right choice. */
  right: string
  rounds: RoundTable[]
}

/** What the room has seen of a slide in the talk, besides the slide. */
export interface GivenView {
  /** HTML of what was drawn on it; empty where nothing was. */
  drawing: string
  /** HTML of the blank pages behind it. */
  boards: string[]
  /** The heading of its votes. */
  votesOf: string
  votes: ShownVoteView[]
}

export interface SlideView {
  id: string
  number: number
  title: string
  /** Not there where the page itself shows what the slide does. */
  frozen?: FrozenView
  /** HTML of the notes; empty where there are none or they are private. */
  notes: string
  questions: QuestionView[]
  /** When the recording shows it, step by step, in the order of time. */
  moments: MomentView[]
  transcript: Turn[]
  /** Where the author wants it shown. */
  given?: GivenView
}

interface ChapterView {
  start: number
  title: string
  slide: string
  isQuestion?: boolean
}

/** Captions as a video names them. */
interface TrackView { src: string, language: string, label: string }

/** Hosts of videos that a page can play. */
export type VideoHost = 'youtube' | 'vimeo' | 'peertube'

export interface TalkView {
  video:
    | { kind: 'file', media: 'video' | 'audio', src: string, captions: TrackView[], chapters?: string }
    | { kind: VideoHost, host: string, watch: string, embed: string }
    /** It is not there, or at an address that the page cannot play. */
    | { kind: 'missing', address?: string }
  /** Address of the picture that stands for the video until it plays. */
  poster: string
  duration: number
  chapters: ChapterView[]
  marks: { start: number, label: string }[]
  /** Start, number of the slide and open steps of each cue. */
  cues: [start: number, number: number, click: number][]
}

export interface LecturePageData {
  course: CourseHead
  lecture: LectureSummary
  lectures: number
  slides: SlideView[]
  previous?: PageLink
  next?: PageLink
  talk?: TalkView
}
