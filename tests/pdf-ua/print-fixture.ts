import type { Browser, Page } from 'playwright-chromium'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { lazyBrowser } from '../../src/browser/launch.ts'

// One for all files of tests that run in this process, with which it ends.
const browser = lazyBrowser()

const fixtures = path.join(import.meta.dirname, '../fixtures/pdf-ua')

/** Prints a page of `tests/fixtures/pdf-ua`, tagged, as the print pass does. */
export async function printFixture(name: string): Promise<Uint8Array> {
  return printPage(await browser.get(), page => page.goto(pathToFileURL(path.join(fixtures, name)).href))
}

/** Runs a function in a page of `tests/fixtures/pdf-ua`. */
export async function seeFixture<T, A>(name: string, look: (argument: A) => T, argument: A): Promise<T> {
  return see(page => page.goto(pathToFileURL(path.join(fixtures, name)).href), look, argument)
}

/** Runs a function in a page of HTML that a test writes itself. */
export async function seeHtml<T, A>(body: string, look: (argument: A) => T, argument: A): Promise<T> {
  return see(page => page.setContent(`<!doctype html><body>${body}</body>`), look, argument)
}

async function see<T, A>(open: (page: Page) => Promise<unknown>, look: (argument: A) => T, argument: A): Promise<T> {
  const page = await (await browser.get()).newPage()
  try {
    await open(page)
    return await page.evaluate(look as (argument: unknown) => T, argument)
  }
  finally {
    await page.close()
  }
}

/** Prints HTML that a test writes itself. */
export async function printHtml(body: string, { lang = 'en', title = 'A test' } = {}): Promise<Uint8Array> {
  return printPage(await browser.get(), page => page.setContent(`<!doctype html><html lang="${lang}"><title>${title}</title><body>${body}</body></html>`))
}

/** Prints the same HTML twice in one page of the browser, which numbers what it makes. */
export async function printTwice(body: string): Promise<Uint8Array[]> {
  const page = await (await browser.get()).newPage()
  const printed: Uint8Array[] = []
  for (let i = 0; i < 2; i++) {
    await page.setContent(`<!doctype html><html lang="en"><title>A test</title><body>${body}</body></html>`)
    printed.push(new Uint8Array(await page.pdf({ tagged: true, outline: true })))
  }
  await page.close()
  return printed
}

async function printPage(browser: Browser, open: (page: Page) => Promise<unknown>): Promise<Uint8Array> {
  const page = await browser.newPage()
  try {
    await open(page)
    // Fonts are asked for as text is laid out, which may not have happened yet.
    await page.evaluate(async () => {
      for (let before = -1, loaded = 0; loaded !== before;) {
        before = loaded
        void document.body.offsetHeight
        await document.fonts.ready
        loaded = [...document.fonts].filter(({ status }) => status === 'loaded').length
      }
    })
    return new Uint8Array(await page.pdf({ tagged: true, outline: true, preferCSSPageSize: true, printBackground: true }))
  }
  finally {
    await page.close()
  }
}
