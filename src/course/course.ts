/** One page of a lecture. */
export interface Slide {
  /** Stable and unique in its lecture; used in addresses (`#/kernel-parts`), file names and `course.json`. */
  id: string
  /** As the projector shows it, from 1. */
  number: number
  /** Plain text. */
  title: string
  /** Words of the visible text, code and notes not counted. */
  words: number
  /** The Markdown of the slide without front matter and notes. */
  content: string
  /** The Markdown of the speaker notes, or an empty string. */
  notes: string
  frontmatter: Record<string, unknown>
  file: string
  /** Line in `file` on which the content begins, from 1. */
  line: number
  /** Lines in `file` on which the keys of the front matter stand. */
  keyLines: Record<string, number>
  /** Position among all slides of the course as Slidev counts them, from 0. */
  index: number
}

/** One `slides/NN-slug.md`. */
export interface Lecture {
  slug: string
  /** Position in the course, from 1. */
  number: number
  /** Plain text. */
  title: string
  summary?: string
  /** Planned length, where the lecture says it. */
  minutes?: number
  file: string
  slides: Slide[]
}

/** A folder with `slides.md` at its root: what every output is made from. */
export interface Course {
  root: string
  /** Absolute path of `slides.md`. */
  entry: string
  title: string
  description?: string
  author?: string
  /** BCP 47 tag, e.g. `en`. */
  language: string
  /** Where the course is hosted, without a trailing slash. */
  url?: string
  /** Whether speaker notes go into public files. */
  notesPublic: boolean
  headmatter: Record<string, unknown>
  /** Number of lectures of the whole course; `lectures` may be a selection of them. */
  size: number
  lectures: Lecture[]
}
