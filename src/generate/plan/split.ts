import type { Block, Bullet } from './slide.ts'
import { heightOf } from '../fit/estimate-height.ts'
import { limits } from '../limits.ts'
import { wordsInLines } from './slide.ts'
import { splitTable } from './split-table.ts'

/** Parts of a block that each fit into a height in pixels; one part where it fits or cannot be split. */
export function splitBlock(block: Block, height: number): Block[] {
  switch (block.type) {
    case 'table':
      return splitTable(block, height)
    case 'bullets':
      return splitBullets(block.items, height).map(items => ({ type: 'bullets', items: raised(items) }))
    default:
      return [block]
  }
}

/** Items of a run at least, where they fit. */
const MIN_RUN = 2

/** Bullets in runs of about the same size, none with too many bullets, words or lines. */
function splitBullets(items: readonly Bullet[], height: number): Bullet[][] {
  if (isWhole(items, height))
    return [[...items]]
  const greedy = bulletRuns(items, height, 1)
  if (greedy.length === 1)
    return greedy
  const even = bulletRuns(items, height, greedy.length)
  return even.length <= greedy.length ? even : greedy
}

/** Nested bullets whose own stands on the slide before are no deeper than others. */
function raised(items: readonly Bullet[]): Bullet[] {
  const first = items.findIndex(({ level }) => level === 0)
  return items.map((item, i) => first < 0 || i < first ? { ...item, level: 0 } : item)
}

/** A list that is not cut for a few words more. */
function isWhole(items: readonly Bullet[], height: number): boolean {
  const { target, tolerance } = limits.words
  return items.length <= limits.bullets
    && wordsInLines(items) <= target + 2 * tolerance
    && heightOf([{ type: 'bullets', items: [...items] }]) <= height
}

/** As many runs as are wanted, or more where they would not fit; a nested bullet stays below its own. */
function bulletRuns(items: readonly Bullet[], height: number, wanted: number): Bullet[][] {
  const shareOfWords = wordsInLines(items) / wanted
  const shareOfItems = Math.ceil(items.length / wanted)
  const isOneBranch = items.filter(({ level }) => level === 0).length < 2
  const runs: Bullet[][] = [[]]
  let used = 0
  for (const item of items) {
    const run = runs.at(-1)!
    // One item alone on a slide says less than two that are a little too long.
    const maxWords = run.length < MIN_RUN ? limits.words.max : limits.words.target
    const isFull = run.length >= limits.bullets
      || used + item.words > maxWords
      || heightOf([{ type: 'bullets', items: [...run, item] }]) > height
    const isCut = item.level === 0 || isOneBranch
    const hasShare = isCut && (run.length >= shareOfItems || used >= shareOfWords)
    if (run.length && (isFull || hasShare)) {
      // An item that only leads to those below it goes with them.
      const leads = isFull && item.level > 0 && run.length > 1 && run.at(-1)!.level < item.level ? run.splice(-1) : []
      runs.push(leads)
      used = wordsInLines(leads)
    }
    runs.at(-1)!.push(item)
    used += item.words
  }
  return runs
}
