import type { Grey } from './grey.ts'

/** The part of a picture's width over which its contrast is evened out, to each side. */
const REACH = 0.047

/**
 * How each pixel stands out of its surroundings, in their standard deviations: what neither gamma nor vignette nor the
 * tint of a projector changes.
 * @param floor grey levels that are added to each deviation, so that noise of even areas stays small
 */
export function localContrast({ width, height, data }: Grey, floor: number): Float32Array {
  const reach = Math.max(2, Math.round(width * REACH))
  const stride = width + 1
  const sums = new Float64Array(stride * (height + 1))
  const squares = new Float64Array(stride * (height + 1))
  for (let y = 0; y < height; y++) {
    let sum = 0
    let square = 0
    for (let x = 0; x < width; x++) {
      const value = data[y * width + x]!
      sum += value
      square += value * value
      const at = (y + 1) * stride + x + 1
      sums[at] = sums[at - stride]! + sum
      squares[at] = squares[at - stride]! + square
    }
  }
  const out = new Float32Array(width * height)
  for (let y = 0; y < height; y++) {
    const top = Math.max(0, y - reach) * stride
    const bottom = Math.min(height, y + reach + 1) * stride
    for (let x = 0; x < width; x++) {
      const left = Math.max(0, x - reach)
      const right = Math.min(width, x + reach + 1)
      const count = (right - left) * (bottom - top) / stride
      const mean = (sums[bottom + right]! - sums[bottom + left]! - sums[top + right]! + sums[top + left]!) / count
      const square = (squares[bottom + right]! - squares[bottom + left]!
        - squares[top + right]! + squares[top + left]!) / count
      const deviation = Math.sqrt(Math.max(0, square - mean * mean))
      out[y * width + x] = (data[y * width + x]! - mean) / (deviation + floor)
    }
  }
  return out
}
