import { expect, it } from 'vitest'
import { strictScore } from '../../../src/talk/recover/strict.ts'

function seen(...scores: number[]) {
  return scores.map((score, i) =>
    ({ from: i, to: i + 1, weight: 6, costs: [0], best: 0, score }))
}

it('takes no slide of a clean recording for one that is much like it', () => {
  const strict = strictScore(seen(0.99, 0.98, 0.955, 0.99, 0.985, 0.98, 0.99, 0.98, 0.3))
  expect(strict).toBeGreaterThan(0.94)
  expect(strictScore(seen(...Array.from<number>({ length: 20 }).fill(0.999), 0.958))).toBeGreaterThan(0.958)
})

it('asks less of a recording that is not clean', () => {
  expect(strictScore(seen(0.9, 0.86, 0.93, 0.85, 0.9, 0.95, 0.4, 0.3))).toBeLessThan(0.85)
})
