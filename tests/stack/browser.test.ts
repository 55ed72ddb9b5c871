import type { Browser, Page } from 'playwright-chromium'
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { launchBrowser } from '../../src/browser/launch.ts'
import { renderStack } from './render.ts'

const FIXTURES = new URL('../fixtures/stack/', import.meta.url)
const FONT = createRequire(import.meta.url).resolve('@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2')
// What the component's style says of text; fonts are what the layout was measured with.
const STYLE = `
  @font-face { font-family: S; src: url(data:font/woff2;base64,${readFileSync(FONT).toString('base64')}); font-weight: 200 900 }
  svg { width: 868px; font-family: S; font-weight: 600; text-anchor: middle }
  .stack-label { font-size: 20px } .stack-title { font-size: 22px } .stack-arrow-label { font-size: 18px }`

let browser: Browser
let page: Page
beforeAll(async () => {
  browser = await launchBrowser()
  page = await browser.newPage()
}, 60_000)
afterAll(() => browser?.close())

/** Texts that a browser draws beyond their box, beyond the picture, or on another text. */
async function strayTexts(): Promise<string[]> {
  return await page.evaluate(async () => {
    await document.fonts.ready
    const svg = document.querySelector('svg')!
    const { width, height } = svg.viewBox.baseVal
    // The height of a text's own box is that of its line; its letters reach about this far above and below their baseline.
    const ink = (text: SVGTextElement) => {
      const { x, width } = text.getBBox()
      const size = Number.parseFloat(getComputedStyle(text).fontSize)
      return new DOMRect(x, text.y.baseVal[0]!.value - size * 0.75, width, size * 0.97)
    }
    const inside = (a: DOMRect, b: DOMRect) => a.left >= b.left && a.right <= b.right && a.top >= b.top && a.bottom <= b.bottom
    const overlap = (a: DOMRect, b: DOMRect) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom
    const texts = [...svg.querySelectorAll('text')]
    const stray = texts.filter((text) => {
      const box = text.closest('.stack-box')?.querySelector<SVGRectElement>('.stack-front')?.getBBox()
      return !inside(ink(text), box ? DOMRect.fromRect(box) : new DOMRect(0, 0, width, height))
    })
    const onAnother = texts.filter(text => texts.some(other => other !== text && overlap(ink(text), ink(other))))
    return [...stray, ...onAnother].map(text => text.textContent)
  })
}

describe.each(readdirSync(FIXTURES).filter(name => name.endsWith('.yaml')))('%s in a browser', (name) => {
  it.each(['flat', '3d'])('keeps every text in its place when %s', async (look) => {
    const input = parse(readFileSync(new URL(name, FIXTURES), 'utf8'))
    await page.setContent(`<style>${STYLE}</style>${await renderStack({ ...input, look })}`)
    expect(await strayTexts()).toEqual([])
  })
})
