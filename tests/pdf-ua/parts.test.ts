import type { PdfTag } from '../../packages/pdf-ua/src/structure.ts'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { accessiblePages } from '../../packages/pdf-ua/src/accessible-text.ts'
import { checkPdf } from '../../packages/pdf-ua/src/check.ts'
import { readText } from '../../packages/pdf-ua/src/dictionaries.ts'
import { markParts, unmarkParts } from '../../packages/pdf-ua/src/mark-parts.ts'
import { readPdf } from '../../packages/pdf-ua/src/read.ts'
import { repairPdf } from '../../packages/pdf-ua/src/repair.ts'
import { eachTag } from '../../packages/pdf-ua/src/structure.ts'
import { openTaggedFile } from '../../packages/pdf-ua/src/tagged-file.ts'
import { lazyBrowser } from '../../src/browser/launch.ts'
import { skipVeraPdf, validate } from './verapdf.ts'

const BODY = `
  <section data-section="Slide 1: Roots">
    <h1>Roots</h1>
    <p style="width: 6em">A kernel is an emulation of programs at https://example.org/a-long-way.</p>
    <p><span class="katex" role="img" aria-label="the square root of 2"><i>√</i><i>2</i></span> and <img alt="a hill" src="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='9' height='9'%3E%3Crect width='9' height='9'/%3E%3C/svg%3E"></p>
  </section>
  <section data-section="Notes of slide 1"><h1>More</h1><h2>Below</h2>
    <pre><code><span class="line"><b>if</b> one:</span>\n\n<span class="line">  two</span></code></pre>
    <table><tr><th></th><th scope="col">b</th></tr><tr><td>1</td><td></td></tr><tr><td></td><td>2</td></tr></table>
  </section>
  <section data-section="What is hidden" hidden><p>nothing</p></section>`

const browser = lazyBrowser()
let bytes: Uint8Array
let before: string
let after: string
beforeAll(async () => {
  const page = await (await browser.get()).newPage()
  // A font in the file, so that veraPDF has nothing to say of those of this machine.
  const font = readFileSync(path.join(path.dirname(createRequire(import.meta.url).resolve('katex/package.json')), 'dist/fonts/KaTeX_Main-Regular.woff2'))
  await page.setContent(`<!doctype html><html lang="en"><title>Parts</title><style>@font-face { font-family: own; src: url(data:font/woff2;base64,${font.toString('base64')}) } body { font: 16px own; overflow-wrap: anywhere }</style><body>${BODY}`)
  before = await page.content()
  await page.evaluate(() => document.fonts.ready)
  const parts = await page.evaluate(markParts)
  const printed = new Uint8Array(await page.pdf({ tagged: true, outline: true }))
  await page.evaluate(unmarkParts)
  after = await page.content()
  const words = BODY.replace(/<[^>]*>/g, ' ').split(/\s+/)
  bytes = (await repairPdf(printed, { title: 'Parts', parts, words, pageLabels: 'numbers' })).bytes
})
afterAll(() => browser.close())

async function tags(wanted: RegExp): Promise<PdfTag[]> {
  return [...eachTag((await openTaggedFile(bytes)).tags!)].filter(({ type }) => wanted.test(type))
}

describe('what is marked before a page is printed', () => {
  it('leaves the page as it was', () => expect(after).toBe(before))

  it('becomes sections with names, one heading of the first level, and formulas that are no figures', async () => {
    expect((await tags(/^Sect$/)).map(({ dict }) => readText(dict, 'T'))).toEqual(['Slide 1: Roots', 'Notes of slide 1'])
    expect((await tags(/^H\d$/)).map(({ type }) => type)).toEqual(['H1', 'H2', 'H3'])
    expect((await tags(/^(?:Figure|Formula)$/)).map(({ type, dict }) => `${type}: ${readText(dict, 'Alt')}`)).toEqual(['Formula: the square root of 2', 'Figure: a hill'])
    expect(accessiblePages(await openTaggedFile(bytes))[0]!.figures).toEqual(['the square root of 2', 'a hill'])
  })

  it('keeps lines of code, and empty cells where they stand', async () => {
    const file = await openTaggedFile(bytes)
    expect((await tags(/^Code$/)).map(tag => [tag.parent!.type, file.drawnText(tag).trim()])).toEqual([['P', 'if one:'], ['P', 'two']])
    const cells = (await tags(/^T[HD]$/)).map(tag => `${tag.type} ${file.drawnText(tag).trim()}`.trim())
    expect(cells).toEqual(['TH', 'TH b', 'TD 1', 'TD', 'TD', 'TD 2'])
  })

  it('has a space where a line ends between words, and none where it breaks one', async () => {
    const drawn = (await openTaggedFile(bytes)).contents[0]!.runs.map(({ text }) => text).join('')
    expect(drawn).toContain('A kernel is an emulation of programs at https://example.org/a-long-way.')
  })

  it('names pages, and breaks no rule', async () => {
    expect((await readPdf(bytes)).pages.map(({ label }) => label)).toEqual(['1'])
    expect(await checkPdf(bytes)).toEqual([])
  })

  it.skipIf(skipVeraPdf)('is what veraPDF wants', { timeout: 60_000 }, async () => {
    expect((await validate({ bytes })).bytes!.failures).toEqual([])
  })
})
