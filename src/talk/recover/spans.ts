import type { Shown } from './path.ts'
import type { Seen } from './watch.ts'

/** A part of a recording that shows one state of the deck, or something of which that cannot be said. */
export interface Span {
  /** Seconds. */
  from: number
  to: number
  /** What is shown; where it is not sure, what is likeliest. */
  state: number
  isSure: boolean
  /** From 0 to 1. */
  confidence: number
}

/** Seconds that a slide takes to make way for the next: what is seen meanwhile is neither. */
const TRANSITION = 1.2

/** The parts of a recording, one after the other. */
export function spansOf(seen: readonly Seen[], path: readonly Shown[]): Span[] {
  const parts: { first: number, end: number }[] = []
  for (const [i, shown] of path.entries()) {
    const before = path[i - 1]
    if (before && before.isElse === shown.isElse && (shown.isElse || before.state === shown.state))
      parts.at(-1)!.end = i + 1
    else
      parts.push({ first: i, end: i + 1 })
  }
  const spans = parts.map(({ first, end }): Span => {
    const own = seen.slice(first, end)
    const { state, isElse } = path[first]!
    const guess = isElse ? mostSeen(own) : state
    return {
      from: first ? (seen[first - 1]!.to + seen[first]!.from) / 2 : 0,
      to: end < seen.length ? (seen[end - 1]!.to + seen[end]!.from) / 2 : seen[end - 1]!.to,
      state: guess,
      isSure: !isElse,
      confidence: confidenceOf(own, guess),
    }
  })
  return joined(spans.flatMap((span, i) => {
    const isTransition = !span.isSure && span.to - span.from < TRANSITION
    if (!isTransition)
      return [span]
    // The moment at which a slide begins to go is the one at which somebody pressed the key.
    const next = spans[i + 1]
    if (next)
      next.from = span.from
    else if (spans[i - 1])
      spans[i - 1]!.to = span.to
    return []
  }))
}

/** Neighbours that show the same are one. */
function joined(spans: readonly Span[]): Span[] {
  const all: Span[] = []
  for (const span of spans) {
    const before = all.at(-1)
    if (before && before.isSure === span.isSure && (!span.isSure || before.state === span.state)) {
      const [old, added] = [before.to - before.from, span.to - span.from]
      before.confidence = (before.confidence * old + span.confidence * added) / (old + added || 1)
      before.to = span.to
    }
    else {
      all.push(span)
    }
  }
  return all
}

function mostSeen(seen: readonly Seen[]): number {
  const weights = new Map<number, number>()
  for (const { best, weight } of seen)
    weights.set(best, (weights.get(best) ?? 0) + weight)
  return [...weights].sort((a, b) => b[1] - a[1])[0]![0]
}

/** How well frames fit a state, and how much better than any other. */
function confidenceOf(seen: readonly Seen[], state: number): number {
  let [weights, fit, lead] = [0, 0, 0]
  for (const { weight, costs, score } of seen) {
    const own = costs[state]!
    let other = Number.POSITIVE_INFINITY
    for (let i = 0; i < costs.length; i++) {
      if (i !== state && costs[i]! < other)
        other = costs[i]!
    }
    weights += weight
    fit += weight * score
    lead += weight * Math.max(0, Math.min(4, other - own))
  }
  const isOnly = seen[0]!.costs.length === 1
  const clear = isOnly ? 1 : 0.4 + 0.6 * (lead / weights / 4)
  return Math.max(0, Math.min(1, (fit / weights - 0.4) / 0.5)) * clear
}
