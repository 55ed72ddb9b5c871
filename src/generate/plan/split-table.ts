import type { PhrasingContent, TableRow } from 'mdast'
import type { TypeSize } from '../fit/type-sizes.ts'
import type { Block } from './slide.ts'
import { fitsBeside, rowHeights } from '../fit/estimate-height.ts'
import { limits } from '../limits.ts'
import { Inline } from '../text/inline.ts'

type Table = Extract<Block, { type: 'table' }>

/** A table in parts that each fit into a height in pixels: by columns, by rows, and within rows that are higher. */
export function splitTable(table: Table, height: number): Table[] {
  return splitColumns(table).flatMap((part) => {
    const low = withLowRows(part, height)
    const rows = splitRows(low, height)
    // Rows of which one fills a slide are set in small type, where two then stand on it.
    const small = rows.some(({ rows }) => rows.length === 2) ? splitRows(low, height, 'dense') : rows
    return small.length < rows.length ? small : rows
  })
}

/** The rows of a table that are higher than a slide: what stands in their cells is cut, whatever sentences it has. */
export function cutRows(table: Table, height: number): TableRow[] {
  return splitColumns(table).flatMap((part) => {
    const [header = 0, ...heights] = rowHeights(part)
    return part.rows.slice(1).filter((_, i) => heights[i]! > leftBelow(header, height))
  })
}

/** Wide tables become several that all begin with the first column. */
function splitColumns(table: Table): Table[] {
  const columns = Math.max(...table.rows.map(row => row.children.length))
  if (columns <= limits.table.columns || fitsBeside(table, { size: 'dense' }))
    return [table]
  const count = Math.ceil((columns - 1) / (limits.table.columns - 1))
  const size = Math.ceil((columns - 1) / count)
  return Array.from({ length: count }, (_, i) => {
    const from = 1 + i * size
    const pick = <T>(cells: readonly T[]) => [...cells.slice(0, 1), ...cells.slice(from, from + size)]
    const rows = table.rows.map(row => ({ ...row, children: pick(row.children) }))
    return { ...table, align: pick(table.align), rows }
  })
}

/** Pixels that the rows below a header have at least. */
const MIN_ROWS_HEIGHT = 60

/** Rows in parts of about the same number; each has the header. */
function splitRows(table: Table, max: number, size: TypeSize = 'normal'): Table[] {
  const [header = 0, ...heights] = rowHeights(table, { size })
  const total = heights.reduce((sum, height) => sum + height, 0)
  const byHeight = Math.ceil(total / leftBelow(header, max))
  const byCount = Math.ceil(heights.length / limits.table.rows)
  const share = Math.ceil(heights.length / Math.max(byHeight, byCount))
  const parts: Table['rows'][] = [[]]
  let used = header
  heights.forEach((height, i) => {
    const rows = parts.at(-1)!
    if (rows.length && (used + height > max || rows.length >= share)) {
      parts.push([])
      used = header
    }
    parts.at(-1)!.push(table.rows[i + 1]!)
    used += height
  })
  return parts.map(rows => ({ ...table, rows: [table.rows[0]!, ...rows] }))
}

/** Parts of a row that is too high at most, and characters of a first cell that each of them repeats. */
const ROW = { maxParts: 12, repeated: 40 }

/** Pixels for the rows below a header. */
function leftBelow(header: number, max: number): number {
  return Math.max(MIN_ROWS_HEIGHT, max - header)
}

/** The table with each row that is higher than a slide in several rows, in which its text goes on. */
function withLowRows(table: Table, max: number): Table {
  const [header, ...rows] = table.rows
  const [top = 0, ...heights] = rowHeights(table)
  const left = leftBelow(top, max)
  if (!header || heights.every(height => height <= left))
    return table
  return { ...table, rows: [header, ...rows.flatMap((row, i) => heights[i]! <= left ? [row] : lowRows(row))] }

  function lowRows(row: TableRow): TableRow[] {
    for (let count = 2; ; count++) {
      const parts = rowParts(row, count)
      const heights = rowHeights({ ...table, rows: [header!, ...parts] }).slice(1)
      if (count === ROW.maxParts || heights.every(height => height <= left))
        return parts
    }
  }
}

/** A row in several; a short first cell names each of them. */
function rowParts(row: TableRow, count: number): TableRow[] {
  const longest = Math.max(...row.children.map(({ children }) => new Inline(children).text.length))
  const cells = row.children.map(({ children }, column): PhrasingContent[][] => {
    const inline = new Inline(children)
    if (column === 0 && inline.text.length <= ROW.repeated)
      return Array.from<PhrasingContent[]>({ length: count }).fill(children)
    return cellParts(inline, Math.ceil(longest / count), count)
  })
  return Array.from({ length: count }, (_, i) => ({
    ...row,
    children: row.children.map((cell, column) => ({ ...cell, children: cells[column]![i]! })),
  })).filter(({ children }) => children.some(({ children }) => children.length > 0))
}

/** The text of a cell in parts of about as many characters, cut between words; the last ones may be empty. */
function cellParts(inline: Inline, size: number, count: number): PhrasingContent[][] {
  const parts: string[] = [inline.text]
  while (parts.length < count) {
    const rest = parts.pop()!
    const space = rest.indexOf(' ', size)
    const end = space < 0 ? rest.length : space
    parts.push(rest.slice(0, end), rest.slice(end).trim())
  }
  return parts.map(part => part ? inline.restore(part) : [])
}
