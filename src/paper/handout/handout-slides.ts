import type { Lecture, Slide } from '../../course/course.ts'
import type { SlidePage } from '../deck/choose-pages.ts'
import type { OpenDeck } from '../deck/open-deck.ts'

/** A slide of an open deck on its way to paper. */
export interface HandoutSlide extends SlideFacts {
  slide: Slide
  lecture: Lecture
  /** Id of its element in the deck. */
  element: string
  /** Which of the blank pages behind the slide it is, from 1. */
  board?: number
}

/** What handouts need to know of a slide that only the deck tells. */
interface SlideFacts {
  /** Links that lead out of the course, and whether they stand in the answer to a question. */
  links: { text: string, href: string, inAnswer: boolean }[]
  /** A fifth of its letters are no larger, in pixels of the slide; 0 where there are none. */
  textSize: number
}

/** Reads links and text sizes of slides from an open deck. */
export async function readHandoutSlides(
  { page, size }: OpenDeck,
  slides: readonly (Pick<SlidePage, 'id' | 'slide' | 'board'> & { lecture: Lecture })[],
): Promise<HandoutSlide[]> {
  const origin = new URL(page.url()).origin
  const facts = await page.evaluate(readFacts, { ids: slides.map(({ id }) => id), width: size.width, origin })
  return slides.map(({ id, slide, board, lecture }, i) => ({ slide, lecture, board, element: id, ...facts[i]! }))
}

/** The slides of each lecture, in order. */
export function byLecture(slides: readonly HandoutSlide[]): { lecture: Lecture, slides: HandoutSlide[] }[] {
  const groups = new Map<Lecture, HandoutSlide[]>(slides.map(({ lecture }) => [lecture, []]))
  for (const slide of slides)
    groups.get(slide.lecture)?.push(slide)
  return Array.from(groups, ([lecture, slides]) => ({ lecture, slides }))
}

// What follows runs in the page.
function readFacts({ ids, width, origin }: { ids: string[], width: number, origin: string }): SlideFacts[] {
  return ids.map((id) => {
    const slide = document.getElementById(id)!
    const display = slide.style.display
    slide.style.display = ''
    const facts = { links: linksOf(slide), textSize: textSize(slide) }
    slide.style.display = display
    return facts
  })

  function linksOf(slide: HTMLElement): SlideFacts['links'] {
    // A still has its QR code beside it.
    const all = slide.querySelectorAll<HTMLAnchorElement>('a[href]:not(.remote-still a)')
    const links = [...all].filter(({ href, dataset }) =>
      /^https?:/.test(href) && !href.startsWith(origin) && !(dataset.href ?? href).startsWith('#'))
    return links.map(link => ({
      text: link.textContent.replace(/\s+/g, ' ').trim(),
      href: link.href,
      inAnswer: link.closest('.question-answer .answer') !== null,
    }))
  }

  function textSize(slide: HTMLElement): number {
    const scale = slide.getBoundingClientRect().width / width
    const sizes: [size: number, letters: number][] = []
    const walker = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement
      const letters = node.nodeValue?.replace(/\s/g, '').length
      if (letters && element && isReadable(element))
        sizes.push([Number.parseFloat(getComputedStyle(element).fontSize) * zoomOf(element) / scale, letters])
    }
    let rest = sizes.reduce((sum, [, letters]) => sum + letters, 0) / 5
    return sizes.sort(([a], [b]) => a - b).find(([, letters]) => (rest -= letters) <= 0)?.[0] ?? 0
  }

  /** Indices and exponents are small everywhere, and what is hidden from screen readers is decoration. */
  function isReadable(element: Element): boolean {
    return !element.closest('[aria-hidden="true"], sub, sup, .katex, style, script, .slide-foot')
      && element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
  }

  /** How much larger than its style says an element is drawn. */
  function zoomOf(element: Element): number {
    if (element instanceof SVGGraphicsElement)
      return Math.abs(element.getScreenCTM()?.a ?? 1)
    const box = element.closest<HTMLElement>('div, p, li, td, th, pre, h1, h2, h3, h4, section, figure')
    return box?.offsetWidth ? box.getBoundingClientRect().width / box.offsetWidth : 1
  }
}
