import type { Lecture } from '../course/course.ts'
import type { CueEvent, CueLog, Recording } from './cue-log.ts'
import { suggest } from '../core/did-you-mean.ts'
import { UserError } from '../core/errors.ts'
import { typed } from '../core/typed.ts'
import { formatTime, parseTime } from '../shared/time.ts'
import { formatRecording, isRecordingLine } from './cue-log.ts'
import { isIncreasing } from './order.ts'
import { fitRecording, recordedSeconds } from './timeline.ts'

/** How a person says at which times the video shows what the log has. */
export interface RetimeOptions {
  offset?: string
  drift?: string
  /** `slide-id=mm:ss`, once or twice. */
  at: readonly string[]
  /** `0:00-0:12,10:05-10:50`. */
  trim?: string
}

const CHOOSE_TWO = 'Choose a slide near the beginning and one near the end.'

/**
 * The recording line with these changes.
 * @throws UserError for a value that is not a time, a slide that was never shown, or changes that contradict each other
 */
export function retimeRecording(
  log: CueLog,
  { offset, drift, at, trim }: RetimeOptions,
  lecture: Lecture,
): Recording {
  if (at.length && (offset !== undefined || (at.length > 1 && drift !== undefined))) {
    throw new UserError(
      '--at finds the offset, and twice the drift too; they cannot be given as well.',
      'Give either --at or --offset and --drift.',
    )
  }
  if (at.length > 2)
    throw new UserError('--at is given at most twice.', CHOOSE_TWO)
  const recording: Recording = {
    offset: offset === undefined ? log.recording.offset : parseSeconds(offset, '--offset'),
    drift: drift === undefined ? log.recording.drift : parseSeconds(drift, '--drift'),
    trim: trim === undefined ? log.recording.trim : parseTrim(trim),
  }
  const [first, second] = at.map(point => parsePoint(point, log.events, lecture))
  if (!first)
    return recording
  if (second?.recorded === first.recorded)
    throw new UserError('The two points of --at are the same moment of the log.', CHOOSE_TWO)
  const fitted = fitRecording(first, second, recording)
  if (Math.abs(fitted.drift) > 360) {
    const hour = formatTime(3600 + Math.max(-3600, fitted.drift))
    throw new UserError(
      `By these two points an hour of the talk takes ${hour} in the video, which cannot be right.`,
      'Check the two times; pauses need "pause" and "resume" in the log, cut parts need --trim.',
    )
  }
  return fitted
}

/** The text of a log with another recording line; every other line stays as it is, also one that cannot be read. */
export function replaceRecording(text: string, recording: Recording): string {
  const lines = text.replace(/^\uFEFF/, '').split('\n')
  return [formatRecording(recording), ...lines.filter(line => !isRecordingLine(line))].join('\n')
}

/**
 * The text of a log in which a slide has its new id; every other line stays as it is.
 * @param rename `old-id=new-id`
 * @throws UserError when the log has no such slide or the lecture has not
 */
export function renameSlide(text: string, rename: string, lecture: Lecture): string {
  const [from, to, ...rest] = rename.split('=')
  const ids = lecture.slides.map(({ id }) => id)
  if (!from || !to || rest.length)
    throw new UserError(`--rename "${rename}" is not an old and a new id.`, 'Write it as --rename old-id=new-id.')
  const slide = lecture.slides.find(({ id }) => id === to)
  if (!slide) {
    throw new UserError(
      `The lecture has no slide "${to}".`,
      `${suggest(to, ids)}Its slides are: ${ids.join(', ')}.`,
      { file: lecture.file },
    )
  }
  let renamed = 0
  const lines = text.split('\n').map((line) => {
    const event = eventOf(line)
    if (event?.slide !== from)
      return line
    renamed++
    return JSON.stringify({ ...event, slide: slide.id, number: slide.number })
  })
  if (!renamed)
    throw new UserError(`The log has no slide "${from}".`, `See its slides with: ${typed('cues SLUG')}`)
  return lines.join('\n')
}

function eventOf(line: string): Record<string, unknown> | undefined {
  try {
    return JSON.parse(line) as Record<string, unknown>
  }
  catch {}
}

function parsePoint(
  point: string,
  events: readonly CueEvent[],
  lecture: Lecture,
): { recorded: number, video: number } {
  const [, slide, time] = /^(.+)=([^=]+)$/.exec(point) ?? []
  if (!slide || !time)
    throw new UserError(`--at "${point}" is not a slide and a time.`, 'Write it as --at slide-id=mm:ss.')
  const recorded = recordedSeconds(events)[events.findIndex(event => event.slide === slide && event.event === 'enter')]
  if (recorded === undefined) {
    const shown = [...new Set(events.map(event => event.slide))]
    const exists = lecture.slides.some(({ id }) => id === slide)
    throw new UserError(
      exists ? `The slide "${slide}" was never shown in this talk.` : `The lecture has no slide "${slide}".`,
      shown.length ? `${suggest(slide, shown)}Shown were: ${shown.join(', ')}.` : 'The log is empty.',
    )
  }
  return { recorded, video: parseSeconds(time, '--at') }
}

function parseTrim(trim: string): Recording['trim'] {
  const spans = trim.split(',').filter(span => span.trim()).map((span): [number, number] => {
    const [from, to] = span.split('-').map(part => parseTime(part))
    if (from === undefined || to === undefined || to <= from) {
      throw new UserError(
        `--trim "${span.trim()}" is not a span to cut.`,
        'Write spans as --trim 0:00-0:12,10:05-10:50, in times of the uncut video.',
      )
    }
    return [from, to]
  })
  if (!isIncreasing(spans.flat())) {
    throw new UserError(
      'The spans of --trim overlap or are not in order.',
      'Sort them by time; put spans that touch together.',
    )
  }
  return spans
}

function parseSeconds(text: string, flag: string): number {
  const value = parseTime(text)
  if (value === undefined) {
    throw new UserError(
      `${flag} "${text}" is not a time.`,
      'Write seconds or mm:ss, e.g. 12.4 or 1:05; a negative one as --offset=-3.',
    )
  }
  return value
}
