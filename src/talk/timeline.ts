import type { CueEvent, CueLog, Recording } from './cue-log.ts'
import { roundTime } from '../shared/time.ts'

/** A moment of the video from which a slide is shown with so many of its steps. */
export interface Cue {
  /** Seconds of video time. */
  start: number
  slide: string
  click: number
}

/** A moment of the video that the speaker marked, or at which somebody asked. */
export interface MarkedMoment extends Cue {
  event: 'mark' | 'question'
  /** What was asked, or what is marked, where the log says it. */
  text?: string
}

export interface Timeline {
  /** Ascending; no two at the same time. */
  cues: Cue[]
  marks: MarkedMoment[]
  /** Moments from which on the video does not show for certain what was shown. */
  unsure: Cue[]
}

/** A slide that is known to be shown at a time. */
interface KnownMoment {
  /** Seconds of the recording, without pauses. */
  recorded: number
  /** Seconds of the video as it is published. */
  video: number
}

/**
 * What the video shows when. Pauses and parts that were cut out take no time; of several cues at one moment the last
 * one stays.
 * @param duration seconds of the video; what comes after its end is left out
 */
export function timelineOf({ events, recording }: CueLog, duration = Number.POSITIVE_INFINITY): Timeline {
  const timeline: Timeline = { cues: [], marks: [], unsure: [] }
  const elapsed = recordedSeconds(events)
  for (const [i, { slide, click, event, text }] of events.entries()) {
    const uncut = elapsed[i]! * speed(recording) + recording.offset
    const start = Math.max(0, roundTime(cutOut(uncut, recording.trim)))
    if (start >= duration || event === 'pause' || event === 'resume')
      continue
    if (event === 'mark' || event === 'question')
      timeline.marks.push({ start, slide, click, event, ...text && { text } })
    else if (event === 'unsure')
      timeline.unsure.push({ start, slide, click })
    else
      pushCue(timeline.cues, { start, slide, click })
  }
  return timeline
}

/** Seconds of the recording from the first event to each event, without the pauses. */
export function recordedSeconds(events: readonly CueEvent[]): number[] {
  const pauses = pauseSpans(events)
  const first = events[0]?.time ?? 0
  return events.map(({ time }) => {
    const paused = pauses.reduce((sum, [from, to]) => sum + Math.max(0, Math.min(time, to) - from), 0)
    return (time - first - paused) / 1000
  })
}

/** From each `pause` to the `resume` that ends it; a pause that nothing ends is none. */
function pauseSpans(events: readonly CueEvent[]): [number, number][] {
  const spans: [number, number][] = []
  let from: number | undefined
  for (const { event, time } of events) {
    if (event === 'pause')
      from ??= time
    if (event === 'resume' && from !== undefined) {
      spans.push([from, time])
      from = undefined
    }
  }
  return spans
}

/** The offset at which a slide is shown at a known time of the video; a second one gives the drift too. */
export function fitRecording(first: KnownMoment, second: KnownMoment | undefined, recording: Recording): Recording {
  const { trim } = recording
  const start = putBack(first.video, trim)
  const factor = second
    ? (putBack(second.video, trim) - start) / (second.recorded - first.recorded)
    : speed(recording)
  return { offset: roundTime(start - first.recorded * factor), drift: roundTime((factor - 1) * 3600), trim }
}

function speed({ drift }: Recording): number {
  return 1 + drift / 3600
}

/** A time of the uncut video in the cut one; within a cut part it is the moment of the cut. */
function cutOut(time: number, trim: Recording['trim']): number {
  return time - trim.reduce((sum, [from, to]) => sum + Math.max(0, Math.min(time, to) - from), 0)
}

/** A time of the cut video in the uncut one. */
function putBack(time: number, trim: Recording['trim']): number {
  return trim.reduce((uncut, [from, to]) => uncut >= from ? uncut + to - from : uncut, time)
}

function pushCue(cues: Cue[], cue: Cue): void {
  const last = cues.at(-1)
  if (last?.start === cue.start)
    cues.pop()
  const before = cues.at(-1)
  if (before?.slide !== cue.slide || before.click !== cue.click)
    cues.push(cue)
}
