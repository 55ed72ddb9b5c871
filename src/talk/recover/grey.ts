/** A grey picture: a number from 0 to 255 a pixel, row by row. */
export interface Grey {
  width: number
  height: number
  data: ArrayLike<number>
}

/** Pixels of the width at which pictures are compared: at half of it, different text of one length looks the same. */
const GRID = 256

/** Pixels of a side of the squares in which pictures are compared piece by piece. */
export const BLOCK = 8

/** The number of the square of a pixel, row by row. */
export function squareOf(i: number, width: number): number {
  return Math.floor(Math.floor(i / width) / BLOCK) * Math.ceil(width / BLOCK) + Math.floor(i % width / BLOCK)
}

/** The size at which pictures of slides of a size are compared. */
export function gridOf({ width, height }: { width: number, height: number }, across = GRID): Size {
  return { width: across, height: Math.max(BLOCK, Math.round(across * height / width)) }
}

/** A picture whose edge shows what lies just inside of it: what is beside a slide may come in by a pixel. */
export function withoutEdge(data: ArrayLike<number>, { width, height }: Size, pixels: number): Float32Array {
  const inside = (value: number, size: number) => Math.max(pixels, Math.min(size - 1 - pixels, value))
  const columns = Int32Array.from({ length: width }, (_, x) => inside(x, width))
  const out = new Float32Array(width * height)
  for (let y = 0; y < height; y++) {
    const row = inside(y, height) * width
    for (let x = 0; x < width; x++)
      out[y * width + x] = data[row + columns[x]!]!
  }
  return out
}

export interface Size { width: number, height: number }

/** A picture in another size; each new pixel is the mean of those that it covers. */
export function resize({ width, height, data }: Grey, to: Size): Grey {
  if (width === to.width && height === to.height)
    return { width, height, data }
  const columns = coverage(width, to.width)
  const rows = coverage(height, to.height)
  const narrow = new Float32Array(to.width * height)
  for (let y = 0; y < height; y++) {
    for (const [x, { from, weights }] of columns.entries())
      narrow[y * to.width + x] = weights.reduce((sum, weight, i) => sum + weight * data[y * width + from + i]!, 0)
  }
  const small = new Float32Array(to.width * to.height)
  for (const [y, { from, weights }] of rows.entries()) {
    for (const [i, weight] of weights.entries()) {
      const row = (from + i) * to.width
      for (let x = 0; x < to.width; x++)
        small[y * to.width + x]! += weight * narrow[row + x]!
    }
  }
  return { ...to, data: small }
}

/** Which old pixels each new one covers, and how much each of them counts. */
function coverage(old: number, count: number): { from: number, weights: number[] }[] {
  const step = old / count
  return Array.from({ length: count }, (_, i) => {
    const [start, end] = [i * step, Math.max((i + 1) * step, i * step + 1e-6)]
    const from = Math.min(old - 1, Math.floor(start))
    const last = Math.max(from, Math.min(old - 1, Math.ceil(end) - 1))
    const weights = Array.from({ length: last - from + 1 }, (_, k) =>
      Math.max(1e-9, Math.min(end, from + k + 1) - Math.max(start, from + k)))
    const sum = weights.reduce((sum, weight) => sum + weight, 0)
    return { from, weights: weights.map(weight => weight / sum) }
  })
}
