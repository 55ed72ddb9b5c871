import type { Root } from 'mdast'
import type { Wording } from '../text/languages/wording.ts'
import { toString } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import { de } from '../text/languages/de.ts'
import { en } from '../text/languages/en.ts'
import { es } from '../text/languages/es.ts'
import { fr } from '../text/languages/fr.ts'

/** Characters that are looked at, the share of words that only one language has, and how often more than in others. */
const SAMPLE = { characters: 30_000, words: 20, share: 0.12, lead: 2 }

/** Languages that are told by their letters alone, and the share of all letters that these have at least, in order. */
const LETTERS: readonly (readonly [language: string, letters: RegExp, share: number])[] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 0.1],
  ['zh', /\p{Script=Han}/gu, 0.3],
  ['ko', /\p{Script=Hangul}/gu, 0.3],
  // Persian has letters that Arabic lacks.
  ['fa', /[پچژگکی]/g, 0.06],
  ['ar', /\p{Script=Arabic}/gu, 0.3],
  ['he', /\p{Script=Hebrew}/gu, 0.3],
]

const wordsOnlyIn = onlyIn({ en, de, fr, es })

/** Words that say nothing in one language and are none in the others. */
function onlyIn(languages: Record<string, Partial<Wording>>): Map<string, string> {
  const found = new Map<string, string | undefined>()
  for (const [language, { stopWords = [], determiners = [] }] of Object.entries(languages)) {
    for (const word of new Set([...stopWords, ...determiners]))
      found.set(word, found.has(word) ? undefined : language)
  }
  return new Map([...found].filter((entry): entry is [string, string] => entry[1] !== undefined))
}

/** The tag of the language that paragraphs are written in; undefined where they do not tell, and for English. */
export function guessLanguage(root: Root): string | undefined {
  let text = ''
  visit(root, 'paragraph', (node) => {
    text += `${toString(node)}\n`
    return text.length < SAMPLE.characters
  })
  const byLetters = languageOfLetters(text)
  if (byLetters)
    return byLetters
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
  const counts = new Map<string, number>()
  for (const word of words) {
    const language = word.length > 1 ? wordsOnlyIn.get(word) : undefined
    if (language)
      counts.set(language, (counts.get(language) ?? 0) + 1)
  }
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1])
  const isClear = first && first[1] >= SAMPLE.lead * (second?.[1] ?? 0)
  const isEnough = words.length >= SAMPLE.words && first && first[1] >= SAMPLE.share * words.length
  return isClear && isEnough && first[0] !== 'en' ? first[0] : undefined
}

function languageOfLetters(text: string): string | undefined {
  const count = (letters: RegExp) => text.match(letters)?.length ?? 0
  const all = Math.max(1, count(/\p{L}/gu))
  return LETTERS.find(([, letters, share]) => count(letters) >= share * all)?.[0]
}
