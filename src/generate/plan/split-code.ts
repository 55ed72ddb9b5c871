import type { Block } from './slide.ts'
import { codeHeight } from '../fit/estimate-height.ts'
import { slideMetrics } from '../fit/slide-metrics.ts'
import { limits } from '../limits.ts'
import { cutsOf, dedented } from './code-cuts.ts'

type Code = Extract<Block, { type: 'code' }>

/** Lines that a part of code has at least, and parts into which it is split at most. */
const PARTS = { minLines: 4, max: 2 }

/** Lines that an excerpt is worth more that neither begins nor ends inside of something. */
const WHOLE = 5

/** Whether code fits into a height in pixels, in the smallest type. */
function codeFits(block: Code, height: number): boolean {
  const free = height - (block.name || block.part ? slideMetrics.code.name : 0)
  return block.lines.length <= limits.code.lines && codeHeight(block.lines, { size: 'dense' }) <= free
}

/** Lines that the beginning of what a program prints is worth more: it says what happened. */
const BEGINNING = 10

/**
 * Code in parts that each fit into a height in pixels, cut where the author left a line empty; undefined where it would
 * take too many, or be cut inside of something.
 */
export function splitCode(block: Code, height: number): Code[] | undefined {
  if (codeFits(block, height))
    return [block]
  const { lines } = block
  if (lines.length > PARTS.max * (limits.code.lines + 1))
    return undefined
  const cuts = cutsOf(lines).filter(({ isBlank, isTop }) => isBlank && isTop).map(({ at }) => at)
  const middle = lines.length / PARTS.max
  const [best] = cuts
    .map((at) => {
      const parts = [lines.slice(0, at), lines.slice(at)].map(part => ({ ...block, lines: trimmed(part) }))
      return { at, parts }
    })
    .filter(({ parts }) => parts.every(part => part.lines.length >= PARTS.minLines && codeFits(part, height)))
    .sort((a, b) => Math.abs(a.at - middle) - Math.abs(b.at - middle))
  return best?.parts
}

/**
 * The part of code that says most, as much as fits into a height in pixels, from the begin of a statement to the end
 * of another.
 * @param mentioned names that the text beside the code speaks of
 * @param label what the lines that are shown are called
 */
export function excerptOf(
  block: Code,
  height: number,
  mentioned: readonly string[],
  label: (from: number, to: number, all: number) => string,
): Code {
  const { lines } = block
  const cuts = cutsOf(lines)
  const starts = [0, ...cuts.map(({ at }) => at)]
  const tops = new Set([0, ...cuts.filter(({ isTop }) => isTop).map(({ at }) => at)])
  const excerpts = starts.map((start, i) => {
    // More lines than a slide has at most cannot fit: time grows with the code, not with its cube.
    const near = starts.slice(i + 1, i + 2 + limits.code.lines)
    const ends = [...near, lines.length].filter(end => end - start <= limits.code.lines)
    const fits = (end: number) => codeFits({ ...block, part: 'part', lines: lines.slice(start, end) }, height)
    // What a program prints has no statements to end with.
    const whole = block.language === 'text' ? undefined : ends.findLast(fits)
    const end = whole ?? longestEnd(start, lines.length, fits)
    const isWhole = tops.has(start) && (tops.has(end) || end === lines.length)
    const bonus = (isWhole ? WHOLE : 0) + (start === 0 && block.language === 'text' ? BEGINNING : 0)
    return { start, end, score: scoreOf(lines.slice(start, end), mentioned) + bonus }
  })
  let best = excerpts[0]!
  for (const excerpt of excerpts) {
    const isLong = excerpt.end - excerpt.start >= Math.min(PARTS.minLines, best.end - best.start)
    if (excerpt.score > best.score && isLong)
      best = excerpt
  }
  const { start, end } = best
  const shown = trimmed(lines.slice(start, end))
  const part = label(start + 1, start + shown.length, lines.length)
  return { ...block, lines: fitting(dedented(shown), { ...block, part }, height), part }
}

/** The lines, or as much of the first one as fits where not even that does: it is whole in the notes. */
function fitting(lines: string[], block: Code, height: number): string[] {
  const fits = (lines: string[]) => codeFits({ ...block, lines }, height)
  const [first = ''] = lines
  if (lines.length > 1 || fits(lines))
    return lines
  const letters = Array.from(first)
  let [shown, tooMany] = [0, letters.length]
  while (tooMany - shown > 1) {
    const middle = Math.floor((shown + tooMany) / 2)
    if (fits([`${letters.slice(0, middle).join('')} …`]))
      shown = middle
    else
      tooMany = middle
  }
  return [`${letters.slice(0, shown).join('')} …`]
}

/** The last line with which code from a line on fits; at least one is shown. */
function longestEnd(start: number, all: number, fits: (end: number) => boolean): number {
  let end = Math.min(all, start + 1)
  while (end < all && fits(end + 1))
    end++
  return end
}

/** Lines that only say where something comes from. */
const IMPORT = /^\s*(?:import\s|from\s.+\simport\s|use\s|using\s|#include\s|require\s|(?:const|var|let)\s.+\srequire\()/

/** Names that are mentioned count most, then lines that do something. */
function scoreOf(lines: readonly string[], mentioned: readonly string[]): number {
  const text = lines.join('\n')
  const named = mentioned.filter(name => text.includes(name)).length
  const doing = lines.filter(line => line.trim() && !IMPORT.test(line)).length
  return named * limits.code.lines + doing
}

/** Without empty lines at its ends. */
function trimmed(lines: readonly string[]): string[] {
  const isText = (line: string) => line.trim() !== ''
  return lines.slice(Math.max(0, lines.findIndex(isText)), lines.findLastIndex(isText) + 1)
}
