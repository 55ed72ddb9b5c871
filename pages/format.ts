import type { Say } from '../src/language/say.ts'
import type { LectureSummary, RecordingSummary } from '../src/shared/page-model.ts'

type SayLength = Say<'lengths'>

/** `45 min`, or `2 h 15 min` from an hour on. */
export function minutesText(minutes: number, say: SayLength): string {
  const hours = Math.floor(minutes / 60)
  const rest = Math.round(minutes % 60)
  if (!hours)
    return say('minutes', { n: rest })
  return rest ? say('hoursMinutes', { hours, minutes: rest }) : say('hours', { n: hours })
}

/** The minutes of all lectures that say theirs; nothing where none does. */
export function minutesOf(lectures: readonly LectureSummary[], say: SayLength): string[] {
  const minutes = lectures.reduce((sum, lecture) => sum + (lecture.minutes ?? 0), 0)
  return minutes ? [minutesText(minutes, say)] : []
}

/** `45 min · 20 slides`. */
export function lectureFacts(lecture: LectureSummary, say: SayLength): string {
  return [...minutesOf([lecture], say), say('slides', { n: lecture.slides })].join(' · ')
}

/** `recording: 45 min, slides 1–5`. */
export function recordingFacts({ minutes, shown }: RecordingSummary, say: SayLength): string {
  const time = minutes && minutesText(minutes, say)
  const facts = time && shown ? say('timeAndSlides', { time, slides: shown }) : time || shown
  return facts ? say('recordingOf', { facts }) : say('recording')
}

/** `3 lectures · 2 h 15 min`. */
export function lecturesFacts(lectures: readonly LectureSummary[], say: SayLength): string {
  return [say('lectures', { n: lectures.length }), ...minutesOf(lectures, say)].join(' · ')
}
