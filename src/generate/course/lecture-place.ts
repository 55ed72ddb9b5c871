import type { Problem } from '../../core/errors.ts'
import type { LectureRecord } from './records.ts'
import type { WrittenLecture } from './write-lecture.ts'
import fs from 'node:fs/promises'
import path from 'node:path'
import { throwProblems } from '../../core/errors.ts'
import { lectureSlug } from '../../course/ids.ts'
import { readLectureFile } from '../merge/lecture-file.ts'
import { freeSlug, knownSlug, slugOfTitle } from './slugs.ts'

/** What happens to a lecture's file. */
export type Outcome = 'new' | 'merged' | 'unchanged' | 'replaced' | 'stays deleted'

/** Where a lecture goes, and what is there. */
export interface LecturePlace {
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
  const all = await fs.readdir(path.join(root, 'slides')).catch(() => [])
  const names = all.filter(name => name.endsWith('.md')).sort()
  return { root, files: new Map(names.map(name => [lectureSlug(name), name])), records }
}

export interface PlaceOptions {
  /** What the course calls the document. */
  document: string
  existing: ExistingCourse
  /** Slugs of lectures that have a place; those of these lectures are added. */
  taken: Set<string>
  /** Overwrite what is there. */
  force: boolean
}

/**
 * Finds a file for each lecture: the one that it was written to last time, or a new one after all others.
 * @throws UserError that names every lecture of a person that would be overwritten
 */
export async function placeLectures(
  lectures: readonly WrittenLecture[],
  { document, existing: { root, files, records }, taken, force }: PlaceOptions,
): Promise<LecturePlace[]> {
  const problems: Problem[] = []
  const places: LecturePlace[] = []
  const slugs = lectures.map(({ title }) => slugOfTitle(title))
  const own = new Set(slugs)
  const belongsToOther = (slug: string) => records.has(slug) && records.get(slug)!.document !== document
  for (const [i, lecture] of lectures.entries()) {
    const slug = knownSlug(lecture, slugs[i]!, { own, document, records, taken })
      ?? freeSlug(slugs[i]!, slug => taken.has(slug) || belongsToOther(slug))
    taken.add(slug)
    const name = files.get(slug)
    const file = path.join(root, 'slides', name ?? newName(slug, files, places))
    const record = belongsToOther(slug) ? undefined : records.get(slug)
    const current = name === undefined ? undefined : await fs.readFile(file, 'utf8')
    if (current !== undefined && !force && !record && !isGenerated(current)) {
      const hint = 'Rename it, or overwrite it with --force.'
      problems.push({ message: 'This lecture exists and was not generated.', hint, file })
    }
    places.push({ slug, file, outcome: outcomeOf(current, record, force), current, record })
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

/** A name with a number after all others. */
function newName(slug: string, files: ReadonlyMap<string, string>, places: readonly LecturePlace[]): string {
  const names = [...files.values(), ...places.map(({ file }) => path.basename(file))]
  const number = Math.max(0, ...names.map(name => Number(/^\d+/.exec(name)?.[0] ?? 0))) + 1
  return `${String(number).padStart(2, '0')}-${slug}.md`
}
