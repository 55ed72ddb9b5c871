import type { Course, Lecture } from '../course/course.ts'
import type { PrintedLecture } from './print-lectures.ts'
import path from 'node:path'
import process from 'node:process'
import { filesBelow } from '../core/files.ts'
import { hashFile, hashValue } from '../core/inputs.ts'
import { replaceFolder } from '../core/output.ts'
import { packagesRoot, toolkitRoot } from '../core/toolkit.ts'
import { whereWritable } from '../core/unwritable.ts'
import { lastChange } from '../course/last-change.ts'
import { linkedPlaces } from '../course/links.ts'
import { digestBeside, openDeckDigests } from '../slidev/deck-digest.ts'
import { formatDay } from './handout/version.ts'
import { readPrintRecord, restorePrintRecord, writePrintRecord } from './print-record.ts'

interface PrintCache {
  /** Puts what a lecture printed last time into a folder, where nothing has changed that it is made from. */
  restore: (lecture: Lecture, folder: string) => Promise<RestoredLecture | undefined>
  /** Keeps what a lecture has printed into a folder, in place of what it printed before. */
  keep: (printed: PrintedLecture, folder: string, files: readonly string[]) => Promise<void>
}

interface RestoredLecture {
  printed: PrintedLecture
  /** Paths below the folder. */
  files: readonly string[]
}

/** What prints a deck, besides the deck itself. */
const PRINTERS = [
  ...['src', 'packages', 'package.json', 'package-lock.json'].map(name => path.join(toolkitRoot, name)),
  path.join(packagesRoot, '.package-lock.json'),
]

/**
 * What lectures have printed, kept in `.docent/cache/print/` of the course, so that a build prints only those that have
 * changed: whose deck, of whatever it is made, is not the same.
 * @param options.decks folder of the built decks, before anything is printed there
 * @param options.options what else the prints depend on
 * @param options.whole the course with all lectures to which links may lead
 */
export async function openPrintCache(
  course: Course,
  { decks, options, whole = course }: { decks: string, options: unknown, whole?: Course },
): Promise<PrintCache> {
  const { root, lectures } = course
  const cache = path.join(root, '.docent', 'cache', 'print')
  const digestOf = await openDeckDigests(decks)
  const { lectures: _, warnings, ...fields } = course
  const shared = [
    placeless(fields, root),
    options,
    await printersDigest(),
    await digestBeside(decks, lectures.map(({ slug }) => slug)),
  ]
  const keyOf = async (lecture: Lecture) => hashValue([
    shared,
    digestOf(lecture.slug),
    formatDay(await lastChange(lecture), course.language),
    linkedPlaces(lecture, whole),
    // The index of a slide in the whole course moves with the slides of other lectures.
    placeless({ ...lecture, slides: lecture.slides.map(slide => ({ ...slide, index: undefined })) }, root),
  ])
  const keys = new Map<string, Promise<string>>()
  const knownKeyOf = (lecture: Lecture) => {
    const key = keys.get(lecture.slug) ?? keyOf(lecture)
    keys.set(lecture.slug, key)
    return key
  }
  // Before anything is printed into the folder of the decks.
  await Promise.all(lectures.map(knownKeyOf))
  return {
    async restore(lecture, folder) {
      const kept = path.join(cache, lecture.slug)
      const record = await readPrintRecord(kept)
      if (!record || record.key !== await knownKeyOf(lecture))
        return
      try {
        return { printed: await restorePrintRecord(record, { lecture, kept, folder, root }), files: record.files }
      }
      catch {
        // Somebody has tidied up in the cache: it is printed again.
        return undefined
      }
    },
    async keep(printed, folder, files) {
      const key = await knownKeyOf(printed.lecture)
      await whereWritable(() => replaceFolder(path.join(cache, printed.lecture.slug), kept =>
        writePrintRecord(kept, { printed, folder, files, key }, root)))
    },
  }
}

/** What a course says, wherever its folder is. */
export function placeless(value: unknown, root: string): string {
  const place = JSON.stringify(root).slice(1, -1)
  return (JSON.stringify(value) ?? '').replaceAll(place, '')
}

/**
 * Finds out what a print cache will want to know of a course, which takes a second on a large one: for those who wait
 * for its decks.
 */
export async function getReadyToPrint({ lectures }: Course): Promise<void> {
  await Promise.all([printersDigest(), ...lectures.map(lastChange)])
}

let printers: Promise<string> | undefined

/** What the toolkit prints with is made of. */
export function printersDigest(): Promise<string> {
  return printers ??= digestOfPrinters()
}

async function digestOfPrinters(): Promise<string> {
  const files = await Promise.all(PRINTERS.map(filesBelow))
  const contents = files.flat().map(file => [path.relative(toolkitRoot, file), hashFile(file)])
  return hashValue([process.version, contents])
}
