import type { PhrasingContent } from 'mdast'
import type { Block, Bullet, SlideDraft, TextLine } from './slide.ts'
import { toString } from 'mdast-util-to-string'
import { subjectOf } from '../text/references.ts'
import { definedTerm, standsAlone } from '../text/score.ts'
import { hasVerb } from '../text/statements.ts'
import { contentWords, lettersOf, numberOfWords } from '../text/words.ts'
import { NAME_IN_CODE } from './code-topics.ts'
import { titleOfVisual } from './visual-titles.ts'

type Line = TextLine & Partial<Bullet>

/** What a term has to name a slide. */
const TERM = { maxCodeLength: 30, maxWords: 4, minLength: 4, maxColumns: 5, maxColumnsLength: 60 }

/** What a slide is about, as the author named it: what is shown, or a term; undefined where nothing names it. */
export function subTopicOf({ blocks }: Pick<SlideDraft, 'blocks'>): PhrasingContent[] | undefined {
  for (const block of blocks) {
    const title = titleOfVisual(block)
    if (title)
      return title
  }
  const lines = linesOf(blocks)
  return leadingTerm(lines) ?? subject(lines) ?? termsOf(lines) ?? rowsOf(blocks)
}

/** The bold term that a slide's only line, or the one above all others, begins with. */
function leadingTerm(lines: readonly Line[]): PhrasingContent[] | undefined {
  const [first, ...others] = lines
  const term = first && boldTerm(first)
  return term && others.every(({ level = 0 }) => level > 0) ? term : undefined
}

function boldTerm({ nodes }: Line): PhrasingContent[] | undefined {
  const [node, next] = nodes[0]?.type === 'text' && !/[\p{L}\p{N}]/u.test(nodes[0].value) ? nodes.slice(1) : nodes
  if (node?.type !== 'strong')
    return undefined
  const value = toString(node).replace(/[:.\s]+$/, '')
  const isTerm = !next || /[:.]$/.test(toString(node)) || /^\s*(?:[:–—(-]|is\b|are\b)/.test(toString(next))
  return isTerm && isName(value) ? [{ type: 'text', value: capitalized(value) }] : undefined
}

function codeTerm({ nodes: [node] }: Line): PhrasingContent[] | undefined {
  return node?.type === 'inlineCode' && node.value.length <= TERM.maxCodeLength && NAME_IN_CODE.test(node.value)
    ? [node]
    : undefined
}

/** What the first sentence is about: the code that it begins with, or the term that it defines. */
function subject(lines: readonly Line[]): PhrasingContent[] | undefined {
  for (const line of lines) {
    const code = line.sentence && codeTerm(line)
    if (code)
      return code
    const term = standsAlone(line.plain) ? definedTerm(line.plain) : undefined
    if (term && isName(term))
      return [{ type: 'text', value: capitalized(term) }]
    const name = line.sentence && standsAlone(line.plain) ? subjectOf(line.sentence) : undefined
    const text = name?.nodes.map(node => toString(node)).join('') ?? ''
    // "Sources add support" has a verb before the one that was found.
    if (name && isName(text) && !hasVerb(text))
      return name.nodes
  }
}

/** The terms that the bullets of a list begin with: the two, or the first and the last. */
function termsOf(lines: readonly Line[]): PhrasingContent[] | undefined {
  const top = lines.filter(({ level }) => level === 0)
  // Two names alone are all that the slide says.
  if (top.length <= 2 && top.every(({ nodes }) => nodes.length === 1))
    return undefined
  const terms = top.map(line => codeTerm(line) ?? boldTerm(line))
  const [first, last] = [terms[0], terms.at(-1)]
  return first && last && terms.every(Boolean) ? fromTo(first, last, terms.length) : undefined
}

/** No number, and no option of a program. */
const ROW_NAME = /^[^-].*\p{L}{2}|^\p{L}{2}/u

/** The first cells of a table's first row and of its last. */
function rowsOf(blocks: readonly Block[]): PhrasingContent[] | undefined {
  const table = blocks.find(({ type }) => type === 'table')
  if (table?.type !== 'table')
    return undefined
  const rows = table.rows.slice(1)
  const [first, last] = [rows[0], rows.at(-1)].map(row => row?.children[0]?.children)
  const areNames = [first, last].every(cell => ROW_NAME.test(cell?.map(node => toString(node)).join('') ?? ''))
  return areNames && first && last ? fromTo(first, last, rows.length) : undefined
}

/** What the columns of a slide's table are called; undefined where it has none, or they make no title. */
export function columnNames({ blocks }: Pick<SlideDraft, 'blocks'>): PhrasingContent[] | undefined {
  const table = blocks.find(({ type }) => type === 'table')
  if (table?.type !== 'table')
    return undefined
  const names = table.rows[0]!.children.map(cell => toString(cell).trim()).filter(Boolean)
  const shown = names.length > TERM.maxColumns ? [...names.slice(0, TERM.maxColumns - 1), '…'] : names
  const value = shown.join(', ')
  return names.length > 0 && value.length <= TERM.maxColumnsLength ? [{ type: 'text', value }] : undefined
}

function fromTo(first: PhrasingContent[], last: PhrasingContent[], count: number): PhrasingContent[] {
  if (count < 2)
    return first
  return [...first, { type: 'text', value: count === 2 ? ', ' : ' – ' }, ...last]
}

function isName(text: string): boolean {
  return numberOfWords(text) <= TERM.maxWords
    && lettersOf(text).length >= TERM.minLength
    && contentWords(text).length > 0
}

function capitalized(text: string): string {
  return text[0]!.toUpperCase() + text.slice(1)
}

function linesOf(blocks: readonly Block[]): Line[] {
  return blocks.flatMap((block): Line[] => {
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
