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

/**
 * Builds the decks of lectures and measures every slide in a browser: nothing may stand outside the box that the slide's margins leave.
 * @param slugs lectures to measure; all without it
 */
export async function measureSlides(course: Course, slugs?: readonly string[]): Promise<Overflow[]> {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'docent-fit-'))
  const lectures = course.lectures.filter(({ slug }) => !slugs || slugs.includes(slug))
  try {
    await buildDecks({ ...course, lectures }, { out: folder, base: './', audience: 'presenter' })
    const server = await serveFolder(folder)
    const browser = await launchBrowser()
    try {
      return await measureAll(browser, lectures, server.origin)
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
  const overflows = await mapPool(lectures, 2, async (lecture) => {
    const { page } = await openDeck(context, lecture, { url: `${origin}/${lecture.slug}/deck/`, withClicks: false, dark: false })
    const found = await page.evaluate(overflowing, { slide: printView.slide, layout: printView.layout, tolerance: TOLERANCE })
    await page.close()
    return found.map(({ slide, ...rest }) => ({ lecture: lecture.slug, slide, title: lecture.slides[slide - 1]?.title ?? '', ...rest }))
  })
  return overflows.flat()
}

/** Runs in the page. */
function overflowing({ slide, layout, tolerance }: { slide: string, layout: string, tolerance: number }): Pick<Overflow, 'slide' | 'below' | 'beyond' | 'what'>[] {
  return [...document.querySelectorAll<HTMLElement>(slide)].flatMap((container) => {
    const box = container.querySelector<HTMLElement>(layout)
    if (!box)
      return []
    const outer = box.getBoundingClientRect()
    const scale = outer.width / 980
    const style = getComputedStyle(box)
    const bottom = outer.top + (552 - Number.parseFloat(style.paddingBottom)) * scale
    const right = outer.right - Math.min(56, Number.parseFloat(style.paddingRight)) * scale
    let below = 0
    let beyond = 0
    let what = ''
    for (const element of box.querySelectorAll<HTMLElement>('*')) {
      const shows = element.matches('img, svg, canvas, pre, td, th, .katex') || [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.textContent!.trim())
      if (!shows || element.closest('.slide-foot, .katex-mathml, svg *'))
        continue
      const rect = element.getBoundingClientRect()
      if (!rect.width || !rect.height)
        continue
      const hidden = element.matches('pre') ? (element.scrollWidth - element.clientWidth) * scale : 0
      const [down, over] = [rect.bottom - bottom, Math.max(rect.right - right, hidden > 1 ? hidden + tolerance : 0)]
      if (Math.max(down, over) > Math.max(below, beyond, tolerance * scale))
        what = `${element.tagName.toLowerCase()}: ${(element.textContent ?? '').trim().slice(0, 40)}`
      below = Math.max(below, down)
      beyond = Math.max(beyond, over)
    }
    const squeezed = [...box.querySelectorAll('img')].find(image => image.getBoundingClientRect().height < 60 * scale && image.naturalHeight > 120)
    if (squeezed)
      return [{ slide: Number(container.id.split('-')[0]), below: 60, beyond: 0, what: 'img: too small to read' }]
    return below > tolerance * scale || beyond > tolerance * scale ? [{ slide: Number(container.id.split('-')[0]), below: Math.round(below / scale), beyond: Math.round(beyond / scale), what }] : []
  })
}
