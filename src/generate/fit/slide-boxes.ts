/** Where the content of a slide stands; lengths in pixels of the 980 x 552 canvas. */
export interface SlideBox {
  /** Number of the slide, from 1. */
  slide: number
  layout: string
  /** Highest and lowest ink of the content. */
  top: number
  bottom: number
  /** Beyond the box that the slide's margins leave: below it, and to its right. */
  below: number
  beyond: number
  /** What is too large. */
  what: string
  /** Sizes of the type: of the text that most letters have, and of code; 0 where there is none. */
  text: number
  code: number
}

interface Selectors {
  slide: string
  layout: string
  /** Pixels by which something may pass the margins before it is named. */
  tolerance: number
}

/** The boxes of all slides of a deck's print view. Runs in the page. */
export function slideBoxes({ slide, layout, tolerance }: Selectors): SlideBox[] {
  return [...document.querySelectorAll<HTMLElement>(slide)].flatMap((container) => {
    const box = container.querySelector<HTMLElement>(layout)
    if (!box)
      return []
    const outer = box.getBoundingClientRect()
    const scale = outer.width / 980
    const style = getComputedStyle(box)
    const right = outer.right - Math.min(56, Number.parseFloat(style.paddingRight)) * scale
    const floor = 552 - Number.parseFloat(style.paddingBottom)
    const found: SlideBox = {
      slide: Number(container.id.split('-')[0]),
      layout: box.className.replace(/^.*slidev-layout\s+|slidev-page-\d+\s*/g, '').trim(),
      top: 552,
      bottom: 0,
      below: 0,
      beyond: 0,
      what: '',
      text: 0,
      code: 0,
    }
    const text = new Map<number, number>()
    const code = new Map<number, number>()
    for (const element of box.querySelectorAll<HTMLElement>('*')) {
      const hasText = [...element.childNodes].some(({ nodeType, textContent }) =>
        nodeType === Node.TEXT_NODE && textContent!.trim())
      if (!hasText && !element.matches('img, svg, canvas, pre, td, th, .katex'))
        continue
      const rect = element.getBoundingClientRect()
      if (!rect.width || !rect.height || element.closest('.slide-foot, .cover-motif, .katex-mathml, svg *'))
        continue
      const hidden = element.matches('pre') ? (element.scrollWidth - element.clientWidth) * scale : 0
      const below = (rect.bottom - outer.top) / scale - floor
      const beyond = Math.max(rect.right - right, hidden > 1 ? hidden + tolerance : 0) / scale
      if (Math.max(below, beyond) > Math.max(found.below, found.beyond, tolerance))
        found.what = `${element.tagName.toLowerCase()}: ${(element.textContent ?? '').trim().slice(0, 40)}`
      found.below = Math.max(found.below, below)
      found.beyond = Math.max(found.beyond, beyond)
      found.top = Math.min(found.top, (rect.top - outer.top) / scale)
      found.bottom = Math.max(found.bottom, (rect.bottom - outer.top) / scale)
      const size = Math.round(Number.parseFloat(getComputedStyle(element).fontSize))
      const letters = element.textContent?.length ?? 0
      if (element.closest('pre'))
        code.set(size, (code.get(size) ?? 0) + letters)
      else if (!element.closest('h1, svg'))
        text.set(size, (text.get(size) ?? 0) + letters)
    }
    // A picture that gives way to all else is too small to read.
    const isSqueezed = [...box.querySelectorAll('img')].some(image =>
      image.getBoundingClientRect().height < 60 * scale && image.naturalHeight > 120)
    if (isSqueezed) {
      found.below = Math.max(found.below, 60)
      found.what = 'img: too small to read'
    }
    for (const key of ['top', 'bottom', 'below', 'beyond'] as const)
      found[key] = Math.round(found[key])
    const [textSize = 0, codeSize = 0] = [text, code].map(letters =>
      [...letters].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 0)
    return [{ ...found, text: textSize, code: codeSize }]
  })
}
