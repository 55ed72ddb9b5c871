import type { Match, Matcher } from './match.ts'
import type { Observation } from './path.ts'

/** A frame of a recording, already cut to its slide. */
export interface TimedFrame {
  /** Seconds of the recording. */
  time: number
  data: ArrayLike<number>
}

/** What was seen of a recording. */
export interface Seen extends Observation {
  /** The best state of its own and how well it fits. */
  best: number
  score: number
}

/** Frames from one that is compared in any case to the next. */
const STRIDE = 5
/** Mean grey levels by which a frame differs that is compared again; and those of its most different square. */
const SAME = { mean: 0.35, square: 3 }

/**
 * Watches a recording frame by frame: now and then one is compared with the deck, and all of those between two that
 * show different states.
 */
export function createWatch(matcher: Matcher): { see: (frame: TimedFrame) => void, end: () => Seen[] } {
  const seen: Seen[] = []
  let between: TimedFrame[] = []
  let last: { frame: TimedFrame, match: Match } | undefined
  const push = ({ time }: TimedFrame, { costs, best, scores }: Match, weight: number) => {
    const before = seen.at(-1)
    if (before?.costs === costs) {
      before.to = time
      before.weight = Math.min(6, before.weight + weight)
      return
    }
    seen.push({ from: time, to: time, weight, costs, best, score: scores[best]! })
  }
  const compare = (frame: TimedFrame, to: typeof last) =>
    to && isSame(to.frame.data, frame.data, matcher.size.width) ? to.match : matcher.match(frame.data, to?.match.best)
  const take = (frame: TimedFrame) => {
    const match = compare(frame, last)
    if (last && match !== last.match && isAnother(match, last.match)) {
      let to = last
      for (const passed of between) {
        const match = compare(passed, to)
        push(passed, match, 0.5)
        to = to && match === to.match ? to : { frame: passed, match }
      }
    }
    push(frame, match, 1)
    // What is alike is compared with the frame that was matched, or a slow change would never be one.
    last = last && match === last.match ? last : { frame, match }
    between = []
  }
  let count = 0
  return {
    see(frame) {
      if (count++ % STRIDE)
        between.push(frame)
      else
        take(frame)
    },
    end() {
      const rest = between.pop()
      if (rest)
        take(rest)
      return seen
    },
  }
}

function isAnother(one: Match, other: Match): boolean {
  return one.best !== other.best || Math.abs(one.scores[one.best]! - other.scores[other.best]!) > 0.08
}

function isSame(one: ArrayLike<number>, other: ArrayLike<number>, width: number): boolean {
  const squares = new Float32Array(Math.ceil(width / 8) * Math.ceil(one.length / width / 8))
  const across = Math.ceil(width / 8)
  let sum = 0
  for (let i = 0, x = 0, row = 0; i < one.length; i++) {
    const difference = Math.abs(one[i]! - other[i]!)
    sum += difference
    squares[row * across + (x >> 3)]! += difference
    if (++x === width) {
      x = 0
      row = Math.floor((i + 1) / width) >> 3
    }
  }
  return sum < SAME.mean * one.length && squares.every(square => square < SAME.square * 64)
}
