import { expect, it } from 'vitest'
import { repairPdf } from '../../packages/pdf-ua/src/repair.ts'
import { drawPages } from '../e2e/pdf-pixels.ts'
import { printFixture } from './print-fixture.ts'

it('writes dashes and boxes shorter, and draws them as they were', async () => {
  const printed = await printFixture('dashes.html')
  const { bytes } = await repairPdf(printed, { title: 'Dashes' })
  expect(bytes.length).toBeLessThan(printed.length * 0.8)
  const [[before], [after]] = await Promise.all([drawPages(printed), drawPages(bytes)])
  const { width, height } = before!
  const places = Array.from({ length: width * height }, (_, i) => [i % width, Math.floor(i / width)] as const)
  const differing = places.filter(([x, y]) => String(after!.pixelAt(x, y)) !== String(before!.pixelAt(x, y)))
  expect(differing).toEqual([])
  const at = (x: number, y: number) => after!.pixelAt(Math.round(x * 0.75), Math.round(y * 0.75))
  expect([at(40, 150), at(100, 190), at(300, 190)]).toEqual([[0, 136, 0], [255, 255, 255], [136, 0, 136]])
})
