/** Two ways to do the same work. */
export interface Contest {
  /** What is done, e.g. `PDF slides of 9 lectures`. */
  name: string
  ours: () => Promise<unknown>
  theirs: () => Promise<unknown>
  /** Whom ours is compared with. */
  rival: string
}

export interface ContestResult {
  name: string
  rival: string
  /** Medians, in milliseconds. */
  ours: number
  theirs: number
  /** How many times faster ours is; under 1 it is slower. */
  ratio: number
}

/** Runs both ways in turn, so that a busy machine slows both, and compares their medians. */
export async function compare(
  { name, ours, theirs, rival }: Contest,
  runs: number,
  onRun?: (run: number) => void,
): Promise<ContestResult> {
  const times = { ours: [] as number[], theirs: [] as number[] }
  for (let run = 1; run <= runs; run++) {
    onRun?.(run)
    times.ours.push(await stopwatch(ours))
    times.theirs.push(await stopwatch(theirs))
  }
  const result = { ours: median(times.ours), theirs: median(times.theirs) }
  return { name, rival, ...result, ratio: result.theirs / result.ours }
}

async function stopwatch(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}
