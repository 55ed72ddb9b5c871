import { distance } from 'fastest-levenshtein'

/** What a search knows of a course before it asks the index: `pagefind/words.json`. */
export interface SearchWords {
  lectures: { slug: string, number: number, title: string }[]
  /** Words of the course in small letters, between spaces, those of titles and the most frequent ones first. */
  words: string
}

/** Shorter words are near to too many others. */
const MIN_LETTERS = 4

/** The words of a text that can be misspelt, in small letters. */
export function wordsIn(text: string): string[] {
  return text.normalize().toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu)?.filter(isWord) ?? []
}

/** What is written without spaces between words. */
const SCRIPTS = ['Han', 'Hira', 'Kana', 'Thai', 'Laoo', 'Khmr', 'Mymr']
const LETTERS = `[${SCRIPTS.map(script => `\\p{Script=${script}}`).join('')}\u30FC]`
const RUN = new RegExp(`${LETTERS}{2,}`, 'gu')
const GAP = new RegExp(`(?<=${LETTERS})((?:</?mark>)*) (?=(?:</?mark>)*${LETTERS})`, 'gu')
let segmenter: Intl.Segmenter | undefined

/** A text with spaces between the words of scripts that write none, as an index of words wants it. */
export function withSpaces(text: string): string {
  if (!('Segmenter' in Intl) || text.search(RUN) < 0)
    return text
  segmenter ??= new Intl.Segmenter('ja', { granularity: 'word' })
  return text.replace(RUN, run => Array.from(segmenter!.segment(run), ({ segment }) => segment).join(' '))
}

/** The text again, in which some words are marked. */
export function withoutSpaces(html: string): string {
  return html.replace(GAP, '$1')
}

/** Scripts without spaces have no words to tell apart. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hira}\p{Script=Thai}]/u

function isWord(word: string): boolean {
  return word.length >= MIN_LETTERS && /^\p{L}/u.test(word) && !UNSPACED.test(word)
}

/**
 * A query in which each word that the course does not have is the nearest one that it has; undefined where nothing is
 * to be corrected. The beginning of a word and what is longer by an ending are no mistakes.
 * @param words those of the course, the likely ones first
 */
export function correctQuery(query: string, words: readonly string[]): string | undefined {
  const corrected = query.replace(/[\p{L}\p{M}\p{N}]+/gu, (written) => {
    const word = written.normalize().toLowerCase()
    return isWord(word) && !isKnown(word, words) ? nearestWord(word, words) ?? written : written
  })
  return corrected === query ? undefined : corrected
}

const MAX_ENDING = 3

function isKnown(word: string, words: readonly string[]): boolean {
  return words.some(known => known.startsWith(word)
    || (word.startsWith(known) && word.length - known.length <= MAX_ENDING))
}

/** A letter more, less or another; from five letters on two, as where two have changed places. */
function nearestWord(word: string, words: readonly string[]): string | undefined {
  let nearest: string | undefined
  let least = word.length > MIN_LETTERS ? 3 : 2
  for (const known of words) {
    if (Math.abs(known.length - word.length) >= least)
      continue
    // Whoever mistypes seldom does so at the first letter.
    const apart = distance(word, known) + (known[0] === word[0] ? 0 : 0.5)
    if (apart < least)
      [nearest, least] = [known, apart]
  }
  return nearest
}

/**
 * How much a title is what was asked for: 0 where it is that, 1 where it begins so, 2 where it has all the words, 3
 * else.
 */
export function titleRank(title: string, query: string): number {
  const plain = plainWords(title)
  const asked = plainWords(query)
  if (plain === asked)
    return 0
  if (plain.startsWith(asked))
    return 1
  return asked.split(' ').every(word => ` ${plain}`.includes(` ${word}`)) ? 2 : 3
}

function plainWords(text: string): string {
  return text.normalize('NFKD').toLowerCase().match(/[\p{L}\p{N}]+/gu)?.join(' ') ?? ''
}
