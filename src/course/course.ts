import type { Problem } from '../core/errors.ts'
import type { CourseFields, LectureFields, SlideFields } from './front-matter.ts'

/** One page of a lecture. */
export interface Slide extends SlideFields {
  /** Stable and unique in its lecture; used in addresses (`#/kernel-parts`), file names and `course.json`. */
  id: string
  /** Whether the author wrote the id; else it comes from the title. */
  ownId: boolean
  /** As the projector shows it, from 1. */
  number: number
  /** Plain text; the slide's number where it has none. */
  title: string
  /** Whether the author wrote a title. */
  isTitled: boolean
  /** Words of the visible text, code and notes not counted. */
  words: number
  /** The Markdown of the slide without front matter and notes. */
  content: string
  /** The Markdown of the speaker notes, or an empty string. */
  notes: string
  /** Line in `file` on which the notes begin, from 1. */
  notesLine: number
  /** All of the slide's front matter, as Slidev reads it; `SlideFields` are the parts that Docent reads. */
  frontmatter: Record<string, unknown>
  file: string
  /** Line in `file` on which the content begins, from 1. */
  line: number
  /** Lines in `file` on which the keys of the front matter stand. */
  keyLines: Record<string, number>
  /** Position among all slides of the course as Slidev counts them, from 0. */
  index: number
}

/** One `slides/NN-slug.md`, or the slides of `slides.md` itself. */
export interface Lecture extends Omit<LectureFields, 'timer'> {
  slug: string
  /** Position in the course, from 1. */
  number: number
  /** Plain text. */
  title: string
  /** Planned length in minutes, where the lecture says it. */
  minutes?: number
  file: string
  slides: Slide[]
}

/** A folder with `slides.md` at its root: what every output is made from. */
export interface Course extends CourseFields {
  root: string
  /** Absolute path of `slides.md`. */
  entry: string
  /** Absolute paths of the folders beside the course from which its slides may import. */
  folders: readonly string[]
  title: string
  /** All of the headmatter, as Slidev reads it; `CourseFields` are the parts that Docent reads. */
  headmatter: Record<string, unknown>
  /** Lines in `entry` on which the keys of the headmatter stand. */
  keyLines: Record<string, number>
  /** Number of lectures of the whole course; `lectures` may be a selection of them. */
  size: number
  lectures: Lecture[]
  /** What in front matter cannot be read and is ignored. */
  warnings: Problem[]
}
