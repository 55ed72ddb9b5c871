import type { SourceDocument } from '../document.ts'
import type { ChangedSlide } from '../merge/merge-lecture.ts'
import type { PlanOptions } from '../plan-lectures.ts'
import type { HeightShare } from '../plan/section.ts'
import type { Split } from '../splits.ts'
import type { GenerateOptions } from './generate-course.ts'
import type { ExistingCourse, LecturePlace, Outcome } from './lecture-place.ts'
import type { Picture, TakenPictures } from './pictures.ts'
import type { WrittenLecture } from './write-lecture.ts'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { withSlashes } from '../../core/files.ts'
import { titleOfSlide } from '../merge/lecture-file.ts'
import { mergeLecture } from '../merge/merge-lecture.ts'
import { nameOf } from '../outline.ts'
import { planLectures } from '../plan-lectures.ts'
import { digitsFor, placeLectures } from './lecture-place.ts'
import { nameSlug, PictureFinder, picturesByName } from './pictures.ts'
import { freeSlug } from './slugs.ts'
import { writeLecture } from './write-lecture.ts'

/** A lecture with everything that is known of it. */
export interface GeneratedLecture {
  document: SourceDocument
  /** How its document was divided. */
  split: Split
  lecture: WrittenLecture
  place: LecturePlace
  outcome: Outcome
  text: string
  /** The slides as they were generated, for the next run. */
  base: string[]
  changes: ChangedSlide[]
  pictures: Picture[]
  missingPictures: string[]
}

/**
 * Plans and writes the lectures of documents, finds a place for each, and merges it with what is there.
 * @throws UserError for lectures of a person that would be overwritten
 */
export async function makeLectures(
  documents: readonly SourceDocument[],
  existing: ExistingCourse,
  options: GenerateOptions,
  heightShare?: HeightShare,
): Promise<GeneratedLecture[]> {
  const { title, language, baseUrl, force = false } = options
  // A title is for one document; several keep their own.
  const planOptions = { title: documents.length === 1 ? title : undefined, language, baseUrl, heightShare }
  const assets = picturesByName(options.assets)
  const files = new Map(existing.files)
  const taken = new Set<string>()
  const folders = new Set<string>()
  const written = documents.map((document) => {
    const target = `images/${pictureFolder(document, folders)}`
    const { file, media } = document
    const pictures = new PictureFinder({ file, target, media }, assets)
    const former = formerDivision(nameInCourse(document, existing.root), existing)
    const split = options.split ?? former.split ?? 'auto'
    const formerTitles = former.titles
    return { document, split, lectures: writeLectures(document, { ...planOptions, split, formerTitles }, pictures) }
  })
  const width = digitsFor(files, written.flatMap(({ lectures }) => lectures).length)
  const gone = goneDocuments(existing, written.map(({ document }) => nameInCourse(document, existing.root)))
  const lectures: GeneratedLecture[] = []
  for (const { document, split, lectures: own } of written) {
    const places = await placeLectures(own.map(({ lecture }) => lecture), {
      document: nameInCourse(document, existing.root),
      gone,
      existing: { ...existing, files },
      taken,
      width,
      before: lectures.length ? path.basename(lectures.at(-1)!.place.file) : undefined,
      force,
    })
    lectures.push(...own.map((one, i) => ({ document, split, ...merge(one, places[i]!) })))
    for (const { slug, file } of places)
      files.set(slug, path.basename(file))
  }
  return lectures
}

/** How a document was divided in the last run, and the titles of its lectures. */
function formerDivision(document: string, { records }: ExistingCourse): { split?: Split, titles: Set<string> } {
  const own = [...records.values()].filter(record => record.document === document && record.slides.length)
  return { split: own[0]?.split, titles: new Set(own.map(({ slides }) => titleOfSlide(slides[0]!.text))) }
}

/** What the course calls documents of former runs that are no longer there. */
function goneDocuments({ root, records }: ExistingCourse, current: readonly string[]): Set<string> {
  const names = Array.from(records.values(), ({ document }) => document)
  return new Set(names.filter(name => name !== '-' && !current.includes(name) && !existsSync(path.resolve(root, name))))
}

interface LectureWithPictures {
  lecture: WrittenLecture
  pictures: TakenPictures
}

function writeLectures(document: SourceDocument, options: PlanOptions, pictures: PictureFinder): LectureWithPictures[] {
  return planLectures(document, options).map((planned) => {
    const lecture = writeLecture(document, planned, pictures)
    return { lecture, pictures: pictures.take() }
  })
}

/** A folder for the pictures of a document, called as the document is. */
function pictureFolder({ file }: SourceDocument, taken: Set<string>): string {
  const name = freeSlug(nameSlug(nameOf(file)) || 'pictures', name => taken.has(name))
  taken.add(name)
  return name
}

function merge(
  { lecture, pictures }: LectureWithPictures,
  place: LecturePlace,
): Omit<GeneratedLecture, 'document' | 'split'> {
  const { current, record } = place
  const { text, base, changes } = place.outcome === 'merged' && current !== undefined
    ? mergeLecture(record?.slides.map(({ text }) => text), current, lecture.texts)
    : { text: lecture.texts.join('\n'), base: lecture.texts, changes: [] }
  return {
    lecture,
    place,
    outcome: current === text ? 'unchanged' : place.outcome,
    text,
    base,
    changes,
    pictures: pictures.found,
    missingPictures: pictures.missing,
  }
}

/** A document as the course remembers it: relative to its folder, with slashes. */
export function nameInCourse({ file }: SourceDocument, root: string): string {
  return file === '-' ? '-' : withSlashes(path.relative(root, file))
}
