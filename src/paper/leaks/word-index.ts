import type { Secret } from './secrets.ts'
import { comparedWords } from './words.ts'

/** Secrets by their first word, then by their second. */
export type SecretIndex = ReadonlyMap<string, ReadonlyMap<string | undefined, readonly Secret[]>>

export function indexSecrets(secrets: readonly Secret[]): SecretIndex {
  const byStart = new Map<string, Map<string | undefined, Secret[]>>()
  for (const secret of secrets) {
    const [first = '', second] = secret.words
    const bySecond = byStart.get(first) ?? new Map<string | undefined, Secret[]>()
    byStart.set(first, bySecond)
    bySecond.set(second, [...bySecond.get(second) ?? [], secret])
  }
  return byStart
}

/**
 * The secrets whose words follow one another in a text, each with the place of its first word among all.
 * @param words of the text, as they are compared
 */
export function findSecrets(words: readonly string[], secrets: SecretIndex): { secret: Secret, at: number }[] {
  const found: { secret: Secret, at: number }[] = []
  for (const [at, word] of words.entries()) {
    for (const secret of secrets.get(word)?.get(words[at + 1]) ?? []) {
      if (secret.words.every((word, j) => words[at + j] === word))
        found.push({ secret, at })
    }
  }
  return found
}

/** What ends a sentence, a text in code or in a page, or a line. */
const END = /[.!?;:](?=\s|$)|["'`<>|\n\r\t\0]/

/** Words of others that may stand beside a short secret in its sentence, such as a letter and a number. */
const FOREIGN = 2

/**
 * Whether the words of a secret that are few stand at a place of a text only because others use them too: in a sentence
 * that is not its own.
 * @param at place of the first word among all words of the text
 */
export function isByChance({ words, context }: Secret, text: string, at: number): boolean {
  if (!context)
    return false
  const compared = text.normalize('NFKC')
  const all = [...compared.matchAll(/[\p{L}\p{M}\p{N}]+/gu)]
  const last = all[at + words.length - 1]!
  const from = all[at]!.index
  const to = last.index + last[0].length
  const before = compared.slice(Math.max(0, from - 400), from).split(END).at(-1)!
  const after = compared.slice(to, to + 400).split(END)[0]!
  return comparedWords(`${before} ${after}`).filter(word => !context.has(word)).length > FOREIGN
}
