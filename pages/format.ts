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
