import type { Block } from './slide.ts'
import { codeHeight, codeLines } from '../fit/estimate-height.ts'
import { slideMetrics } from '../fit/slide-metrics.ts'
import { limits } from '../limits.ts'

type Code = Extract<Block, { type: 'code' }>

/** Lines that a part of code has at least. */
const MIN_LINES = 3

/**
 * Code in parts of about the same length that each fit into a height in pixels, cut where the author left a line empty
 * or something new begins.
 */
export function splitCode(block: Code, height: number): Block[] {
  const { name, padding, line } = slideMetrics.code
  const free = height - (block.name ? name : 0)
  const fits = (lines: readonly string[]) => codeHeight(lines) <= free && lines.length <= limits.code.lines
  if (fits(block.lines))
    return [block]
  const max = Math.max(MIN_LINES, Math.min(limits.code.lines, Math.floor((free - padding) / line)))
  const target = Math.ceil(block.lines.length / Math.ceil(codeLines(block.lines) / max))
  const parts: string[][] = []
  let rest = block.lines
  while (rest.length) {
    let longest = 1
    while (longest < rest.length && longest < max && fits(rest.slice(0, longest + 1)))
      longest++
    const isLast = longest === rest.length
    const cut = isLast ? longest : bestCut(rest, Math.min(longest, Math.max(target, MIN_LINES)), longest)
    parts.push(rest.slice(0, cut))
    rest = withoutBlankStart(rest.slice(cut))
  }
  return parts.map(lines => ({ ...block, lines: withoutBlankEnd(lines) }))
}

/** What speaks against a cut. */
const COSTS = {
  /** For each line that a part is longer or shorter than it should be. */
  line: 2,
  /** No line is empty here. */
  inside: 8,
  /** For each column that the next line is indented, up to `maxIndent`. */
  maxIndent: 12,
  /** The next line only closes something. */
  beforeClosing: 12,
  /** The line before goes on. */
  afterOpening: 6,
}

/** Number of lines after which code is cut best. */
function bestCut(lines: readonly string[], target: number, longest: number): number {
  let best = longest
  let bestCost = Infinity
  for (let i = Math.max(1, Math.floor(target / 2)); i <= longest; i++) {
    const cost = Math.abs(i - target) * COSTS.line + costBetween(lines[i - 1]!, lines[i] ?? '')
    if (cost < bestCost) {
      best = i
      bestCost = cost
    }
  }
  return best
}

function costBetween(before: string, next: string): number {
  const isInside = next.trim() !== '' && before.trim() !== ''
  const indent = next.length - next.trimStart().length
  return (isInside ? COSTS.inside + Math.min(indent, COSTS.maxIndent) : 0)
    + (/^\s*[)\]}]/.test(next) ? COSTS.beforeClosing : 0)
    + (/[\\{([,]$/.test(before) ? COSTS.afterOpening : 0)
}

function withoutBlankStart(lines: string[]): string[] {
  const start = lines.findIndex(line => line.trim())
  return start < 0 ? [] : lines.slice(start)
}

/** At least one line stays. */
function withoutBlankEnd(lines: string[]): string[] {
  const last = lines.findLastIndex(line => line.trim())
  return lines.slice(0, Math.max(1, last + 1))
}
