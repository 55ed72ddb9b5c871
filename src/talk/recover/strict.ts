import type { Seen } from './watch.ts'

/** Bounds of the score from which on a frame is taken for a state. */
const LEAST = 0.72
const MOST = 0.84

/**
 * The score that parts frames of the deck from others: where fewest frames lie, between those that fit and those that
 * do not.
 */
export function strictScore(seen: readonly Seen[]): number {
  const counts = new Float64Array(101)
  for (const { score, weight } of seen)
    counts[Math.max(0, Math.round(score * 100))]! += weight
  let [best, least] = [MOST, Number.POSITIVE_INFINITY]
  for (let score = Math.round(MOST * 100); score >= LEAST * 100; score--) {
    let near = 0
    for (let i = -4; i <= 4; i++)
      near += counts[score + i]! * (5 - Math.abs(i))
    if (near < least - 1e-9)
      [best, least] = [score / 100, near]
  }
  return best
}
