/** A transformation as PDF writes it: `a b c d e f`. */
export type Matrix = readonly [number, number, number, number, number, number]

export interface PagePoint { x: number, y: number }

/** A stretch of text that was drawn in one go. */
export interface TextRun {
  text: string
  /** Where the first letter stands and where the last one ends, on the page. */
  from: PagePoint
  to: PagePoint
  /** Font size on the page. */
  size: number
}

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

export function transform([a, b, c, d, e, f]: Matrix, x: number, y: number): PagePoint {
  return { x: a * x + c * y + e, y: b * x + d * y + f }
}

/** The text of runs in this order, with a space where a reader sees a gap, and a line break (or what stands for it) where a line ends: neither is drawn. */
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
function findGap(before: TextRun, after: TextRun): 'space' | 'line' | undefined {
  const size = Math.max(before.size, after.size)
  const length = Math.hypot(before.to.x - before.from.x, before.to.y - before.from.y) || 1
  const along = { x: (before.to.x - before.from.x) / length, y: (before.to.y - before.from.y) / length }
  const [dx, dy] = [after.from.x - before.to.x, after.from.y - before.to.y]
  const gap = dx * along.x + dy * along.y
  const rise = Math.abs(dy * along.x - dx * along.y)
  if (rise > size * 0.7)
    return 'line'
  return gap > size * 0.12 || gap < -size / 2 ? 'space' : undefined
}
