import type { SlidePage } from '../deck/choose-pages.ts'
import type { OpenDeck } from '../deck/open-deck.ts'

/** What handouts need to know of the slides of an open deck, in their order. */
export interface DeckFacts {
  /** Links that lead out of the course. */
  links: { text: string, href: string }[]
  /** Size of the smallest text, in pixels of the slide; 0 where there is none. */
  smallest: number
}

/** Reads links and text sizes from an open deck. */
export async function deckFacts({ page, size }: OpenDeck, pages: readonly SlidePage[]): Promise<DeckFacts[]> {
  return page.evaluate(readFacts, { ids: pages.map(({ id }) => id), width: size.width, origin: new URL(page.url()).origin })
}

// What follows runs in the page.
function readFacts({ ids, width, origin }: { ids: string[], width: number, origin: string }): DeckFacts[] {
  return ids.map((id) => {
    const slide = document.getElementById(id)!
    const display = slide.style.display
    slide.style.display = ''
    const scale = slide.getBoundingClientRect().width / width
    let smallest = Number.POSITIVE_INFINITY
    const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement!
      // Indices and exponents are small everywhere, and what is hidden from screen readers is decoration.
      if (!node.nodeValue?.trim() || element.closest('[aria-hidden="true"], sub, sup, .katex, style, script') || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
        continue
      const box = element.closest<HTMLElement>('div, p, li, td, th, pre, h1, h2, h3, h4, section, figure')
      const drawn = element instanceof SVGGraphicsElement
        ? Math.abs(element.getScreenCTM()?.a ?? 1)
        : box?.offsetWidth ? box.getBoundingClientRect().width / box.offsetWidth : 1
      smallest = Math.min(smallest, Number.parseFloat(getComputedStyle(element).fontSize) * drawn / scale)
    }
    const links = [...slide.querySelectorAll<HTMLAnchorElement>('a[href]')]
      .filter(link => /^https?:/.test(link.href) && !link.href.startsWith(origin) && !(link.dataset.href ?? link.href).startsWith('#'))
      .map(link => ({ text: link.textContent!.replace(/\s+/g, ' ').trim(), href: link.href }))
    slide.style.display = display
    return { links: links.filter((link, i) => links.findIndex(other => other.href === link.href) === i), smallest: Number.isFinite(smallest) ? smallest : 0 }
  })
}
