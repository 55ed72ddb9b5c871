import { formatTime } from '../src/shared/time.ts'

/** `1 slide`, `2 slides`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}

/** `45 min`, or `2 h 15 min` from an hour on. */
export function minutesText(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = Math.round(minutes % 60)
  return [...hours ? [`${hours} h`] : [], ...rest || !hours ? [`${rest} min`] : []].join(' ')
}

/** Seconds as a link to a moment has them: `?t=1:02:03`. */
export function momentQuery(seconds: number): string {
  return `?t=${formatTime(seconds)}`
}
