import type { Choice } from '../plan/slide.ts'
import fs from 'node:fs/promises'
import path from 'node:path'
import { replaceFile } from '../../core/output.ts'

/** What is kept of a generated lecture, in `.docent/generate/<slug>.notes.json`: for the next run, and to explain the choice. */
export interface LectureRecord {
  /** The document, relative to the course's folder, or `-`. */
  document: string
  split: string
  /** Each slide as it was generated, with the sentences that could stand on it. */
  slides: { text: string, choices: Choice[] }[]
}

function recordFolder(root: string): string {
  return path.join(root, '.docent', 'generate')
}

/** Records of a course by the slugs of its lectures. */
export async function readRecords(root: string): Promise<Map<string, LectureRecord>> {
  const names = (await fs.readdir(recordFolder(root)).catch(() => [])).filter(name => name.endsWith('.notes.json')).sort()
  const records = await Promise.all(names.map(async (name) => {
    try {
      return [name.slice(0, -'.notes.json'.length), JSON.parse(await fs.readFile(path.join(recordFolder(root), name), 'utf8')) as LectureRecord] as const
    }
    catch {
      // A broken record is as good as none: the marks in the slides remain.
      return undefined
    }
  }))
  return new Map(records.filter(entry => entry !== undefined && Array.isArray(entry[1].slides)) as [string, LectureRecord][])
}

export async function writeRecord(root: string, slug: string, record: LectureRecord): Promise<void> {
  await replaceFile(path.join(recordFolder(root), `${slug}.notes.json`), `${JSON.stringify(record, null, 2)}\n`)
}
