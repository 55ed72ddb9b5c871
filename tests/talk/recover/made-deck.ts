import type { StatePicture } from '../../../src/talk/recover/deck-states.ts'
import type { Grey } from '../../../src/talk/recover/grey.ts'
import type { Corners } from '../../../src/talk/recover/placement.ts'
import { random } from '../../../bench/recover/script.ts'
import { createSampler } from '../../../src/talk/recover/placement.ts'

export const size = { width: 512, height: 288 }

export function blank(value: number, { width, height } = size): { width: number, height: number, data: Float32Array } {
  return { width, height, data: new Float32Array(width * height).fill(value) }
}

/** Draws a line of words: bars of letters' widths and heights. */
function drawLine({ data, width }: ReturnType<typeof blank>, x: number, y: number, tall: number, next: () => number): void {
  for (let words = 3 + Math.floor(next() * 5); words > 0; words--) {
    for (let letters = 2 + Math.floor(next() * 7); letters > 0; letters--) {
      const [top, wide] = [Math.floor(next() * tall * 0.6), 2 + Math.floor(next() * 3)]
      for (let row = y + top; row < y + tall; row++)
        data.fill(40, row * width + x, row * width + Math.min(width - 10, x + wide))
      x += wide + 2
      if (x > width - 30)
        return
    }
    x += 7
  }
}

/** Slides of one look, each with a title and some lines that come step by step. */
export function makeDeck(seed: number, count = 12): StatePicture[] {
  const next = random(seed)
  return Array.from({ length: count }, (_, i) => i + 1).flatMap((slide) => {
    const picture = blank(245)
    picture.data.fill(90, 0, size.width * 6)
    drawLine(picture, 30, 24, 22, next)
    return Array.from({ length: 2 + Math.floor(next() * 3) }, (_, click) => {
      const lines = click ? 1 : 2
      for (let line = 0; line < lines; line++)
        drawLine(picture, 40, 70 + 34 * (click + line + (click ? 1 : 0)), 12, next)
      return { slide, click, ...picture, data: picture.data.slice() }
    })
  })
}

/** Something that is on no slide. */
export function foreignWindow(seed: number): Grey {
  const next = random(seed)
  const picture = blank(30)
  for (let y = 12; y < 270; y += 14)
    drawLine(picture, 10, y, 8, next)
  for (let i = 0; i < picture.data.length; i++)
    picture.data[i] = picture.data[i]! === 30 ? 30 : 220
  return picture
}

/** What a camera does to what it sees: levels, noise, a picture of somebody in a corner. */
export function worsen(
  { width, height, data }: Grey,
  next: () => number,
  { gamma = 1, noise = 0, camera = false }: { gamma?: number, noise?: number, camera?: boolean },
): Grey {
  const out = Float32Array.from(data, value => 20 + 200 * (value / 255) ** gamma)
  if (camera) {
    const phase = next() * 6
    for (let y = Math.floor(height * 0.68); y < height * 0.95; y++) {
      for (let x = Math.floor(width * 0.72); x < width * 0.96; x++)
        out[y * width + x] = 120 + 50 * Math.sin(x / 9 + phase) * Math.cos(y / 7 - phase) + 30 * next()
    }
  }
  return { width, height, data: noise ? out.map(value => value + noise * (next() + next() + next() - 1.5)) : out }
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
