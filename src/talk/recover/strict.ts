import type { Seen } from './watch.ts'

/** Bounds of the score from which on a frame is taken for a state. */
const LEAST = 0.72
const MOST = 0.84

/** A recording in which slides fit so well is clean: what fits worse by so much than most is a slide alike. */
const CLEAN = { fit: 0.95, part: 0.15, worse: 0.03 }

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
  const usual = usualScore(seen.filter(({ score }) => score >= best))
  return usual >= CLEAN.fit ? Math.max(best, usual - CLEAN.worse) : best
}

/** The score that all but a small part of the time is reached. */
function usualScore(fitting: readonly Seen[]): number {
  const all = fitting.reduce((sum, { weight }) => sum + weight, 0)
  let rest = CLEAN.part * all
  for (const { score, weight } of [...fitting].sort((a, b) => a.score - b.score)) {
    rest -= weight
    if (rest < 0)
      return score
  }
  return 0
}
