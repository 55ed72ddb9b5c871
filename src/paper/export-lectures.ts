import type { LazyBrowser } from '../browser/launch.ts'
import type { Progress } from '../core/progress.ts'
import type { Course, Lecture } from '../course/course.ts'
import type { FindInk, InkOf } from './deck/draw-ink.ts'
import { loadCourse } from '../check/load-course.ts'
import { selectLectures } from '../course/select.ts'
import { slideNumbers } from './deck/choose-pages.ts'
import { withServedDecks } from './served-decks.ts'

/** What is exported of a course, and how. */
export interface ExportOptions {
  /** Folder of the course. */
  root: string
  /** Lectures to export; all of them where there is none. */
  slugs: readonly string[]
  /** Folder for the files. */
  out: string
  dark: boolean
  withClicks: boolean
  /** Slides to export, e.g. `2-5,8`. */
  range?: string
  /** Looks for what was drawn on the slides in a talk, which is printed too. */
  findInk?: FindInk
  /** Path of a browser executable; else one is found. */
  executablePath?: string
  progress: Progress
}

interface ExportedLectures {
  /** The course with the lectures that are exported. */
  course: Course
  /** The course with all its lectures. */
  whole: Course
  browser: LazyBrowser
  /** Address of the decks, without a trailing slash. */
  origin: string
  /** Numbers of the slides that are exported. */
  numbersOf: (lecture: Lecture) => readonly number[]
  ink?: InkOf
}

/**
 * Works with the served decks of the lectures that are exported.
 * @throws UserError before a deck is built where a lecture or a slide is not there
 */
export async function withExportedLectures<T>(
  { root, slugs, range, findInk, executablePath, progress }: ExportOptions,
  work: (exported: ExportedLectures) => Promise<T>,
): Promise<T> {
  const since = Date.now()
  const course = await loadCourse(root)
  const lectures = selectLectures(course, slugs)
  const numbersOf = slideNumbers(lectures, range)
  const ink = findInk?.(lectures, course.language)
  return withServedDecks(course, { audience: 'public', since, executablePath, progress }, decks =>
    work({ course: { ...course, lectures }, whole: course, numbersOf, ink, ...decks }))
}
