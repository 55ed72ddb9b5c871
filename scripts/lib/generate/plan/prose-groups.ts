import type { Prose } from './section-slides.ts'
import type { Block, TextLine } from './slide.ts'
import { limits } from '../limits.ts'

/** Chosen sentences as blocks: one is a statement, several are bullets, numbered where the prose is. */
export function textBlocks(lines: readonly TextLine[], group: readonly Prose[]): Block[] {
  if (!lines.length)
    return []
  const [only] = lines
  if (lines.length === 1)
    return [{ type: 'line', line: only! }]
  const numbers = group.length === lines.length && group.every(({ number }) => number !== undefined) ? group.map(({ number }) => number) : []
  return [{ type: 'bullets', items: lines.map((line, i) => ({ ...line, level: 0, number: numbers[i] })) }]
}

/** Prose in groups of about the same length, one for each slide; paragraphs stay whole. */
export function groupProse(prose: readonly Prose[], words: number): Prose[][] {
  const count = Math.min(prose.length, Math.max(1, Math.round(words / limits.prose.slide)))
  const parts: Prose[][] = [[]]
  let used = 0
  prose.forEach((item) => {
    const share = words / count * parts.length
    if (parts.length < count && parts.at(-1)!.some(other => other.words) && used + item.words / 2 > share)
      parts.push([])
    parts.at(-1)!.push(item)
    used += item.words
  })
  return parts
}
