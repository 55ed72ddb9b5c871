import type { Problem } from '../core/errors.ts'
import type { Lecture } from '../course/course.ts'
import type { CueLog, NewCueLog, Recording } from './cue-log.ts'
import type { RetimeOptions } from './retime.ts'
import { existsSync } from 'node:fs'
import fs from 'node:fs/promises'
import path from 'node:path'
import { loadCourse } from '../check/load-course.ts'
import { displayPath, throwProblems, UserError } from '../core/errors.ts'
import { replaceFile } from '../core/output.ts'
import { selectLectures } from '../course/select.ts'
import { formatCueLog, parseCueLog } from './cue-log.ts'
import { eventsOfLecture } from './cues-of-lecture.ts'
import { importTimes } from './import-times.ts'
import { cuesOfTalk } from './log/cues-of-talk.ts'
import { newTalkFile } from './log/talk-files.ts'
import { parseTalkLog } from './log/talk-log.ts'
import { loadTalk, talkFiles } from './recorded-talk.ts'
import { renameSlide, replaceRecording, retimeRecording } from './retime.ts'
import { timelineOf } from './timeline.ts'

export interface RunCuesOptions extends RetimeOptions {
  /** Folder of the course. */
  root: string
  slug: string
  rename?: string
  /** Path of a file with times. */
  import?: string
  /** Path of a talk that was written down. */
  talk?: string
  /** A log that was made of something else. */
  made?: NewCueLog
  write: boolean
  strict: boolean
}

/** The cue log of a lecture as the options make it. */
interface CueReport {
  lecture: Lecture
  /** Absolute path of the log. */
  file: string
  recording: Recording
  /** Seconds of the video, where it is a file. */
  length?: number
  /** What the video shows when, with the marked moments; ascending. */
  rows: CueRow[]
  /** What is not sound about the lecture's front matter, its log, its captions and its video. */
  problems: Problem[]
  /** Whether the log on disk was replaced, would be with `write`, or stays as it is. */
  outcome: 'written' | 'changed' | 'unchanged'
}

interface CueRow {
  /** Seconds of video time. */
  start: number
  /** Number of the slide that is shown, from 1. */
  number: number
  id: string
  title: string
  /** Steps that are open on it, from 0. */
  click: number
  event?: 'mark' | 'question' | 'unsure'
}

/**
 * Reads the cue log of a lecture with the given changes, and writes it where that is asked for.
 * @throws UserError for an option that cannot be followed, and with `strict` for everything that is not sound
 */
export async function runCues(options: RunCuesOptions): Promise<CueReport> {
  const course = await loadCourse(options.root)
  const lecture = selectLectures(course, [options.slug])[0]!
  const file = talkFiles(lecture).log
  const onDisk = existsSync(file) ? await fs.readFile(file, 'utf8') : undefined
  const { text, problems } = await logText(options, lecture, onDisk)

  const retimed = retimeLog(text, options, lecture)
  const log = parseCueLog(retimed, file)
  const known = eventsOfLecture(log.events, lecture, file)
  const { talk, problems: others } = await loadTalk(lecture, course)
  const all = [
    ...course.warnings.filter(problem => problem.file === lecture.file),
    ...problems,
    // What is wrong with the log on disk is said of the text that may take its place.
    ...others.filter(problem => problem.file !== file && !(options.made && problem.hint?.includes('--import'))),
    ...log.problems,
    ...known.problems,
  ]
  if (options.strict)
    throwProblems(all)
  const outcome = outcomeOf(retimed !== onDisk, options.write)
  if (outcome === 'written')
    await replaceFile(file, retimed)
  const { recording } = log
  const length = talk.video?.kind === 'file' && !options.made ? talk.duration : undefined
  return {
    lecture,
    file,
    recording,
    length,
    rows: rowsOf(lecture, { recording, events: known.events }, length),
    problems: all,
    outcome,
  }
}

function outcomeOf(isChanged: boolean, write: boolean): CueReport['outcome'] {
  if (!isChanged)
    return 'unchanged'
  return write ? 'written' : 'changed'
}

async function logText(
  { talk, import: times, made }: RunCuesOptions,
  lecture: Lecture,
  onDisk: string | undefined,
): Promise<{ text: string, problems: Problem[] }> {
  const source = talk ?? times
  if (made)
    return { text: formatCueLog(made), problems: [] }
  if (source === undefined)
    return { text: requireLog(onDisk, lecture), problems: [] }
  if (onDisk !== undefined)
    refuseSecondLog(lecture, talk === undefined ? '--import' : '--talk')
  return importLog(source, lecture, talk !== undefined)
}

function requireLog(text: string | undefined, lecture: Lecture): string {
  if (text === undefined) {
    throw new UserError(
      `The lecture "${lecture.slug}" has no cue log.`,
      `Put it at ${displayPath(talkFiles(lecture).log)}, or make one from a list of times with --import FILE.`,
      { file: lecture.file },
    )
  }
  return text
}

/**
 * Says that a lecture has a cue log.
 * @param flag what would make another one
 * @throws UserError always
 */
export function refuseSecondLog(lecture: Lecture, flag: string): never {
  throw new UserError(
    'There is a cue log already, which an import would replace.',
    `Move it away first, or leave out ${flag}.`,
    { file: talkFiles(lecture).log },
  )
}

async function importLog(
  source: string,
  lecture: Lecture,
  isTalk: boolean,
): Promise<{ text: string, problems: Problem[] }> {
  if (!existsSync(source)) {
    throw new UserError(
      `There is no file ${source}.`,
      isTalk
        ? `Give the path of a talk beside the lecture, such as ${displayPath(newTalkFile(lecture, Date.now()))}.`
        : 'Give the path of a text file with lines of "mm:ss title", or of a WebVTT file.',
    )
  }
  const file = path.resolve(source)
  const text = await fs.readFile(source, 'utf8')
  const { problems, ...imported } = isTalk ? importTalk(text, file) : importTimes(text, lecture, file)
  if (!imported.events.length) {
    throw UserError.of([{
      message: isTalk ? 'In this talk nothing was shown.' : `No time in this file fits a slide of "${lecture.slug}".`,
      hint: isTalk ? 'Give another file.' : 'Write lines such as 12:34 What is a kernel?',
      file,
    }, ...problems])
  }
  return { text: formatCueLog(imported), problems }
}

function importTalk(text: string, file: string): NewCueLog & { problems: Problem[] } {
  const { events, problems } = parseTalkLog(text, file)
  return { ...cuesOfTalk(events), problems }
}

function retimeLog(text: string, { rename, offset, drift, at, trim }: RunCuesOptions, lecture: Lecture): string {
  const renamed = rename === undefined ? text : renameSlide(text, rename, lecture)
  if (offset === undefined && drift === undefined && trim === undefined && !at.length)
    return renamed
  const log = parseCueLog(renamed, talkFiles(lecture).log)
  return replaceRecording(renamed, retimeRecording(log, { offset, drift, at, trim }, lecture))
}

function rowsOf(lecture: Lecture, log: CueLog, length: number | undefined): CueRow[] {
  const { cues, marks, unsure } = timelineOf(log, length)
  const slides = new Map(lecture.slides.map(slide => [slide.id, slide]))
  const doubts = unsure.map(cue => ({ ...cue, event: 'unsure' as const }))
  return [...cues, ...marks, ...doubts].sort((a, b) => a.start - b.start).flatMap(({ slide: id, ...cue }) => {
    const slide = slides.get(id)
    return slide ? [{ ...cue, id, number: slide.number, title: slide.title }] : []
  })
}
