import type { Browser, BrowserContext, Page } from 'playwright-chromium'
import { openContext } from '../../browser/open-context.ts'
import { slideSize } from '../../slidev/contract/names.ts'

interface PagePool {
  /** Runs work in a page that nobody else uses; after an error the page is thrown away. */
  use: <T>(browser: Browser, work: (page: Page) => Promise<T>) => Promise<T>
  close: () => Promise<void>
}

/** Decks after which a page ends with its process: what one leaves behind in memory is not all given back. */
const DECKS = 16

/** Pages that are used again: the next deck finds the scripts compiled that it shares with the one before. */
export function createPagePool(): PagePool {
  const contexts = new Map<Browser, Promise<BrowserContext>>()
  const idle = new Map<Browser, Page[]>()
  const uses = new WeakMap<Page, number>()
  const contextOf = (browser: Browser) => {
    const context = contexts.get(browser) ?? openContext(browser, slideSize)
    contexts.set(browser, context)
    return context
  }
  return {
    async use(browser, work) {
      const page = idle.get(browser)?.pop() ?? await (await contextOf(browser)).newPage()
      try {
        const result = await work(page)
        const times = (uses.get(page) ?? 0) + 1
        uses.set(page, times)
        if (times < DECKS)
          idle.set(browser, [...idle.get(browser) ?? [], page])
        else
          await page.close()
        return result
      }
      catch (error) {
        await page.close().catch(() => undefined)
        throw error
      }
    },
    async close() {
      await Promise.all(Array.from(contexts.values(), async context => (await context).close().catch(() => undefined)))
    },
  }
}
