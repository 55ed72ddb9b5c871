import type { Problem } from '../core/errors.ts'
import type { Lecture } from '../course/course.ts'
import type { PrintedLecture } from './print-lectures.ts'
import fs from 'node:fs/promises'
import path from 'node:path'
import { withSlashes } from '../core/files.ts'

const RECORD = 'printed.json'

interface PrintRecord {
  /** What it was made from. */
  key: string
  /** Paths below the lecture's folder. */
  files: string[]
  printed: Omit<PrintedLecture, 'lecture'>
}

/** What a lecture has printed, with its files. */
export interface PrintedFolder {
  printed: PrintedLecture
  /** Where its files are. */
  folder: string
  /** Paths below that folder. */
  files: readonly string[]
  /** What it was made from. */
  key: string
}

/**
 * Writes into an empty folder what a lecture has printed.
 * @param root folder of the course; places in it are kept as they are anywhere
 */
export async function writePrintRecord(
  kept: string,
  { printed: { lecture, warnings, ...printed }, folder, files, key }: PrintedFolder,
  root: string,
): Promise<void> {
  await copyFiles(files, folder, kept)
  const placed = warnings.map(warning => moved(warning, file => fromRoot(file, root)))
  const record: PrintRecord = { key, files: [...files], printed: { ...printed, warnings: placed } }
  await fs.writeFile(path.join(kept, RECORD), JSON.stringify(record))
}

/** What a folder keeps of a lecture, where its record is whole. */
export async function readPrintRecord(kept: string): Promise<PrintRecord | undefined> {
  return fs.readFile(path.join(kept, RECORD), 'utf8').then(text => JSON.parse(text) as PrintRecord, () => undefined)
}

/**
 * Puts what a lecture has printed into its folder of a site.
 * @throws what the file system says where a file is not there
 */
export async function restorePrintRecord(
  { files, printed }: PrintRecord,
  { lecture, kept, folder, root }: { lecture: Lecture, kept: string, folder: string, root: string },
): Promise<PrintedLecture> {
  await copyFiles(files, kept, folder)
  const warnings = printed.warnings.map(warning => moved(warning, file => path.resolve(root, file)))
  return { lecture, ...printed, warnings }
}

function moved(problem: Problem, place: (file: string) => string): Problem {
  return problem.file === undefined ? problem : { ...problem, file: place(problem.file) }
}

function fromRoot(file: string, root: string): string {
  return withSlashes(path.relative(root, file))
}

async function copyFiles(files: readonly string[], from: string, to: string): Promise<void> {
  await fs.mkdir(to, { recursive: true })
  await Promise.all(files.map(async (file) => {
    await fs.mkdir(path.dirname(path.join(to, file)), { recursive: true })
    await fs.copyFile(path.join(from, file), path.join(to, file))
  }))
}
