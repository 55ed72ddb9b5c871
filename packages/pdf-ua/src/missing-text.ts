import type { AccessiblePage } from './accessible-text.ts'
import { readAccessibleText } from './accessible-text.ts'

/** What a person sees on a page. */
export interface VisiblePage {
  words: string[]
  /** Pictures, diagrams and formulas that are not mere decoration. */
  figures: number
}

/** What a person sees on a page and a screen reader does not find there. */
export interface MissingText {
  /** From 1. */
  page: number
  words: string[]
  /** Figures without a description in the tag tree. */
  figures: number
  /** One sentence. */
  message: string
}

/**
 * Proves that nothing was lost on the way to paper: every word and every figure that is seen is in the tag tree.
 * @param visible what the page showed before it was printed, one entry for each page of the file
 * @param bytes the finished PDF
 * @returns the pages that lost something
 */
export async function findMissingText(visible: readonly VisiblePage[], bytes: Uint8Array): Promise<MissingText[]> {
  return missingFromPages(visible, await readAccessibleText(bytes))
}

/** `findMissingText` of what a screen reader hears of each page. */
export function missingFromPages(visible: readonly VisiblePage[], heard: readonly AccessiblePage[]): MissingText[] {
  return visible.flatMap((page, i) => {
    const loss = compare(page, heard[i])
    return loss.words.length || loss.figures ? [{ page: i + 1, ...loss, message: describe(loss, heard[i]) }] : []
  })
}

/**
 * `findMissingText` of a file whose pages are not known beforehand, as those of flowing text: everything seen is somewhere in the tag tree.
 * @param visible all that was seen, on whatever page
 * @returns what was lost, as of page 1; undefined where nothing was
 */
export function missingFromFile(visible: VisiblePage, pages: readonly AccessiblePage[]): MissingText | undefined {
  const heard = { text: pages.map(({ text }) => text).join('\n'), figures: pages.flatMap(({ figures }) => figures), untaggedText: pages.map(({ untaggedText }) => untaggedText).join('\n') }
  const loss = compare(visible, heard)
  return loss.words.length || loss.figures ? { page: 1, ...loss, message: describe(loss, heard) } : undefined
}

function compare({ words, figures }: VisiblePage, heard: AccessiblePage | undefined): Pick<MissingText, 'words' | 'figures'> {
  const text = fold(heard?.text ?? '')
  const left = count(text.split(' '))
  const compact = text.replaceAll(' ', '')
  const seen = count(words.map(word => fold(word).replaceAll(' ', '')))
  const lost = words.filter((word) => {
    const folded = fold(word).replaceAll(' ', '')
    if (!folded)
      return false
    const rest = left.get(folded) ?? 0
    left.set(folded, rest - 1)
    // Where the gap between two words is no wider than between letters, they are heard as one.
    return rest < 1 && compact.split(folded).length <= (seen.get(folded) ?? 1)
  })
  return { words: lost, figures: Math.max(0, figures - (heard?.figures.filter(Boolean).length ?? 0)) }
}

function describe({ words, figures }: Pick<MissingText, 'words' | 'figures'>, heard: AccessiblePage | undefined): string {
  const hidden = fold(heard?.untaggedText ?? '').replaceAll(' ', '')
  const reason = words.some(word => hidden.includes(fold(word).replaceAll(' ', ''))) ? 'are hidden from screen readers' : 'are no text in the file'
  const parts = [
    words.length && `the words "${words.slice(0, 12).join(' ')}${words.length > 12 ? ' …' : ''}" ${reason}`,
    figures && `${figures === 1 ? 'one figure has' : `${figures} figures have`} no description`,
  ].filter(Boolean).join(', and ')
  return `${parts[0]!.toUpperCase()}${parts.slice(1)}.`
}

/** The same letters however they are drawn: capitals, ligatures, hyphens at the end of a line. */
function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/[-\u2010\u2011]\s*|[\p{Cf}\uFE0E\uFE0F]/gu, '').replace(/\s+/g, ' ').trim()
}

function count(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const word of words)
    counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}
