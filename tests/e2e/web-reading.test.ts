import type { Page } from 'playwright-chromium'
import { describe, expect, it } from 'vitest'
import { openPage } from './browser.ts'
import { builtSite } from './built-site.ts'

const { origin } = await builtSite('talks')

declare global {
  interface Window { shifts: number[] }
}

const windows = [
  ['phone', { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }],
  ['desktop', { viewport: { width: 1350, height: 940 } }],
] as const

/** A page whose typefaces and scripts come after it was first painted, as on a slow network, when all has come. */
async function openSlowly(address: string, options: object): Promise<Page> {
  const page = await openPage(undefined, options)
  await page.addInitScript(() => {
    window.shifts = []
    const observer = new PerformanceObserver(list => window.shifts.push(...list.getEntries().map(entry => (entry as any).value)))
    observer.observe({ type: 'layout-shift', buffered: true })
  })
  let painted = () => {}
  const whenPainted = new Promise<void>(resolve => painted = resolve)
  await page.route(/\.(?:woff2|js)$/, async (route) => {
    await whenPainted
    await route.continue()
  })
  const loading = page.goto(`${origin}/${address}`)
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0)
  painted()
  await loading
  await page.evaluate(() => document.fonts.ready)
  await page.locator('.search.is-live').waitFor()
  if (await page.locator('.stage').count())
    await page.locator('.stage .stage-slide .frozen h1').first().waitFor()
  return page
}

/** How much has moved, once what is due has been drawn. */
function shifts(page: Page): Promise<number> {
  return page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame++)
      await new Promise(resolve => requestAnimationFrame(resolve))
    return window.shifts.reduce((sum, shift) => sum + shift, 0)
  })
}

describe.each(windows)('on a %s nothing moves while it loads:', (_, options) => {
  it.each(['index.html', 'containers/index.html', 'what-is-a-kernel/index.html', 'what-is-a-kernel/index.html?t=0:53'])('%s', async (address) => {
    expect(await shifts(await openSlowly(address, options))).toBeLessThan(0.05)
  })

  it('a link to a slide opens there, and it stays', async () => {
    const page = await openSlowly('what-is-a-kernel/index.html#code', options)
    expect(await shifts(page)).toBeLessThan(0.05)
    const { top, bottom, height } = await page.locator('article#code').evaluate((slide) => {
      const { top, bottom } = slide.getBoundingClientRect()
      return { top, bottom, height: innerHeight }
    })
    expect(top).toBeGreaterThanOrEqual(0)
    expect(Math.min(top, height - bottom)).toBeLessThan(320)
  })
})

describe('a reader', () => {
  const begin = 'Begin with the first lecture'

  it('goes on where they were, and has that nowhere else', async () => {
    const page = await openPage(`${origin}/index.html`, { viewport: { width: 1280, height: 800 } })
    const button = page.locator('.course-begin a')
    await page.locator('.search.is-live').waitFor()
    expect((await button.textContent())!.trim()).toBe(begin)
    await page.goto(`${origin}/containers/index.html`)
    await page.goto(`${origin}/index.html`)
    await page.locator('.search.is-live').waitFor()
    expect((await button.textContent())!.trim()).toBe(begin)
    await page.goto(`${origin}/what-is-a-kernel/index.html`)
    await page.locator('article#counting').scrollIntoViewIfNeeded()
    await page.locator('article#counting').evaluate(slide => slide.scrollIntoView())
    await expect.poll(() => page.evaluate(() => Object.keys(localStorage))).toEqual(['docent / place'])
    await page.goto(`${origin}/index.html`)
    await page.getByRole('link', { name: 'Go on: lecture 1, slide 3' }).click()
    await page.waitForURL(`${origin}/what-is-a-kernel/index.html#counting`)
    await page.locator('.neighbors').scrollIntoViewIfNeeded()
    await expect.poll(async () => {
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
      return page.evaluate(() => JSON.parse(localStorage.getItem('docent / place')!).lecture)
    }).toBe('containers')
    await page.goto(`${origin}/index.html`)
    await page.getByRole('link', { name: 'Go on: lecture 2', exact: true }).waitFor()
    expect((await page.context().cookies()).length).toBe(0)
  })

  it('finds what they mistype, lectures first', async () => {
    const page = await openPage(`${origin}/questions/index.html`, { viewport: { width: 1280, height: 800 } })
    await page.getByLabel('Search the course').fill('kernle')
    await page.getByText(/^Nothing is found for “kernle”; for “kernel”: \d+ slides$/).waitFor()
    const links = page.locator('.search-results a')
    expect(await links.first().textContent()).toBe('What is a kernel?')
    await links.first().click()
    await page.waitForURL(`${origin}/what-is-a-kernel/index.html`)
  })

  it('sees the slide first whose title they typed', async () => {
    const page = await openPage(`${origin}/index.html`, { viewport: { width: 1280, height: 800 } })
    await page.getByLabel('Search the course').fill('how much does a call cost')
    await expect.poll(() => page.locator('.search-results li').first().locator('a').textContent()).toBe('How much does a call cost?')
  })
})
