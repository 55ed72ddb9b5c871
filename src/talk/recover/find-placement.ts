import type { Grey } from './grey.ts'
import type { Corners } from './placement.ts'
import { localContrast } from './contrast.ts'
import { gridOf, resize, squareOf } from './grey.ts'
import { findMask } from './mask.ts'
import { createMatcher } from './match.ts'
import { cornersOfBox, createSampler } from './placement.ts'

/** Where the slide lies in a recording, and how well its frames fit the deck then. */
export interface Placement {
  corners: Corners
  /** Mean of the best scores, from 0 to 1. */
  score: number
}

/** Widths of a slide that are tried, in parts of the frame's. */
const WIDTHS = [1, 0.94, 0.88, 0.82, 0.76, 0.7, 0.65, 0.6, 0.55, 0.5, 0.46, 0.42]
const FLOOR = 12
/** Score from which on a slide that fills the frame is looked for nowhere else. */
const FITS = 0.9
/** By how much better a slide counts that is as wide as the frame: a small part of one may look like any other. */
const LARGE = 0.1
/** Pixels of a slide's width at which its place is found in the end. */
const MIDDLE = 128
/** Score from which on a frame tells what hides a part of its slide. */
export const TRUSTED = 0.4
/** Frames that are looked at. */
const FRAMES = 14
/** States that a frame is still compared with once its best are known. */
const NEAREST = 8

/** A number a parameter: a corner's x and y, or those of a box, whose height may follow from the slide's shape. */
type Values = readonly number[]

/**
 * Looks where the slide lies in frames of a recording: somewhere upright, or near the corners that somebody gives.
 * @param pictures of the deck's states
 * @param samples frames of the recording, of one size
 */
export function findPlacement(pictures: readonly Grey[], samples: readonly Grey[], near?: Corners): Placement {
  const frames = samples.filter((_, i) => Math.floor(i * FRAMES / samples.length)
    !== Math.floor((i - 1) * FRAMES / samples.length))
  const aspect = pictures[0]!.width / pictures[0]!.height * frames[0]!.height / frames[0]!.width
  const [tiny, small, middle] = [32, 64, MIDDLE].map(across => createJudge(pictures, frames, across))
  if (near) {
    const toCorners = (values: Values) => Array.from({ length: 4 }, (_, i) =>
      [values[2 * i]!, values[2 * i + 1]!] as const) as unknown as Corners
    const corners = [small!, middle!].reduce<Values>((values, judge, i) =>
      climb(values, values => judge(toCorners(values)), [0.01, 0.005][i]!, 0.001), near.flat())
    return { corners: toCorners(corners), score: middle!(toCorners(corners)) }
  }
  const toCorners = ([x, y, width, height = width! / aspect]: Values) => cornersOfBox(x!, y!, width!, height)
  const whole: Values = [0, 0, 1, 1]
  const isFrame = Math.abs(aspect - 1) < 0.03
  const fits = isFrame && small!(toCorners(whole)) > FITS
  const climbed = (fits ? [whole.slice(0, 3)] : boxes(aspect))
    .map(values => ({ values, score: tiny!(toCorners(values)) + LARGE * values[2]! }))
    .sort((a, b) => b.score - a.score)
    .slice(0, fits ? 1 : 12)
    .map(({ values }) => climb(values, values => tiny!(toCorners(values)), 0.02, 0.01))
    .map(values => ({ values, score: small!(toCorners(values)) + LARGE * values[2]! }))
    .sort((a, b) => b.score - a.score)
    .slice(0, 3)
    .map(({ values }) => climb(values, values => small!(toCorners(values)), 0.02, 0.004))
  const [about] = [...climbed, ...isFrame ? [whole] : []]
    .map(values => ({ values, score: middle!(toCorners(values)) }))
    .sort((a, b) => b.score - a.score)
  const hidden = hiddenSquares(pictures, frames, toCorners(about!.values))
  const unhidden = createJudge(pictures, frames, MIDDLE, hidden)
  const [x, y, width] = climb(about!.values.slice(0, 3), values => unhidden(toCorners(values)), 0.008, 0.0008)
  const values = climb([x!, y!, width!, width! / aspect], values => unhidden(toCorners(values)), 0.004, 0.0008)
  const score = unhidden(toCorners(values))
  // A slide that fills the frame fills all of it.
  const isWhole = values.every((value, i) => Math.abs(value - whole[i]!) < 0.006)
    && unhidden(toCorners(whole)) > score - 0.02
  return { corners: toCorners(isWhole ? whole : values), score }
}

