import type { Browser, BrowserContextOptions, Page } from 'playwright-chromium'
import { chromium } from 'playwright-chromium'
import { inject } from 'vitest'

let connection: Promise<Browser> | undefined
const pages: Page[] = []

/** A page of the browser that all end-to-end tests share, in a context of its own; it is closed after the test. */
export async function openPage(url?: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await newPage(options)
  pages.push(page)
  if (url)
    await page.goto(url)
  return page
}

/** Such a page that stays for other tests; who opens it closes its context. */
export async function newPage(options: BrowserContextOptions = {}): Promise<Page> {
  connection ??= chromium.connect(inject('browser'))
  const context = await (await connection).newContext({ viewport: { width: 980, height: 552 }, reducedMotion: 'reduce', ...options })
  return context.newPage()
}

/** What goes wrong on a page or leaves this machine, collected from now on. */
export function watchPage(page: Page): { errors: string[], foreign: string[] } {
  const watched = { errors: [] as string[], foreign: [] as string[] }
  page.on('pageerror', error => watched.errors.push(error.message))
  page.on('console', message => message.type() === 'error' && watched.errors.push(message.text()))
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url())
    if (/^(?:https?|wss?):$/.test(protocol) && hostname !== '127.0.0.1')
      watched.foreign.push(request.url())
  })
  return watched
}

/** Closes what `openPage` has opened. */
export async function closePages(): Promise<void> {
  await Promise.all(pages.splice(0).map(page => page.context().close()))
}
