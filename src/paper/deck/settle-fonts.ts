import type { Page } from 'playwright-chromium'

/**
 * Draws text again once all its typefaces are there, with those of the toolkit where a deck's own lack its letters.
 * Where a word needs several files of a typeface (Chinese, Japanese, Korean, emoji), Chromium keeps boxes for letters
 * that it drew while one of them was still on its way.
 */
export function settleFonts(page: Page): Promise<void> {
  return page.evaluate(redraw)
}

/** What runs in the page: it reaches nothing outside of it. */
async function redraw(): Promise<void> {
  // Beyond what the alphabets of Europe need.
  const letters = /[\u0590-\u1CFF\u2190-\u2BFF\u2E80-\uA4FF\uA840-\uFAFF\uFE30-\uFFEF\u{10000}-\u{10FFFF}]/u
  const scripts = getComputedStyle(document.documentElement).getPropertyValue('--docent-scripts')
  const families = new Map<Element, string>()
  const texts = new Map<string, string>()
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const { data, parentElement } = walker.currentNode as Text
    if (!parentElement || !letters.test(data))
      continue
    const { fontStyle, fontWeight, fontFamily } = getComputedStyle(parentElement)
    const family = [fontFamily, scripts].filter(Boolean).join()
    const font = `${fontStyle} ${fontWeight} 16px ${family}`
    families.set(parentElement, family)
    texts.set(font, (texts.get(font) ?? '') + data)
  }
  await Promise.all(Array.from(texts, ([font, text]) => document.fonts.load(font, text).catch(() => undefined)))
  const state = window as unknown as { docentRedrawn?: number }
  state.docentRedrawn = (state.docentRedrawn ?? 0) + 1
  const settings = new Map<string, string>()
  // A feature that no typeface has is another style, for which nothing has been drawn yet.
  const tag = `"dc${String(state.docentRedrawn).padStart(2, '0')}" 0`
  for (const [element, family] of families) {
    const { fontFeatureSettings } = getComputedStyle(element)
    const features = fontFeatureSettings === 'normal' ? tag : `${fontFeatureSettings}, ${tag}`
    const style = `font-family:${family}!important;font-feature-settings:${features}!important`
    const name = settings.get(style) ?? `${state.docentRedrawn}-${settings.size}`
    settings.set(style, name);
    (element as HTMLElement).dataset.docentRedrawn = name
  }
  // One more style sheet, and the styles of all slides are found anew.
  if (settings.size) {
    document.head.append(Object.assign(document.createElement('style'), {
      textContent: Array.from(settings, ([style, name]) => `[data-docent-redrawn="${name}"]{${style}}`).join(''),
    }))
  }
  await document.fonts.ready
}
