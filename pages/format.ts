import type { LectureSummary, RecordingSummary } from '../src/shared/page-model.ts'

/** `1 slide`, `2 slides`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}

/** `45 min`, or `2 h 15 min` from an hour on. */
export function minutesText(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = Math.round(minutes % 60)
  if (!hours)
    return `${rest} min`
  return rest ? `${hours} h ${rest} min` : `${hours} h`
}

/** The minutes of all lectures that say theirs; nothing where none does. */
export function minutesOf(lectures: readonly LectureSummary[]): string[] {
  const minutes = lectures.reduce((sum, lecture) => sum + (lecture.minutes ?? 0), 0)
  return minutes ? [minutesText(minutes)] : []
}

/** `45 min · 20 slides`. */
export function lectureFacts(lecture: LectureSummary): string {
  return [...minutesOf([lecture]), count(lecture.slides, 'slide')].join(' · ')
}

/** `recording: 45 min, slides 1–5`. */
export function recordingFacts({ minutes, shown }: RecordingSummary): string {
  const facts = [...minutes ? [minutesText(minutes)] : [], ...shown ? [shown] : []]
  return ['recording', ...facts.length ? [facts.join(', ')] : []].join(': ')
}

/** `3 lectures · 2 h 15 min`. */
export function lecturesFacts(lectures: readonly LectureSummary[]): string {
  return [count(lectures.length, 'lecture'), ...minutesOf(lectures)].join(' · ')
}
