import type { Problem } from '../core/errors.ts'
import { didYouMean } from '../core/did-you-mean.ts'
import { isIncreasing, longestRun } from './order.ts'

/** What can happen in a talk. `mark` is a moment that the speaker wants to find again, `question` one at which somebody asked. */
export const cueEvents = ['enter', 'click', 'pause', 'resume', 'mark', 'question'] as const
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

export const untouched: Recording = { offset: 0, drift: 0, trim: [] }

/**
 * Reads a cue log: a line of JSON an event, and first, where there is one, the line that says how the video lies to it:
 * `{"recording":{"offset":12.4,"drift":1.5,"trim":[[0,8]]}}`. What is not sound is left out and named.
 */
export function parseCueLog(text: string, file: string): CueLog & { problems: Problem[] } {
  const problems: Problem[] = []
  const events: CueEvent[] = []
  let recording: Recording = { ...untouched, trim: [] }
  for (const [i, raw] of text.replace(/^\uFEFF/, '').split(/\r?\n/).entries()) {
    if (!raw.trim())
      continue
    const line = i + 1
    const value = parseLine(raw)
    const wrong = value === undefined ? 'This line is no JSON object' : 'recording' in value ? recordingFault(value.recording, events.length > 0) : eventFault(value)
    if (wrong)
      problems.push({ message: `${wrong}; the line is left out.`, hint: 'recording' in (value ?? {}) ? 'Write it anew with npm run cues -- and --offset, --drift or --trim.' : 'Mend the line, e.g. {"time":"2026-05-04T09:15:02.500Z","slide":"intro","number":1,"click":0,"event":"enter"}, or remove it.', file, line })
    else if ('recording' in value!)
      recording = { ...untouched, trim: [], ...value.recording as Partial<Recording> }
    else
      events.push({ ...value as unknown as Omit<CueEvent, 'time' | 'line'>, time: Date.parse(value!.time as string), line })
  }
  const kept = longestRun(events.map(({ time }) => time))
  for (const [i, { line }] of events.entries()) {
    if (!kept.has(i))
      problems.push({ message: 'The time goes backwards: it does not fit between its neighbours; the line is left out.', hint: 'Mend its time or remove it.', file, line })
  }
  return { recording, events: events.filter((_, i) => kept.has(i)), problems: problems.sort((a, b) => a.line! - b.line!) }
}

/** The lines of a cue log; `parseCueLog` reads them back. */
export function formatCueLog({ recording, events }: { recording: Recording, events: Omit<CueEvent, 'line'>[] }): string {
  const lines = events.map(({ time, slide, number, click, event }) => JSON.stringify({ time: new Date(time).toISOString(), slide, number, click, event }))
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

function eventFault({ time, slide, number, click, event }: Record<string, unknown>): string | undefined {
  if (typeof time !== 'string' || !/^\d{4}-\d\d-\d\dT/.test(time) || Number.isNaN(Date.parse(time)))
    return `"time" is a date and time such as 2026-05-04T09:15:02.500Z, this is ${shown(time)}`
  if (typeof slide !== 'string' || !slide)
    return `"slide" is the id of a slide, this is ${shown(slide)}`
  if (!isWhole(number, 1))
    return `"number" is the number of the slide, this is ${shown(number)}`
  if (!isWhole(click, 0))
    return `"click" is a number from 0, this is ${shown(click)}`
  if (!cueEvents.includes(event as CueEventName))
    return `"event" is one of ${cueEvents.join(', ')}, this is ${shown(event)}${guess(event)}`
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
    return '"offset" and "drift" are seconds'
  if (!Array.isArray(trim) || !trim.every(span => Array.isArray(span) && span.length === 2) || !isIncreasing(trim.flat()))
    return '"trim" is a list of spans of seconds that ascend, such as [[0,8],[610,655.5]]'
}

function isWhole(value: unknown, least: number): boolean {
  return Number.isSafeInteger(value) && (value as number) >= least
}

function shown(value: unknown): string {
  return value === undefined ? 'missing' : JSON.stringify(value)
}
