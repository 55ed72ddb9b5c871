import type { Block } from './lines.ts'
import { anyOf } from '../../text/patterns.ts'
import { isArrowChain, isCode, isCodeLine, isFileName } from './code.ts'
import { exclamations, openEndings, spokenBeginnings } from './heading-words.ts'
import { pictureScore } from './picture-score.ts'

/** What a line may have at most to be a heading. */
const MAX = {
  words: 14,
  characters: 90,
  /** Words of one that ends with an exclamation mark. */
  exclaimedWords: 5,
  /** Words of a question before numbered choices. */
  choiceWords: 8,
}

/** Score of a picture's description, from which a line is one; a colon before it alone is more than that. */
const PICTURE = { min: 2, afterColon: 3, beforeHeading: 1 }

const ANNOUNCEMENT = /[\p{L}\p{N})"”’'*]\s*[:：]$/u
const BEGINNING = /^(?:["“'‘(¿¡«`.@_]*[\p{Lu}\p{Lt}\p{Lo}\p{N}]|\p{Extended_Pictographic})/u
/** A name as programs have them: `useState`, `node.js`. */
const PROGRAM_NAME = /^[a-z][a-zA-Z]*[A-Z\d.()_-]/
const ABBREVIATION_AT_END = /^(?:\d+\.|\.)?[^.]*\b(?:etc|vs|inc|co)\.$/i
const EXCLAMATION = new RegExp(`^${anyOf(exclamations)}\\b`, 'i')
const SPOKEN = new RegExp(`^${anyOf(spokenBeginnings)}\\b`, 'i')
const OPEN_END = new RegExp(`\\b${anyOf(openEndings)}$`, 'i')

/** Whether a block ends in the colon that announces what follows. */
export function isAnnounced(before: Block | undefined): boolean {
  return before !== undefined && 'lines' in before && ANNOUNCEMENT.test(before.lines.at(-1)!.trim())
}

/** Whether a single line is the heading of what follows it. */
export function isHeading(line: string, before: Block | undefined, after: Block | undefined): boolean {
  if (!after || !looksLikeHeading(line))
    return false
  return before === undefined || !line.trim().endsWith('?') || !isPutToReader(line, after)
}

/** A long question before numbered choices or code is put to the reader, and answered by none of them. */
function isPutToReader(question: string, after: Block): boolean {
  if ('items' in after)
    return after.ordered && question.trim().split(/\s+/).length > MAX.choiceWords
  return isCode(after.lines)
}

/**
 * Whether a single line is what a page says of a picture: it reads so, stands after a colon, or before a heading.
 * @param withHeadings whether there can be headings
 */
export function isMissingFigure(
  line: string,
  before: Block | undefined,
  after: Block | undefined,
  withHeadings: boolean,
): boolean {
  if (!looksLikeHeading(line))
    return false
  const isBeforeHeading = withHeadings
    && after !== undefined
    && 'lines' in after
    && after.lines.length === 1
    && looksLikeHeading(after.lines[0]!)
  const score = pictureScore(line)
    + (isAnnounced(before) ? PICTURE.afterColon : 0)
    + (isBeforeHeading ? PICTURE.beforeHeading : 0)
  return score >= PICTURE.min
}

/** Whether a single line, by itself, can be the heading of what follows it. */
function looksLikeHeading(line: string): boolean {
  const text = line.trim()
  const words = text.split(/\s+/)
  if (words.length > MAX.words || text.length > MAX.characters || !/\p{L}/u.test(text))
    return false
  if (!BEGINNING.test(text) && !PROGRAM_NAME.test(text) && !text.endsWith('?'))
    return false
  if (/[.:;,…。、，：；]$/u.test(text) && !ABBREVIATION_AT_END.test(text))
    return false
  if (text.endsWith('!') && (words.length > MAX.exclaimedWords || EXCLAMATION.test(text)))
    return false
  if (OPEN_END.test(text) || SPOKEN.test(text))
    return false
  return !isCodeLine(text) && !isArrowChain(text) && !isFileName(text)
}
