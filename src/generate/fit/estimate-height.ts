import type { PhrasingContent, TableRow } from 'mdast'
import type { Block, Bullet, SlideDraft } from '../plan/slide.ts'
import type { TypeSize } from './type-sizes.ts'
import { toString } from 'mdast-util-to-string'
import { widthInLetters } from '../text/words.ts'
import { slideMetrics } from './slide-metrics.ts'
import { typeSizes } from './type-sizes.ts'

/** What blocks have for themselves. */
export interface Space {
  /** Share of the slide's width; all of it without. */
  column?: number
  /** Size of the type; a slide's own without. */
  size?: TypeSize
}

/** Pixels that are left for blocks below the title of a slide. */
export function heightLeft({ title, kind }: Pick<SlideDraft, 'title' | 'kind'>): number {
  const { titleLine, titleCode, question } = slideMetrics
  const body = slideMetrics.body - (title.some(({ type }) => type === 'inlineCode') ? titleCode : 0)
  if (kind === 'question')
    return body - question.head + titleLine - (titleLines(title, question.letters) - 1) * titleLine
  return body - (titleLines(title) - 1) * titleLine
}

/** Letters that the frame of code in a title takes. */
const CODE_FRAME = 1.5

/** Lines that a title takes: it wraps between words, and code stands whole on one line. */
export function titleLines(title: readonly PhrasingContent[], letters: number = slideMetrics.titleLetters): number {
  const words = title.flatMap((node): (string | number)[] => node.type === 'inlineCode'
    ? [widthInLetters(node.value) + CODE_FRAME]
    : toString(node).split(/(\s+)/).filter(Boolean))
  let lines = 1
  let taken = 0
  for (const word of words) {
    const width = typeof word === 'number' ? word : widthInLetters(word)
    if (taken + width > letters && taken > 0 && (typeof word === 'number' || word.trim())) {
      lines++
      taken = 0
    }
    lines += Math.max(0, Math.ceil(width / letters) - 1)
    taken += width
  }
  return lines
}

/** Height of blocks one below the other, in pixels of the canvas. */
export function heightOf(blocks: readonly Block[], space: Space = {}): number {
  const gaps = Math.max(0, blocks.length - 1) * slideMetrics.gap
  return blocks.reduce((sum, block) => sum + blockHeight(block, space), 0) + gaps
}

function blockHeight(block: Block, space: Space): number {
  const { quote, code, math, callout, picture, gap } = slideMetrics
  const { scale, letters, line } = textMetrics(space)
  switch (block.type) {
    case 'line':
      return linesFor(widthInLetters(block.line.plain), letters) * line
    case 'bullets':
      return bulletsHeight(block.items, space)
    case 'quote': {
      const share = quote.letters / slideMetrics.text.letters
      const lines = block.lines.map(({ plain }) => linesFor(widthInLetters(plain), letters * share))
      return lines.reduce((sum, count) => sum + count * line, 0) + (block.lines.length - 1) * gap
    }
    case 'code':
      return codeHeight(block.lines, space) + (block.name || block.part ? code.name : 0)
    case 'table':
      return rowHeights(block, space).reduce((sum, height) => sum + height, 0)
    case 'math':
      return (block.value.split('\n').filter(line => line.trim()).length * math.line + math.padding) * scale
    case 'callout':
      return callout.padding * scale
        + heightOf(block.blocks, { ...space, column: (space.column ?? 1) * callout.width })
    case 'image':
    case 'stack':
    case 'flow':
      return picture
    case 'missing':
      return line
  }
}

/** Type of a size, beside that of a slide without one, and what its lines hold. */
function textMetrics({ column = 1, size = 'normal' }: Space) {
  const scale = typeSizes[size].text / typeSizes.normal.text
  const { letters, line } = slideMetrics.text
  return { scale, letters: letters * lineShare({ column, size }) / scale, line: line * scale }
}

/** Share of the slide's width that a line of text takes at most. */
function lineShare({ column = 1, size = 'normal' }: Space): number {
  const { text: { lineWidth, minWidth }, width } = slideMetrics
  return column < 1 ? column : Math.min(1, Math.max(minWidth, lineWidth * typeSizes[size].text) / width)
}

function bulletsHeight(items: readonly Bullet[], space: Space): number {
  const { bullet } = slideMetrics
  const { scale } = textMetrics(space)
  return items.reduce((sum, { plain, level }, i) => {
    const { line, letters } = level ? bullet.nested : bullet
    const lines = linesFor(widthInLetters(plain), letters * lineShare(space) / scale)
    return sum + (lines * line + (i ? bullet.gap : 0)) * scale
  }, 0)
}

