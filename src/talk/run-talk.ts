import type { TalkReport } from './talk-report.ts'
import { loadCourse } from '../check/load-course.ts'
import { displayPath, UserError } from '../core/errors.ts'
import { typed } from '../core/typed.ts'
import { selectLectures } from '../course/select.ts'
import { findTalk } from './log/find-talk.ts'
import { writtenTalks } from './log/talk-files.ts'
import { talkReport } from './talk-report.ts'

/**
 * What became of a talk of a lecture: of a day such as `2026-05-04`, or of the last one.
 * @throws UserError where there is none
 */
export async function runTalk(root: string, slug: string, day?: string): Promise<TalkReport> {
  const course = await loadCourse(root)
  const lecture = selectLectures(course, [slug])[0]!
  const talks = writtenTalks(lecture)
  const talk = findTalk(talks, day)
  if (talk)
    return talkReport(lecture, talk, talks)
  const wanted = `${lecture.file.replace(/\.md$/, '')}.talk-${day ?? '<day>'}.jsonl`
  throw new UserError(
    day === undefined ? `No talk of "${slug}" is written down.` : `No talk of "${slug}" of ${day} is written down.`,
    talks.length
      ? `There are: ${talks.map(({ name }) => name).join(', ')}.`
      : `${typed(`present ${slug}`)} writes one, to ${displayPath(wanted)}.`,
    { file: lecture.file },
  )
}
