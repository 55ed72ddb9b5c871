import type { Problem } from '../core/errors.ts'
import type { Lecture } from '../course/course.ts'
import type { CueLog } from './cue-log.ts'
import type { RecordedTalk } from './recorded-talk.ts'
import type { Mend } from './retime.ts'
import { existsSync } from 'node:fs'
import fs from 'node:fs/promises'
import path from 'node:path'
import { loadCourse } from '../check/load-course.ts'
import { style } from '../cli/command.ts'
import { displayPath, formatProblem, throwProblems, UserError } from '../core/errors.ts'
import { replaceFile } from '../core/output.ts'
import { selectLectures } from '../course/select.ts'
import { formatTime } from '../shared/time.ts'
import { formatCueLog, parseCueLog } from './cue-log.ts'
import { eventsOfLecture } from './cues-of-lecture.ts'
import { importTimes } from './import-times.ts'
import { loadTalk, talkFiles } from './recorded-talk.ts'
import { mendRecording, renameSlide, replaceRecording } from './retime.ts'
import { timelineOf } from './timeline.ts'

export interface RunCues extends Mend {
  course: string
  slug: string
  rename?: string
  /** Path of a file with times. */
  import?: string
  write: boolean
  strict: boolean
}

/**
 * Shows the cue log of a lecture as the given flags would make it, and writes it where that is asked for.
 * @returns what to print
 * @throws UserError for a flag that cannot be followed, and with `strict` for everything that is not sound
 */
export async function runCues(options: RunCues): Promise<string> {
  const course = await loadCourse(options.course)
  const lecture = selectLectures(course, [options.slug])[0]!
  const file = talkFiles(lecture).log
  const before = existsSync(file) ? await fs.readFile(file, 'utf8') : undefined
  const { text, problems } = options.import ? await importLog(options.import, lecture, before) : { text: before, problems: [] }
  if (text === undefined)
    throw new UserError(`The lecture "${lecture.slug}" has no cue log.`, `Put it at ${displayPath(file)}, or make one from a list of times with --import FILE.`, { file: lecture.file })

  const mended = mendText(text, options, lecture, file)
  const { talk, problems: others } = await loadTalk(lecture, course)
  const log = parseCueLog(mended, file)
  const known = eventsOfLecture(log.events, lecture, file)
  // What the file on disk is told of is told anew of the text that may take its place.
  const written = course.warnings.filter(problem => problem.file === lecture.file)
  const all = [...written, ...problems, ...others.filter(problem => problem.file !== file), ...log.problems, ...known.problems]
  if (options.strict)
    throwProblems(all)
  const changed = mended !== before
  if (changed && options.write)
    await replaceFile(file, mended)
  const length = talk.video?.kind === 'file' ? talk.duration : undefined
  return [
    ...describe(lecture, { recording: log.recording, events: known.events }, length),
    ...all.length ? ['', ...all.map(problem => `${style('yellow', 'warning')} ${formatProblem(problem)}`)] : [],
    '',
    changed ? options.write ? `Written: ${displayPath(file)}` : 'Nothing is written yet; add --write.' : `${displayPath(file)} stays as it is.`,
  ].join('\n')
}

async function importLog(source: string, lecture: Lecture, before: string | undefined): Promise<{ text: string, problems: Problem[] }> {
  const { log } = talkFiles(lecture)
  if (before !== undefined)
    throw new UserError('There is a cue log already, which an import would replace.', 'Move it away first, or leave out --import.', { file: log })
  if (!existsSync(source))
    throw new UserError(`There is no file ${source}.`, 'Give the path of a text file with lines of "mm:ss title", or of a WebVTT file.')
  const { problems, ...imported } = importTimes(await fs.readFile(source, 'utf8'), lecture, path.resolve(source))
  if (!imported.events.length)
    throw UserError.of([{ message: `No time in this file fits a slide of "${lecture.slug}".`, hint: 'Write lines such as 12:34 What is a kernel?', file: path.resolve(source) }, ...problems])
  return { text: formatCueLog(imported), problems }
}

function mendText(text: string, { rename, ...mend }: RunCues, lecture: Lecture, file: string): string {
  const renamed = rename === undefined ? text : renameSlide(text, rename, lecture)
  if (mend.offset === undefined && mend.drift === undefined && mend.trim === undefined && !mend.at.length)
    return renamed
  return replaceRecording(renamed, mendRecording(parseCueLog(renamed, file), mend, lecture))
}

function describe(lecture: Lecture, log: CueLog, length: RecordedTalk['duration'] | undefined): string[] {
  const { offset, drift, trim } = log.recording
  const { cues, marks } = timelineOf(log, length)
  const slides = new Map(lecture.slides.map(slide => [slide.id, slide]))
  const all = [...cues, ...marks].sort((a, b) => a.start - b.start)
  const width = Math.max(0, ...all.map(({ start }) => formatTime(start).length))
  return [
    style('bold', lecture.title),
    `offset ${offset} s, drift ${drift} s an hour, ${trim.length ? `cut ${trim.map(span => span.map(formatTime).join('-')).join(', ')}` : 'nothing cut'}${length === undefined ? '' : `, video ${formatTime(length)}`}`,
    '',
    ...all.map((cue) => {
      const { number, title, id } = slides.get(cue.slide)!
      const what = 'event' in cue ? style('cyan', `${cue.event}  `) : cue.click ? style('dim', `click ${cue.click}  `) : ''
      return `  ${formatTime(cue.start).padStart(width)}  ${String(number).padStart(3)}  ${what}${cue.click || 'event' in cue ? style('dim', title) : `${title}  ${style('dim', id)}`}`
    }),
  ]
}
