/** What a person sees on a page. */
export interface VisiblePage {
  words: string[]
  /** How many pictures, diagrams and formulas it shows that are not mere decoration. */
  figures: number
}

/**
 * Runs in the browser: what a person sees on each element that becomes a page, for `findMissingText`.
 * Words in a described figure belong to it, and what the author hides from screen readers on purpose
 * (`aria-hidden`, `alt=""`) is decoration. It needs nothing from around it, so it can be sent to a page:
 * `page.evaluate(collectVisible, '.slide')`.
 * @param selector of the elements that become pages, in order; those that are not shown are passed over
 */
// Named functions inside would be wrapped by the loader in a helper that the browser does not have.
export function collectVisible(selector: string): VisiblePage[] {
  const FIGURE = 'img:not([alt=""]), svg, canvas, video, math, [role="img"], [role="math"]'
  const NOT_READ = '[aria-hidden="true"], [role="presentation"], [role="none"], script, style, noscript'
  const SHOWN = { opacityProperty: true, visibilityProperty: true }
  const NODES = NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT
  const range = document.createRange()

  return [...document.querySelectorAll(selector)].filter(page => page.checkVisibility(SHOWN)).map((page) => {
    const frame = page.getBoundingClientRect()
    const found: VisiblePage = { words: [], figures: 0 }
    const walkers = [document.createTreeWalker(page, NODES)]
    for (let walker = walkers[0]; walker; walker = walkers.at(-1)) {
      const node = walker.nextNode()
      if (!node) {
        walkers.pop()
        continue
      }
      const isElement = node instanceof Element
      const element = isElement ? node : node.parentElement ?? (node.parentNode as ShadowRoot | null)?.host
      if (!element || !element.checkVisibility(SHOWN) || element.closest(NOT_READ))
        continue
      const isFigure = isElement && element.matches(FIGURE)
      const around = isFigure ? element.parentElement : element
      if (around?.closest(FIGURE))
        continue
      if (isElement && element.shadowRoot && !isFigure)
        walkers.push(document.createTreeWalker(element.shadowRoot, NODES))
      if (!isFigure && (isElement || !node.nodeValue?.trim()))
        continue
      if (element.closest('details:not([open])') && !element.closest('summary'))
        continue
      range.selectNode(node)
      const areas = isFigure ? [element.getBoundingClientRect()] : [...range.getClientRects()]
      const isInside = areas.some(({ width, height, left, right, top, bottom }) => width > 0 && height > 0
        && right > frame.left && left < frame.right && bottom > frame.top && top < frame.bottom)
      if (!isInside)
        continue
      if (isFigure)
        found.figures++
      else
        found.words.push(...node.nodeValue!.trim().split(/\s+/))
    }
    return found
  })
}
