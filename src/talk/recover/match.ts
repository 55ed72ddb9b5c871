import type { Grey, Size } from './grey.ts'
import { localContrast } from './contrast.ts'
import { BLOCK, squareOf, withoutEdge } from './grey.ts'

/** How well a frame fits the states of a deck. */
export interface Match {
  /** From -1 to 1 for each state; 1 is the very picture. */
  scores: Float32Array
  /** For each state how unlikely it is, from 0; a likely one differs from the next by 1 and more. */
  costs: Float32Array
  best: number
}

export interface Matcher {
  size: Size
  /** @param near a state that the frame before showed: it and its neighbours are compared in any case */
  match: (frame: ArrayLike<number>, near?: number) => Match
  /** For each square how much of what it shows the state leaves unexplained, from 0 to 1; 0 where it shows nothing. */
  unexplained: (frame: ArrayLike<number>, state: number) => Float32Array
}

interface MatcherOptions {
  /** Grey levels that count as noise. */
  floor: number
  /** A 0 for each square that is not looked at. */
  mask?: Uint8Array
}

/** What a score of 0 costs. */
export const SCORE_COST = 60
/** Pixels of the edge that are not looked at: a line of what lies beside the slide stands out more than all of it. */
const EDGE = 3
/** States that are compared in full. */
const FULL = 10
/** What noise leaves of a pixel, and mistakes of place and compression of what is there. */
const NOISE = 0.02
const BLUR = 0.15
/** Costs of squares that differ. */
const SQUARE = { most: 6, cost: 0.5, all: 8 }
/** Keeps what shows next to nothing from being told apart by its noise; by pixel. */
const LITTLE = 0.008

/** Compares frames with pictures of one size. */
export function createMatcher(pictures: readonly Grey[], { floor, mask }: MatcherOptions): Matcher {
  const { width, height } = pictures[0]!
  const size = { width, height }
  const across = Math.ceil(width / BLOCK)
  const down = Math.ceil(height / BLOCK)
  const kept = new Uint8Array(width * height)
  for (let i = 0; i < kept.length; i++)
    kept[i] = mask?.[squareOf(i, width)] ?? 1
  const seen = kept.reduce((sum, value) => sum + value, 0)
  const little = LITTLE * seen
  const contrastOf = (data: ArrayLike<number>) => {
    const contrast = localContrast({ ...size, data: withoutEdge(data, size, EDGE) }, floor)
    for (let i = 0; i < contrast.length; i++)
      contrast[i]! *= kept[i]!
    return contrast
  }
  const full = pictures.map(({ data }) => withEnergy(contrastOf(data)))
  const coarse = full.map(({ data }) => withEnergy(shrink(data, size)))
  const scoreOf = (frame: Energetic, picture: Energetic, little: number) => (dot(frame.data, picture.data) + little)
    / Math.sqrt((frame.energy + little) * (picture.energy + little))

  function match(frame: ArrayLike<number>, near?: number): Match {
    const own = withEnergy(contrastOf(frame))
    const small = withEnergy(shrink(own.data, size))
    const scores = Float32Array.from(coarse, picture => scoreOf(small, picture, little / 64))
    const order = Array.from(scores.keys()).sort((a, b) => scores[b]! - scores[a]!)
    const chosen = new Set(order.slice(0, FULL))
    for (const state of [near ?? order[0]!, order[0]!]) {
      const [from, to] = [Math.max(0, state - 2), Math.min(pictures.length - 1, state + 2)]
      for (let i = from; i <= to; i++)
        chosen.add(i)
    }
    let best = order[0]!
    const limit = scores[order[Math.min(FULL, order.length) - 1]!]!
    for (const state of scores.keys()) {
      scores[state] = chosen.has(state) ? scoreOf(own, full[state]!, little) : Math.min(limit, scores[state]!) - 0.2
      if (scores[state]! > scores[best]! || !chosen.has(best))
        best = state
    }
    const costs = scores.map(score => SCORE_COST * (1 - score))
    const alike = [...chosen].filter(state => scores[state]! > scores[best]! - 0.15)
    const squares = alike.map(state => squareCosts(own, full[state]!))
    const least = Math.min(...squares)
    let bestCost = Number.POSITIVE_INFINITY
    for (const [i, state] of alike.entries()) {
      costs[state]! += Math.min(SQUARE.all, SQUARE.cost * (squares[i]! - least))
      if (costs[state]! < bestCost) {
        bestCost = costs[state]!
        best = state
      }
    }
    return { scores, costs, best }
  }

  /** What the squares that a picture does not explain cost together. */
  function squareCosts(frame: Energetic, picture: Energetic): number {
    let sum = 0
    eachSquare(frame, picture, (rest, energy) => {
      sum += Math.min(SQUARE.most, rest / (BLOCK * BLOCK * NOISE + BLUR * energy))
    })
    return sum
  }

  function eachSquare(
    frame: Energetic,
    picture: Energetic,
    tell: (rest: number, energy: number, square: number) => void,
  ): void {
    const gain = Math.max(0.3, Math.min(1.5, dot(frame.data, picture.data) / (picture.energy || 1)))
    for (let row = 0; row < down; row++) {
      for (let column = 0; column < across; column++) {
        let rest = 0
        let energy = 0
        const right = Math.min(width, (column + 1) * BLOCK)
        for (let y = row * BLOCK; y < Math.min(height, (row + 1) * BLOCK); y++) {
          for (let at = y * width + column * BLOCK; at < y * width + right; at++) {
            const [is, should] = [frame.data[at]!, gain * picture.data[at]!]
            rest += (is - should) ** 2
            energy += is * is + should * should
          }
        }
        tell(rest, energy / 2, row * across + column)
      }
    }
  }

  function unexplained(frame: ArrayLike<number>, state: number): Float32Array {
    const rests = new Float32Array(across * down)
    eachSquare(withEnergy(contrastOf(frame)), full[state]!, (rest, energy, square) => {
      if (energy > 0.1 * BLOCK * BLOCK)
        rests[square] = Math.min(1, rest / (2 * energy))
    })
    return rests
  }

  return { size, match, unexplained }
}

interface Energetic { data: Float32Array, energy: number }

function withEnergy(data: Float32Array): Energetic {
  return { data, energy: dot(data, data) }
}

function dot(one: Float32Array, other: Float32Array): number {
  let sum = 0
  for (let i = 0; i < one.length; i++)
    sum += one[i]! * other[i]!
  return sum
}

/** Sums of four by four pixels, a quarter of each. */
function shrink(data: Float32Array, { width, height }: Size): Float32Array {
  const [across, down] = [Math.floor(width / 4), Math.floor(height / 4)]
  const out = new Float32Array(across * down)
  for (let y = 0; y < down * 4; y++) {
    for (let x = 0; x < across * 4; x++)
      out[(y >> 2) * across + (x >> 2)]! += data[y * width + x]! / 4
  }
  return out
}
