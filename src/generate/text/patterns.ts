/** The words of a list that is written as a text. */
export function wordList(text: string): string[] {
  return text.trim().split(/\s+/)
}

/** Text as the source of a pattern that matches it and nothing else. */
export function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

/**
 * Source of a pattern for any of some words or phrases.
 * An apostrophe in them can be a straight or a curly one; a `*` at the end stands for any ending of a word.
 */
export function anyOf(phrases: readonly string[]): string {
  const alternatives = phrases.map(phrase => escapePattern(phrase).replace(/'/g, '[\'’]').replace(/\\\*$/, '\\w*'))
  return `(?:${alternatives.join('|')})`
}
