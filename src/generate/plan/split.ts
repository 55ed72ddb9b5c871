import type { Block, Bullet } from './slide.ts'
import { heightOf, rowHeights } from '../fit/estimate-height.ts'
import { limits } from '../limits.ts'
import { wordsInLines } from './slide.ts'

type Table = Extract<Block, { type: 'table' }>

/** Parts of a block that each fit into a height in pixels; one part where it fits or cannot be split. */
export function splitBlock(block: Block, height: number): Block[] {
  switch (block.type) {
    case 'table':
      return splitColumns(block).flatMap(part => splitRows(part, height))
    case 'bullets':
      return splitBullets(block.items, height).map(items => ({ type: 'bullets', items }))
    default:
      return [block]
  }
}

/** Wide tables become several that all begin with the first column. */
function splitColumns(table: Table): Table[] {
  const columns = Math.max(...table.rows.map(row => row.children.length))
  if (columns <= limits.table.columns)
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
function splitRows(table: Table, max: number): Block[] {
  const [header = 0, ...heights] = rowHeights(table)
  const total = heights.reduce((sum, height) => sum + height, 0)
  const byHeight = Math.ceil(total / Math.max(MIN_ROWS_HEIGHT, max - header))
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

/** Bullets in runs of about the same size, none with too many bullets, words or lines. */
function splitBullets(items: readonly Bullet[], height: number): Bullet[][] {
  const greedy = bulletRuns(items, height, 1)
  if (greedy.length === 1)
    return greedy
  const even = bulletRuns(items, height, greedy.length)
  return even.length <= greedy.length ? even : greedy
}

/** As many runs as are wanted, or more where they would not fit; a nested bullet stays below its own. */
function bulletRuns(items: readonly Bullet[], height: number, wanted: number): Bullet[][] {
  const shareOfWords = wordsInLines(items) / wanted
  const shareOfItems = Math.ceil(items.length / wanted)
  const runs: Bullet[][] = [[]]
  let used = 0
  for (const item of items) {
    const run = runs.at(-1)!
    const isFull = run.length >= limits.bullets
      || used + item.words > limits.words.target
      || heightOf([{ type: 'bullets', items: [...run, item] }]) > height
    const hasShare = item.level === 0 && (run.length >= shareOfItems || used >= shareOfWords)
    if (run.length && (isFull || hasShare)) {
      runs.push([])
      used = 0
    }
    runs.at(-1)!.push(item)
    used += item.words
  }
  return runs
}
