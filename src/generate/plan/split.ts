import type { Block, Bullet } from './slide.ts'
import { codeHeight, codeLines, heightOf, rowHeights } from '../fit/estimate-height.ts'
import { limits } from '../limits.ts'

type Code = Extract<Block, { type: 'code' }>
type Table = Extract<Block, { type: 'table' }>

/** Parts of a block that each fit into `room` pixels; one part where it fits or cannot be split. */
export function splitBlock(block: Block, room: number): Block[] {
  switch (block.type) {
    case 'code': return splitCode(block, room)
    case 'table': return splitTable(block, room)
    case 'bullets': return splitBullets(block.items, room).map(items => ({ type: 'bullets', items }))
    default: return [block]
  }
}

/** Code in parts of about the same length, cut where the author left a line empty or something new begins. */
function splitCode(block: Code, room: number): Block[] {
  const fits = (lines: readonly string[]) => codeHeight(lines) + (block.name ? 34 : 0) <= room && lines.length <= limits.code.lines
  if (fits(block.lines))
    return [block]
  const most = Math.max(3, Math.min(limits.code.lines, Math.floor((room - (block.name ? 62 : 28)) / 24)))
  const target = Math.ceil(block.lines.length / Math.ceil(codeLines(block.lines) / most))
  const parts: string[][] = []
  let rest = block.lines
  while (rest.length) {
    let longest = 1
    while (longest < rest.length && longest < most && fits(rest.slice(0, longest + 1)))
      longest++
    const cut = longest === rest.length ? longest : bestCut(rest, Math.min(longest, Math.max(target, 3)), longest)
    parts.push(rest.slice(0, cut))
    rest = rest.slice(cut)
    while (rest.length && !rest[0]!.trim())
      rest = rest.slice(1)
  }
  return parts.map(lines => ({ ...block, lines: trimEnd(lines) }))
}

function bestCut(lines: readonly string[], target: number, longest: number): number {
  let best = longest
  let bestCost = Infinity
  for (let i = Math.max(1, Math.floor(target / 2)); i <= longest; i++) {
    const next = lines[i] ?? ''
    const before = lines[i - 1]!
    const indent = /^\s*/.exec(next)![0].length
    const cost = Math.abs(i - target) * 2 + (!next.trim() || !before.trim() ? 0 : 8 + Math.min(indent, 12)) + (/^\s*[)\]}]/.test(next) ? 12 : 0) + (/[\\{([,]$/.test(before) ? 6 : 0)
    if (cost < bestCost) {
      best = i
      bestCost = cost
    }
  }
  return best
}

function trimEnd(lines: string[]): string[] {
  let end = lines.length
  while (end > 1 && !lines[end - 1]!.trim())
    end--
  return lines.slice(0, end)
}

function splitTable(table: Table, room: number): Block[] {
  return splitColumns(table).flatMap(part => splitRows(part, room))
}

/** Wide tables become several that all begin with the first column. */
function splitColumns(table: Table): Table[] {
  const columns = Math.max(...table.rows.map(row => row.children.length))
  if (columns <= limits.table.columns)
    return [table]
  const others = limits.table.columns - 1
  const count = Math.ceil((columns - 1) / others)
  const size = Math.ceil((columns - 1) / count)
  return Array.from({ length: count }, (_, i) => {
    const from = 1 + i * size
    const pick = <T>(cells: readonly T[]) => [...cells.slice(0, 1), ...cells.slice(from, from + size)]
    return { ...table, align: pick(table.align), rows: table.rows.map(row => ({ ...row, children: pick(row.children) })) }
  })
}

function splitRows(table: Table, room: number): Block[] {
  const [header, ...heights] = rowHeights(table)
  const parts: Table['rows'][] = [[]]
  let used = header ?? 0
  const total = heights.reduce((sum, height) => sum + height, 0)
  const parted = Math.max(Math.ceil(total / Math.max(60, room - used)), Math.ceil(heights.length / limits.table.rows))
  const share = Math.ceil(heights.length / parted)
  heights.forEach((height, i) => {
    const rows = parts.at(-1)!
    if (rows.length && (used + height > room || rows.length >= share)) {
      parts.push([])
      used = header ?? 0
    }
    parts.at(-1)!.push(table.rows[i + 1]!)
    used += height
  })
  return parts.map(rows => ({ ...table, rows: [table.rows[0]!, ...rows] }))
}

/** Bullets in runs of about the same size, none with too many bullets, words or lines; a nested bullet stays below its own. */
export function splitBullets(items: readonly Bullet[], room: number, target: number = limits.words.target): Bullet[][] {
  const runs = (count: number) => {
    const words = items.reduce((sum, item) => sum + item.words, 0)
    const parts: Bullet[][] = [[]]
    let used = 0
    items.forEach((item, i) => {
      const part = parts.at(-1)!
      const full = part.length >= limits.bullets || used + item.words > target || heightOf([{ type: 'bullets', items: [...part, item] }]) > room
      const ownShare = part.length > 0 && item.level === 0 && (part.length >= Math.ceil(items.length / count) || used >= words / count) && i < items.length
      if (part.length && (full || ownShare)) {
        parts.push([])
        used = 0
      }
      parts.at(-1)!.push(item)
      used += item.words
    })
    return parts
  }
  const greedy = runs(1)
  if (greedy.length === 1)
    return greedy
  const even = runs(greedy.length)
  return even.length <= greedy.length ? even : greedy
}
