import type { BlockContent, DefinitionContent, List, ListItem, Paragraph, RootContent } from 'mdast'
import type { LeftOut, SourceDocument } from '../document.ts'
import type { TextBlock, TextList } from './text-lines.ts'
import { admonitionKind } from './admonition-words.ts'
import { isChrome } from './text-chrome.ts'
import { isCode, isFileName } from './text-code.ts'
import { looksLikeHeading, pictureScore } from './text-headings.ts'
import { textBlocks } from './text-lines.ts'

type Lines = [number, number]

/** Reads text as copying a page leaves it: no marks, only lines, bullets and the order of things. */
export function readPlainText(file: string, text: string): Omit<SourceDocument, 'format'> {
  const leftOut: LeftOut[] = []
  const all = textBlocks(text)
  const blocks = all.filter((block, i) => {
    const line = singleLine(block)
    const place = { first: i < 5 && all.slice(0, i).every(before => isChromeBlock(before)), last: all.slice(i + 1, i + 6).every(after => isChromeBlock(after)) && i > all.length - 6 }
    if (line === undefined || !isChrome(line, place))
      return true
    leftOut.push({ lines: linesOf(block), what: line, why: 'part of the page around the text' })
    return false
  })
  const children = contentOf(blocks, true)
  const [first] = children
  if (first?.type === 'heading')
    first.depth = 1
  return { file, text, title: first?.type === 'heading' ? singleLine(blocks[0]!) : undefined, root: { type: 'root', children }, leftOut }
}

function isChromeBlock(block: TextBlock | TextList): boolean {
  const line = singleLine(block)
  return line !== undefined && isChrome(line, { first: true, last: true })
}

/** Content of a page, or of an item of a list, which has no headings. */
function contentOf(blocks: readonly (TextBlock | TextList)[], headings: boolean): RootContent[] {
  const content: RootContent[] = []
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i]!
    const line = singleLine(block)
    const next = blocks[i + 1]
    const kind = line === undefined ? undefined : admonitionWord(line)
    if (kind && next) {
      content.push({ type: 'admonition', ...kind, children: contentOf([next], false), data: { lines: [linesOf(block)[0], linesOf(next)[1]] } })
      i++
    }
    else if (line !== undefined && isFileName(line) && next && 'lines' in next && isCode(next.lines)) {
      content.push({ type: 'code', value: next.lines.join('\n'), meta: `[${line}]`, data: { lines: [block.line, linesOf(next)[1]] } })
      i++
    }
    else {
      content.push('items' in block ? listOf(block) : i === 0 && !headings ? paragraphOf(block) : blockOf(block, blocks[i - 1], next, headings))
    }
  }
  return content
}

function admonitionWord(line: string) {
  const word = line.trim().replace(/^\P{L}+|[:!\s]+$/gu, '')
  const kind = /^[a-z]+(?: [a-z]+)?$/i.test(word) && !/^(?:done|learn|key|more|good|bad|default|check|missing|solution|summary|conclusion|exercises?|questions?|faq|objectives?|goals?|tasks?|overview|help|discussion|activity|notes|practice|challenges?|prerequisites|testimonial|recap|takeaways|lab|quiz)$/i.test(word) ? admonitionKind(word) : undefined
  const title = line.trim().replace(/[:\s]+$/, '')
  return kind ? { kind, ...(title.toLowerCase() !== kind && { title }) } : undefined
}

function blockOf(block: TextBlock, before: TextBlock | TextList | undefined, after: TextBlock | TextList | undefined, headings: boolean): BlockContent | RootContent {
  const data = { lines: linesOf(block) }
  const line = singleLine(block)
  if (isCode(block.lines))
    return { type: 'code', value: block.lines.join('\n'), data }
  if (isTable(block.lines))
    return { type: 'table', children: block.lines.map((row, i) => ({ type: 'tableRow', data: { lines: [block.line + i, block.line + i] as Lines }, children: row.split('\t').map(cell => ({ type: 'tableCell', children: [{ type: 'text', value: cell.trim() }] })) })), data }
  if (line !== undefined && looksLikeHeading(line)) {
    const announced = before && 'lines' in before && before.lines.at(-1)!.trim().endsWith(':')
    const followed = after ? singleLine(after) : ''
    const score = pictureScore(line) + (announced ? 3 : 0) + (followed !== undefined && looksLikeHeading(followed) ? 1 : 0)
    if (!headings ? score > 1 && line.split(/\s+/).length <= 14 : score > 1)
      return { type: 'missingFigure', alt: line.trim(), data } as RootContent
    if (headings && after)
      return { type: 'heading', depth: 2, children: [{ type: 'text', value: line.trim() }], data }
  }
  return paragraphOf(block)
}

function paragraphOf(block: TextBlock): Paragraph {
  return { type: 'paragraph', children: [{ type: 'text', value: block.lines.map(part => part.trim()).join('\n') }], data: { lines: linesOf(block) } }
}

function isTable(lines: readonly string[]): boolean {
  return lines.length > 1 && lines.every(line => line.includes('\t')) && new Set(lines.map(line => line.split('\t').length)).size <= 2
}

function listOf(list: TextList): List {
  const children = list.items.map((item): ListItem => ({
    type: 'listItem',
    spread: item.blocks.length > 1,
    children: contentOf(item.blocks, false) as (BlockContent | DefinitionContent)[],
    data: { lines: [item.line, item.blocks.length ? linesOf(item.blocks.at(-1)!)[1] : item.line] },
  }))
  const start = Number.parseInt(list.items[0]!.marker)
  return { type: 'list', ordered: list.ordered, ...(list.ordered ? { start } : {}), spread: false, children, data: { lines: linesOf(list) } }
}

function singleLine(block: TextBlock | TextList): string | undefined {
  return 'lines' in block && block.lines.length === 1 ? block.lines[0] : undefined
}

function linesOf(block: TextBlock | TextList): Lines {
  if ('lines' in block)
    return [block.line, block.line + block.lines.length - 1]
  const last = block.items.at(-1)!
  return [block.line, last.blocks.length ? linesOf(last.blocks.at(-1)!)[1] : last.line]
}
