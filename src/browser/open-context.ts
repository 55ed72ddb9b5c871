import type { Browser, BrowserContext } from 'playwright-chromium'

/** Marks that are drawn by hand, and ids that components make up, are the same each time that a course is built. */
const SAME_CHANCE = `{
  let state = 0
  Math.random = () => {
    state = state + 0x6D2B79F5 | 0
    let mixed = Math.imul(state ^ state >>> 15, 1 | state)
    mixed = mixed + Math.imul(mixed ^ mixed >>> 7, 61 | mixed) ^ mixed
    return ((mixed ^ mixed >>> 14) >>> 0) / 2 ** 32
  }
}`

/**
 * A new context of a browser, in whose pages `page.evaluate` can run functions that hold other functions:
 * TypeScript runners name these with a helper that a page does not have. What is left to chance comes out
 * the same in every new page.
 * @param viewport pixels of its pages
 */
export async function openContext(
  browser: Browser,
  viewport: { width: number, height: number },
): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport })
  await context.addInitScript('globalThis.__name = value => value')
  await context.addInitScript(SAME_CHANCE)
  return context
}
