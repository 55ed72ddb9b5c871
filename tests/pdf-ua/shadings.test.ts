import { expect, it } from 'vitest'
import { checkPdf } from '../../packages/pdf-ua/src/check.ts'
import { repairPdf } from '../../packages/pdf-ua/src/repair.ts'
import { drawPages } from '../e2e/pdf-pixels.ts'
import { printFixture } from './print-fixture.ts'

/** Places on the page of `gradients.html` with the colours that are there, below what lets the ground through. */
const PLACES = [
  ['straight', 50, 90, [0, 0, 0]],
  ['askew, at its first colour', 110, 50, [255, 0, 0]],
  ['round, at its middle', 250, 50, [0, 128, 0]],
  ['striped', 303, 95, [0, 0, 0]],
  ['striped, on the other stripe', 311, 93, [0, 160, 255]],
  ['turning', 60, 110, [255, 0, 0]],
  ['turning, at its other end', 40, 110, [0, 0, 255]],
  ['in an ellipse', 120, 130, [0, 0, 0]],
  ['without anything let through', 205, 150, [255, 0, 0]],
  ['in rings', 350, 150, [0, 0, 0]],
  ['in rings, on the second', 362, 150, [255, 200, 0]],
] as const

it('draws gradients that let something through as every reader draws them', async () => {
  const { bytes } = await repairPdf(await printFixture('gradients.html'), { title: 'Gradients' })
  const [page] = await drawPages(bytes, 400 / 300)
  expect([page!.width, page!.height]).toEqual([400, 200])
  const drawn = PLACES.map(([name, x, y]) => [name, page!.pixelAt(x, y)])
  // On a printed page colours are what they are to a few parts of 255.
  const near = (color: readonly number[], other: readonly number[]) => color.every((part, i) => Math.abs(part - other[i]!) < 40)
  expect(drawn.filter(([, color], i) => !near(color as number[], PLACES[i]![3]))).toEqual([])
  expect(await checkPdf(bytes)).toEqual([])
})
