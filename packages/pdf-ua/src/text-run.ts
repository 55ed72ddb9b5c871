/** A transformation as PDF writes it: `a b c d e f`. */
export type Matrix = readonly [number, number, number, number, number, number]

/** In points of 1/72 inch, from the page's lower left corner. */
interface PagePoint { x: number, y: number }

/** A stretch of text that was drawn in one go. */
export interface TextRun {
  text: string
  /** Where the first letter stands and where the last one ends, on the page. */
  from: PagePoint
  to: PagePoint
  /** Font size on the page, in points. */
  size: number
}

// As parts of the font size: how far text rises or falls to the next line, and how wide a space is at least.
const MIN_RISE = 0.7
const MIN_GAP = 0.12

/** The transformation that changes nothing. */
export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0]

/** First `a`, then `b`. */
export function multiply(a: Matrix, b: Matrix): Matrix {
  return [
    a[0] * b[0] + a[1] * b[2],
    a[0] * b[1] + a[1] * b[3],
    a[2] * b[0] + a[3] * b[2],
    a[2] * b[1] + a[3] * b[3],
    a[4] * b[0] + a[5] * b[2] + b[4],
    a[4] * b[1] + a[5] * b[3] + b[5],
  ]
}

/** Where a point lies after a transformation. */
export function transform([a, b, c, d, e, f]: Matrix, x: number, y: number): PagePoint {
  return { x: a * x + c * y + e, y: b * x + d * y + f }
}

/**
 * The text of runs in this order, with a space where a reader sees a gap, and a line break
 * (or what stands for it) where a line ends: neither is drawn.
 */
export function joinRuns(runs: Iterable<TextRun>, lineBreak = ' '): string {
  let text = ''
  let last: TextRun | undefined
  for (const run of runs) {
    if (!run.text)
      continue
    const gap = last && findGap(last, run)
    if (gap === 'line' && !text.endsWith(lineBreak))
      text = text.trimEnd() + lineBreak
    else if (gap && !/\s$/.test(text) && !/^\s/.test(run.text))
      text += ' '
    text += run.text
    last = run
  }
  return text
}

/** What lies between the end of one run and the beginning of the next. */
export function findGap(before: TextRun, after: TextRun): 'space' | 'line' | undefined {
  const size = Math.max(before.size, after.size)
  const length = Math.hypot(before.to.x - before.from.x, before.to.y - before.from.y) || 1
  const along = { x: (before.to.x - before.from.x) / length, y: (before.to.y - before.from.y) / length }
  const [dx, dy] = [after.from.x - before.to.x, after.from.y - before.to.y]
  const gap = dx * along.x + dy * along.y
  const rise = Math.abs(dy * along.x - dx * along.y)
  if (rise > size * MIN_RISE)
    return 'line'
  return gap > size * MIN_GAP || gap < -size / 2 ? 'space' : undefined
}

const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/
const LEFT_TO_RIGHT = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}.,:'-]*[\p{L}\p{N}])?/gu

/**
 * Letters are drawn from left to right in every script;
 * this gives them back in the order in which Hebrew and Arabic are read.
 */
export function toReadingOrder(drawn: string): string {
  if (!RIGHT_TO_LEFT.test(drawn))
    return drawn
  const reversed = [...drawn].reverse().join('').normalize('NFC')
  return reversed.replace(LEFT_TO_RIGHT, word => RIGHT_TO_LEFT.test(word) ? word : [...word].reverse().join(''))
}
