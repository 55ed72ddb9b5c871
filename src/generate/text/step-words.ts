import { inAllLanguages } from './languages/all.ts'
import { anyOf } from './patterns.ts'
import { hasVerb } from './statements.ts'

const kinds = { first: 'firstSteps', next: 'nextSteps', last: 'lastSteps' } as const
type StepKind = keyof typeof kinds

const patterns = Object.entries(kinds).map(([kind, list]) =>
  [kind as StepKind, new RegExp(`^${anyOf(inAllLanguages(list))}(?![\\p{L}\\p{N}'’-])`, 'iu')] as const)

/** Whether a sentence says that it is the first of several steps, a next one or the last; undefined for any other. */
export function stepWordIn(plain: string): StepKind | undefined {
  return patterns.find(([, pattern]) => pattern.test(plain))?.[0]
}

/** A text without the word that says which step it is, where the rest is a sentence as it stands. */
export function withoutStepWord(text: string): string {
  for (const [, pattern] of patterns) {
    const [word] = pattern.exec(text) ?? []
    const rest = word === undefined ? text : text.slice(word.length)
    // "Then follows the test" and "Dann wird …" would lose the order of their words.
    const [, next = ''] = /^\s+(\S+)/.exec(rest) ?? []
    if (/^\s*,\s/.test(rest) || (next && /^(?:we|you|the|an?|it|they|this|i)$/i.test(next) && !hasVerb(next)))
      return rest.replace(/^\s*,?\s*/, '')
  }
  return text
}
