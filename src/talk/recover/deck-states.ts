import type { Grey, Size } from './grey.ts'
import { BLOCK, gridOf, resize } from './grey.ts'

/** A picture of a slide after some of its clicks. */
export interface StatePicture extends Grey {
  /** Number of the slide, from 1. */
  slide: number
  click: number
}

/** What a recording can be seen to show: a slide after some of its clicks. */
export interface DeckState {
  slide: number
  /** Clicks done; the fewest of those that look alike. */
  click: number
  /** The picture, in the size at which all are compared. */
  picture: Grey
  /** Whether it is the first, or the last, of its slide. */
  isFirst: boolean
  isLast: boolean
}

/** Mean difference of a square, in grey levels, from which on people can see that something has changed. */
const VISIBLE = 1.5

/** The states of a deck that can be told apart, in order: a click that changes nothing to see makes none. */
export function deckStates(pictures: readonly StatePicture[]): DeckState[] {
  const size = gridOf(pictures[0]!)
  const states: DeckState[] = []
  for (const { slide, click, ...grey } of pictures) {
    const picture = resize(grey, size)
    const last = states.at(-1)
    const isFirst = last?.slide !== slide
    if (isFirst || largestDifference(last.picture, picture, size) > VISIBLE)
      states.push({ slide, click, picture, isFirst, isLast: false })
  }
  states.forEach((state, i) => state.isLast = states[i + 1]?.slide !== state.slide)
  return states
}

/** The mean difference of the square that differs most. */
function largestDifference(one: Grey, other: Grey, { width, height }: Size): number {
  const across = Math.ceil(width / BLOCK)
  const sums = new Float64Array(across * Math.ceil(height / BLOCK))
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * width + x
      sums[Math.floor(y / BLOCK) * across + Math.floor(x / BLOCK)]! += Math.abs(one.data[at]! - other.data[at]!)
    }
  }
  return Math.max(...sums) / BLOCK ** 2
}
