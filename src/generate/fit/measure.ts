import type { Browser, Page } from 'playwright-chromium'
import type { Course, Lecture } from '../../course/course.ts'
import type { SlideBox } from './slide-boxes.ts'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { launchBrowser } from '../../browser/launch.ts'
import { serveFolder } from '../../browser/serve.ts'
import { mapPool } from '../../core/map-pool.ts'
import { openDeck } from '../../paper/deck/open-deck.ts'
import { buildDecks } from '../../slidev/build-decks.ts'
import { printView } from '../../slidev/contract/names.ts'
import { slideBoxes } from './slide-boxes.ts'

/** A slide as a browser lays it out. */
export interface MeasuredSlide extends SlideBox {
  lecture: string
  title: string
}

/** A slide that does not fit its canvas. */
export type Overflow = Pick<MeasuredSlide, 'lecture' | 'slide' | 'title' | 'below' | 'beyond' | 'what'>

/** Pixels that rounding of fonts may cost. */
const TOLERANCE = 3

/** Lectures that are measured at once. */
const AT_ONCE = 2

/**
 * Builds the decks of lectures and measures every slide in a browser.
 * @param look called with the print view of each lecture after it was measured
 */
export async function measureSlides(
  course: Course,
  look: (page: Page, lecture: Lecture) => Promise<void> = async () => {},
): Promise<MeasuredSlide[]> {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'docent-fit-'))
  try {
    await buildDecks(course, { out: folder, base: './', audience: 'presenter' })
    const server = await serveFolder(folder)
    const browser = await launchBrowser()
    try {
      return await measureAll(browser, course.lectures, server.origin, look)
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

/** The slides of which something stands outside the box that the slide's margins leave. */
export function overflowsOf(slides: readonly MeasuredSlide[]): Overflow[] {
  return slides.filter(({ below, beyond }) => below > TOLERANCE || beyond > TOLERANCE)
}

async function measureAll(
  browser: Browser,
  lectures: readonly Lecture[],
  origin: string,
  look: (page: Page, lecture: Lecture) => Promise<void>,
): Promise<MeasuredSlide[]> {
  const context = await browser.newContext({ viewport: { width: 980, height: 552 } })
  const { slide, layout } = printView
  const slides = await mapPool(lectures, AT_ONCE, async (lecture) => {
    const url = `${origin}/${lecture.slug}/deck/`
    const { page } = await openDeck(context, lecture, { url, withClicks: false, dark: false })
    const boxes = await page.evaluate(slideBoxes, { slide, layout, tolerance: TOLERANCE })
    await look(page, lecture)
    await page.close()
    return boxes.map((box): MeasuredSlide => {
      return { lecture: lecture.slug, title: lecture.slides[box.slide - 1]?.title ?? '', ...box }
    })
  })
  return slides.flat()
}
