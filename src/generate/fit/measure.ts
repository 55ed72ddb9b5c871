import type { Browser } from 'playwright-chromium'
import type { Course, Lecture } from '../../course/course.ts'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { launchBrowser } from '../../browser/launch.ts'
import { serveFolder } from '../../browser/serve.ts'
import { mapPool } from '../../core/map-pool.ts'
import { openDeck } from '../../paper/deck/open-deck.ts'
import { buildDecks } from '../../slidev/build-decks.ts'
import { printView } from '../../slidev/contract/names.ts'

/** A slide that does not fit its canvas. */
export interface Overflow {
  lecture: string
  /** Number of the slide, from 1. */
  slide: number
  title: string
  /** Pixels below the content's box, of the 980 x 552 canvas. */
  below: number
  /** Pixels beyond its right edge. */
  beyond: number
  /** What is too large. */
  what: string
}

/** Pixels that rounding of fonts may cost. */
const TOLERANCE = 3

/** Lectures that are measured at once. */
const AT_ONCE = 2

/**
 * Builds the decks of lectures and measures every slide in a browser: nothing may stand outside the box that the
 * slide's margins leave.
 */
export async function measureSlides(course: Course): Promise<Overflow[]> {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'docent-fit-'))
  try {
    await buildDecks(course, { out: folder, base: './', audience: 'presenter' })
    const server = await serveFolder(folder)
    const browser = await launchBrowser()
    try {
      return await measureAll(browser, course.lectures, server.origin)
    }
    finally {
      await browser.close()
      await server.close()
    }
  }
  finally {
    await fs.rm(folder, { recursive: true, force: true })
  }
}

async function measureAll(browser: Browser, lectures: readonly Lecture[], origin: string): Promise<Overflow[]> {
  const context = await browser.newContext({ viewport: { width: 980, height: 552 } })
  const { slide, layout } = printView
  const overflows = await mapPool(lectures, AT_ONCE, async (lecture) => {
    const url = `${origin}/${lecture.slug}/deck/`
    const { page } = await openDeck(context, lecture, { url, withClicks: false, dark: false })
    const found = await page.evaluate(findOverflows, { slide, layout, tolerance: TOLERANCE })
    await page.close()
    return found.map((overflow): Overflow => {
      const title = lecture.slides[overflow.slide - 1]?.title ?? ''
      return { lecture: lecture.slug, title, ...overflow }
    })
  })
  return overflows.flat()
}

/** Runs in the page. */
function findOverflows(
  { slide, layout, tolerance }: { slide: string, layout: string, tolerance: number },
): Omit<Overflow, 'lecture' | 'title'>[] {
  return [...document.querySelectorAll<HTMLElement>(slide)].flatMap((container) => {
    const box = container.querySelector<HTMLElement>(layout)
    if (!box)
      return []
    const number = Number(container.id.split('-')[0])
    const outer = box.getBoundingClientRect()
    const scale = outer.width / 980
    const style = getComputedStyle(box)
    const bottom = outer.top + (552 - Number.parseFloat(style.paddingBottom)) * scale
    const right = outer.right - Math.min(56, Number.parseFloat(style.paddingRight)) * scale
    let below = 0
    let beyond = 0
    let what = ''
    for (const element of box.querySelectorAll<HTMLElement>('*')) {
      const hasText = [...element.childNodes].some(({ nodeType, textContent }) =>
        nodeType === Node.TEXT_NODE && textContent!.trim())
      if (!hasText && !element.matches('img, svg, canvas, pre, td, th, .katex'))
        continue
      const rect = element.getBoundingClientRect()
      if (!rect.width || !rect.height || element.closest('.slide-foot, .katex-mathml, svg *'))
        continue
      const hidden = element.matches('pre') ? (element.scrollWidth - element.clientWidth) * scale : 0
      const down = rect.bottom - bottom
      const over = Math.max(rect.right - right, hidden > 1 ? hidden + tolerance : 0)
      if (Math.max(down, over) > Math.max(below, beyond, tolerance * scale))
        what = `${element.tagName.toLowerCase()}: ${(element.textContent ?? '').trim().slice(0, 40)}`
      below = Math.max(below, down)
      beyond = Math.max(beyond, over)
    }
    // A picture that gives way to all else is too small to read.
    const isSqueezed = [...box.querySelectorAll('img')].some(image =>
      image.getBoundingClientRect().height < 60 * scale && image.naturalHeight > 120)
    if (isSqueezed)
      return [{ slide: number, below: 60, beyond: 0, what: 'img: too small to read' }]
    if (below <= tolerance * scale && beyond <= tolerance * scale)
      return []
    return [{ slide: number, below: Math.round(below / scale), beyond: Math.round(beyond / scale), what }]
  })
}
