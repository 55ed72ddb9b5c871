import type { SourceDocument } from '../document.ts'
import type { Split } from '../splits.ts'
import type { GeneratedCourse } from './generate-course.ts'
import type { GeneratedLecture } from './make-lectures.ts'
import type { Picture } from './pictures.ts'
import fs from 'node:fs/promises'
import path from 'node:path'
import { replaceFile } from '../../core/output.ts'
import { parseSlides } from '../../slidev/contract/source.ts'
import { addLectures, newCourseFile } from './course-file.ts'
import { bytesOf } from './pictures.ts'
import { removeRecord, writeRecord } from './records.ts'

export interface SaveOptions {
  /** Of a new course. */
  title: string
  /** Of a new course; the first document's without it. */
  language?: string
  split: Split
  /** Slugs that lectures had before a person renamed their files. */
  formerSlugs: Iterable<string>
  /** What the course calls a document. */
  nameOf: (document: SourceDocument) => string
}

/** Writes pictures first, then lectures, then the course that names them: what is there at any moment is whole. */
export async function saveCourse({ root, isNew, lectures }: GeneratedCourse, options: SaveOptions): Promise<void> {
  lectures.filter(({ outcome }) => outcome === 'new').forEach(checkSlides)
  const kept = lectures.filter(({ outcome }) => outcome !== 'stays deleted')
  for (const picture of kept.flatMap(({ pictures }) => pictures))
    await savePicture(root, picture)
  for (const { place, text, outcome } of kept) {
    if (outcome !== 'unchanged')
      await replaceFile(place.file, place.hasCrlf ? text.replaceAll('\n', '\r\n') : text)
  }
  for (const lecture of kept)
    await saveRecord(root, lecture, options)
  for (const slug of options.formerSlugs)
    await removeRecord(root, slug)
  const names = kept.map(({ place }) => path.basename(place.file))
  const entry = path.join(root, 'slides.md')
  if (isNew)
    await replaceFile(entry, newEntry(lectures, names, options))
  else
    await updateEntry(entry, names)
}

/** What would be divided into other slides is a bug of ours. */
function checkSlides({ lecture, text }: GeneratedLecture): void {
  if (parseSlides(text, 'lecture.md').length !== lecture.texts.length)
    throw new Error(`The lecture "${lecture.title}" would not have the slides that were planned.`)
}

async function savePicture(root: string, picture: Picture): Promise<void> {
  const target = path.join(root, 'public', ...picture.to.split('/'))
  const bytes = await bytesOf(picture)
  const current = await fs.readFile(target).catch(() => undefined)
  if (!current?.equals(bytes))
    await replaceFile(target, bytes)
}

async function saveRecord(
  root: string,
  { place, lecture, base, document }: GeneratedLecture,
  { split, nameOf }: SaveOptions,
): Promise<void> {
  const slides = base.map((text, i) => ({ text, choices: lecture.drafts[i]!.candidates }))
  const titleSlug = place.record?.titleSlug
  await writeRecord(root, place.slug, { document: nameOf(document), split, ...titleSlug && { titleSlug }, slides })
}

function newEntry(lectures: readonly GeneratedLecture[], names: string[], { title, language }: SaveOptions): string {
  const document = lectures[0]?.document
  return newCourseFile({
    title,
    description: lectures.length === 1 ? document?.description : undefined,
    author: document?.author,
    language: language ?? document?.language ?? 'en',
  }, names)
}

async function updateEntry(entry: string, names: readonly string[]): Promise<void> {
  const text = await fs.readFile(entry, 'utf8')
  const current = text.replaceAll('\r\n', '\n')
  const next = addLectures(current, names)
  if (next !== current)
    await replaceFile(entry, text === current ? next : next.replaceAll('\n', '\r\n'))
}
