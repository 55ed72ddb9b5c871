import type { LectureRecord } from './records.ts'
import type { WrittenLecture } from './written-lecture.ts'
import fs from 'node:fs/promises'
import path from 'node:path'
import { UserError } from '../../core/errors.ts'
import { idFromTitle, lectureSlug, slugProblem } from '../../course/ids.ts'
import { hashOf, readLectureFile } from '../merge/lecture-file.ts'

/** What happens to a lecture's file. */
export const outcomes = ['new', 'merged', 'unchanged', 'replaced', 'stays deleted'] as const
export type Outcome = typeof outcomes[number]

/** Where a lecture goes, and what is there. */
export interface Place {
  slug: string
  file: string
  outcome: Exclude<Outcome, 'unchanged'>
  /** The text that is there now. */
  current?: string
  record?: LectureRecord
}

export interface ExistingCourse {
  root: string
  /** File names in `slides/` by slug. */
  files: Map<string, string>
  records: Map<string, LectureRecord>
}

export async function readExisting(root: string, records: Map<string, LectureRecord>): Promise<ExistingCourse> {
  const names = (await fs.readdir(path.join(root, 'slides')).catch(() => [])).filter(name => name.endsWith('.md')).sort()
  return { root, files: new Map(names.map(name => [lectureSlug(name), name])), records }
}

/**
 * Finds a file for each lecture: the one that it was written to last time, or a new one after all others.
 * @throws UserError that names every lecture of a person that would be overwritten
 */
export async function placeLectures(lectures: readonly WrittenLecture[], document: string, { root, files, records }: ExistingCourse, taken: Set<string>, force: boolean): Promise<Place[]> {
  const problems: { message: string, hint: string, file: string }[] = []
  const places: Place[] = []
  const slugs = lectures.map(({ title }) => slugOf(title))
  const own = new Set(slugs)
  for (const [i, lecture] of lectures.entries()) {
    const slug = knownSlug(lecture, slugs[i]!, own, document, records, taken) ?? freeSlug(slugs[i]!, slug => taken.has(slug) || (records.has(slug) && records.get(slug)!.document !== document))
    taken.add(slug)
    const name = files.get(slug)
    const file = path.join(root, 'slides', name ?? `${String(nextNumber(files, places)).padStart(2, '0')}-${slug}.md`)
    const record = records.get(slug)?.document === document ? records.get(slug) : undefined
    const current = name === undefined ? undefined : await fs.readFile(file, 'utf8')
    const generated = current !== undefined && (record || readLectureFile(current).some(({ mark }) => hashOf(mark)))
    if (current !== undefined && !generated && !force)
      problems.push({ message: 'This lecture exists and was not generated.', hint: 'Rename it, or overwrite it with --force.', file })
    const outcome = force ? (current === undefined ? 'new' : 'replaced') : current !== undefined ? 'merged' : record ? 'stays deleted' : 'new'
    places.push({ slug, file, outcome, current, record })
  }
  if (problems.length)
    throw UserError.of(problems)
  return places
}

/** The slug of a former run, where the title has changed since but most of the text has not. */
function knownSlug({ texts }: WrittenLecture, slug: string, own: ReadonlySet<string>, document: string, records: ReadonlyMap<string, LectureRecord>, taken: ReadonlySet<string>): string | undefined {
  for (let n = 1; n === 1 || records.has(numbered(slug, n)); n++) {
    const known = numbered(slug, n)
    if (records.get(known)?.document === document && !taken.has(known))
      return known
  }
  const hashes = new Set(texts.map(markHash))
  for (const [known, record] of records) {
    const shared = record.slides.filter(({ text }) => hashes.has(markHash(text))).length
    if (record.document === document && !own.has(known) && !taken.has(known) && shared * 3 >= texts.length)
      return known
  }
}

function markHash(text: string): string | undefined {
  return /^source: .* (\S+)$/m.exec(text)?.[1]
}

function slugOf(title: string): string {
  const slug = idFromTitle(title).replace(/^\d+[-_. ]+/, '') || 'lecture'
  return slugProblem(slug) ? `lecture-${slug}` : slug
}

function freeSlug(slug: string, isTaken: (slug: string) => boolean): string {
  let n = 1
  while (isTaken(numbered(slug, n)))
    n++
  return numbered(slug, n)
}

function numbered(slug: string, n: number): string {
  return n > 1 ? `${slug}-${n}` : slug
}

function nextNumber(files: ReadonlyMap<string, string>, places: readonly Place[]): number {
  const numbers = [...files.values(), ...places.map(({ file }) => path.basename(file))].map(name => Number(/^\d+/.exec(name)?.[0] ?? 0))
  return Math.max(0, ...numbers) + 1
}
