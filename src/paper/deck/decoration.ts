import type { Page } from 'playwright-chromium'

/** What Slidev draws around words, and says nothing itself: marks, arrows, and icons without a name. */
const DECORATION = [
  '.rough-annotation',
  'svg:has(> defs > marker):not([role])',
  'svg[width="1.2em"]:not([role], [aria-label])',
  '[class*="i-"]:empty',
].join(',')

/** Takes what is only decoration on the slides of a print view out of what is read aloud. */
export async function hideDecoration(page: Page): Promise<void> {
  await page.evaluate((decoration) => {
    for (const element of document.querySelectorAll(decoration))
      element.setAttribute('aria-hidden', 'true')
  }, DECORATION)
}
