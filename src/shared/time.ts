/**
 * Seconds of a time such as `83`, `1:23`, `1:02:03` or `1:02:03.5`; a comma may stand for the point.
 * @returns undefined where it is no time
 */
export function parseTime(text: string): number | undefined {
  const [, sign, hours, minutes, seconds] = /^([+-]?)(?:(?:(\d+):)?(\d+):)?(\d+(?:[.,]\d+)?)$/.exec(text.trim()) ?? []
  if (seconds === undefined)
    return
  const value = Number(seconds.replace(',', '.'))
  if ((minutes !== undefined && value >= 60) || (hours !== undefined && Number(minutes) >= 60))
    return
  const total = Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + value
  return sign === '-' ? -total : total
}

/** `m:ss`, or `h:mm:ss` from an hour on; parts of a second are cut off. */
export function formatTime(seconds: number): string {
  const whole = Math.floor(seconds)
  const hours = Math.floor(whole / 3600)
  const minutes = Math.floor(whole / 60) % 60
  const rest = String(whole % 60).padStart(2, '0')
  return hours ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`
}

/** `hh:mm:ss.mmm`, as WebVTT writes it. */
export function formatTimestamp(seconds: number): string {
  return new Date(Math.round(seconds * 1000)).toISOString().slice(11, 23)
}

/** Rounds seconds to milliseconds. */
export function roundTime(seconds: number): number {
  return Math.round(seconds * 1000) / 1000
}
