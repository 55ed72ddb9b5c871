import type { Script } from './script.ts'

/** A part of a recording as it was found; a state of -1 is not sure. */
interface FoundPart { from: number, to: number, state: number }

export interface Verdict {
  /** Parts of the changes that were found, and of those that there are, from 0 to 1. */
  precision: number
  recall: number
  /** Seconds by which changes were missed. */
  median: number
  worst: number
  /** Seconds for which a wrong slide is shown at most, without a break. */
  wrong: number
  /** Part of the time for which nothing is sure although a slide is shown. */
  unsure: number
}

/** Seconds by which a change may be off and still be the same. */
const NEAR = 1

/**
 * Compares what was found with the truth.
 * @param alike whether two states cannot be told apart or, for slides, are of one
 */
export function judge(
  { shots, length }: Script,
  found: readonly FoundPart[],
  { alike, sameSlide }: { alike: (a: number, b: number) => boolean, sameSlide: (a: number, b: number) => boolean },
): Verdict {
  const truth = changes(shots.map(({ time, state }) => ({ from: time, state })), alike)
  const told = changes(found, alike)
  const errors: number[] = []
  const left = new Set(told)
  for (const change of truth) {
    const match = [...left]
      .filter(({ from, state }) => alike(state, change.state) && Math.abs(from - change.from) <= NEAR)
      .sort((a, b) => Math.abs(a.from - change.from) - Math.abs(b.from - change.from))[0]
    if (match) {
      left.delete(match)
      errors.push(Math.abs(match.from - change.from))
    }
  }
  errors.sort((a, b) => a - b)
  let [run, wrong, unsure, shown] = [0, 0, 0, 0]
  for (let time = 0.05; time < length; time += 0.1) {
    const is = shots.findLast(shot => shot.time <= time)!.state
    const says = found.findLast(({ from }) => from <= time)?.state ?? -1
    run = says >= 0 && !sameSlide(is, says) ? run + 0.1 : 0
    wrong = Math.max(wrong, run)
    shown += is >= 0 ? 1 : 0
    unsure += is >= 0 && says < 0 ? 1 : 0
  }
  return {
    precision: errors.length / (told.length || 1),
    recall: errors.length / (truth.length || 1),
    median: errors[errors.length >> 1] ?? 0,
    worst: errors.at(-1) ?? 0,
    wrong,
    unsure: unsure / (shown || 1),
  }
}

type Change = Pick<FoundPart, 'from' | 'state'>

/** The moments at which another state is shown; what is not sure changes nothing. */
function changes(parts: readonly Change[], alike: (a: number, b: number) => boolean): Change[] {
  const all: Change[] = []
  for (const part of parts) {
    const last = all.at(-1)
    if (part.state >= 0 && !(last && alike(last.state, part.state)))
      all.push(part)
  }
  return all
}
