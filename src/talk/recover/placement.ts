import type { Grey, Size } from './grey.ts'

/** A point of a frame, in parts of its width and height. */
type Point = readonly [x: number, y: number]

/** Where the slide lies in the frames of a recording: its corners from the top left one, clockwise. */
export type Corners = readonly [Point, Point, Point, Point]

/** The corners of a rectangle. */
export function cornersOfBox(x: number, y: number, width: number, height: number): Corners {
  return [[x, y], [x + width, y], [x + width, y + height], [x, y + height]]
}

/** Takes the slide out of frames of one size. */
type Sampler = (frame: ArrayLike<number>) => Float32Array

/** Makes what takes the slide out of frames: flat, upright and in another size. */
export function createSampler(corners: Corners, frame: Size, to: Size): Sampler {
  const map = perspective(corners)
  const span = Math.max(
    Math.hypot((corners[1][0] - corners[0][0]) * frame.width, (corners[1][1] - corners[0][1]) * frame.height),
    Math.hypot((corners[2][0] - corners[3][0]) * frame.width, (corners[2][1] - corners[3][1]) * frame.height),
  )
  const fine = Math.max(2, Math.min(5, Math.ceil(span / to.width)))
  const count = to.width * to.height
  const samples = fine * fine
  const places = new Int32Array(count * samples)
  for (let y = 0, at = 0; y < to.height; y++) {
    for (let x = 0; x < to.width; x++) {
      for (let i = 0; i < samples; i++) {
        const [right, down] = [(i % fine + 0.5) / fine, (Math.floor(i / fine) + 0.5) / fine]
        const [u, v] = map((x + right) / to.width, (y + down) / to.height)
        const column = clamp(Math.floor(u * frame.width), frame.width)
        places[at++] = clamp(Math.floor(v * frame.height), frame.height) * frame.width + column
      }
    }
  }
  return (data) => {
    const out = new Float32Array(count)
    for (let i = 0, at = 0; i < count; i++) {
      let sum = 0
      for (let k = 0; k < samples; k++)
        sum += data[places[at++]!]!
      out[i] = sum / samples
    }
    return out
  }
}

function clamp(value: number, size: number): number {
  return Math.max(0, Math.min(size - 1, value))
}

/** From a place on the slide to one in the frame, both in parts: what takes the unit square to corners. */
function perspective([a, b, c, d]: Corners): (u: number, v: number) => Point {
  const [dx1, dy1] = [b[0] - c[0], b[1] - c[1]]
  const [dx2, dy2] = [d[0] - c[0], d[1] - c[1]]
  const [sx, sy] = [a[0] - b[0] + c[0] - d[0], a[1] - b[1] + c[1] - d[1]]
  const det = dx1 * dy2 - dx2 * dy1 || 1e-9
  const g = (sx * dy2 - dx2 * sy) / det
  const h = (dx1 * sy - sx * dy1) / det
  const [ax, ay] = [b[0] - a[0] + g * b[0], b[1] - a[1] + g * b[1]]
  const [bx, by] = [d[0] - a[0] + h * d[0], d[1] - a[1] + h * d[1]]
  return (u, v) => {
    const w = g * u + h * v + 1
    return [(ax * u + bx * v + a[0]) / w, (ay * u + by * v + a[1]) / w]
  }
}

/** A picture of the slide as it is in a frame. */
export function slideIn({ width, height, data }: Grey, corners: Corners, to: Size): Grey {
  return { ...to, data: createSampler(corners, { width, height }, to)(data) }
}
