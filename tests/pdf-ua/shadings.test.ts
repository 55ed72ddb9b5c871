import { expect, it } from 'vitest'
import { checkPdf } from '../../packages/pdf-ua/src/check.ts'
import { repairPdf } from '../../packages/pdf-ua/src/repair.ts'
import { drawPages } from '../e2e/pdf-pixels.ts'
import { printFixture } from './print-fixture.ts'

/** Places on the page of `gradients.html` with the colors that a browser shows there, the white ground behind them. */
const PLACES = [
  ['straight', 50, 90, [124, 124, 124]],
  ['askew, at its first colour', 110, 50, [236, 63, 82]],
  ['round, at its middle', 250, 50, [27, 141, 27]],
  ['striped', 303, 95, [128, 128, 128]],
  ['striped, on the other stripe', 311, 93, [128, 207, 255]],
  ['turning', 60, 110, [246, 51, 59]],
  ['turning, at its other end', 40, 110, [58, 51, 247]],
  ['in an ellipse', 120, 130, [56, 56, 56]],
  ['without anything let through', 205, 150, [241, 0, 14]],
  ['in rings', 350, 150, [128, 128, 128]],
  ['in rings, on the second', 362, 150, [255, 227, 128]],
] as const

it('draws gradients so that every reader lets through what is behind them', async () => {
  const { bytes } = await repairPdf(await printFixture('gradients.html'), { title: 'Gradients' })
  const [page] = await drawPages(bytes, 400 / 300)
  expect([page!.width, page!.height]).toEqual([400, 200])
  const drawn = PLACES.map(([name, x, y]) => [name, page!.pixelAt(x, y)])
  const near = (color: readonly number[], other: readonly number[]) => color.every((part, i) => Math.abs(part - other[i]!) < 16)
  expect(drawn.filter(([, color], i) => !near(color as number[], PLACES[i]![3]))).toEqual([])
  expect(await checkPdf(bytes)).toEqual([])
})
