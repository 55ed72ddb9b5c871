import type { BrowserContext, Page } from 'playwright-chromium'
import type { Lecture } from '../course/course.ts'
import { UserError } from '../errors.ts'
import { printView } from '../slidev/contract.ts'

/** A deck's print view, with every slide of the lecture laid out below the other. */
export interface OpenDeck {
  page: Page
  /** Number of printed pages of each slide, in order: 1, or its steps. */
  pages: number[]
  /** Clicks of each slide, in order. */
  clicks: number[]
}

export interface OpenDeckOptions {
  /** Address of the deck, ending in `/deck/`. */
  url: string
  withClicks: boolean
  dark: boolean
  /** Milliseconds until a deck that is not ready counts as broken. */
  timeout?: number
}

const selectors = { slide: printView.slide, layout: printView.layout, loading: printView.loading, waitFor: printView.waitFor }
type Selectors = typeof selectors

/**
 * Opens the print view of a lecture in a page of its own and waits until all of it is there: slides, fonts, pictures.
 * @throws UserError that names the lecture and what was missing
 */
export async function openDeck(context: BrowserContext, lecture: Lecture, { url, withClicks, dark, timeout = 60_000 }: OpenDeckOptions): Promise<OpenDeck> {
  const page = await context.newPage()
  const faults = watchFaults(page, new URL(url).origin)
  await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light', reducedMotion: 'reduce' })
  await page.goto(`${url}${printView.path(withClicks)}`, { waitUntil: 'commit' })
  try {
    await page.waitForFunction(isReady, { count: lecture.slides.length, ...selectors }, { timeout, polling: 'raf' })
  }
  catch {
    faults.push(...await page.evaluate(missing, { count: lecture.slides.length, ...selectors }).catch(() => ['the page stopped']))
  }
  faults.push(...await page.evaluate(brokenPictures, selectors))
  if (faults.length)
    throw new UserError(`The lecture "${lecture.title}" cannot be printed: ${nameSlides(faults, lecture).join('; ')}.`, 'Open the deck with npm start, look at that slide and mend it.', { file: lecture.file })
  return { page, ...await page.evaluate(measure, selectors) }
}

/** Errors of the page and requests that fail or leave this machine, collected as they come. */
function watchFaults(page: Page, origin: string): string[] {
  const faults: string[] = []
  page.on('pageerror', error => faults.push(error.message.split('\n')[0]!))
  page.on('console', (message) => {
    if (message.type() === 'error' && /^Slide \d+ failed to load/.test(message.text()))
      faults.push(message.text().split('\n')[0]!)
  })
  page.on('response', response => response.status() >= 400 && faults.push(`${new URL(response.url()).pathname} is not there`))
  page.on('request', (request) => {
    const { protocol, origin: from } = new URL(request.url())
    if (/^https?:$/.test(protocol) && from !== origin)
      faults.push(`it asks another host for ${request.url()}`)
  })
  return faults
}

// What follows runs in the page.

function isReady({ count, slide, layout, loading, waitFor }: Selectors & { count: number }): boolean {
  const slides = [...document.querySelectorAll(slide)]
  const numbers = new Set(slides.filter(element => element.querySelector(layout)).map(element => element.id.split('-')[0]))
  return numbers.size === count
    && slides.every(element => element.querySelector(layout))
    && !document.querySelector(loading)
    && document.fonts.status === 'loaded'
    && [...document.images].every(image => image.complete)
    && [...document.querySelectorAll<HTMLElement>(waitFor)].every(element => element.querySelector(element.dataset.waitfor || '*'))
}

function missing({ count, slide, layout, waitFor }: Selectors & { count: number }): string[] {
  const slides = [...document.querySelectorAll(slide)]
  const shown = new Set(slides.filter(element => element.querySelector(layout)).map(element => Number(element.id.split('-')[0])))
  const absent = Array.from({ length: count }, (_, i) => i + 1).filter(number => !shown.has(number))
  return [
    ...absent.map(number => `slide ${number} did not appear`),
    ...document.fonts.status === 'loaded' ? [] : ['a font did not load'],
    ...[...document.images].filter(image => !image.complete).map(image => `the picture ${image.src} did not load`),
    ...[...document.querySelectorAll<HTMLElement>(waitFor)].filter(element => !element.querySelector(element.dataset.waitfor || '*')).map(element => `what data-waitfor="${element.dataset.waitfor}" asks for did not appear`),
  ]
}

function brokenPictures({ slide }: Selectors): string[] {
  return [...document.images].filter(image => image.complete && image.naturalWidth === 0 && image.src).map((image) => {
    const number = Number(image.closest(slide)?.id.split('-')[0])
    return `slide ${number} lacks the picture ${decodeURI(new URL(image.src).pathname)}`
  })
}

function measure({ slide }: Selectors): { pages: number[], clicks: number[] } {
  const pages: number[] = []
  const clicks: number[] = []
  for (const element of document.querySelectorAll<HTMLElement>(slide)) {
    if (element.offsetParent === null && element.offsetHeight === 0)
      continue
    const i = Number(element.id.split('-')[0]) - 1
    pages[i] = (pages[i] ?? 0) + 1
    clicks[i] = Math.max(clicks[i] ?? 0, Number(element.querySelector<HTMLElement>('[data-docent-clicks]')?.dataset.docentClicks ?? 0))
  }
  return { pages, clicks }
}

function nameSlides(faults: string[], lecture: Lecture): string[] {
  return Array.from(new Set(faults), fault => fault.replace(/\bslide (\d+)\b/i, (text, number) => {
    const title = lecture.slides[Number(number) - 1]?.title
    return title ? `${text} ("${title}")` : text
  }))
}
