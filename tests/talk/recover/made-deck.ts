import type { StatePicture } from '../../../src/talk/recover/deck-states.ts'
import type { Grey } from '../../../src/talk/recover/grey.ts'
import type { Corners } from '../../../src/talk/recover/placement.ts'
import { random } from '../../../bench/recover/script.ts'
import { createSampler } from '../../../src/talk/recover/placement.ts'

const size = { width: 320, height: 180 }

const grain = random(5)
const NOISE = Float32Array.from({ length: 99_991 }, () => grain() + grain() + grain() - 1.5)

function blank(value: number, { width, height } = size): { width: number, height: number, data: Float32Array } {
  return { width, height, data: new Float32Array(width * height).fill(value) }
}

/** Draws a line of words: bars of letters' widths and heights. */
function drawLine({ data, width }: ReturnType<typeof blank>, x: number, y: number, tall: number, next: () => number): void {
  for (let words = 3 + Math.floor(next() * 4); words > 0; words--) {
    for (let letters = 2 + Math.floor(next() * 7); letters > 0; letters--) {
      const [top, wide] = [Math.floor(next() * tall * 0.6), 1 + Math.floor(next() * 3)]
      for (let row = y + top; row < y + tall; row++)
        data.fill(40, row * width + x, row * width + Math.min(width - 10, x + wide))
      x += wide + 1
      if (x > width - 20)
        return
    }
    x += 5
  }
}

/** Slides of one look, each with a title and some lines that come step by step. */
export function makeDeck(seed: number, count = 12): StatePicture[] {
  const next = random(seed)
  return Array.from({ length: count }, (_, i) => i + 1).flatMap((slide) => {
    const picture = blank(245)
    picture.data.fill(90, 0, size.width * 6)
    drawLine(picture, 20, 16, 13, next)
    return Array.from({ length: 2 + Math.floor(next() * 3) }, (_, click) => {
      const lines = click ? 1 : 2
      for (let line = 0; line < lines; line++)
        drawLine(picture, 26, 44 + 22 * (click + line + (click ? 1 : 0)), 8, next)
      return { slide, click, ...picture, data: picture.data.slice() }
    })
  })
}

/** Something that is on no slide. */
export function foreignWindow(seed: number): Grey {
  const next = random(seed)
  const picture = blank(30)
  for (let y = 8; y < 170; y += 9)
    drawLine(picture, 6, y, 6, next)
  for (let i = 0; i < picture.data.length; i++)
    picture.data[i] = picture.data[i]! === 30 ? 30 : 220
  return picture
}

/** What a camera does to what it sees: levels and noise. */
export function worsen(
  { width, height, data }: Grey,
  next: () => number,
  { gamma = 1, noise = 0 }: { gamma?: number, noise?: number },
): Grey {
  const out = Float32Array.from(data, value => 20 + 200 * (value / 255) ** gamma)
  if (!noise)
    return { width, height, data: out }
  let at = Math.floor(next() * NOISE.length)
  for (let i = 0; i < out.length; i++) {
    at = at + 1 < NOISE.length ? at + 1 : 0
    out[i]! += noise * NOISE[at]!
  }
  return { width, height, data: out }
}

/** A slide somewhere in a larger frame, as a projector throws it. */
export function project(slide: Grey, corners: Corners, frame: { width: number, height: number }): Grey {
  const out = blank(25, frame)
  const sums = new Float32Array(out.data.length)
  const counts = new Uint16Array(out.data.length)
  // Where each fine point of the slide falls, its grey is added.
  const places = createSampler(corners, frame, { width: slide.width, height: slide.height })
  const numbers = places(Float32Array.from({ length: out.data.length }, (_, i) => i % frame.width))
  const rows = places(Float32Array.from({ length: out.data.length }, (_, i) => Math.floor(i / frame.width)))
  for (let i = 0; i < numbers.length; i++) {
    const at = Math.round(rows[i]!) * frame.width + Math.round(numbers[i]!)
    sums[at]! += slide.data[i]!
    counts[at]!++
  }
  for (let i = 0; i < sums.length; i++) {
    if (counts[i])
      out.data[i] = sums[i]! / counts[i]!
  }
  return out
}