/** Height of lines of code; lines that are wider than the slide wrap. */
export function codeHeight(lines: readonly string[], space: Space = {}): number {
  return codeLines(lines, space) * typeSizes[space.size ?? 'normal'].codeLine + slideMetrics.code.padding
}

/** Lines that code takes, those that wrap counted as several. */
export function codeLines(lines: readonly string[], { column = 1, size = 'normal' }: Space = {}): number {
  const { width, beside, letter } = slideMetrics.code
  const letters = Math.floor((width * column - beside) / (letter * typeSizes[size].code))
  return lines.reduce((sum, line) => sum + rowsOfCode(line, letters), 0)
}

/** Rows that a line of code takes: it wraps between words, and inside of those that no row holds. */
function rowsOfCode(line: string, letters: number): number {
  if (widthInLetters(line) <= letters)
    return 1
  let rows = 1
  let taken = 0
  for (const word of line.split(/(?<=\s)(?=\S)/)) {
    const width = widthInLetters(word.trimEnd())
    if (taken + width > letters) {
      rows += (taken ? 1 : 0) + Math.max(0, Math.ceil(width / letters) - 1)
      taken = width % letters
    }
    else {
      taken += width
    }
    taken += widthInLetters(word) - width
  }
  return rows
}

/** Rows of a table whose widths say how wide its columns are. */
const MEASURED_ROWS = 200
/** How much wider a letter of a table is than one of text, and by how many letters a column may be passed. */
const TABLE_TEXT = { width: 1.08, tolerance: 0.5 }

/** Height of each row, from the share of the width that its columns need. */
export function rowHeights({ rows }: Extract<Block, { type: 'table' }>, space: Space = {}): number[] {
  const { padding } = slideMetrics.table
  const { scale } = textMetrics(space)
  const line = slideMetrics.table.line * scale
  const cells = rows.map(row => row.children.map(cell => widthInLetters(toString(cell))))
  const columns = columnWidths(cells, longestWords(rows), slideMetrics.table.letters * (space.column ?? 1) / scale)
  return cells.map((row) => {
    const lines = row.map((width, i) => linesFor(width * TABLE_TEXT.width, columns[i]! + TABLE_TEXT.tolerance))
    return Math.max(1, ...lines) * line + padding
  })
}

/** Whether the columns of a table stand beside each other without a cell that wraps. */
export function fitsBeside({ rows }: Extract<Block, { type: 'table' }>, space: Space = {}): boolean {
  const { letters, cell } = slideMetrics.table
  const widths = rows.map(row => row.children.map(child => widthInLetters(toString(child))))
  const count = Math.max(...widths.map(row => row.length))
  const total = Array.from({ length: count }, (_, i) => Math.max(...widths.map(row => row[i] ?? 0)))
    .reduce((sum, width) => sum + width * TABLE_TEXT.width + cell, 0)
  return total <= letters * (space.column ?? 1) / textMetrics(space).scale
}

/** Widths of columns in letters: as wide as their widest cell, or less where they do not fit beside each other. */
function columnWidths(cells: readonly number[][], words: readonly number[], letters: number): number[] {
  const { cell, minColumn, minNarrow } = slideMetrics.table
  const measured = cells.slice(0, MEASURED_ROWS)
  const count = Math.max(1, ...measured.map(row => row.length))
  const wanted = Array.from({ length: count }, (_, i) => Math.max(minColumn, ...measured.map(row => row[i] ?? 0)))
  const free = letters - count * cell
  const total = wanted.reduce((sum, width) => sum + width, 0)
  if (total * TABLE_TEXT.width <= free)
    return wanted.map(width => width * TABLE_TEXT.width)
  if (total <= free)
    return wanted
  // Columns that cannot be narrower than a word take from the others.
  const shares = wanted.map(width => width / total * free)
  const fixed = shares.map((share, i) => share < (words[i] ?? 0) ? words[i]! : 0)
  const taken = fixed.reduce((sum, width) => sum + width, 0)
  const others = wanted.reduce((sum, width, i) => sum + (fixed[i] ? 0 : width), 0)
  return wanted.map((width, i) => fixed[i] || Math.max(minNarrow, width / others * Math.max(0, free - taken)))
}

/** Letters of the longest word of each column. */
function longestWords(rows: readonly TableRow[]): number[] {
  const longest: number[] = []
  for (const { children } of rows.slice(0, MEASURED_ROWS)) {
    children.forEach((cell, i) => {
      const widths = toString(cell).split(/\s+/).map(word => widthInLetters(word) * TABLE_TEXT.width)
      longest[i] = Math.max(longest[i] ?? 0, ...widths)
    })
  }
  return longest
}

function linesFor(width: number, letters: number): number {
  return Math.max(1, Math.ceil(width / letters))
}
