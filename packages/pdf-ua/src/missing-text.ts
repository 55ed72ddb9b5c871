import type { AccessiblePage } from './accessible-text.ts'
import type { VisiblePage } from './visible-text.ts'
import { readAccessibleText } from './accessible-text.ts'

/** What a person sees on a page, and a screen reader does not find there. */
export interface MissingText {
  /** From 1. */
  page: number
  words: string[]
  /** How many figures are without a description in the tag tree. */
  figures: number
  /** One sentence. */
  message: string
}

type Missing = Pick<MissingText, 'words' | 'figures'>

const MAX_WORDS = 12 // in a message
/** What is written from right to left stands in the file as it is drawn, last letter first, and readers turn it. */
const RIGHT_TO_LEFT = /[\p{Script=Arab}\p{Script=Hebr}\p{Script=Syrc}\p{Script=Thaa}\p{Script=Adlm}\p{Script=Nkoo}]/u

/**
 * Proves that nothing was lost on the way to paper: every word and every figure that is seen is in the tag tree.
 * @param visible what each page showed before it was printed, as `collectVisible` finds it
 * @param bytes the finished PDF
 * @returns the pages on which something is missing
 * @throws PdfError when the bytes are not a PDF, or one that is damaged
 */
export async function findMissingText(visible: readonly VisiblePage[], bytes: Uint8Array): Promise<MissingText[]> {
  return missingFromPages(visible, await readAccessibleText(bytes))
}

/** `findMissingText` of pages whose accessible text was read already. */
export function missingFromPages(
  visible: readonly VisiblePage[],
  accessible: readonly AccessiblePage[],
): MissingText[] {
  return visible.flatMap((page, i) => findMissing(page, accessible[i], i + 1) ?? [])
}

/**
 * `findMissingText` of a file in which text flows, so that its pages are not known beforehand:
 * everything that was seen is somewhere in the tag tree.
 * @returns what is missing, as of page 1; undefined where nothing is
 */
export function missingFromFile(visible: VisiblePage, pages: readonly AccessiblePage[]): MissingText | undefined {
  const whole = {
    text: pages.map(({ text }) => text).join('\n'),
    figures: pages.flatMap(({ figures }) => figures),
    untaggedText: pages.map(({ untaggedText }) => untaggedText).join('\n'),
  }
  return findMissing(visible, whole, 1)
}

function findMissing(
  visible: VisiblePage,
  accessible: AccessiblePage | undefined,
  page: number,
): MissingText | undefined {
  const described = accessible?.figures.filter(Boolean).length ?? 0
  const missing = {
    words: missingWords(visible.words, accessible?.text ?? ''),
    figures: Math.max(0, visible.figures - described),
  }
  if (!missing.words.length && !missing.figures)
    return undefined
  return { page, ...missing, message: describe(missing, accessible?.untaggedText ?? '') }
}

function missingWords(words: readonly string[], accessible: string): string[] {
  const text = fold(accessible)
  const backward = rightToLeftLetters(text)
  const left = count(text.split(' '))
  const compact = text.replaceAll(' ', '')
  // Between words that are written to the left, marks stand turned around, and on the other side of a word.
  const lettersOnly = backward.length ? withoutMarks(compact) : undefined
  const seen = count(words.map(foldWord))
  return words.filter((word) => {
    const folded = foldWord(word)
    if (!folded || (RIGHT_TO_LEFT.test(folded) && holdsInSomeOrder(backward, rightToLeftLetters(folded))))
      return false
    if (lettersOnly?.includes(withoutMarks(folded)))
      return false
    const rest = left.get(folded) ?? 0
    left.set(folded, rest - 1)
    // Where the gap between two words is no wider than between letters, they are read as one.
    return rest < 1 && compact.split(folded).length <= (seen.get(folded) ?? 1)
  })
}

function describe({ words, figures }: Missing, untaggedText: string): string {
  const parts: string[] = []
  if (words.length) {
    const hidden = foldWord(untaggedText)
    const reason = words.some(word => hidden.includes(foldWord(word)))
      ? 'are hidden from screen readers'
      : 'are not text in the file'
    parts.push(`the words "${words.slice(0, MAX_WORDS).join(' ')}${words.length > MAX_WORDS ? ' …' : ''}" ${reason}`)
  }
  if (figures)
    parts.push(`${figures === 1 ? 'one figure has' : `${figures} figures have`} no description`)
  const sentence = parts.join(', and ')
  return `${sentence[0]!.toUpperCase()}${sentence.slice(1)}.`
}

function rightToLeftLetters(text: string): string[] {
  return Array.from(text).filter(letter => /\p{L}/u.test(letter) && RIGHT_TO_LEFT.test(letter))
}

/** Whether the letters of a word stand together, in any order: two that are drawn as one shape are not turned. */
function holdsInSomeOrder(letters: readonly string[], word: readonly string[]): boolean {
  const sorted = [...word].sort().join('')
  return letters.some((_, i) => letters.slice(i, i + word.length).sort().join('') === sorted)
}

/** The same letters however they are drawn: capitals, ligatures, hyphens at the end of a line. */
function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[-\u2010\u2011]\s*|[\p{Cf}\uFE0E\uFE0F]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** `fold`, without any space. */
function foldWord(text: string): string {
  return fold(text).replaceAll(' ', '')
}

function withoutMarks(text: string): string {
  return text.replace(/[^\p{L}\p{M}\p{N}]/gu, '')
}

function count(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of words)
    counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}
