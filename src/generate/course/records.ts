import type { Choice } from '../plan/slide.ts'
import type { Split } from '../splits.ts'
import fs from 'node:fs/promises'
import path from 'node:path'
import { replaceFile } from '../../core/output.ts'

/**
 * What is kept of a generated lecture, in `.docent/generate/<slug>.notes.json`: for the next run, and to explain what
 * was chosen.
 */
export interface LectureRecord {
  /** The document, relative to the course's folder, or `-`. */
  document: string
  split: Split
  /** The slug that its title gives, where a person has renamed its file. */
  titleSlug?: string
  /** Each slide as it was generated, with the sentences that could stand on it. */
  slides: { text: string, choices: Choice[] }[]
}

const ENDING = '.notes.json'

function recordFolder(root: string): string {
  return path.join(root, '.docent', 'generate')
}

/** Records of a course by the slugs of its lectures. */
export async function readRecords(root: string): Promise<Map<string, LectureRecord>> {
  const folder = recordFolder(root)
  const names = (await fs.readdir(folder).catch(() => [])).filter(name => name.endsWith(ENDING)).sort()
  const records = await Promise.all(names.map(async (name) => {
    const record = await readRecord(path.join(folder, name))
    return record ? [[name.slice(0, -ENDING.length), record] as const] : []
  }))
  return new Map(records.flat())
}

/** A broken record is as good as none: the references in the slides remain. */
async function readRecord(file: string): Promise<LectureRecord | undefined> {
  try {
    const record = JSON.parse(await fs.readFile(file, 'utf8')) as LectureRecord
    return Array.isArray(record.slides) ? record : undefined
  }
  catch {
    return undefined
  }
}

/** Forgets a lecture, as when its file has another name now. */
export async function removeRecord(root: string, slug: string): Promise<void> {
  await fs.rm(path.join(recordFolder(root), `${slug}${ENDING}`), { force: true })
}

export async function writeRecord(root: string, slug: string, record: LectureRecord): Promise<void> {
  const file = path.join(recordFolder(root), `${slug}${ENDING}`)
  await replaceFile(file, `${JSON.stringify(record, null, 2)}\n`)
}
