import { isCodeLine } from './code.ts'

/** Lines of page text that belong together. */
export interface TextBlock {
  /** Without the indentation that they share. */
  lines: string[]
  /** Line of the first one in the source, from 1. */
  line: number
  /** Columns before all of them. */
  indent: number
  /** Whether the line had attributes as pictures have. */
  isPicture?: boolean
}

export type Block = TextBlock | TextList

interface TextItem {
  /** What stands before the text: a bullet or a number. */
  marker: string
  blocks: Block[]
  line: number
}

export interface TextList {
  items: TextItem[]
  ordered: boolean
  line: number
}

interface Line {
  text: string
  indent: number
  number: number
}

const ITEM_MARKER = /^([•◦▪‣●○∙·–*-]|\d{1,3}[.)])(?:[ \t]{1,4}(?=\S)|$)/

/** Blocks and lists of page text: lists by their bullets, which copying indents, the rest by blank lines. */
export function textBlocks(text: string): Block[] {
  const lines = text.split('\n').map((line, i) => {
    const indent = /^[ \t\u00A0]*/.exec(line)![0]
    return { text: line.slice(indent.length).trimEnd(), indent: indent.replace(/\t/g, '    ').length, number: i + 1 }
  })
  return blocksOf(lines, 0, lines.length, 0)
}

function blocksOf(lines: readonly Line[], start: number, end: number, margin: number): Block[] {
  const blocks: Block[] = []
  let i = start
  while (i < end) {
    const line = lines[i]!
    if (!line.text) {
      i++
    }
    else if (isItem(lines, i, margin)) {
      const list = readList(lines, i, end)
      blocks.push(list.list)
      i = list.next
    }
    else {
      let next = i + 1
      while (next < end && lines[next]!.text && !isItem(lines, next, margin))
        next++
      blocks.push(blockOf(lines.slice(i, next)))
      i = next
    }
  }
  return blocks
}

function blockOf(lines: readonly Line[]): TextBlock {
  const indent = Math.min(...lines.map(line => line.indent))
  const texts = lines.map(line => ' '.repeat(line.indent - indent) + line.text)
  return { lines: texts, line: lines[0]!.number, indent }
}

/** A bullet that copying left, indented or not; dashes, stars and numbers only if indented or more than one. */
function isItem(lines: readonly Line[], i: number, margin: number): boolean {
  const { text, indent } = lines[i]!
  const marker = ITEM_MARKER.exec(text)?.[1]
  if (!marker || text.length === marker.length)
    return false
  if (/[•◦▪‣●○∙]/.test(marker))
    return true
  if (isBelowCode(lines, i))
    return false
  if (indent > margin)
    return true
  const kind = markerKind(text)
  return [previousText(lines, i), nextText(lines, i)].some(near =>
    near !== undefined && near.indent === indent && markerKind(near.text) === kind)
}

/** A marker that is the same for all items of a list. */
function markerKind(text: string): string | undefined {
  return ITEM_MARKER.exec(text)?.[1]?.replace(/\d+/, '1')
}

/** Lines above an item among which the one that it stands below is looked for. */
const MAX_ABOVE = 50

/** Lists of YAML and rows of output stand in code, right below a line of it. */
function isBelowCode(lines: readonly Line[], i: number): boolean {
  for (let at = i - 1; at >= Math.max(0, i - MAX_ABOVE) && lines[at]!.text; at--) {
    if (!ITEM_MARKER.test(lines[at]!.text))
      return isCodeLine(lines[at]!.text)
  }
  return false
}

function previousText(lines: readonly Line[], i: number): Line | undefined {
  return lines[i - 1]?.text ? lines[i - 1] : lines[i - 2]
}

function nextText(lines: readonly Line[], i: number): Line | undefined {
  return lines[i + 1]?.text ? lines[i + 1] : lines[i + 2]
}

/** Items of one indentation; what is indented deeper than their markers belongs to them. */
function readList(lines: readonly Line[], start: number, end: number): { list: TextList, next: number } {
  const { indent, text, number } = lines[start]!
  const ordered = /^\d/.test(text)
  const list: TextList = { items: [], ordered, line: number }
  let i = start
  while (i < end) {
    const line = lines[i]!
    if (!line.text) {
      i++
      continue
    }
    const marker = ITEM_MARKER.exec(line.text)
    if (line.indent !== indent || !marker || /^\d/.test(line.text) !== ordered)
      break
    let next = i + 1
    while (next < end && (!lines[next]!.text || lines[next]!.indent > indent))
      next++
    const first = { ...line, text: line.text.slice(marker[0].length), indent: indent + marker[0].length }
    const blocks = blocksOf([first, ...lines.slice(i + 1, next)], 0, next - i, first.indent)
    list.items.push({ marker: marker[1]!, line: line.number, blocks })
    i = next
  }
  return { list, next: i }
}