/** Boxes of a slide's shape all over a frame. */
function boxes(aspect: number): Values[] {
  return WIDTHS.flatMap((across) => {
    const most = Math.max(1, across / aspect)
    const [width, height] = [across / most, across / aspect / most]
    const steps = (free: number) => Math.max(0, Math.ceil(free / 0.05))
    const places = (free: number) => Array.from({ length: steps(free) + 1 }, (_, i) => free * i / (steps(free) || 1))
    return places(1 - width).flatMap(x => places(1 - height).map(y => [x, y, width]))
  })
}

/** What always hides a part of the slide between corners, such as a camera's picture, which would draw it aside. */
function hiddenSquares(pictures: readonly Grey[], frames: readonly Grey[], corners: Corners): Uint8Array | undefined {
  const size = gridOf(pictures[0]!, MIDDLE)
  const matcher = createMatcher(pictures.map(picture => resize(picture, size)), { floor: FLOOR })
  const sample = createSampler(corners, frames[0]!, size)
  return findMask(matcher, frames.map(({ data }) => sample(data)), TRUSTED)
}

/**
 * How well frames fit a deck where the slide lies between corners, at a size.
 * @param mask a 0 for each square that is not looked at
 */
function createJudge(
  pictures: readonly Grey[],
  frames: readonly Grey[],
  across: number,
  mask?: Uint8Array,
): (corners: Corners) => number {
  const size = gridOf(pictures[0]!, across)
  const contrastOf = (picture: Grey) => {
    const contrast = localContrast(picture, FLOOR)
    return unit(mask ? contrast.map((value, i) => value * mask[squareOf(i, across)]!) : contrast)
  }
  const own = pictures.map(picture => contrastOf(resize(picture, size)))
  const nearest = frames.map((): readonly Float32Array[] => own)
  let closest = 0
  return (corners) => {
    const sample = createSampler(corners, frames[0]!, size)
    const found = frames.map(({ data }, i) => {
      const frame = contrastOf({ ...size, data: sample(data) })
      return nearest[i]!.map(picture => ({ picture, score: product(frame, picture) }))
    })
    const mean = median(found.map(scores => Math.max(...scores.map(({ score }) => score))))
    if (mean > closest && mean > 0.6 && nearest[0]!.length > NEAREST) {
      found.forEach((scores, i) => nearest[i] = scores
        .sort((a, b) => b.score - a.score)
        .slice(0, NEAREST)
        .map(({ picture }) => picture))
    }
    closest = Math.max(closest, mean)
    return mean
  }
}

/** The mean of the better half: in some frames something else is shown. */
function median(scores: readonly number[]): number {
  const better = [...scores].sort((a, b) => b - a).slice(0, Math.ceil(scores.length / 2))
  return better.reduce((sum, score) => sum + score, 0) / better.length
}

/** Changes one number after the other by ever smaller steps as long as it becomes better. */
function climb(start: Values, judge: (values: Values) => number, from: number, to: number): Values {
  let best = { values: start, score: judge(start) }
  for (let step = from; step >= to; step /= 2) {
    for (let isBetter = true, round = 0; isBetter && round < 6; round++) {
      isBetter = false
      for (const move of moves(start.length, step)) {
        const values = best.values.map((value, i) => value + move[i]!)
        if (start.length <= 4 && (values[2]! < 0.2 || values[3]! < 0.15))
          continue
        const score = judge(values)
        if (score > best.score + 1e-4) {
          best = { values, score }
          isBetter = true
        }
      }
    }
  }
  return best.values
}

/** Each number for itself; a box also grows about its middle. */
function moves(count: number, step: number): Values[] {
  const single = Array.from({ length: 2 * count }, (_, i) => {
    const change = i % 2 ? step : -step
    return Array.from({ length: count }, (_, k) => k === i >> 1 ? change : 0)
  })
  return count <= 4
    ? [...single, ...[-step, step].map(grow => [-grow / 2, -grow / 2, grow, grow].slice(0, count))]
    : single
}

function unit(data: Float32Array): Float32Array {
  const length = Math.sqrt(product(data, data)) || 1
  return data.map(value => value / length)
}

function product(one: Float32Array, other: Float32Array): number {
  let sum = 0
  for (let i = 0; i < one.length; i++)
    sum += one[i]! * other[i]!
  return sum
}
