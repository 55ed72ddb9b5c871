import type { Browser, BrowserContext } from 'playwright-chromium'

/**
 * A new context of a browser, in whose pages `page.evaluate` can run functions that hold other functions:
 * TypeScript runners name these with a helper that a page does not have.
 * @param viewport pixels of its pages
 */
export async function openContext(
  browser: Browser,
  viewport: { width: number, height: number },
): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport })
  await context.addInitScript('globalThis.__name = value => value')
  return context
}
