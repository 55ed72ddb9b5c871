import type { Page } from 'playwright-chromium'
import type { Manifest } from '../../src/site/manifest.ts'
import fs from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { filesBelow } from '../../src/core/files.ts'
import { toolkitRoot } from '../../src/core/toolkit.ts'
import { openPage, watchPage } from './browser.ts'
import { builtSite } from './built-site.ts'

// Said by every headless browser and by Slidev's own client: neither comes from a slide.
const NOT_OURS = /Wake Lock|Failed to patch FloatingVue/

const { folder, origin } = await builtSite('site')
const manifest = JSON.parse(await fs.readFile(path.join(folder, 'course.json'), 'utf8')) as Manifest

describe.each(manifest.lectures)('the deck of $slug', ({ slug, slides }) => {
  it('opens every slide by its id: the title is there, nothing overflows, no error, no other host', async () => {
    const page = await openPage()
    const { errors, foreign } = watchPage(page)
    for (const { id, number, title, clicks } of slides) {
      await page.goto(`${origin}/${slug}/deck/#/${id}?clicks=${clicks}`)
      const slide = page.locator(`.slidev-page[data-slidev-no="${number}"]:visible .slidev-layout`)
      await slide.waitFor()
      const heading = slide.locator('h1, h2').first()
      await heading.waitFor()
      expect.soft((await heading.textContent())!.replace(/\s+/g, ' ').trim()).toBe(title)
      expect.soft(await slide.evaluate(overflowing), `${slug}#${id} runs over`).toEqual([])
    }
    expect(errors.filter(error => !NOT_OURS.test(error))).toEqual([])
    expect(foreign).toEqual([])
  })
})

it('shows the presenter view of every lecture', async () => {
  const page = await openPage(undefined, { viewport: { width: 1280, height: 720 } })
  const { errors } = watchPage(page)
  for (const { slug, slides } of manifest.lectures) {
    await page.goto(`${origin}/${slug}/deck/#/presenter/1`)
    await page.getByRole('heading', { name: slides[0]!.title }).first().waitFor()
  }
  expect(errors.filter(error => !NOT_OURS.test(error))).toEqual([])
})

describe('stack diagrams', () => {
  const visible = (page: Page) => page.locator('.slidev-page:visible .stack-diagram text:visible').allTextContents()

  it('grow by clicks, forwards and backwards, from their lowest row', async () => {
    const page = await openPage(`${origin}/what-is-a-docker-container/deck/#/docker-stack`)
    const steps = [['Hardware'], ['Linux'], ['Docker'], ['Container', 'Container'], ['Container process', 'Container process'], ['uses the', 'Linux kernel', 'also uses the', 'Linux kernel']]
    for (const [click] of steps.entries()) {
      await expect.poll(async () => (await visible(page)).sort()).toEqual(steps.slice(0, click + 1).flat().sort())
      await page.keyboard.press('ArrowRight')
    }
    await page.goto(`${origin}/what-is-a-docker-container/deck/#/docker-stack?clicks=3`)
    await expect.poll(async () => (await visible(page)).length).toBe(5)
    await page.keyboard.press('ArrowLeft')
    await expect.poll(async () => (await visible(page)).length).toBe(3)
  })

  it('are drawn in the build: no deck holds what lays them out, checks them or measures their text', async () => {
    const engine = ['a list of layers, from bottom to top', '#$+0123456789<=>^~', 'A label found no place']
    const read = async (folder: string) => Promise.all((await filesBelow(folder)).map(file => fs.readFile(file, 'utf8')))
    const sources = (await read(path.join(toolkitRoot, 'src/stack'))).join('')
    expect(engine.filter(text => !sources.includes(text))).toEqual([])
    const assets = await read(path.join(folder, 'assets'))
    expect(assets.some(code => code.includes('stack-diagram'))).toBe(true)
    expect(engine.filter(text => assets.some(code => code.includes(text)))).toEqual([])
  })
})

/** Runs in the page: what leaves the slide, or is cut off inside of it. */
function overflowing(slide: Element): string[] {
  const frame = slide.getBoundingClientRect()
  const outside = [...slide.querySelectorAll('*')].filter((element) => {
    const { width, height, left, top, right, bottom } = element.getBoundingClientRect()
    return width > 0 && height > 0 && (left < frame.left - 1 || top < frame.top - 1 || right > frame.right + 1 || bottom > frame.bottom + 1)
  })
  const cut = [slide, ...slide.querySelectorAll('pre')].filter(element => element.scrollHeight > element.clientHeight + 1 || element.scrollWidth > element.clientWidth + 1)
  return [...outside, ...cut].map(element => `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}: ${element.textContent?.trim().slice(0, 40)}`)
}
