import type { LectureRecord } from './records.ts'
import type { WrittenLecture } from './write-lecture.ts'
import { idFromTitle, slugProblem } from '../../course/ids.ts'
import { hashesIn, isSameLecture } from './former-lectures.ts'

/** A slug for a lecture of this title. */
export function slugOfTitle(title: string): string {
  const slug = idFromTitle(title).replace(/^\d+[-_. ]+/, '') || 'lecture'
  return slugProblem(slug) ? `lecture-${slug}` : slug
}

/** The slug, or the first of `slug-2`, `slug-3` … that is not taken. */
export function freeSlug(slug: string, isTaken: (slug: string) => boolean): string {
  let n = 1
  while (isTaken(numbered(slug, n)))
    n++
  return numbered(slug, n)
}

function numbered(slug: string, n: number): string {
  return n > 1 ? `${slug}-${n}` : slug
}

export interface FormerLectures {
  /** Slugs of the titles that all lectures of the document have now. */
  own: ReadonlySet<string>
  /** What the course calls the document, and what it called it before it was renamed. */
  names: ReadonlySet<string>
  records: ReadonlyMap<string, LectureRecord>
  /** Slugs of lectures that have a place. */
  taken: ReadonlySet<string>
}

/** The slug of a former run, where the title or the file's name has changed since but most of the text has not. */
export function knownSlug(
  { texts }: WrittenLecture,
  slug: string,
  { own, names, records, taken }: FormerLectures,
): string | undefined {
  const isOpen = (known: string) => names.has(records.get(known)?.document ?? '') && !taken.has(known)
  for (let n = 1; n === 1 || records.has(numbered(slug, n)); n++) {
    if (isOpen(numbered(slug, n)))
      return numbered(slug, n)
  }
  const hashes = hashesIn(texts)
  for (const [known, record] of records) {
    if (isOpen(known) && (record.titleSlug === slug || (!own.has(known) && isSameLecture(record, hashes))))
      return known
  }
}
