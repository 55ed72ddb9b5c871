import type { Lecture } from '../course/course.ts'
import type { FoundTalk } from './log/find-talk.ts'
import type { DrawnPage } from './log/talk-ink.ts'
import { findTalks } from './log/find-talk.ts'
import { inkBefore } from './log/talk-files.ts'
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
  const found = findTalks(lectures, wanted)
  const inks = new Map(Array.from(found, ([slug, talk]) => [slug, inkOf(talk, language)]))
  return ({ slug }) => inks.get(slug)
}

function inkOf({ talk: { events }, talks }: FoundTalk, language: string): InkOfTalk {
  const { ink, started } = replay(events, inkBefore(events, talks))
  const date = new Date(started ?? events[0]?.time ?? 0)
  return { day: new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(date), pages: [...ink.values()] }
}
