import { Buffer } from 'node:buffer'
import { expect, it } from 'vitest'
import { checkPdf } from '../../packages/pdf-ua/src/check.ts'
import { grayContent, grayPdf } from '../../packages/pdf-ua/src/gray.ts'
import { readPdf } from '../../packages/pdf-ua/src/read.ts'
import { repairPdf } from '../../packages/pdf-ua/src/repair.ts'
import { openTaggedFile } from '../../packages/pdf-ua/src/tagged-file.ts'
import { printFixture } from './print-fixture.ts'

it('replaces colours by grays of the same brightness, and nothing else', () => {
  const gray = (content: string) => Buffer.from(grayContent(Buffer.from(content))).toString()
  expect(gray('q 1 0 0 rg 0 0 9 9 re f 0 0 1 RG (1 0 0 rg) Tj Q')).toBe('q 0.299 0.299 0.299 rg 0 0 9 9 re f 0.114 0.114 0.114 RG (1 0 0 rg) Tj Q')
  expect(gray('0.5 g 0 0 m S')).toBe('0.5 g 0 0 m S')
})

it('leaves no colour in a printed deck, and every word and tag', async () => {
  const printed = await printFixture('deck.html')
  const { bytes } = await repairPdf(await grayPdf(printed), { title: 'Gray' })
  expect((await readPdf(bytes)).pages.map(({ text }) => text.trimEnd())).toEqual((await readPdf(printed)).pages.map(({ text }) => text.trimEnd()))
  expect(await checkPdf(bytes)).toEqual([])
  const { document } = await openTaggedFile(bytes)
  const colored = document.context.enumerateIndirectObjects().filter(([, object]) => {
    const [, ends] = /\/C[01] \[ ([\d. ]+) \]/.exec(String(object)) ?? []
    return ends !== undefined && new Set(ends.split(' ')).size > 1
  })
  expect(colored).toEqual([])
})
