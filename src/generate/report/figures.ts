import type { Comparison } from './comparison.ts'
import path from 'node:path'

/** How many of how many are as they should be, and those that are not. */
export interface Tally {
  good: number
  all: number
  misses: string[]
}

/** Something that is counted in every document and its slides. */
export interface Check<Facts extends Comparison = Comparison> {
  id: string
  what: string
  /** A gate must hold; the rest is a matter of degree. */
  gate: boolean
  /** Smallest or largest share of good ones that passes. */
  threshold: { min: number } | { max: number }
  tally: (facts: Facts) => Tally
}

/** What a check found in all documents, ready to be printed. */
export interface Figure {
  id: string
  what: string
  gate: boolean
  /** As it is printed: a share, a number, milliseconds. */
  value: string
  threshold: string
  passes: boolean
  /** Some of what fails, with the document. */
  misses: string[]
}

/**
 * Counts the good ones among items.
 * @param nameOf what a miss is called
 */
export function tallyOf<T>(
  items: readonly T[],
  isGood: (item: T, i: number) => boolean,
  nameOf: (item: T, i: number) => string = String,
): Tally {
  const misses = items.flatMap((item, i) => isGood(item, i) ? [] : [nameOf(item, i)])
  return { good: items.length - misses.length, all: items.length, misses }
}

/** What a check counted in one document. */
export interface FileTally extends Tally {
  /** The name of the document's file. */
  file: string
}

/** What a check counts in a document. */
export function fileTally<Facts extends Comparison>(check: Check<Facts>, facts: Facts): FileTally {
  return { file: path.basename(facts.document.file), ...check.tally(facts) }
}

/** The figure of a check over what it counted in all documents. */
export function figureOf(
  { id, what, gate, threshold }: Omit<Check, 'tally'>,
  tallies: readonly FileTally[],
): Figure {
  const good = tallies.reduce((sum, tally) => sum + tally.good, 0)
  const all = tallies.reduce((sum, tally) => sum + tally.all, 0)
  if ('max' in threshold) {
    const share = all ? good / all : 0
    return {
      id,
      what,
      gate,
      value: `${percent(share)} of ${all}`,
      threshold: `at most ${percent(threshold.max)}`,
      passes: share <= threshold.max,
      misses: [],
    }
  }
  const share = all ? good / all : 1
  return {
    id,
    what,
    gate,
    value: `${percent(share)} of ${all}`,
    threshold: `at least ${percent(threshold.min)}`,
    passes: share >= threshold.min,
    misses: tallies.flatMap(({ file, misses }) => misses.map(miss => `${file}: ${miss}`)),
  }
}

function percent(share: number): string {
  return `${(share * 100).toFixed(share === 1 || share === 0 ? 0 : 2)} %`
}
