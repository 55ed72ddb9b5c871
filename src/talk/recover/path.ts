import type { DeckState } from './deck-states.ts'
import { SCORE_COST } from './match.ts'

/** What a span of a recording looks like. */
export interface Observation {
  /** Seconds of its first and its last frame. */
  from: number
  to: number
  /** How often it counts. */
  weight: number
  costs: ArrayLike<number>
}

/** What was shown: a state of the deck, or something that is none of them. */
export interface Shown {
  /** Of the deck; while something else is shown, the one that was shown last. */
  state: number
  isElse: boolean
}

/** What changes cost: a talk mostly goes on by a step, now and then back, and seldom elsewhere. */
const CHANGE = { next: 1, over: 2.5, back: 2, slide: 5, end: 6, middle: 8, away: 3, return: 0.5, start: 3 }

type Way = Pick<DeckState, 'isFirst' | 'isLast'>

/**
 * The likeliest course of a talk through its deck, a state an observation (Viterbi).
 * @param strict score from 0 to 1 under which something else is shown
 */
export function likeliestPath(
  states: readonly Way[],
  observations: readonly Observation[],
  strict: number,
): Shown[] {
  const count = states.length
  if (!observations.length)
    return []
  const jumps = Float64Array.from(states, jumpCost)
  const elsewhere = SCORE_COST * (1 - strict)
  // The second half is: something else is shown, after that state.
  let sums = Float64Array.from({ length: 2 * count }, (_, i) => i % count ? CHANGE.start : 0)
  const before: Int32Array[] = []
  for (const { costs, weight } of observations) {
    const next = new Float64Array(2 * count)
    const from = new Int32Array(2 * count)
    const [bestStart, jumpFrom] = cheapest(sums, count)
    for (let i = 0; i < count; i++) {
      let least = bestStart + jumps[i]!
      let by = jumpFrom
      const offer = (sum: number, state: number) => {
        if (sum < least) {
          least = sum
          by = state
        }
      }
      const come = (state: number, cost: number) => {
        if (state < 0 || state >= count)
          return
        offer(sums[state]! + cost, state)
        offer(sums[count + state]! + cost + CHANGE.return, count + state)
      }
      come(i - 1, CHANGE.next)
      come(i - 2, CHANGE.over)
      come(i - 3, CHANGE.over)
      come(i + 1, CHANGE.back)
      come(i, 0)
      next[i] = least + weight * costs[i]!
      from[i] = by
      const leaves = sums[i]! + CHANGE.away < sums[count + i]!
      next[count + i] = (leaves ? sums[i]! + CHANGE.away : sums[count + i]!) + weight * elsewhere
      from[count + i] = leaves ? i : count + i
    }
    sums = next
    before.push(from)
  }
  let at = sums.indexOf(Math.min(...sums))
  const path: Shown[] = []
  for (let i = observations.length - 1; i >= 0; i--) {
    path[i] = { state: at % count, isElse: at >= count }
    at = before[i]![at]!
  }
  return path
}

function cheapest(sums: Float64Array, count: number): [sum: number, from: number] {
  let [sum, from] = [Number.POSITIVE_INFINITY, 0]
  for (let i = 0; i < count; i++) {
    if (sums[i]! < sum)
      [sum, from] = [sums[i]!, i]
    if (sums[count + i]! + CHANGE.return < sum)
      [sum, from] = [sums[count + i]! + CHANGE.return, count + i]
  }
  return [sum, from]
}

function jumpCost({ isFirst, isLast }: Way): number {
  if (isFirst)
    return CHANGE.slide
  return isLast ? CHANGE.end : CHANGE.middle
}
