import type { Problem } from '../../core/errors.ts'
import type { Progress } from '../../core/progress.ts'
import type { SourceDocument } from '../document.ts'
import type { Overflow } from '../fit/measure.ts'
import type { HeightShare } from '../plan/section.ts'
import type { ReadInput } from '../read/read-inputs.ts'
import type { Split } from '../splits.ts'
import type { GoneDocument } from './gone-documents.ts'
import type { GeneratedLecture } from './make-lectures.ts'
import { existsSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { UserError } from '../../core/errors.ts'
import { nameOf } from '../outline.ts'
import { readInputs } from '../read/read-inputs.ts'
import { goneDocuments } from './gone-documents.ts'
import { readExisting } from './lecture-place.ts'
import { makeLectures, nameInCourse } from './make-lectures.ts'
import { readRecords } from './records.ts'
import { saveCourse } from './save-course.ts'

export interface GenerateOptions {
  /** Files, folders, or `-`. */
  inputs: string[]
  /** Folder of the course. */
  root: string
  /** As in the last run without it, and else `auto`. */
  split?: Split
  title?: string
  language?: string
  /** Folder with the pictures of the documents. */
  assets?: string
  /** Address of the document, from which its relative links lead. */
  baseUrl?: string
  /** Measure the slides in a browser, and split those that overflow. */
  fit?: boolean
  force?: boolean
  dryRun?: boolean
  /** Is told what goes on. */
  progress?: Progress
}

export interface GeneratedCourse {
  root: string
  isNew: boolean
  lectures: GeneratedLecture[]
  /** Documents of a folder that could not be read. */
  problems: Problem[]
  /** What was read, and what became of each of its files. */
  inputs: ReadInput[]
  /** Lectures of a folder's documents that are no longer there. */
  gone: GoneDocument[]
  /** Slides that overflow after all rounds of fitting. */
  overflows: Overflow[]
}

/**
 * Makes lectures from documents and puts them into a course; an empty folder becomes a whole new one.
 * @throws UserError for what cannot be read, and for lectures of a person that would be overwritten
 */
export async function generateCourse(options: GenerateOptions): Promise<GeneratedCourse> {
  const root = path.resolve(options.root)
  const isNew = checkTarget(root)
  checkAssets(options.assets)
  const { progress } = options
  progress?.step('Reading documents')
  const onRead = (done: number, all: number) => progress?.count(done, all)
  const { documents, problems, title, inputs } = await readInputs(options.inputs, { onRead })
  const existing = await readExisting(root, await readRecords(root))
  progress?.step(options.fit ? 'Making and measuring lectures' : 'Making lectures')
  const make = (heightShare?: HeightShare) => makeLectures(documents, existing, options, heightShare)
  const made = options.fit
    ? await fit(make, options.language ?? documents[0]!.language ?? 'en')
    : { lectures: await make(), overflows: [] }
  const gone = goneDocuments(existing, made.lectures, inputs)
  const course = { root, isNew, problems, inputs, gone, ...made }
  if (!options.dryRun) {
    progress?.step('Writing the course')
    await saveCourse(course, {
      title: options.title
        ?? (documents.length > 1 ? title : undefined)
        ?? courseTitle(documents, made.lectures, options),
      language: options.language,
      formerSlugs: existing.renamed.values(),
      nameOf: document => nameInCourse(document, root),
    })
  }
  progress?.done()
  return course
}

type MakeLectures = (heightShare?: HeightShare) => Promise<GeneratedLecture[]>

/** Loads what builds decks and drives a browser only where it is needed. */
async function fit(make: MakeLectures, language: string) {
  const { fitLectures } = await import('../fit/fit-lectures.ts')
  return fitLectures(make, language)
}

const COURSE_HINT = 'Give the folder of a course, or an empty one, with --course DIR.'

/**
 * @returns whether the course is a new one
 * @throws UserError for a folder that is neither a course nor empty
 */
function checkTarget(root: string): boolean {
  if (!existsSync(root))
    return true
  const name = path.basename(root)
  if (!statSync(root).isDirectory())
    throw new UserError(`${name} is a file.`, COURSE_HINT, { file: root })
  if (existsSync(path.join(root, 'slides.md')))
    return false
  if (readdirSync(root).some(name => !name.startsWith('.'))) {
    const message = `The folder ${name} is neither a course nor empty: it has no slides.md.`
    throw new UserError(message, COURSE_HINT, { file: root })
  }
  return true
}

/** @throws UserError for a folder that is not there */
function checkAssets(folder: string | undefined): void {
  if (folder && !(existsSync(folder) && statSync(folder).isDirectory())) {
    const hint = 'Give the folder with the pictures of the document with --assets DIR.'
    throw new UserError(`There is no folder ${folder}.`, hint)
  }
}

function courseTitle(
  documents: readonly SourceDocument[],
  lectures: readonly GeneratedLecture[],
  { inputs }: GenerateOptions,
): string {
  const [[only], [first]] = [documents, lectures]
  if (documents.length === 1 && only)
    return lectures.length === 1 ? first!.lecture.title : only.title ?? nameOf(only.file)
  return nameOf(path.resolve(inputs[0]!))
}
