import type { Page } from 'playwright-chromium'

/** Shows a deck light or dark: it hears of its reader's scheme by an event, and draws itself anew after it. */
export async function showScheme(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme })
  await page.evaluate(() => new Promise<void>((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()))
  }))
}
