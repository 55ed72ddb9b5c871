/** What a person sees on a page. */
export interface VisiblePage {
  words: string[]
  /** How many pictures, diagrams and formulas it shows that are not mere decoration. */
  figures: number
}

interface Edges { left: number, right: number, top: number, bottom: number }

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
  /** Less of a word is no word. */
  const HALF = 0.5
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
      // What an element around it cuts off is not seen, wherever the page ends.
      const seen: Edges = { left: frame.left, right: frame.right, top: frame.top, bottom: frame.bottom }
      for (let at = isFigure ? element.parentElement : element; at && at !== page; at = at.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(at)
        if (overflowX === 'visible' && overflowY === 'visible')
          continue
        const box = at.getBoundingClientRect()
        seen.left = Math.max(seen.left, box.left)
        seen.right = Math.min(seen.right, box.right)
        seen.top = Math.max(seen.top, box.top)
        seen.bottom = Math.min(seen.bottom, box.bottom)
      }
      if (isFigure) {
        if (areas.some(area => shareOf(area, seen) > 0))
          found.figures++
      }
      else if (areas.every(area => shareOf(area, seen) > HALF || area.width === 0)) {
        found.words.push(...areas.some(area => area.width > 0) ? node.nodeValue!.trim().split(/\s+/) : [])
      }
      else {
        for (const { 0: word, index } of node.nodeValue!.matchAll(/\S+/g)) {
          range.setStart(node, index)
          range.setEnd(node, index + word.length)
          if ([...range.getClientRects()].some(area => shareOf(area, seen) > HALF))
            found.words.push(word)
        }
      }
    }
    return found
  })
  /** How much of an area lies in another one, from 0 to 1. */
  function shareOf({ left, right, top, bottom, width, height }: DOMRect, seen: Edges): number {
    const across = Math.min(right, seen.right) - Math.max(left, seen.left)
    const down = Math.min(bottom, seen.bottom) - Math.max(top, seen.top)
    return across > 0 && down > 0 ? across * down / (width * height) : 0
  }
}
