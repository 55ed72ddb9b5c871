import type { Problem } from '../../core/errors.ts'
import type { LectureRecord } from './records.ts'
import type { WrittenLecture } from './write-lecture.ts'
import fs from 'node:fs/promises'
import path from 'node:path'
import { throwProblems } from '../../core/errors.ts'
import { lectureSlug } from '../../course/ids.ts'
import { readLectureFile } from '../merge/lecture-file.ts'
import { adoptRenamed, hashesIn, isSameLecture } from './former-lectures.ts'
import { freeSlug, knownSlug, slugOfTitle } from './slugs.ts'

/** What happens to a lecture's file. */
export type Outcome = 'new' | 'merged' | 'unchanged' | 'replaced' | 'stays deleted'

/** Where a lecture goes, and what is there. */
export interface LecturePlace {
  slug: string
  file: string
  outcome: Exclude<Outcome, 'unchanged'>
  /** The text that is there now, with LF line ends. */
  current?: string
  /** Whether its lines end with CRLF. */
  hasCrlf?: boolean
  record?: LectureRecord
}

export interface ExistingCourse {
  root: string
  /** File names in `slides/` by slug. */
  files: Map<string, string>
  records: Map<string, LectureRecord>
  /** Former slugs of lectures whose files a person has renamed, by their slugs now. */
  renamed: Map<string, string>
}

export async function readExisting(root: string, records: Map<string, LectureRecord>): Promise<ExistingCourse> {
  const all = await fs.readdir(path.join(root, 'slides')).catch(() => [])
  const names = all.filter(name => name.endsWith('.md')).sort()
  const files = new Map(names.map(name => [lectureSlug(name), name]))
  return { root, files, records, renamed: await adoptRenamed(root, files, records) }
}

export interface PlaceOptions {
  /** What the course calls the document, and what it called documents that are no longer there. */
  document: string
  gone: ReadonlySet<string>
  existing: ExistingCourse
  /** Slugs of lectures that have a place; those of these lectures are added. */
  taken: Set<string>
  /** Digits of the numbers of new files. */
  width: number
  /** File name of the lecture before these. */
  before?: string
  /** Overwrite what is there. */
  force: boolean
}

/**
 * Finds a file for each lecture: the one that it was written to last time, or a new one after all others.
 * @throws UserError that names every lecture of a person that would be overwritten
 */
export async function placeLectures(
  lectures: readonly WrittenLecture[],
  { document, gone, existing, taken, width, before, force }: PlaceOptions,
): Promise<LecturePlace[]> {
  const { root, files, records } = existing
  const problems: Problem[] = []
  const places: LecturePlace[] = []
  const slugs = lectures.map(({ title }) => slugOfTitle(title))
  const own = new Set(slugs)
  const names = new Set([document, formerName(lectures, slugs, { document, gone, records })])
  const belongsToOther = (slug: string) => records.has(slug) && !names.has(records.get(slug)!.document)
  for (const [i, lecture] of lectures.entries()) {
    const slug = knownSlug(lecture, slugs[i]!, { own, names, records, taken })
      ?? freeSlug(slugs[i]!, slug => taken.has(slug) || belongsToOther(slug))
    taken.add(slug)
    const name = files.get(slug)
    const others = places.map(({ file }) => path.basename(file))
    const after = others.at(-1) ?? before
    const file = path.join(root, 'slides', name ?? newName(slug, [...files.values(), ...others], width, after))
    const record = belongsToOther(slug) ? undefined : records.get(slug)
    const text = name === undefined ? undefined : await fs.readFile(file, 'utf8')
    const current = text?.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
    if (current !== undefined && !force && !record && !isGenerated(current)) {
      const hint = 'Rename it, or overwrite it with --force.'
      problems.push({ message: 'This lecture exists and was not generated.', hint, file })
    }
    const outcome = outcomeOf(current, record, force)
    places.push({ slug, file, outcome, current, record, hasCrlf: text?.includes('\r\n') })
  }
  throwProblems(problems)
  return places
}

/** Whether a slide of a lecture remembers the document that it was generated from. */
function isGenerated(lecture: string): boolean {
  return readLectureFile(lecture).some(({ ref }) => ref)
}

/** @param current what is there now */
function outcomeOf(
  current: string | undefined,
  record: LectureRecord | undefined,
  force: boolean,
): LecturePlace['outcome'] {
  if (current !== undefined)
    return force ? 'replaced' : 'merged'
  return record && !force ? 'stays deleted' : 'new'
}

interface DocumentNames {
  document: string
  gone: ReadonlySet<string>
  records: ReadonlyMap<string, LectureRecord>
}

/** What a renamed document was called: one that is gone, and whose lectures have its titles or sources. */
function formerName(
  lectures: readonly WrittenLecture[],
  slugs: readonly string[],
  { document, gone, records }: DocumentNames,
): string {
  const isKnown = [...records.values()].some(record => record.document === document)
  if (isKnown)
    return document
  const hashes = hashesIn(lectures.flatMap(({ texts }) => texts))
  const found = [...records].find(([slug, record]) => gone.has(record.document)
    && (slugs.includes(record.titleSlug ?? slug) || isSameLecture(record, hashes)))
  return found?.[1].document ?? document
}

/**
 * Digits that numbers of files get: so many that all lectures of a new course stand in order. Files that are there keep
 * their names.
 */
export function digitsFor(files: ReadonlyMap<string, string>, more: number): number {
  const lengths = Array.from(files.values(), name => /^\d+/.exec(name)?.[0].length ?? 0)
  return Math.max(2, String(files.size + more).length, ...lengths)
}

/** A name with the number after that of the lecture before it where no other has it, else after all others. */
function newName(slug: string, names: readonly string[], width: number, before: string | undefined): string {
  const numbers = names.map(numberOf)
  const next = before === undefined ? 0 : numberOf(before) + 1
  const number = next && !numbers.includes(next) ? next : Math.max(0, ...numbers) + 1
  return `${String(number).padStart(width, '0')}-${slug}.md`
}

function numberOf(name: string): number {
  return Number(/^\d+/.exec(name)?.[0] ?? 0)
}
