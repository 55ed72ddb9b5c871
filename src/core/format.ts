/** A time in milliseconds as people read it, e.g. `1.2 s`. */
export function formatSeconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`
}

/** A size in bytes as people read it, e.g. `12 kB` or `1.2 MB`, with numbers as a language writes them. */
export function formatBytes(bytes: number, language = 'en'): string {
  const written = (number: number, digits: number) => new Intl.NumberFormat(language, {
    useGrouping: false,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(number)
  return bytes < 1e6 ? `${written(Math.max(1, Math.round(bytes / 1e3)), 0)} kB` : `${written(bytes / 1e6, 1)} MB`
}

/** `1 deck`, `2 decks`. */
export function countOf(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`
}

/** Ascending numbers in few words, as `2-5, 8`. */
export function spans(numbers: readonly number[]): string {
  const starts = numbers.filter(number => !numbers.includes(number - 1))
  return starts.map((start) => {
    let end = start
    while (numbers.includes(end + 1))
      end++
    return end > start ? `${start}-${end}` : String(start)
  }).join(', ')
}
