import type { Problem } from '../core/errors.ts'
import { didYouMean } from '../core/did-you-mean.ts'
import { inOrder } from '../core/errors.ts'
import { typed } from '../core/typed.ts'
import { isIncreasing, longestRun } from './order.ts'

/**
 * What can happen in a talk. `mark` is a moment that the speaker wants to find again, `question` one at which somebody
 * asked, `unsure` one from which on a recording does not show for certain what its line says, until the next line.
 */
export const cueEvents = ['enter', 'click', 'pause', 'resume', 'mark', 'question', 'unsure'] as const
export type CueEventName = typeof cueEvents[number]

/** One line of a cue log. */
export interface CueEvent {
  /** Wall time in milliseconds since 1970. */
  time: number
  /** Stable id of the slide that was shown. */
  slide: string
  /** Its number at that time, from 1. */
  number: number
  /** Steps that were open on it, from 0. */
  click: number
  event: CueEventName
  /** How sure it is, from 0 to 1, where it was recovered from a recording. */
  confidence?: number
  /** What was asked, or what is marked. */
  text?: string
  /** Line in the log, from 1. */
  line: number
}

/** How wall time becomes video time. */
export interface Recording {
  /** Seconds into the video at which the first event happened; negative where the video begins later. */
  offset: number
  /** Seconds by which an hour of the talk is longer in the video; negative where it is shorter. */
  drift: number
  /** Spans that were cut out of the video afterwards, in seconds of the uncut video, ascending. */
  trim: [from: number, to: number][]
}

export interface CueLog {
  recording: Recording
  events: CueEvent[]
}

/** A log that no file has yet. */
export interface NewCueLog {
  recording: Recording
  events: Omit<CueEvent, 'line'>[]
}

export const untouched: Recording = { offset: 0, drift: 0, trim: [] }

const EVENT_HINT = 'Fix the line, e.g. '
  + '{"time":"2026-05-04T09:15:02.500Z","slide":"intro","number":1,"click":0,"event":"enter"}, or remove it.'
const RECORDING_HINT = `Write it again with ${typed('cues')} and --offset, --drift or --trim.`

/** An event as its line has it: its time is a date. */
type LoggedEvent = Omit<CueEvent, 'time' | 'line'>

/**
 * Reads a cue log: a line of JSON an event, and first, where there is one, the line that says how the video lies to
 * it: `{"recording":{"offset":12.4,"drift":1.5,"trim":[[0,8]]}}`. What is not sound is left out and named.
 */
export function parseCueLog(text: string, file: string): CueLog & { problems: Problem[] } {
  const problems: Problem[] = []
  const events: CueEvent[] = []
  let recording: Recording = { ...untouched, trim: [] }
  for (const [i, raw] of text.replace(/^\uFEFF/, '').split(/\r?\n/).entries()) {
    if (!raw.trim())
      continue
    const line = i + 1
    const leaveOut = (fault: string, hint: string) =>
      problems.push({ message: `${fault}; the line is left out.`, hint, file, line })
    const value = parseLine(raw)
    if (!value) {
      leaveOut('This line is not a JSON object', EVENT_HINT)
    }
    else if ('recording' in value) {
      const fault = recordingFault(value.recording, events.length > 0)
      if (fault)
        leaveOut(fault, RECORDING_HINT)
      else
        recording = { ...untouched, trim: [], ...value.recording as Partial<Recording> }
    }
    else {
      const fault = eventFault(value)
      if (fault)
        leaveOut(fault, EVENT_HINT)
      else
        events.push({ ...value as unknown as LoggedEvent, time: Date.parse(value.time as string), line })
    }
  }
  const kept = longestRun(events.map(({ time }) => time))
  const backwards = events.filter((_, i) => !kept.has(i)).map(({ line }): Problem => ({
    message: 'The time goes backwards: it does not fit between its neighbours; the line is left out.',
    hint: 'Fix its time or remove it.',
    file,
    line,
  }))
  return {
    recording,
    events: events.filter((_, i) => kept.has(i)),
    problems: inOrder([...problems, ...backwards]),
  }
}

/** The lines of a cue log; `parseCueLog` reads them back. */
export function formatCueLog({ recording, events }: NewCueLog): string {
  const lines = events.map(({ time, slide, number, click, event, confidence, text }) =>
    JSON.stringify({ time: new Date(time).toISOString(), slide, number, click, event, confidence, text }))
  return [formatRecording(recording), ...lines, ''].join('\n')
}

export function formatRecording({ offset, drift, trim }: Recording): string {
  return JSON.stringify({ recording: { offset, drift, trim } })
}

/** Whether a line of a log says how the video lies to it. */
export function isRecordingLine(line: string): boolean {
  return 'recording' in (parseLine(line) ?? {})
}

function parseLine(line: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line)
    return value && typeof value === 'object' && !Array.isArray(value) ? value as Record<string, unknown> : undefined
  }
  catch {}
}

function eventFault({ time, slide, number, click, event, text }: Record<string, unknown>): string | undefined {
  if (typeof time !== 'string' || !/^\d{4}-\d\d-\d\dT/.test(time) || Number.isNaN(Date.parse(time)))
    return `"time" must be a date and time such as 2026-05-04T09:15:02.500Z, but it is ${shown(time)}`
  if (typeof slide !== 'string' || !slide)
    return `"slide" must be the id of a slide, but it is ${shown(slide)}`
  if (!isWhole(number, 1))
    return `"number" must be the number of the slide, but it is ${shown(number)}`
  if (!isWhole(click, 0))
    return `"click" must be a whole number from 0, but it is ${shown(click)}`
  if (!cueEvents.includes(event as CueEventName))
    return `"event" must be one of ${cueEvents.join(', ')}, but it is ${shown(event)}${guess(event)}`
  if (text !== undefined && typeof text !== 'string')
    return `"text" must be what was asked or is marked, but it is ${shown(text)}`
}

function guess(event: unknown): string {
  const meant = typeof event === 'string' ? didYouMean(event, cueEvents) : undefined
  return meant ? ` (did you mean ${meant}?)` : ''
}

function recordingFault(value: unknown, late: boolean): string | undefined {
  if (late)
    return '"recording" belongs on the first line'
  const { offset = 0, drift = 0, trim = [] } = (value ?? {}) as Partial<Recording>
  if (!Number.isFinite(offset) || !Number.isFinite(drift))
    return '"offset" and "drift" must be seconds'
  const isSpans = Array.isArray(trim) && trim.every(span => Array.isArray(span) && span.length === 2)
  if (!isSpans || !isIncreasing(trim.flat()))
    return '"trim" must be a list of spans of seconds that ascend, such as [[0,8],[610,655.5]]'
}

function isWhole(value: unknown, min: number): boolean {
  return Number.isSafeInteger(value) && (value as number) >= min
}

function shown(value: unknown): string {
  return value === undefined ? 'missing' : JSON.stringify(value)
}
