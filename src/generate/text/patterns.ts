/** The words of a list that is written as a text. */
export function wordList(text: string): string[] {
  return text.trim().split(/\s+/)
}

/** Text as the source of a pattern that matches it and nothing else. */
export function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

/** Source of a pattern for any of some words or phrases; an apostrophe in them can be a straight or a curly one. */
export function anyOf(phrases: readonly string[]): string {
  return `(?:${phrases.map(phrase => escapePattern(phrase).replace(/'/g, '[\'’]')).join('|')})`
}
