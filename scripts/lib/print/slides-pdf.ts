import type { Browser } from 'playwright-chromium'
import type { Lecture } from '../course/course.ts'
import os from 'node:os'
import { UserError } from '../errors.ts'
import { checkPages } from './check-pages.ts'
import { openDeck } from './open-deck.ts'

export interface PrintOptions {
  /** Address of the built site, without a trailing slash. */
  origin: string
  withClicks?: boolean
  dark?: boolean
  /** Slide numbers to print; all without it. */
  range?: (lecture: Lecture) => number[]
  onDone?: (lecture: Lecture) => void
}

export interface PrintedLecture {
  lecture: Lecture
  pdf: Uint8Array
  /** Pages of the file. */
  pages: number
  /** Clicks of each slide, in order. */
  clicks: number[]
}

/**
 * Prints the slides of lectures from the decks of one build, through one browser with several pages at work.
 * @throws UserError for the first lecture that cannot be printed
 */
export async function printSlides(browser: Browser, lectures: Lecture[], options: PrintOptions): Promise<PrintedLecture[]> {
  const context = await browser.newContext({ viewport: { width: 980, height: 552 }, colorScheme: options.dark ? 'dark' : 'light' })
  try {
    return await mapPool(lectures, Math.min(4, os.availableParallelism()), async (lecture) => {
      const printed = await printLecture(context, lecture, options)
      options.onDone?.(lecture)
      return printed
    })
  }
  finally {
    await context.close()
  }
}

async function printLecture(context: Awaited<ReturnType<Browser['newContext']>>, lecture: Lecture, { origin, withClicks = false, dark = false, range }: PrintOptions): Promise<PrintedLecture> {
  const { page, pages, clicks } = await openDeck(context, lecture, { url: `${origin}/${lecture.slug}/deck/`, withClicks, dark })
  try {
    const wanted = range?.(lecture) ?? lecture.slides.map(({ number }) => number)
    const expected = wanted.reduce((sum, number) => sum + (pages[number - 1] ?? 0), 0)
    await page.evaluate(keepOnly, wanted)
    const pdf = await page.pdf({ tagged: true, outline: true, preferCSSPageSize: true, printBackground: true })
    await checkPages(pdf, { lecture, expected })
    return { lecture, pdf, pages: expected, clicks }
  }
  finally {
    await page.close()
  }
}

/** Runs in the page: hides the slides that are not wanted, and what would add a blank last page. */
function keepOnly(wanted: number[]): void {
  for (const slide of document.querySelectorAll<HTMLElement>('.print-slide-container'))
    slide.style.display = wanted.includes(Number(slide.id.split('-')[0])) ? '' : 'none'
  const last = [...document.querySelectorAll<HTMLElement>('.print-slide-container')].filter(slide => slide.style.display !== 'none').at(-1)
  if (last)
    last.style.breakAfter = 'avoid'
  for (const element of document.querySelectorAll<HTMLElement>('#twoslash-container, #mermaid-rendering-container'))
    element.remove()
}

/** Like `Promise.all` over a map, with at most `size` at work; stops at the first error. */
export async function mapPool<T, R>(items: readonly T[], size: number, work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  let next = 0
  await Promise.all(Array.from({ length: Math.min(size, items.length) }, async () => {
    while (next < items.length) {
      const i = next++
      results[i] = await work(items[i]!)
    }
  }))
  return results
}

/**
 * Slide numbers of a range such as `2-5,8`.
 * @throws UserError when it is no range or names a slide that a lecture does not have
 */
export function parseRange(range: string, total: number, what: string): number[] {
  const numbers = range.split(',').flatMap((part) => {
    const [, from, to] = /^\s*(\d+)(?:\s*-\s*(\d+))?\s*$/.exec(part) ?? []
    const first = Number(from)
    const last = Number(to ?? from)
    if (!from || first < 1 || last < first || last > total)
      throw new UserError(`"${range}" is no range of ${what}, which has the slides 1 to ${total}.`, 'Write numbers and spans with commas between them, e.g. 2-5,8.')
    return Array.from({ length: last - first + 1 }, (_, i) => first + i)
  })
  return [...new Set(numbers)].sort((a, b) => a - b)
}
