import type { Page } from 'playwright-chromium'
import type { LazyBrowser } from '../../browser/launch.ts'
import type { Course, Lecture } from '../../course/course.ts'
import type { SlidePage } from '../../paper/deck/choose-pages.ts'
import type { FrozenDeck } from '../../paper/frozen/freeze-deck.ts'
import { Buffer } from 'node:buffer'
import { openContext } from '../../browser/open-context.ts'
import { serveFolder } from '../../browser/serve.ts'
import { openDeck } from '../../paper/deck/open-deck.ts'
import { showOnly } from '../../paper/deck/show-pages.ts'
import { freezeDeck } from '../../paper/frozen/freeze-deck.ts'
import { printView, slideSize } from '../../slidev/contract/names.ts'

/** Every step of the slides of a lecture as finished HTML, without what comes later. */
export interface FrozenLecture {
  deck: FrozenDeck
  /** Clicks of each slide, in order. */
  clicks: number[]
  /** Pictures that were taken, as base64, by their path below the lecture's folder. */
  stills: Record<string, string>
}

const COMING = `${printView.coming}, svg .is-hidden`

/**
 * Freezes every step of a lecture from its built deck.
 * @param decks folder with `<slug>/deck/`
 */
export async function freezeLecture(
  browser: LazyBrowser,
  course: Course,
  { lecture, decks }: { lecture: Lecture, decks: string },
): Promise<FrozenLecture> {
  const server = await serveFolder(decks)
  const context = await openContext(await browser.get(), slideSize)
  try {
    const url = `${server.origin}/${lecture.slug}/deck/`
    const open = await openDeck(context, lecture, { url, withClicks: true, dark: false, remote: course.remote })
    const pages = open.steps.map(({ id, slide }): SlidePage =>
      ({ id, slide: lecture.slides[slide - 1]!, label: String(slide) }))
    // What is hidden so is frozen as an empty box of its size.
    await open.page.addStyleTag({ content: `${printView.coming} { visibility: hidden !important }` })
    await showOnly(open, pages)
    const stills: FrozenLecture['stills'] = {}
    const deck = await freezeDeck(open, {
      lecture,
      pages,
      write: async (path, content) => {
        stills[path] = Buffer.from(content).toString('base64')
      },
    })
    const slides = await withoutComing(open.page, deck.slides)
    return { deck: { ...deck, slides }, clicks: open.clicks, stills }
  }
  finally {
    await context.close()
    await server.close()
  }
}

/** Takes away what is drawn later and therefore has no place that it must keep, and the words that tell of it. */
async function withoutComing(page: Page, slides: FrozenDeck['slides']): Promise<FrozenDeck['slides']> {
  const texts = await page.evaluate(({ texts, coming }) => texts.map((text) => {
    if (text === undefined)
      return undefined
    const { body } = new DOMParser().parseFromString(text, 'text/html')
    for (const element of body.querySelectorAll(coming)) {
      const drawing = element.closest('svg')
      if (!drawing) {
        element.replaceChildren()
        continue
      }
      drawing.removeAttribute('aria-label')
      drawing.querySelectorAll('title, desc').forEach(words => words.remove())
      element.remove()
    }
    return body.innerHTML
  }), { texts: slides.flatMap(({ html, dark }) => [html, dark]), coming: COMING })
  return slides.map((slide, i) => ({ ...slide, html: texts[i * 2]!, ...slide.dark && { dark: texts[i * 2 + 1] } }))
}
