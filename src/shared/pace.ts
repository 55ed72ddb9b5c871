/** Where a talk is, beside what was planned. */
export interface PaceInput {
  /** Seconds that are planned for each slide, in order; 0 for what is left out. */
  planned: readonly number[]
  /** Position of the slide that is shown, from 0. */
  at: number
  /** Seconds for which it has been shown this time, and seconds of the talk; neither counts pauses. */
  onSlide: number
  elapsed: number
}

/** All in seconds. */
export interface Pace {
  /** What is planned for the whole talk. */
  total: number
  /** How far the plan has come with this slide: one marker; the other is `elapsed`. */
  planned: number
  /** When the talk will end as it goes. */
  end: number
  /** Whether enough of it has been for that to be more than a guess. */
  founded: boolean
}

/** How much of the plan must be behind before the lecturer's own speed counts for half. */
const TRUST = 0.07

/** Seconds that a talk must have gone, and which part of its plan, before anything can be said of its end. */
const BASIS = { seconds: 60, part: 0.05 } as const

/** Tells how far a talk is beside its plan, and when it will end if it goes on as it went. */
export function paceOf({ planned, at, onSlide, elapsed }: PaceInput): Pace {
  const sum = (seconds: readonly number[]) => seconds.reduce((all, one) => all + one, 0)
  const total = sum(planned)
  const before = sum(planned.slice(0, at))
  const here = planned[at] ?? 0
  const rest = sum(planned.slice(at + 1)) + Math.max(0, here - onSlide)
  const spent = Math.max(0, elapsed - Math.max(0, onSlide - here))
  const done = before + Math.min(onSlide, here)
  const own = done > 0 ? Math.min(2, Math.max(0.5, spent / done)) : 1
  const trust = total > 0 ? done / (done + TRUST * total) : 0
  return {
    total,
    planned: done,
    end: elapsed + rest * (1 + (own - 1) * trust),
    founded: elapsed >= Math.max(BASIS.seconds, BASIS.part * total),
  }
}

/**
 * The optional slides to leave out so that a talk ends on time, the last ones first; those before the slide that is
 * shown stay as they are.
 * @param optional positions of slides that may be left out
 */
export function leaveOut(input: PaceInput, optional: readonly number[], end: number): number[] {
  const planned = [...input.planned]
  const left: number[] = []
  for (const at of [...optional].sort((a, b) => b - a)) {
    if (at <= input.at || !planned[at])
      continue
    if (paceOf({ ...input, planned }).end <= end)
      break
    planned[at] = 0
    left.push(at)
  }
  return left.sort((a, b) => a - b)
}
