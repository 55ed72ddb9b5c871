import type { SourceDocument } from '../document.ts'
import type { GeneratedCourse } from './generate-course.ts'
import type { GeneratedLecture } from './make-lectures.ts'
import type { Picture } from './pictures.ts'
import { existsSync } from 'node:fs'
import fs from 'node:fs/promises'
import path from 'node:path'
import { withSlashes } from '../../core/files.ts'
import { replaceFile, replaceFolder } from '../../core/output.ts'
import { isPackaged, toolkitRoot } from '../../core/toolkit.ts'
import { parseSlides } from '../../slidev/contract/source.ts'
import { choicesOf } from '../plan/slide.ts'
import { addLectures, newCourseFile } from './course-file.ts'
import { bytesOf } from './pictures.ts'
import { removeRecord, writeRecord } from './records.ts'

const ENTRY = 'slides.md'

export interface SaveOptions {
  /** Of a new course. */
  title: string
  /** Of a new course; the first document's without it. */
  language?: string
  /** Slugs that lectures had before a person renamed their files. */
  formerSlugs: Iterable<string>
  /** What the course calls a document. */
  nameOf: (document: SourceDocument) => string
}

/** Writes a course: a new one as a whole, changes to one that is there file by file. */
export async function saveCourse(course: GeneratedCourse, options: SaveOptions): Promise<void> {
  course.lectures.filter(({ outcome }) => outcome === 'new').forEach(checkSlides)
  const { root, isNew } = course
  if (!isNew)
    return saveIn(root, course, options)
  if (!existsSync(root))
    return replaceFolder(root, folder => saveIn(folder, course, options))
  await replaceFolder(path.join(root, '.docent-new'), folder => saveIn(folder, course, options))
  await moveIn(path.join(root, '.docent-new'), root)
}

/** Moves a new course into its folder, the file that makes it one last. */
async function moveIn(from: string, root: string): Promise<void> {
  const names = await fs.readdir(from)
  for (const name of names.sort((a, b) => Number(a === ENTRY) - Number(b === ENTRY)))
    await fs.rename(path.join(from, name), path.join(root, name))
  await fs.rmdir(from)
}

/** Writes pictures first, then lectures, then the course that names them: what is there at any moment is whole. */
async function saveIn(folder: string, { root, isNew, lectures }: GeneratedCourse, options: SaveOptions): Promise<void> {
  const kept = lectures.filter(({ outcome }) => outcome !== 'stays deleted')
  for (const picture of kept.flatMap(({ pictures }) => pictures))
    await savePicture(folder, picture)
  for (const { place, text, outcome } of kept) {
    const file = path.join(folder, path.relative(root, place.file))
    if (outcome !== 'unchanged')
      await replaceFile(file, place.hasCrlf ? text.replaceAll('\n', '\r\n') : text)
  }
  for (const lecture of kept)
    await saveRecord(folder, lecture, options)
  for (const slug of options.formerSlugs)
    await removeRecord(folder, slug)
  const names = kept.map(({ place }) => path.basename(place.file))
  const entry = path.join(folder, ENTRY)
  if (isNew)
    await replaceFile(entry, newEntry(root, lectures, names, options))
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
  { place, lecture, base, document, split }: GeneratedLecture,
  { nameOf }: SaveOptions,
): Promise<void> {
  const slides = base.map((text, i) => ({ text, choices: choicesOf(lecture.drafts[i]!) }))
  const titleSlug = place.record?.titleSlug
  await writeRecord(root, place.slug, { document: nameOf(document), split, ...titleSlug && { titleSlug }, slides })
}

function newEntry(
  root: string,
  lectures: readonly GeneratedLecture[],
  names: string[],
  { title, language }: SaveOptions,
): string {
  // What is installed is found by its name.
  const way = path.relative(root, toolkitRoot)
  // On another drive there is no path from here.
  const byPath = path.isAbsolute(way) ? undefined : `@/${withSlashes(way)}`
  const document = lectures[0]?.document
  return newCourseFile({
    title,
    description: lectures.length === 1 ? document?.description : undefined,
    author: document?.author,
    language: language ?? document?.language ?? 'en',
    docent: isPackaged ? 'docent' : byPath,
  }, names)
}

async function updateEntry(entry: string, names: readonly string[]): Promise<void> {
  const text = await fs.readFile(entry, 'utf8')
  const current = text.replaceAll('\r\n', '\n')
  const next = addLectures(current, names)
  if (next !== current)
    await replaceFile(entry, text === current ? next : next.replaceAll('\n', '\r\n'))
}
