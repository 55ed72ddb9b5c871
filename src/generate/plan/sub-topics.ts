import type { PhrasingContent } from 'mdast'
import type { Block, Bullet, SlideDraft, TextLine } from './slide.ts'
import { toString } from 'mdast-util-to-string'
import { definedTerm, standsAlone } from '../text/score.ts'
import { contentWords, lettersOf, numberOfWords } from '../text/words.ts'
import { titleOfVisual } from './visual-titles.ts'

/** What a term has to name a slide. */
const TERM = { maxCodeLength: 30, maxWords: 4, minLength: 4 }

/** What a slide is about, as the author named it: what is shown, or a term; undefined where nothing names it. */
export function subTopicOf({ blocks }: Pick<SlideDraft, 'blocks'>): PhrasingContent[] | undefined {
  for (const block of blocks) {
    const title = titleOfVisual(block)
    if (title)
      return title
  }
  const lines = linesOf(blocks)
  return leadingTerm(lines) ?? subject(lines)
}

/** The bold term that a slide's only line, or the one above all others, begins with. */
function leadingTerm(lines: readonly (TextLine & Partial<Bullet>)[]): PhrasingContent[] | undefined {
  const [first, ...others] = lines
  const [node, next] = first?.nodes ?? []
  if (node?.type !== 'strong' || others.some(({ level = 0 }) => level === 0))
    return undefined
  const value = toString(node).replace(/[:.\s]+$/, '')
  const isTerm = !next || /[:.]$/.test(toString(node)) || /^\s*(?:[:–—(-]|is\b|are\b)/.test(toString(next))
  return isTerm && isName(value) ? [{ type: 'text', value: capitalized(value) }] : undefined
}

/** What the first sentence is about: the code that it begins with, or the term that it defines. */
function subject(lines: readonly (TextLine & Partial<Bullet>)[]): PhrasingContent[] | undefined {
  for (const { nodes, plain, sentence } of lines) {
    const [first] = nodes
    if (sentence && first?.type === 'inlineCode' && first.value.length <= TERM.maxCodeLength)
      return [first]
    const term = standsAlone(plain) ? definedTerm(plain) : undefined
    if (term && isName(term))
      return [{ type: 'text', value: capitalized(term) }]
  }
}

function isName(text: string): boolean {
  return numberOfWords(text) <= TERM.maxWords
    && lettersOf(text).length >= TERM.minLength
    && contentWords(text).length > 0
}

function capitalized(text: string): string {
  return text[0]!.toUpperCase() + text.slice(1)
}

function linesOf(blocks: readonly Block[]): (TextLine & Partial<Bullet>)[] {
  return blocks.flatMap((block): (TextLine & Partial<Bullet>)[] => {
    switch (block.type) {
      case 'line':
        return [block.line]
      case 'bullets':
        return block.items
      default:
        return []
    }
  })
}
