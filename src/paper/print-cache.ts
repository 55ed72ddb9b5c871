import type { Course, Lecture } from '../course/course.ts'
import type { PrintedLecture } from './print-lectures.ts'
import { createHash } from 'node:crypto'
import fs from 'node:fs/promises'
import path from 'node:path'
import { replaceFolder, whereWritable } from '../core/output.ts'
import { sharedFingerprint } from '../course/fingerprint.ts'

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

/**
 * What lectures have printed, kept in `.docent/cache/print/` of the course, so that a build prints only those that have
 * changed.
 * @param options what else the prints depend on
 */
export async function openPrintCache(course: Course, options: unknown): Promise<PrintCache> {
  const root = path.join(course.root, '.docent', 'cache', 'print')
  const shared = [await sharedFingerprint(course.root), { ...course, lectures: [] }, options]
  // The index of a slide in the whole course moves with the slides of other lectures.
  const withoutIndex = (name: string, value: unknown) => name === 'index' ? undefined : value
  const keyOf = (lecture: Lecture) =>
    createHash('sha256').update(JSON.stringify([shared, lecture], withoutIndex)).digest('hex')
  return {
    async restore(lecture, folder) {
      const kept = path.join(root, lecture.slug)
      const record = await readRecord(path.join(kept, RECORD))
      if (record?.key !== keyOf(lecture))
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
        const record: CacheRecord = { key: keyOf(lecture), files: [...files], printed }
        await fs.writeFile(path.join(kept, RECORD), JSON.stringify(record))
      }))
    },
  }
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
