import type { LectureRecord } from './records.ts'
import fs from 'node:fs/promises'
import path from 'node:path'
import { readLectureFile } from '../merge/lecture-file.ts'
import { hashOfRef } from '../source-ref.ts'

/** Two lectures are one where one slide of so many has the same source. */
const SHARED = 3

/** The hashes of the sources of slides, as their texts remember them. */
export function hashesIn(texts: readonly string[]): Set<string> {
  return new Set(texts.flatMap(text => hashOfRef(/^source: (.*\S)$/m.exec(text)?.[1]) ?? []))
}

/** Whether enough slides were made of the same source to be the same lecture, under whatever name. */
export function isSameLecture(record: LectureRecord, hashes: ReadonlySet<string>): boolean {
  const own = hashesIn(record.slides.map(({ text }) => text))
  const shared = [...own].filter(hash => hashes.has(hash)).length
  return shared > 0 && shared * SHARED >= Math.min(own.size, hashes.size)
}

/**
 * Finds lectures whose files a person has renamed: a record without a file belongs to the file without a record that
 * was made from the same. Such records get the slug of the file.
 * @param files names in `slides/` by slug
 * @returns former slugs of lectures by their slugs now
 */
export async function adoptRenamed(
  root: string,
  files: ReadonlyMap<string, string>,
  records: Map<string, LectureRecord>,
): Promise<Map<string, string>> {
  const former = new Map<string, string>()
  const lost = [...records].filter(([slug]) => !files.has(slug))
  const strangers = lost.length ? [...files].filter(([slug]) => !records.has(slug)) : []
  for (const [slug, name] of strangers) {
    const text = (await fs.readFile(path.join(root, 'slides', name), 'utf8')).replace(/\r\n?/g, '\n')
    const hashes = hashesIn(readLectureFile(text).map(({ text }) => text))
    const found = lost.find(([old, record]) => records.has(old) && isSameLecture(record, hashes))
    if (!found)
      continue
    const [old, record] = found
    records.delete(old)
    records.set(slug, { ...record, titleSlug: record.titleSlug ?? old })
    former.set(slug, old)
  }
  return former
}
