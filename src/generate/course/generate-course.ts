import type { Problem } from '../../core/errors.ts'
import type { SourceDocument } from '../document.ts'
import type { Overflow } from '../fit/measure.ts'
import type { Fate } from '../merge/merge-lecture.ts'
import type { Room } from '../plan/section.ts'
import type { Split } from '../splits.ts'
import type { Picture, TakenPictures } from './pictures.ts'
import type { ExistingCourse, Outcome, Place } from './place.ts'
import type { WrittenLecture } from './written-lecture.ts'
import { existsSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { UserError } from '../../core/errors.ts'
import { withSlashes } from '../../core/files.ts'
import { mergeLecture } from '../merge/merge-lecture.ts'
import { nameOf } from '../outline.ts'
import { planLectures } from '../plan-lectures.ts'
import { readInputs } from '../read/read-inputs.ts'
import { PictureFinder, picturesByName, slugOf } from './pictures.ts'
import { placeLectures, readExisting } from './place.ts'
import { readRecords } from './records.ts'
import { saveCourse } from './save.ts'
import { writeLecture } from './written-lecture.ts'

export interface GenerateOptions {
  /** Files, folders, or `-`. */
  inputs: string[]
  /** Folder of the course. */
  root: string
  split: Split
  title?: string
  language?: string
  assets?: string
  baseUrl?: string
  /** Measure the slides in a browser, and split those that overflow. */
  fit?: boolean
  force?: boolean
  dryRun?: boolean
}

/** A lecture with everything that is known of it. */
export interface GeneratedLecture {
  document: SourceDocument
  lecture: WrittenLecture
  place: Place
  outcome: Outcome
  text: string
  /** The slides as they were generated, for the next run. */
  base: string[]
  fates: { fate: Fate, title: string }[]
  pictures: Picture[]
  missingPictures: string[]
}

export interface GeneratedCourse {
  root: string
  isNew: boolean
  lectures: GeneratedLecture[]
  /** Documents of a folder that could not be read. */
  problems: Problem[]
  /** Slides that overflow after all rounds of fitting. */
  overflows: Overflow[]
}

/**
 * Makes lectures of documents and puts them into a course; an empty folder becomes a whole new one.
 * @throws UserError for what cannot be read, and for lectures of a person that would be overwritten
 */
export async function generateCourse(options: GenerateOptions): Promise<GeneratedCourse> {
  const root = path.resolve(options.root)
  const isNew = checkTarget(root)
  if (options.assets && !(existsSync(options.assets) && statSync(options.assets).isDirectory()))
    throw new UserError(`There is no folder ${options.assets}.`, 'Give the folder with the pictures of the document with --assets DIR.')
  const { documents, problems, title } = readInputs(options.inputs)
  const existing = await readExisting(root, await readRecords(root))
  const make = (room?: Room) => makeLectures(documents, existing, options, room)
  const { lectures, overflows } = options.fit ? await (await import('../fit/fit-lectures.ts')).fitLectures(make, options.language ?? documents[0]!.language ?? 'en') : { lectures: await make(), overflows: [] }
  const course = { root, isNew, lectures, problems, overflows }
  if (!options.dryRun)
    await saveCourse(course, options, { title: options.title ?? title ?? courseTitle(documents, options), document: document => nameInCourse(document, root) })
  return course
}

async function makeLectures(documents: readonly SourceDocument[], existing: ExistingCourse, options: GenerateOptions, room?: Room): Promise<GeneratedLecture[]> {
  const assets = picturesByName(options.assets)
  const taken = new Set<string>()
  const files = new Map(existing.files)
  const folders = new Set<string>()
  const lectures: GeneratedLecture[] = []
  for (const document of documents) {
    const planned = planLectures(document, { split: options.split, title: documents.length === 1 ? options.title : undefined, language: options.language, baseUrl: options.baseUrl, room })
    const pictures = new PictureFinder({ file: document.file, target: `images/${pictureFolder(document, folders)}` }, assets)
    const written = planned.map(lecture => ({ lecture: writeLecture(document, lecture, pictures), pictures: pictures.take() }))
    const places = await placeLectures(written.map(({ lecture }) => lecture), nameInCourse(document, existing.root), { ...existing, files }, taken, options.force ?? false)
    written.forEach((one, i) => lectures.push(finish(document, one.lecture, places[i]!, one.pictures)))
    for (const { slug, file } of places)
      files.set(slug, path.basename(file))
  }
  return lectures
}

/** A folder for the pictures of a document, called as the document is. */
function pictureFolder({ file }: SourceDocument, taken: Set<string>): string {
  const base = slugOf(nameOf(file)) || 'pictures'
  let name = base
  for (let n = 2; taken.has(name); n++)
    name = `${base}-${n}`
  taken.add(name)
  return name
}

function checkTarget(root: string): boolean {
  if (!existsSync(root))
    return true
  if (!statSync(root).isDirectory())
    throw new UserError(`${path.basename(root)} is a file.`, 'Give the folder of a course, or an empty one, with --course DIR.', { file: root })
  if (existsSync(path.join(root, 'slides.md')))
    return false
  if (readdirSync(root).some(name => !name.startsWith('.')))
    throw new UserError(`The folder ${path.basename(root)} is neither a course nor empty: it has no slides.md.`, 'Give the folder of a course, or an empty one, with --course DIR.', { file: root })
  return true
}

function finish(document: SourceDocument, lecture: WrittenLecture, place: Place, { found, missing }: TakenPictures): GeneratedLecture {
  const fresh = lecture.texts.join('\n')
  const merged = place.outcome === 'merged' && place.current !== undefined ? mergeLecture(place.record?.slides.map(({ text }) => text), place.current, lecture.texts) : { text: fresh, base: lecture.texts, fates: [] }
  const outcome = place.current === merged.text ? 'unchanged' : place.outcome
  return { document, lecture, place, outcome, text: merged.text, base: merged.base, fates: merged.fates, pictures: found, missingPictures: missing }
}

/** A document as the course remembers it: relative to its folder, with slashes. */
function nameInCourse({ file }: SourceDocument, root: string): string {
  return file === '-' ? '-' : withSlashes(path.relative(root, file))
}

function courseTitle(documents: readonly SourceDocument[], { inputs }: GenerateOptions): string {
  const [only] = documents
  if (documents.length === 1 && only)
    return only.title ?? nameOf(only.file)
  return nameOf(path.resolve(inputs[0]!))
}
