import type { Page } from 'playwright-chromium'
import sharp from 'sharp'
import { expect } from 'vitest'

type Scheme = 'light' | 'dark'

/** A slide of a lecture's page beside the live slide. */
export interface Compared {
  slide: string
  scheme: Scheme
  /** Share of pixels that differ by more than what rounding makes. */
  differing: number
}

/** A channel that differs by less is the same color to a person. */
const TOLERANCE = 24

/**
 * Compares each frozen slide of a lecture's page with the print view of its deck, in light and dark, at the size of the
 * slide.
 * @param pages two pages of one browser, one without JavaScript for what is frozen
 * @param lecture address of the lecture's page, ending in a slash
 * @param ids of its slides, in order
 */
export async function compareFrozen(
  { live, frozen }: { live: Page, frozen: Page },
  lecture: string,
  ids: readonly string[],
): Promise<Compared[]> {
  const compared: Compared[] = []
  for (const scheme of ['light', 'dark'] as const) {
    await live.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
    await frozen.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' })
    await openPrintView(live, `${lecture}deck/index.html?print=true#/print`, ids.length)
    await openFrozen(frozen, lecture)
    for (const [i, id] of ids.entries()) {
      if (!await show(frozen, `[id="${id}"]:has(.frozen)`))
        continue
      await show(live, `[id^="${String(i + 1).padStart(3, '0')}-"]`)
      compared.push({ slide: id, scheme, differing: await differingShots(frozen, live) })
    }
  }
  return compared
}

/** Compares what the reader of a lecture's page sees who walks back through the steps of its slides, from the last but one. */
export async function compareSteps(
  { live, frozen }: { live: Page, frozen: Page },
  lecture: string,
): Promise<Compared[]> {
  await openFrozen(frozen, lecture)
  const walkers = await frozen.locator('.slide-steps').evaluateAll(all => all.map((walker) => {
    const { slide, steps } = (walker as HTMLElement).dataset
    return { id: walker.closest('.slide')!.id, number: slide!, last: Number(steps) }
  }))
  const steps = walkers.reduce((sum, { last }) => sum + last, 0)
  await openPrintView(live, `${lecture}deck/index.html?print=clicks#/print?range=${walkers.map(({ number }) => number).join()}`, steps)
  const compared: Compared[] = []
  for (const { id, number, last } of walkers) {
    await show(frozen, `[id="${id}"]`)
    for (let step = last - 1; step > 0; step--) {
      await frozen.locator(`[id="${id}"] button[aria-label="Step back"]`).dispatchEvent('click')
      await expect.poll(() => frozen.locator(`[id="${id}"] output`).textContent()).toBe(`Step ${step} of ${last}`)
      await show(live, `[id="${number.padStart(3, '0')}-${String(step).padStart(2, '0')}"]`)
      compared.push({ slide: `${id}.${step - 1}`, scheme: 'light', differing: await differingShots(frozen, live) })
    }
  }
  return compared
}

async function openPrintView(page: Page, address: string, count: number): Promise<void> {
  await page.goto(address)
  await page.waitForFunction(count => document.querySelectorAll('[data-docent-mounted]').length >= count, count)
  await page.evaluate(() => document.documentElement.classList.add('answers-hidden'))
  await addStyle(page, '.print-slide-container { display: none } .print-slide-container.is-shot { display: block; position: fixed; inset: 0; z-index: 9 }')
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  await page.waitForLoadState('networkidle')
}

async function openFrozen(page: Page, lecture: string): Promise<void> {
  await page.goto(`${lecture}index.html`, { waitUntil: 'networkidle' })
  await addStyle(page, '.is-shot .frozen { position: fixed; inset: 0; z-index: 9; width: 980px; height: 552px; border-radius: 0; box-shadow: none } .is-shot { contain: none }')
}

async function differingShots(one: Page, other: Page): Promise<number> {
  const [a, b] = await Promise.all([one, other].map(page => page.screenshot({ animations: 'disabled' })))
  return differingPixels(a!, b!)
}

/** Share of pixels that differ between two pictures; 1 where their sizes do. */
async function differingPixels(one: Uint8Array, other: Uint8Array): Promise<number> {
  const [a, b] = await Promise.all([one, other].map(async png => sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true })))
  if (a!.info.width !== b!.info.width || a!.info.height !== b!.info.height)
    return 1
  let differing = 0
  for (let i = 0; i < a!.data.length; i += 3) {
    if ([0, 1, 2].some(channel => Math.abs(a!.data[i + channel]! - b!.data[i + channel]!) > TOLERANCE))
      differing++
  }
  return differing / (a!.info.width * a!.info.height)
}

/** Shows one element of a page in place of all others, with its pictures; without promises, which a page without JavaScript does not keep. */
async function show(page: Page, selector: string): Promise<boolean> {
  const isThere = await page.evaluate((selector) => {
    document.querySelectorAll('.is-shot').forEach(element => element.classList.remove('is-shot'))
    const element = [...document.querySelectorAll(selector)].at(-1)
    element?.classList.add('is-shot')
    return element !== undefined
  }, selector)
  await expect.poll(() => page.evaluate(() => {
    const element = document.querySelector('.is-shot')
    const root = element?.querySelector('.frozen')?.shadowRoot ?? element
    return [...root?.querySelectorAll('img') ?? []].every(({ complete }) => complete)
  })).toBe(true)
  return isThere
}

function addStyle(page: Page, css: string): Promise<void> {
  return page.evaluate((css) => {
    document.head.append(Object.assign(document.createElement('style'), { textContent: css }))
  }, css)
}
