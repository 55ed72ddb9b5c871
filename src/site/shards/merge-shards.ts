import type { Course } from '../../course/course.ts'
import type { PrintedLecture } from '../../paper/print-lectures.ts'
import type { FoundShard } from './read-shards.ts'
import fs from 'node:fs/promises'
import path from 'node:path'
import { displayPath, UserError } from '../../core/errors.ts'
import { printersDigest } from '../../paper/print-cache.ts'
import { readPrintRecord, restorePrintRecord } from '../../paper/print-record.ts'
import { DECKS, PRINTED } from './shard.ts'
import { courseDigest, folderDigest } from './sources.ts'

/**
 * Puts the decks and prints of all shards into a site, where one machine would have made them.
 * @returns what was printed, in the order of the course
 * @throws UserError where the shards are not of this course as it is here, or one of them is not whole
 */
export async function mergeShards(
  course: Course,
  { shards, folder }: { shards: readonly FoundShard[], folder: string },
): Promise<PrintedLecture[]> {
  const [first] = shards as [FoundShard]
  const { sources } = first
  if (sources.course !== courseDigest(course) || sources.toolkit !== await printersDigest()) {
    const of = first.commit ? ` of commit ${first.commit}` : ''
    throw new UserError(
      `The shards${of} were built from other sources than those in ${displayPath(course.root)}.`,
      'Put them together in the same state of the course and of Docent, or build them again.',
    )
  }
  const decks = path.join(first.folder, DECKS)
  if (await folderDigest(decks) !== sources.decks)
    throw incomplete(first)
  await fs.cp(decks, folder, { recursive: true })
  return Promise.all(course.lectures.map(async (lecture) => {
    const shard = shards.find(({ lectures }) => lectures.includes(lecture.slug)) ?? first
    const kept = path.join(shard.folder, PRINTED, lecture.slug)
    try {
      const place = { lecture, kept, folder: path.join(folder, lecture.slug), root: course.root }
      return await restorePrintRecord((await readPrintRecord(kept))!, place)
    }
    catch {
      throw incomplete(shard)
    }
  }))
}

function incomplete({ number, folder }: FoundShard): UserError {
  return new UserError(`Shard ${number} in ${displayPath(folder)} is not whole.`, 'Copy it again, or build it again.')
}
