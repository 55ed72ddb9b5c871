import type { Figure } from '../../src/generate/report/figures.ts'
import { numberFigure } from './figures.ts'

/** Milliseconds of processor time that a document may take, by the share of documents that keep within them. */
const LIMITS = [
  { id: 'R4', what: 'median', share: 0.5, milliseconds: 50 },
  { id: 'R4b', what: '99th percentile', share: 0.99, milliseconds: 500 },
]

/** Figures of processor times, in milliseconds a document. */
export function speedFigures(times: readonly number[]): Figure[] {
  const sorted = [...times].sort((a, b) => a - b)
  return LIMITS.map(({ id, what, share, milliseconds }) => {
    const time = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
    return numberFigure({
      id,
      what: `processor milliseconds a document, ${what}`,
      value: time.toFixed(0),
      threshold: `under ${milliseconds}`,
      passes: time < milliseconds,
    })
  })
}
