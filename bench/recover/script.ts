/** A moment of a made recording from which on it shows a state of its deck; -1 is something else. */
export interface Shot { time: number, state: number }

/** The truth of a made recording. */
export interface Script {
  shots: Shot[]
  /** Seconds. */
  length: number
}

/** Numbers from 0 to 1 that are the same for the same seed. */
export function random(seed: number): () => number {
  let state = seed >>> 0 || 1
  return () => {
    state = (state + 0x6D2B79F5) | 0
    let t = Math.imul(state ^ state >>> 15, 1 | state)
    t ^= t + Math.imul(t ^ t >>> 7, 61 | t)
    return ((t ^ t >>> 14) >>> 0) / 2 ** 32
  }
}

interface ScriptOptions {
  /** States that are the first of their slide. */
  starts: readonly number[]
  seed: number
  /** How often something else is shown, from 0 to 1. */
  foreign?: number
  /** Of the whole talk, about. */
  seconds: number
}

/**
 * A talk through a deck: mostly on, at times in haste, now and then back or elsewhere.
 * @param count number of states
 */
export function writeScript(count: number, { starts, seed, foreign = 0, seconds }: ScriptOptions): Script {
  const next = random(seed)
  const shots: Shot[] = []
  const mean = seconds / count
  let time = 0
  const show = (state: number, length: number) => {
    if (shots.at(-1)?.state !== state)
      shots.push({ time: Math.round(time * 100) / 100, state })
    time += length
  }
  const stay = () => next() < 0.15 ? 0.5 + next() : mean * (0.3 + 1.6 * next())
  for (let state = 0; state < count; state++) {
    show(state, stay())
    if (next() < foreign) {
      show(-1, 4 + 15 * next())
      show(state, stay() / 2)
    }
    if (next() < 0.04 && state > 0) {
      show(state - 1, 1 + 4 * next())
      show(state, stay() / 2)
    }
    if (next() < 0.03) {
      show(starts[Math.floor(next() * starts.length)]!, 3 + 10 * next())
      show(state, stay() / 2)
    }
  }
  return { shots, length: time }
}
