import { anyOf } from '../../text/patterns.ts'
import {
  headingBeginnings,
  perhapsPictureWords,
  pictureNouns,
  pictureRelations,
  pictureWords,
  smallWords,
} from './heading-words.ts'

/** What speaks for the description of a picture, and against it. */
const SCORES = {
  question: -3,
  pictureWord: 2,
  perhapsPictureWord: 1,
  pictureFile: 4,
  /** From five words on, and again from eight. */
  long: 1,
  /** Up to two words. */
  short: -1,
  capitals: -1,
  headingBeginning: -2,
}

/** Share of words with a capital letter above which a line is a title. */
const MAX_CAPITALS = 0.6

const PICTURED = new RegExp([
  `\\b${anyOf(pictureWords)}\\b`,
  `\\b${anyOf(pictureNouns)} ${anyOf(pictureRelations)}\\b`,
].join('|'), 'i')
const PERHAPS_PICTURED = new RegExp(`\\b${anyOf([...pictureNouns, ...perhapsPictureWords])}\\b`, 'i')
const PICTURE_FILE = /\.(?:png|jpe?g|svg|gif|webp)$/i
/** A word or a number that headings begin with. */
const HEADING_BEGINNING = new RegExp(`^(?:${anyOf(headingBeginnings)}|\\d+[.)]?)\\b`, 'i')

/** How much a heading-like line reads as the description of a picture rather than as a heading: above 0 it does. */
export function pictureScore(line: string): number {
  const text = line.trim().replace(/\{[^}]*\}/g, '').trim()
  const words = text.split(/\s+/)
  let score = 0
  if (text.endsWith('?'))
    score += SCORES.question
  if (PICTURED.test(text))
    score += SCORES.pictureWord
  else if (PERHAPS_PICTURED.test(text) && words.length > 3)
    score += SCORES.perhapsPictureWord
  if (PICTURE_FILE.test(text))
    score += SCORES.pictureFile
  if (words.length >= 5)
    score += SCORES.long
  if (words.length >= 8)
    score += SCORES.long
  if (words.length <= 2)
    score += SCORES.short
  if (hasCapitals(words.slice(1)))
    score += SCORES.capitals
  if (HEADING_BEGINNING.test(text))
    score += SCORES.headingBeginning
  return score
}

/** Whether most of the words that can be small have a capital letter. */
function hasCapitals(words: readonly string[]): boolean {
  const content = words.filter(word => /^\p{L}/u.test(word) && !smallWords.has(word.toLowerCase()))
  const capital = content.filter(word => /^\p{Lu}/u.test(word)).length
  return content.length >= 2 && capital / content.length > MAX_CAPITALS
}
