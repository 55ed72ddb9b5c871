import type { Block, SlideDraft } from '../plan/slide.ts'
import { toString } from 'mdast-util-to-string'
import { textWidth } from '../text/words.ts'
import { canvas } from './slide-metrics.ts'

/** Pixels that are left for blocks below the title of a slide. */
export function roomOf({ title, kind }: Pick<SlideDraft, 'title' | 'kind'>): number {
  const width = textWidth(title.map(node => toString(node)).join(''))
  if (kind === 'question')
    return canvas.body - canvas.question.head + canvas.titleLine - (linesFor(width, canvas.question.letters) - 1) * canvas.titleLine
  return canvas.body - (linesFor(width, canvas.titleLetters) - 1) * canvas.titleLine
}

/** Height of blocks one below the other, in pixels of the canvas. */
export function heightOf(blocks: readonly Block[], column = 1): number {
  return blocks.reduce((sum, block) => sum + blockHeight(block, column), 0) + Math.max(0, blocks.length - 1) * canvas.gap
}

function blockHeight(block: Block, column: number): number {
  switch (block.type) {
    case 'line':
      return linesFor(textWidth(block.line.plain), canvas.text.letters * column) * canvas.text.line
    case 'bullets':
      return block.items.reduce((sum, { plain, level }, i) => {
        const { line, letters } = level ? canvas.bullet.nested : canvas.bullet
        return sum + linesFor(textWidth(plain), letters * column) * line + (i ? canvas.bullet.gap : 0)
      }, 0)
    case 'quote':
      return block.lines.reduce((sum, { plain }) => sum + linesFor(textWidth(plain), (canvas.text.letters - 3) * column) * canvas.text.line, 0) + (block.lines.length - 1) * canvas.gap
    case 'code':
      return codeHeight(block.lines, column) + (block.name ? canvas.code.name : 0)
    case 'table':
      return tableHeight(block, column)
    case 'math':
      return block.value.split('\n').filter(line => line.trim()).length * canvas.math.line + canvas.math.padding
    case 'callout':
      return canvas.callout.padding + heightOf(block.blocks, column * 0.94)
    case 'image': case 'stack': case 'flow':
      return canvas.picture
    case 'missing':
      return canvas.text.line
  }
}

/** Height of lines of code; lines that are wider than the slide wrap. */
export function codeHeight(lines: readonly string[], column = 1): number {
  return codeLines(lines, column) * canvas.code.line + canvas.code.padding
}

export function codeLines(lines: readonly string[], column = 1): number {
  return lines.reduce((sum, line) => sum + linesFor(textWidth(line), Math.floor(canvas.code.letters * column)), 0)
}

/** Height of each row, from the share of the width that its columns need. */
export function rowHeights({ rows }: Extract<Block, { type: 'table' }>, column = 1): number[] {
  const texts = rows.map(row => row.children.map(cell => textWidth(toString(cell))))
  const columns = Math.max(1, ...texts.slice(0, 200).map(row => row.length))
  const wanted = Array.from({ length: columns }, (_, i) => Math.max(3, ...texts.slice(0, 200).map(row => row[i] ?? 0)))
  const free = canvas.table.letters * column - columns * canvas.table.cell
  const total = wanted.reduce((sum, width) => sum + width, 0)
  const widths = total <= free ? wanted : wanted.map(width => Math.max(6, width / total * free))
  return texts.map(row => Math.max(1, ...row.map((width, i) => linesFor(width * 1.08, widths[i]! + 0.5))) * canvas.table.line + canvas.table.padding)
}

function tableHeight(table: Extract<Block, { type: 'table' }>, column: number): number {
  return rowHeights(table, column).reduce((sum, height) => sum + height, 0)
}

export function linesFor(width: number, letters: number): number {
  return Math.max(1, Math.ceil(width / letters))
}
