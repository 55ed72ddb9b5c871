import type { Lecture } from '../../course/course.ts'
import type { WrittenTalk } from './talk-files.ts'
import path from 'node:path'
import { UserError } from '../../core/errors.ts'
import { typed } from '../../core/typed.ts'
import { writtenTalks } from './talk-files.ts'

/** A talk of a lecture that is meant, with all of its talks, the oldest first. */
export interface FoundTalk { talk: WrittenTalk, talks: WrittenTalk[] }

/** A talk by its day, its file, or the last one. */
export function findTalk(talks: readonly WrittenTalk[], wanted: string | undefined): WrittenTalk | undefined {
  return wanted === undefined || wanted === 'last'
    ? talks.at(-1)
    : talks.findLast(({ name, file }) => name === wanted || path.resolve(wanted) === file)
}

/**
 * The talks that are meant of lectures, by slug; a lecture without such a talk has none.
 * @param wanted `last`, a day such as `2026-05-04`, or the file of a talk
 * @throws UserError where none of them has such a talk
 */
export function findTalks(lectures: readonly Lecture[], wanted: string): Map<string, FoundTalk> {
  const found = new Map(lectures.flatMap((lecture) => {
    const talks = writtenTalks(lecture)
    const talk = findTalk(talks, wanted)
    return talk ? [[lecture.slug, { talk, talks }] as const] : []
  }))
  if (!found.size)
    throw noSuchTalk(lectures, wanted)
  return found
}

function noSuchTalk(lectures: readonly Lecture[], wanted: string): UserError {
  const names = lectures.flatMap(lecture => writtenTalks(lecture).map(({ name }) => name))
  const hint = names.length
    ? `There are: ${[...new Set(names)].join(', ')}; write one of these, last, or the file of a talk.`
    : `A talk is written down by ${typed('present')}.`
  const [lecture] = lectures
  const whose = lectures.length === 1 ? `"${lecture!.title}"` : 'these lectures'
  return new UserError(`There is no talk "${wanted}" of ${whose}.`, hint, { file: lecture?.file })
}
