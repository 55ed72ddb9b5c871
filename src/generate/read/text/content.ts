import type {
  BlockContent,
  Code,
  DefinitionContent,
  List,
  ListItem,
  Paragraph,
  RootContent,
  Table,
  TableRow,
} from 'mdast'
import type { Admonition } from '../../document.ts'
import type { Block, TextBlock, TextList } from './lines.ts'
import { admonitionKind } from '../admonition-words.ts'
import { mergeCode } from './code-blocks.ts'
import { isCode, isFileName } from './code.ts'
import { isAnnounced, isHeading, isMissingFigure } from './headings.ts'
import { isAdmonitionTitle, isVariant } from './line-words.ts'

type Lines = [number, number]

/** A block with those around it. */
interface Surroundings {
  before?: Block
  after?: Block
  /** Whether there can be headings: an item of a list has none. */
  withHeadings: boolean
}

/**
 * Content of a page, or of an item of a list.
 * @param withHeadings whether there can be headings: an item of a list has none
 */
export function contentOfText(all: readonly Block[], withHeadings: boolean): RootContent[] {
  const blocks = mergeCode(all)
  const content: RootContent[] = []
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i]!
    const after = blocks[i + 1]
    const titled = after && titledBlock(block, after)
    if (titled) {
      content.push(titled)
      i++
    }
    else if ('items' in block) {
      content.push(listOf(block))
    }
    else if (i === 0 && !withHeadings) {
      content.push(paragraphOf(block))
    }
    else {
      content.push(nodeOf(block, { before: blocks[i - 1], after, withHeadings }))
    }
  }
  return content
}

/** A line with the block below it, where the line only says what that is: an admonition, a file, a tab of code. */
function titledBlock(block: Block, after: Block): RootContent | undefined {
  const line = singleLine(block)
  if (line === undefined)
    return undefined
  const data = { lines: [linesOf(block)[0], linesOf(after)[1]] as Lines }
  const admonition = admonitionIn(line)
  if (admonition)
    return { type: 'admonition', ...admonition, children: contentOfText([after], false), data }
  if (!('lines' in after) || !isCode(after.lines))
    return undefined
  if (isFileName(line))
    return { type: 'code', value: after.lines.join('\n'), meta: `[${line.trim()}]`, data }
  if (isVariant(line))
    return { type: 'tab', label: line.trim(), children: [codeOf(after)], data }
}

/** A line that is the title of an admonition alone. */
function admonitionIn(line: string): Pick<Admonition, 'kind' | 'title'> | undefined {
  const title = line.trim().replace(/[:\s]+$/, '')
  const word = title.replace(/^\P{L}+/u, '')
  if (!isAdmonitionTitle(word))
    return undefined
  const kind = admonitionKind(word) ?? 'note'
  return { kind, ...(title.toLowerCase() !== kind && { title }) }
}

function nodeOf(block: TextBlock, { before, after, withHeadings }: Surroundings): RootContent {
  const line = singleLine(block)
  const data = { lines: linesOf(block) }
  const codeIsLikely = isAnnounced(before) || !withHeadings
  if (isCode(block.lines) || (line !== undefined && codeIsLikely && isBareCode(line)))
    return codeOf(block)
  const admonition = unknownAdmonition(block)
  if (admonition)
    return admonition
  if (block.lines.length > 1 && block.lines.every(row => row.includes('\t')))
    return tableOf(block)
  if (block.isPicture || (line !== undefined && isMissingFigure(line, before, after, withHeadings)))
    return { type: 'missingFigure', alt: block.lines.join(' ').trim(), data }
  if (line !== undefined && withHeadings && isHeading(line, before, after))
    return { type: 'heading', depth: 2, children: [{ type: 'text', value: line.trim() }], data }
  return paragraphOf(block)
}

/** `!!! note "Title"`, which the program of the page did not know. */
function unknownAdmonition(block: TextBlock): Admonition | undefined {
  const [first = '', ...rest] = block.lines
  const [mark, word, title] = /^(?:!!!|\?\?\?\+?) +([a-z]+)(?: +"([^"]*)")?(?: |$)/i.exec(first) ?? []
  const kind = word && admonitionKind(word)
  if (mark === undefined || !kind)
    return undefined
  const children = [paragraphOf({ ...block, lines: [first.slice(mark.length), ...rest] })]
  return { type: 'admonition', kind, ...(title && { title }), children, data: { lines: linesOf(block) } }
}

/** A few words without a capital or an end, where code can be expected. */
function isBareCode(line: string): boolean {
  return /^[a-z.][\w./-]*(?: \S+){0,6}$/.test(line) && !/[.!?:,;]$/.test(line)
}

function codeOf(block: TextBlock): Code {
  const [first = '', ...rest] = block.lines
  const isNamed = rest.length > 0 && isFileName(first)
  return {
    type: 'code',
    value: (isNamed ? rest : block.lines).join('\n'),
    ...(isNamed && { meta: `[${first.trim()}]` }),
    data: { lines: linesOf(block) },
  }
}

function paragraphOf(block: TextBlock): Paragraph {
  const value = block.lines.map(part => part.trim()).join('\n').trim()
  return { type: 'paragraph', children: [{ type: 'text', value }], data: { lines: linesOf(block) } }
}

function tableOf(block: TextBlock): Table {
  const children = block.lines.map((row, i): TableRow => {
    const data = () => ({ lines: [block.line + i, block.line + i] as Lines })
    const cells = row.trim().split('\t').map(cell => cell.trim())
    return {
      type: 'tableRow',
      data: data(),
      children: cells.map(value => ({ type: 'tableCell', children: [{ type: 'text', value }], data: data() })),
    }
  })
  return { type: 'table', children, data: { lines: linesOf(block) } }
}

function listOf({ items, ordered, line }: TextList): List {
  const children = items.map((item): ListItem => ({
    type: 'listItem',
    spread: item.blocks.length > 1,
    children: contentOfText(item.blocks, false) as (BlockContent | DefinitionContent)[],
    data: { lines: [item.line, lastLineOf(item)] },
  }))
  return {
    type: 'list',
    ordered,
    ...(ordered && { start: Number.parseInt(items[0]!.marker) }),
    spread: false,
    children,
    data: { lines: [line, lastLineOf(items.at(-1)!)] },
  }
}

function singleLine(block: Block): string | undefined {
  return 'lines' in block && block.lines.length === 1 ? block.lines[0] : undefined
}

function linesOf(block: Block): Lines {
  if ('lines' in block)
    return [block.line, block.line + block.lines.length - 1]
  return [block.line, lastLineOf(block.items.at(-1)!)]
}

function lastLineOf({ line, blocks }: TextList['items'][number]): number {
  return blocks.length ? linesOf(blocks.at(-1)!)[1] : line
}
