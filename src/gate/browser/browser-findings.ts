import type { Finding } from '../../check/finding.ts'
import type { Course, Lecture } from '../../course/course.ts'
import type { CheckOptions } from '../run-check.ts'
import fs from 'node:fs/promises'
import path from 'node:path'
import { hashValue } from '../../core/inputs.ts'
import { replaceFile } from '../../core/output.ts'
import { whereWritable } from '../../core/unwritable.ts'
import { mapLectures } from '../../paper/deck/map-lectures.ts'
import { createPagePool } from '../../paper/deck/page-pool.ts'
import { placeless, printersDigest } from '../../paper/print-cache.ts'
import { withServedDecks } from '../../paper/served-decks.ts'
import { digestBeside, openDeckDigests } from '../../slidev/deck-digest.ts'
import { lookAtLecture } from './look-at-lecture.ts'

interface KeptFindings { key: string, findings: Finding[] }

/**
 * Looks at the decks of some lectures in a browser. What was found is kept in `.docent/cache/check/` of the course, and
 * looked for again only where a deck has changed.
 * @param course the whole course, whose decks are built together
 */
export async function browserFindings(
  course: Course,
  { lectures }: Course,
  { pictures, executablePath, progress, since }: CheckOptions & { since: number },
): Promise<Finding[]> {
  const serving = { audience: 'public', since, executablePath, progress } as const
  return withServedDecks(course, serving, async ({ browser, origin, folder }) => {
    const keyOf = await lectureKeys(course, folder, pictures)
    const kept = new Map<Lecture, Finding[] | undefined>()
    for (const lecture of lectures)
      kept.set(lecture, await restore(course, lecture, keyOf(lecture)))
    const changed = lectures.filter(lecture => !kept.get(lecture))
    if (changed.length)
      progress.step('Looking at each step of lectures')
    let done = 0
    const pool = createPagePool()
    try {
      const found = await mapLectures(browser, changed, (browser, lecture) => pool.use(browser, async (page) => {
        const findings = await lookAtLecture(page, lecture, { course, origin, pictures })
        await keep(course, lecture, { key: keyOf(lecture), findings })
        progress.count(++done, changed.length)
        return findings
      }))
      changed.forEach((lecture, i) => kept.set(lecture, found[i]))
    }
    finally {
      await pool.close()
    }
    return [...kept.values()].flatMap(findings => findings ?? [])
  })
}

/** What the findings of each lecture depend on. */
async function lectureKeys(course: Course, folder: string, pictures: boolean): Promise<(lecture: Lecture) => string> {
  const { root, lectures, warnings, ...fields } = course
  const digestOf = await openDeckDigests(folder)
  const beside = await digestBeside(folder, lectures.map(({ slug }) => slug))
  const shared = [placeless(fields, root), beside, await printersDigest(), pictures]
  const keys = new Map(lectures.map(lecture => [lecture.slug, hashValue([
    shared,
    digestOf(lecture.slug),
    placeless({ ...lecture, slides: lecture.slides.map(slide => ({ ...slide, index: undefined })) }, root),
  ])]))
  return ({ slug }) => keys.get(slug)!
}

function fileOf({ root }: Course, { slug }: Lecture): string {
  return path.join(root, '.docent', 'cache', 'check', `${slug}.json`)
}

async function restore(course: Course, lecture: Lecture, key: string): Promise<Finding[] | undefined> {
  try {
    const kept = JSON.parse(await fs.readFile(fileOf(course, lecture), 'utf8')) as KeptFindings
    const at = (file?: string) => file === undefined ? undefined : path.resolve(course.root, file)
    return kept.key === key ? kept.findings.map(one => ({ ...one, file: at(one.file) })) : undefined
  }
  catch {
    // Nothing is kept, or a crash has cut it.
    return undefined
  }
}

async function keep(course: Course, lecture: Lecture, { key, findings }: KeptFindings): Promise<void> {
  const placed = findings.map(one => one.file ? { ...one, file: path.relative(course.root, one.file) } : one)
  await whereWritable(() => replaceFile(fileOf(course, lecture), JSON.stringify({ key, findings: placed })))
}
