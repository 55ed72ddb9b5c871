import type { Problem } from '../core/errors.ts'
import type { RemotePolicy } from '../shared/remote-policies.ts'
import { isRemotePolicy } from '../shared/remote-policies.ts'
import { parseTime } from '../shared/time.ts'
import { minutesOfTimer } from '../slidev/contract/source.ts'

/** What Docent reads of a slide's front matter; Slidev reads the rest. */
export interface SlideFields {
  /** Name of the slide's layout. */
  layout?: string
  /** Planned minutes for this slide. */
  minutes?: number
  /** Clicks that are done on each page that is printed of the slide. */
  print?: readonly number[]
}

/** What Docent reads of the front matter of a lecture's first slide, besides the slide's own. */
export interface LectureFields {
  summary?: string
  /** Heading under which the course's page has the lecture, and those after it that name none. */
  section?: string
  /** Day of the talk, or of the lecture's last change. */
  date?: Date
  /** Path of the recording, or its address at a host. */
  video?: string
  /** Seconds of the recording. */
  duration?: number
  /** Minutes of the talk, where there is no recording. */
  timer?: number
  /** What its page shows of the talk that was given of it; nothing without it. */
  fromTalk?: readonly TalkPart[]
  /** BCP 47 tag, where the lecture says in which language it is. */
  language?: string
}

/** What Docent reads of the headmatter of `slides.md`. */
export interface CourseFields {
  title?: string
  description?: string
  author?: string
  /** BCP 47 tag, e.g. `en`. */
  language: string
  /** Where the course is hosted, without a trailing slash. */
  url?: string
  /** Whether speaker notes go into public files. */
  notesPublic: boolean
  /** Name of the theme, where the course names one. */
  theme?: string
  /** Path of the icon in `public/`, with a leading slash. */
  favicon?: string
  /** Whether the course chooses its own fonts. */
  ownFonts: boolean
  /** What becomes of what lies on another host. */
  remote: RemotePolicy
  /** Front matter that every slide has which does not say otherwise. */
  defaults?: Readonly<Record<string, unknown>>
  /** The handouts that a build makes, each by what differs from the default; the default ones without it. */
  handouts?: readonly Record<string, unknown>[]
}

/** What the page of a lecture can show of the talk that was given of it. */
export const talkPartNames = ['votes', 'drawings'] as const
export type TalkPart = typeof talkPartNames[number]

const TALK_HINT = `Write for instance fromTalk: [${talkPartNames.join(', ')}].`
const DURATION_HINT = 'Write it as h:mm:ss, e.g. duration: 1:02:03.'

type FrontMatter = Readonly<Record<string, unknown>>

/** Where front matter stands: its file, and the lines of its keys. */
export interface FrontMatterPlace {
  file: string
  /** Line that stands for a key without one of its own, from 1. */
  line: number
  keyLines: Readonly<Record<string, number>>
}

/** Fields, and what is wrong with what stands in their place; a field that cannot be read is missing. */
export interface Fields<T> {
  fields: T
  problems: Problem[]
}

export function slideFields(frontMatter: FrontMatter, place: FrontMatterPlace): Fields<SlideFields> {
  const { read, problems } = createReader(frontMatter, place)
  const fields = {
    layout: read('layout', text),
    minutes: read('minutes', positive, 'is a number of minutes', 'Write for instance minutes: 5.'),
    // The print pass says what is wrong with it, when the clicks of the slide are known.
    print: read('print', clicks),
  }
  return { fields, problems }
}

export function lectureFields(frontMatter: FrontMatter, place: FrontMatterPlace): Fields<LectureFields> {
  const { read, problems } = createReader(frontMatter, place)
  // Without a video, it is the length of the talk, which Slidev's timer counts down.
  const ofVideo = frontMatter.video !== undefined
  const fields = {
    summary: read('summary', text),
    section: read('section', text, 'is a heading for lectures', 'Write for instance section: Basics.'),
    date: read('date', day, 'is a day', 'Write it as year-month-day, e.g. date: 2026-05-04.'),
    video: read('video', text, 'is the path of a file or an address', 'Write for instance video: /talks/intro.webm.'),
    duration: ofVideo ? read('duration', seconds, 'is the length of the video', DURATION_HINT) : undefined,
    timer: ofVideo ? undefined : read('duration', minutesOfTimer),
    fromTalk: read('fromTalk', talkParts, 'is what the page shows of the talk', TALK_HINT),
    language: read('lang', text),
  }
  return { fields, problems }
}

export function courseFields(headmatter: FrontMatter): CourseFields {
  const read = (key: string) => text(headmatter[key])
  const { handouts } = headmatter
  return {
    title: read('title'),
    description: read('description'),
    author: read('author'),
    language: read('lang') ?? 'en',
    url: read('url')?.replace(/\/+$/, ''),
    notesPublic: headmatter.notes === 'public',
    theme: read('theme'),
    favicon: read('favicon'),
    ownFonts: Boolean(headmatter.fonts),
    remote: isRemotePolicy(headmatter.remote) ? headmatter.remote : 'still',
    defaults: isRecord(headmatter.defaults) ? headmatter.defaults : undefined,
    handouts: handouts === undefined ? undefined : handoutList(handouts),
  }
}

function createReader(frontMatter: FrontMatter, { file, line, keyLines }: FrontMatterPlace) {
  const problems: Problem[] = []
  return {
    problems,
    /** A value by its reader; what cannot be read is told of where there are words for what it should be. */
    read<T>(key: string, reader: (value: unknown) => T | undefined, expected?: string, hint?: string): T | undefined {
      const value = frontMatter[key]
      if (value === undefined || value === null)
        return undefined
      const read = reader(value)
      if (read === undefined && expected) {
        const message = `"${key}" ${expected}, not ${JSON.stringify(value)}; it is ignored.`
        problems.push({ message, hint, file, line: keyLines[key] ?? line })
      }
      return read
    },
  }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value ? value : undefined
}

function positive(value: unknown): number | undefined {
  return typeof value === 'number' && value >= 0 ? value : undefined
}

function clicks(value: unknown): number[] | undefined {
  const list: unknown[] = Array.isArray(value) ? value : [value]
  const isClick = (click: unknown): click is number => Number.isInteger(click) && Number(click) >= 0
  return list.length && list.every(isClick) ? list : undefined
}

function day(value: unknown): Date | undefined {
  const date = value instanceof Date || typeof value === 'string' ? new Date(value) : undefined
  return date && !Number.isNaN(date.getTime()) ? date : undefined
}

function seconds(value: unknown): number | undefined {
  const time = typeof value === 'number' ? value : parseTime(String(value))
  return time && time > 0 ? time : undefined
}

function talkParts(value: unknown): TalkPart[] | undefined {
  const list: unknown[] = Array.isArray(value) ? value : [value]
  const isPart = (part: unknown): part is TalkPart => (talkPartNames as readonly unknown[]).includes(part)
  return list.every(isPart) ? list : undefined
}

function handoutList(handouts: unknown): Record<string, unknown>[] {
  if (handouts === false)
    return []
  const list: unknown[] = Array.isArray(handouts) ? handouts : [handouts]
  return list.map(item => isRecord(item) ? item : { layout: item })
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
