import type { Lecture } from '../course/course.ts'
import type { WrittenTalk } from './log/talk-files.ts'
import type { DrawnPage } from './log/talk-ink.ts'
import path from 'node:path'
import { UserError } from '../core/errors.ts'
import { inkBefore, writtenTalks } from './log/talk-files.ts'
import { replay } from './log/talk-state.ts'

/** What was drawn in a talk, with the day on which that began. */
export interface InkOfTalk { day: string, pages: DrawnPage[] }

/**
 * What was drawn in the talks of lectures, by lecture: in the last one, that of a day such as `2026-05-04`, or that of
 * a file. A lecture without such a talk has nothing.
 * @throws UserError where none of them has such a talk
 */
export function inkOfTalks(
  lectures: readonly Lecture[],
  wanted: string,
  language: string,
): (lecture: Lecture) => InkOfTalk | undefined {
  const found = new Map(lectures.flatMap((lecture) => {
    const talks = writtenTalks(lecture)
    const talk = findTalk(talks, wanted)
    return talk ? [[lecture.slug, inkOf(talk, talks, language)] as const] : []
  }))
  if (!found.size)
    throw noSuchTalk(lectures, wanted)
  return ({ slug }) => found.get(slug)
}

function inkOf({ events }: WrittenTalk, talks: readonly WrittenTalk[], language: string): InkOfTalk {
  const { ink, started } = replay(events, inkBefore(events, talks))
  const date = new Date(started ?? events[0]?.time ?? 0)
  return { day: new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(date), pages: [...ink.values()] }
}

/** A talk by its day, its file, or the last one. */
export function findTalk(talks: readonly WrittenTalk[], wanted: string | undefined): WrittenTalk | undefined {
  return wanted === undefined || wanted === 'last'
    ? talks.at(-1)
    : talks.findLast(({ name, file }) => name === wanted || path.resolve(wanted) === file)
}

function noSuchTalk(lectures: readonly Lecture[], wanted: string): UserError {
  const names = lectures.flatMap(lecture => writtenTalks(lecture).map(({ name }) => name))
  const hint = names.length
    ? `There are: ${[...new Set(names)].join(', ')}; write one of these, last, or the file of a talk.`
    : 'A talk is written down by npm run present.'
  const [lecture] = lectures
  const whose = lectures.length === 1 ? `"${lecture!.title}"` : 'these lectures'
  return new UserError(`There is no talk "${wanted}" of ${whose}.`, hint, { file: lecture?.file })
}
