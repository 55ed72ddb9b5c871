import type { Course, Lecture } from '../course/course.ts'
import type { PrintedLecture } from './print-lectures.ts'
import fs from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { filesBelow } from '../core/files.ts'
import { hashFile, hashValue } from '../core/inputs.ts'
import { replaceFolder } from '../core/output.ts'
import { toolkitRoot } from '../core/toolkit.ts'
import { whereWritable } from '../core/unwritable.ts'
import { lastChange } from '../course/last-change.ts'
import { digestBeside, openDeckDigests } from '../slidev/deck-digest.ts'
import { formatDay } from './handout/version.ts'

const RECORD = 'printed.json'

interface CacheRecord {
  key: string
  /** Paths below the lecture's folder. */
  files: string[]
  printed: Omit<PrintedLecture, 'lecture'>
}

interface PrintCache {
  /** Puts what a lecture printed last time into a folder, where nothing has changed that it is made from. */
  restore: (lecture: Lecture, folder: string) => Promise<PrintedLecture | undefined>
  /** Keeps what a lecture has printed into a folder, in place of what it printed before. */
  keep: (printed: PrintedLecture, folder: string, files: readonly string[]) => Promise<void>
}

/** What prints a deck, besides the deck itself. */
const PRINTERS = ['src', 'packages', 'package-lock.json', 'node_modules/.package-lock.json']

/**
 * What lectures have printed, kept in `.docent/cache/print/` of the course, so that a build prints only those that have
 * changed: whose deck, of whatever it is made, is not the same.
 * @param options.decks folder of the built decks, before anything is printed there
 * @param options.options what else the prints depend on
 */
export async function openPrintCache(
  course: Course,
  { decks, options }: { decks: string, options: unknown },
): Promise<PrintCache> {
  const root = path.join(course.root, '.docent', 'cache', 'print')
  const { lectures, warnings, ...fields } = course
  const digestOf = await openDeckDigests(decks)
  const shared = [fields, options, await printersDigest(), await digestBeside(decks, lectures.map(({ slug }) => slug))]
  const keys = new Map(await Promise.all(lectures.map(async lecture => [lecture.slug, hashValue([
    shared,
    digestOf(lecture.slug),
    formatDay(await lastChange(lecture), course.language),
    // The index of a slide in the whole course moves with the slides of other lectures.
    { ...lecture, slides: lecture.slides.map(slide => ({ ...slide, index: undefined })) },
  ])] as const)))
  return {
    async restore(lecture, folder) {
      const kept = path.join(root, lecture.slug)
      const record = await readRecord(path.join(kept, RECORD))
      if (!record || record.key !== keys.get(lecture.slug))
        return
      try {
        await copyFiles(record.files, kept, folder)
      }
      catch {
        // Somebody has tidied up in the cache: it is printed again.
        return
      }
      return { lecture, ...record.printed }
    },
    async keep({ lecture, ...printed }, folder, files) {
      await whereWritable(() => replaceFolder(path.join(root, lecture.slug), async (kept) => {
        await copyFiles(files, folder, kept)
        const record: CacheRecord = { key: keys.get(lecture.slug)!, files: [...files], printed }
        await fs.writeFile(path.join(kept, RECORD), JSON.stringify(record))
      }))
    },
  }
}

async function printersDigest(): Promise<string> {
  const files = await Promise.all(PRINTERS.map(name => filesBelow(path.join(toolkitRoot, name))))
  const contents = files.flat().map(file => [path.relative(toolkitRoot, file), hashFile(file)])
  return hashValue([process.version, contents])
}

async function readRecord(file: string): Promise<CacheRecord | undefined> {
  return fs.readFile(file, 'utf8').then(text => JSON.parse(text) as CacheRecord, () => undefined)
}

async function copyFiles(files: readonly string[], from: string, to: string): Promise<void> {
  await Promise.all(files.map(async (file) => {
    await fs.mkdir(path.dirname(path.join(to, file)), { recursive: true })
    await fs.copyFile(path.join(from, file), path.join(to, file))
  }))
}
