/** Corners of a slide by the classes that put a still there, the one that is taken first where nothing is in any. */
const CORNERS = [[], ['at-start'], ['at-top'], ['at-start', 'at-top']] as const
const CLASSES = ['at-start', 'at-top'] as const

/**
 * Puts a still of a slide's background into the corner in which it covers the least of the slide's text and pictures,
 * as soon as the slide is shown, and again whenever a part of it is there that was not before.
 * @param still element with the class `remote-place-corner`
 * @returns a function that ends it
 */
export function keepCornerFree(still: HTMLElement): () => void {
  const ending = new AbortController()
  const take = () => still.offsetWidth && takeCorner(still)
  const shown = new ResizeObserver(take)
  const parts = new MutationObserver(take)
  shown.observe(still)
  parts.observe(slideOf(still), { childList: true, subtree: true })
  const { signal } = ending
  // What a picture tells of itself does not rise to what is around it.
  slideOf(still).addEventListener('load', take, { capture: true, signal })
  document.fonts.addEventListener('loadingdone', take, { signal })
  slideOf(still).addEventListener('transitionend', take, { signal })
  return () => {
    shown.disconnect()
    parts.disconnect()
    ending.abort()
  }
}

function takeCorner(still: HTMLElement): void {
  const boxes = contentBoxes(still)
  const covered = CORNERS.map((classes) => {
    placeAt(still, classes)
    return boxes.reduce((sum, box) => sum + overlap(box, still.getBoundingClientRect()), 0)
  })
  placeAt(still, CORNERS[covered.indexOf(Math.min(...covered))]!)
}

function slideOf(still: HTMLElement): Element {
  return still.closest('.slidev-page') ?? still.parentElement!
}

function placeAt(still: HTMLElement, classes: readonly string[]): void {
  for (const name of CLASSES)
    still.classList.toggle(name, classes.includes(name))
}

/** Where the slide's text and pictures are. */
function contentBoxes(still: HTMLElement): DOMRect[] {
  const slide = slideOf(still)
  const boxes = [...slide.querySelectorAll('img, svg, video, canvas')]
    .filter(element => !still.contains(element))
    .map(element => element.getBoundingClientRect())
  const texts = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    if (!text.nodeValue?.trim() || still.contains(text))
      continue
    range.selectNodeContents(text)
    boxes.push(...range.getClientRects())
  }
  return boxes
}

function overlap(a: DOMRect, b: DOMRect): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left)
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
  return Math.max(0, width) * Math.max(0, height)
}
