import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { expect, it, onTestFinished } from 'vitest'
import { writeSheets } from '../../bench/contact-sheet/sheet.ts'

it('puts pictures onto as many sheets as they need, about as many on each', async () => {
  const out = await fs.mkdtemp(path.join(os.tmpdir(), 'docent-sheets-'))
  onTestFinished(() => fs.rm(out, { recursive: true }))
  const picture = await sharp({ create: { width: 98, height: 55, channels: 3, background: '#0b5cad' } }).png().toBuffer()
  const tiles = Array.from({ length: 5 }, (_, i) => ({ picture, label: `slide ${i} <&>` }))
  const files = await writeSheets(out, 'light', tiles, { columns: 2, width: 49, height: 28, most: 3 })
  expect(files.map(file => path.basename(file))).toEqual(['light-1.png', 'light-2.png'])
  const [first, second] = await Promise.all(files.map(file => sharp(file).metadata()))
  expect(first!.height).toBeGreaterThan(second!.height)
  expect(first!.width).toBe(second!.width)
  const { data } = await sharp(files[0]!).extract({ left: 20, top: 20, width: 1, height: 1 }).raw().toBuffer({ resolveWithObject: true })
  expect([...data.subarray(0, 3)]).toEqual([0x0B, 0x5C, 0xAD])
})
