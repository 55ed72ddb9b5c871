import type { VisiblePage } from './missing-text.ts'

/**
 * Runs in the browser: what a person sees on each element that becomes a page, for `findMissingText`.
 * Words in a described figure belong to it, and what the author hides from screen readers on purpose (`aria-hidden`, `alt=""`) is decoration.
 * @param selector of the elements that become pages, in order; those that are not shown are passed over
 */
// Named functions inside would be wrapped by the loader in a helper that the browser does not have.
export function collectVisible(selector: string): VisiblePage[] {
  const FIGURE = 'img:not([alt=""]), svg, canvas, video, math, [role="img"], [role="math"]'
  const NOT_READ = '[aria-hidden="true"], [role="presentation"], [role="none"], script, style, noscript'
  const SHOWN = { opacityProperty: true, visibilityProperty: true }
  const range = document.createRange()

  return [...document.querySelectorAll(selector)].filter(page => page.checkVisibility(SHOWN)).map((page) => {
    const frame = page.getBoundingClientRect()
    const found: VisiblePage = { words: [], figures: 0 }
    const walkers = [document.createTreeWalker(page, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)]
    for (let walker = walkers[0]; walker; walker = walkers.at(-1)) {
      const node = walker.nextNode()
      if (!node) {
        walkers.pop()
        continue
      }
      const element = node instanceof Element ? node : node.parentElement ?? (node.parentNode as ShadowRoot | null)?.host
      if (!element || !element.checkVisibility(SHOWN) || element.closest(NOT_READ))
        continue
      const isFigure = element === node && element.matches(FIGURE)
      if ((isFigure ? element.parentElement : element)?.closest(FIGURE))
        continue
      if (element === node && element.shadowRoot && !isFigure)
        walkers.push(document.createTreeWalker(element.shadowRoot, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT))
      if (!isFigure && (element === node || !node.nodeValue?.trim()))
        continue
      if (element.closest('details:not([open])') && !element.closest('summary'))
        continue
      range.selectNode(node)
      const rects = isFigure ? [element.getBoundingClientRect()] : [...range.getClientRects()]
      if (!rects.some(rect => rect.width > 0 && rect.height > 0 && rect.right > frame.left && rect.left < frame.right && rect.bottom > frame.top && rect.top < frame.bottom))
        continue
      if (isFigure)
        found.figures++
      else
        found.words.push(...node.nodeValue!.trim().split(/\s+/))
    }
    return found
  })
}
