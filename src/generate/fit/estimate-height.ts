import type { Block, Bullet, SlideDraft } from '../plan/slide.ts'
import { toString } from 'mdast-util-to-string'
import { widthInLetters } from '../text/words.ts'
import { slideMetrics } from './slide-metrics.ts'

/** Pixels that are left for blocks below the title of a slide. */
export function heightLeft({ title, kind }: Pick<SlideDraft, 'title' | 'kind'>): number {
  const { body, titleLine, titleLetters, question } = slideMetrics
  const width = widthInLetters(title.map(node => toString(node)).join(''))
  if (kind === 'question')
    return body - question.head + titleLine - (linesFor(width, question.letters) - 1) * titleLine
  return body - (linesFor(width, titleLetters) - 1) * titleLine
}

/**
 * Height of blocks one below the other, in pixels of the canvas.
 * @param column share of the slide's width that they have
 */
export function heightOf(blocks: readonly Block[], column = 1): number {
  const gaps = Math.max(0, blocks.length - 1) * slideMetrics.gap
  return blocks.reduce((sum, block) => sum + blockHeight(block, column), 0) + gaps
}

function blockHeight(block: Block, column: number): number {
  const { text, quote, code, math, callout, picture, gap } = slideMetrics
  switch (block.type) {
    case 'line':
      return linesFor(widthInLetters(block.line.plain), text.letters * column) * text.line
    case 'bullets':
      return bulletsHeight(block.items, column)
    case 'quote': {
      const lines = block.lines.map(({ plain }) => linesFor(widthInLetters(plain), quote.letters * column))
      return lines.reduce((sum, count) => sum + count * text.line, 0) + (block.lines.length - 1) * gap
    }
    case 'code':
      return codeHeight(block.lines, column) + (block.name ? code.name : 0)
    case 'table':
      return rowHeights(block, column).reduce((sum, height) => sum + height, 0)
    case 'math':
      return block.value.split('\n').filter(line => line.trim()).length * math.line + math.padding
    case 'callout':
      return callout.padding + heightOf(block.blocks, column * callout.width)
    case 'image':
    case 'stack':
    case 'flow':
      return picture
    case 'missing':
      return text.line
  }
}

function bulletsHeight(items: readonly Bullet[], column: number): number {
  const { bullet } = slideMetrics
  return items.reduce((sum, { plain, level }, i) => {
    const { line, letters } = level ? bullet.nested : bullet
    return sum + linesFor(widthInLetters(plain), letters * column) * line + (i ? bullet.gap : 0)
  }, 0)
}

/** Height of lines of code; lines that are wider than the slide wrap. */
export function codeHeight(lines: readonly string[], column = 1): number {
  return codeLines(lines, column) * slideMetrics.code.line + slideMetrics.code.padding
}

/** Lines that code takes, those that wrap counted as several. */
export function codeLines(lines: readonly string[], column = 1): number {
  const letters = Math.floor(slideMetrics.code.letters * column)
  return lines.reduce((sum, line) => sum + linesFor(widthInLetters(line), letters), 0)
}

/** Rows of a table whose widths say how wide its columns are. */
const MEASURED_ROWS = 200
/** How much wider a letter of a table is than one of text, and by how many letters a column may be passed. */
const TABLE_TEXT = { width: 1.08, tolerance: 0.5 }

/** Height of each row, from the share of the width that its columns need. */
export function rowHeights({ rows }: Extract<Block, { type: 'table' }>, column = 1): number[] {
  const { line, padding } = slideMetrics.table
  const cells = rows.map(row => row.children.map(cell => widthInLetters(toString(cell))))
  const columns = columnWidths(cells, slideMetrics.table.letters * column)
  return cells.map((row) => {
    const lines = row.map((width, i) => linesFor(width * TABLE_TEXT.width, columns[i]! + TABLE_TEXT.tolerance))
    return Math.max(1, ...lines) * line + padding
  })
}

/** Widths of columns in letters: as wide as their widest cell, or less where they do not fit beside each other. */
function columnWidths(cells: readonly number[][], letters: number): number[] {
  const { cell, minColumn, minNarrow } = slideMetrics.table
  const measured = cells.slice(0, MEASURED_ROWS)
  const count = Math.max(1, ...measured.map(row => row.length))
  const wanted = Array.from({ length: count }, (_, i) => Math.max(minColumn, ...measured.map(row => row[i] ?? 0)))
  const free = letters - count * cell
  const total = wanted.reduce((sum, width) => sum + width, 0)
  return total <= free ? wanted : wanted.map(width => Math.max(minNarrow, width / total * free))
}

function linesFor(width: number, letters: number): number {
  return Math.max(1, Math.ceil(width / letters))
}
