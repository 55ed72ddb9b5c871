// What `import … from 'docent'` gives to programs. Paths may be relative to the working folder; what is given back has
// absolute ones. Lines and slides are counted from 1, times are in milliseconds, sizes in bytes.
import type { Problem } from '../core/errors.ts'
import type { Progress } from '../core/progress.ts'
import type { Course } from '../course/course.ts'
import type { Split } from '../generate/splits.ts'
import type { BuiltSite } from '../site/build-site.ts'
import path from 'node:path'
import * as check from '../check/load-course.ts'

export type { Problem } from '../core/errors.ts'
export { formatProblem, UserError } from '../core/errors.ts'
export type { Progress } from '../core/progress.ts'
export type { Course, Lecture, Slide } from '../course/course.ts'
export { defineCourse } from '../course/define-course.ts'
export type { CourseSettings } from '../course/settings.ts'
export type { Split } from '../generate/splits.ts'
export type { Manifest } from '../site/manifest.ts'

const silent: Progress = { step: () => {}, count: () => {}, done: () => {} }

interface CommonOptions {
  /** Folder of the course: that with `slides.md`. */
  root: string
  /** Path of Chrome, Edge or Chromium; else one is found. */
  browser?: string
  /** Is told what goes on. */
  progress?: Progress
}

/**
 * Reads a course from its folder and checks what can be checked without building it.
 * @param root folder with `slides.md`
 * @throws UserError with all problems found
 */
export async function loadCourse(root: string): Promise<Course> {
  return check.loadCourse(path.resolve(root))
}

/**
 * Reads a course and everything that is wrong with it, in the order of its files.
 * @param root folder with `slides.md`
 * @throws UserError where there is no course, or one that cannot be read as a whole
 */
export async function surveyCourse(root: string): Promise<{ course: Course, problems: Problem[] }> {
  return check.surveyCourse(path.resolve(root))
}

/** A site that was built: where, of what, and what its author should know. */
export type Site = Omit<BuiltSite, 'files'>

export interface SiteOptions extends CommonOptions {
  /** Folder that is replaced by the site; `dist` in the course without it. */
  out?: string
  /** Slugs of the lectures to build; all of them without it. */
  only?: readonly string[]
  /** Public base path that begins and ends with a slash; the site works below any path without it. */
  base?: string
  /** Whether what would be a warning stops the build. */
  strict?: boolean
  /** Whether lectures with faults are left out and the rest is built. */
  keepGoing?: boolean
}

/**
 * Builds the whole site of a course: decks, PDF files, handouts, pages and `course.json`. A former site stays until all
 * is done.
 * @throws UserError with all problems of the course, or all lectures that do not print
 */
export async function buildSite(options: SiteOptions): Promise<Site> {
  const { root, out, only, base, browser, progress, ...rest } = options
  const build = await import('../site/build-site.ts')
  return build.buildSite({
    ...rest,
    root,
    out: out ?? path.join(root, 'dist'),
    only: only ?? [],
    base: base ?? './',
    executablePath: browser,
    progress: progress ?? silent,
  })
}

/** Files that were printed. */
export interface PrintedFiles {
  files: {
    /** Absolute path. */
    file: string
    pages: number
    bytes: number
  }[]
  /** What only the author can make good. */
  warnings: Problem[]
}

export interface SlidesOptions extends CommonOptions {
  /** Slugs of lectures; all of them without it. */
  lectures?: readonly string[]
  /** Folder for the files; `export` in the course without it. */
  out?: string
  dark?: boolean
  /** A page for each step of a slide. */
  withClicks?: boolean
  /** Slides to print, such as `2-5,8`; all of them without it. */
  range?: string
}

/**
 * Prints the slides of lectures as PDF/UA files, `<out>/<slug>.pdf`.
 * @throws UserError before anything is written where a lecture does not print
 */
export async function exportSlides(options: SlidesOptions): Promise<PrintedFiles> {
  const { root, lectures, out, browser, progress, ...rest } = options
  const slides = await import('../paper/export-slides.ts')
  return slides.exportSlides({
    dark: false,
    withClicks: false,
    ...rest,
    root,
    slugs: lectures ?? [],
    out: out ?? path.join(root, 'export'),
    executablePath: browser,
    progress: progress ?? silent,
  })
}

export interface HandoutOptions extends CommonOptions {
  /** Slugs of lectures; all of them without it. */
  lectures?: readonly string[]
  /** Folder for the files; `handouts` in the course without it. */
  out?: string
  /** How slides stand on pages, as `docent handout --help` lists it; `notes` without it. */
  layout?: string
  /** `a4` or `letter`, and the other words of `docent handout --help`. */
  paper?: string
  /** For whom: `student` without it, `key`, or `instructor`. */
  copy?: string
  ink?: string
  /** One file for the whole course in place of one for each lecture. */
  booklet?: boolean
}

/**
 * Prints handouts of lectures, `<out>/<slug>-handout-….pdf`, or one booklet of all.
 * @throws UserError before anything is written where a lecture does not print
 */
export async function makeHandouts(options: HandoutOptions): Promise<PrintedFiles> {
  const { root, lectures, out, browser, progress, booklet, layout, paper, copy, ink } = options
  const handouts = await import('../paper/make-handouts.ts')
  return handouts.makeHandouts({
    root,
    slugs: lectures ?? [],
    handout: { layout, paper, copy, ink },
    booklet: booklet ?? false,
    out: out ?? path.join(root, 'handouts'),
    executablePath: browser,
    progress: progress ?? silent,
  })
}

export interface LecturesOptions {
  /** Documents: files and folders. */
  inputs: readonly string[]
  /** Folder of the course; where it is empty or not there, it becomes a new one. */
  root: string
  /** As in the last run without it, and else `auto`. */
  split?: Split
  /** Of the lecture, or of a new course. */
  title?: string
  /** Language of the documents, such as `en`. */
  language?: string
  /** Measures the slides in a browser, and splits those that overflow. */
  fit?: boolean
  /** Says what would be written, and writes nothing. */
  dryRun?: boolean
  progress?: Progress
}

/** Lectures that were made from documents. */
export interface Lectures {
  /** Absolute path of the course. */
  root: string
  /** Whether the course was made with them. */
  isNew: boolean
  /** In the order of the course: where each stands, and what has become of it. */
  lectures: { slug: string, file: string, title: string, slides: number, outcome: string }[]
  /** Documents of a folder that could not be read. */
  problems: Problem[]
}

/**
 * Makes lectures from documents and puts them into a course; edits of a person in lectures that are there stay.
 * @throws UserError for what cannot be read, and for lectures of a person that would be overwritten
 */
export async function generateCourse({ inputs, ...options }: LecturesOptions): Promise<Lectures> {
  const generate = await import('../generate/course/generate-course.ts')
  const { root, isNew, lectures, problems } = await generate.generateCourse({ ...options, inputs: [...inputs] })
  return {
    root: path.resolve(root),
    isNew,
    lectures: lectures.map(({ place, lecture, outcome }) => ({
      slug: place.slug,
      file: path.resolve(place.file),
      title: lecture.title,
      slides: lecture.texts.length,
      outcome,
    })),
    problems,
  }
}
