import { stemmer } from 'stemmer'
import { inAllLanguages } from './languages/all.ts'

/** Scripts that are written without spaces between words. */
const UNSPACED_SCRIPTS = ['Han', 'Hiragana', 'Katakana', 'Thai', 'Lao', 'Khmer', 'Myanmar']
/** Scripts whose characters are about twice as wide as a Latin letter. */
const WIDE_SCRIPTS = ['Han', 'Hiragana', 'Katakana', 'Hangul']

function inScripts(names: readonly string[]): string {
  return names.map(name => `\\p{Script=${name}}`).join('')
}

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’_]*/gu
const UNSPACED = new RegExp(`[${inScripts(UNSPACED_SCRIPTS)}]`, 'gu')
const WIDE = new RegExp(`[${inScripts(WIDE_SCRIPTS)}\\p{Extended_Pictographic}\\u3000-\\u303F\\uFF01-\\uFF60]`, 'u')
const STOP_WORDS = new Set(inAllLanguages('stopWords'))

/** Number of words; two characters of a script without spaces count as one. */
export function numberOfWords(text: string): number {
  const unspaced = text.match(UNSPACED)?.length ?? 0
  const rest = unspaced ? text.replace(UNSPACED, ' ') : text
  return (rest.match(WORD)?.length ?? 0) + Math.ceil(unspaced / 2)
}

/** Stems of the words that carry meaning, in order; pairs of characters for scripts without spaces. */
export function contentWords(text: string): string[] {
  const words: string[] = []
  const lower = text.toLowerCase()
  for (const [word] of lower.replace(UNSPACED, ' ').matchAll(WORD)) {
    const plain = word.replace(/['’]s?$/, '')
    if (plain.length > 1 && !STOP_WORDS.has(plain) && !STOP_WORDS.has(plain.split(/['’]/)[0]!))
      words.push(/^[a-z]+$/.test(plain) ? stemmer(plain) : plain)
  }
  const unspaced = lower.match(UNSPACED) ?? []
  for (let i = 0; i + 1 < unspaced.length; i++)
    words.push(unspaced[i]! + unspaced[i + 1]!)
  return words
}

/** Width of text, in Latin letters. */
export function widthInLetters(text: string): number {
  let width = 0
  for (const character of text)
    width += WIDE.test(character) ? 2 : 1
  return width
}

/** Only letters and digits, in lower case: what two texts have in common whatever marks stand between. */
export function lettersOf(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/[^\p{L}\p{M}\p{N}]+/gu, '')
}
