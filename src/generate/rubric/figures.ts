import type { Check, Count, Measured } from './checks.ts'
import path from 'node:path'
import { checks, pace } from './checks.ts'

/** One line of the rubric. */
export interface Figure {
  id: string
  what: string
  gate: boolean
  /** As it is printed: a share, a number, milliseconds. */
  value: string
  threshold: string
  passes: boolean
  /** Some of what fails, with the document. */
  misses: string[]
}

/** The figures that need nothing but the Markdown. */
export function textFigures(measured: readonly Measured[]): Figure[] {
  const perThousand = pace(measured)
  return [...checks.map(check => figureOf(check, measured)), number('D7', 'text slides for 1,000 words', perThousand.toFixed(1), '7 to 14', perThousand >= 7 && perThousand <= 14)]
}

function figureOf(check: Check, measured: readonly Measured[]): Figure {
  const counts = measured.map(one => ({ file: path.basename(one.document.file), ...check.count(one) }))
  const good = counts.reduce((sum, count) => sum + count.good, 0)
  const total = counts.reduce((sum, count) => sum + count.all, 0)
  const { threshold } = check
  const share = total ? good / total : 'least' in threshold ? 1 : 0
  const [passes, wanted] = 'least' in threshold ? [share >= threshold.least, `at least ${percent(threshold.least)}`] : 'most' in threshold ? [share <= threshold.most, `at most ${percent(threshold.most)}`] : [true, '']
  const listed = 'most' in threshold ? [] : counts.flatMap(({ file, misses }: Count & { file: string }) => misses.map(miss => `${file}: ${miss}`))
  return { id: check.id, what: check.what, gate: check.gate, value: `${percent(share)} of ${total}`, threshold: wanted, passes, misses: listed }
}

export function number(id: string, what: string, value: string, threshold: string, passes: boolean): Figure {
  return { id, what, gate: false, value, threshold, passes, misses: [] }
}

function percent(share: number): string {
  return `${(share * 100).toFixed(share === 1 || share === 0 ? 0 : 2)} %`
}

export function signed(share: number): string {
  return `${share < 0 ? '' : '+'}${(share * 100).toFixed(0)} %`
}
