import type { BrowserContext, ConsoleMessage, Page, Request, Response } from 'playwright-chromium'
import type { Problem } from '../../core/errors.ts'
import type { Lecture } from '../../course/course.ts'
import { errors } from 'playwright-chromium'
import { UserError } from '../../core/errors.ts'
import { printView } from '../../slidev/contract/names.ts'

/** A deck's print view, with every slide of the lecture laid out below the other. */
export interface OpenDeck {
  page: Page
  /** What became of each slide, in order; several steps of it where the deck was opened with its clicks. */
  steps: DeckStep[]
  /** Clicks of each slide, in order. */
  clicks: number[]
  /** Pixels of a slide. */
  size: { width: number, height: number }
}

/** A slide after some of its clicks. */
export interface DeckStep {
  /** Of its element. */
  id: string
  /** Number of the slide, from 1. */
  slide: number
  /** Clicks done; in a deck that was opened without clicks, all of them. */
  clicks: number
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
 * Opens the print view of a lecture, in a page that is there or a new one, and waits until all of it is there: slides, fonts, pictures.
 * @throws UserError that names the lecture and what was missing
 */
export async function openDeck(where: Page | BrowserContext, lecture: Lecture, { url, withClicks, dark, timeout = 60_000 }: OpenDeckOptions): Promise<OpenDeck> {
  const page = 'newPage' in where ? await where.newPage() : where
  const { faults, unwatch } = watchFaults(page, new URL(url).origin)
  const wanted = { count: lecture.slides.length, withClicks, ...selectors }
  try {
    await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light', reducedMotion: 'reduce' })
    await page.goto(`${url}${printView.path(withClicks)}`, { waitUntil: 'commit' })
    await page.waitForFunction(isReady, wanted, { timeout, polling: 'raf' })
  }
  catch (error) {
    if (!(error instanceof errors.TimeoutError))
      throw error
    faults.push(...await page.evaluate(missing, wanted))
  }
  finally {
    unwatch()
  }
  faults.push(...await page.evaluate(brokenAssets, selectors))
  if (faults.length)
    throw UserError.of(Array.from(new Set(faults), fault => deckProblem(fault, lecture)).sort((a, b) => (a.line ?? 0) - (b.line ?? 0)))
  return { page, ...await page.evaluate(measure, selectors) }
}

/** Errors of the page and requests that fail or leave this machine, collected as they come. */
function watchFaults(page: Page, origin: string): { faults: string[], unwatch: () => void } {
  const faults: string[] = []
  const onError = (error: Error) => faults.push(error.message.split('\n')[0]!)
  const onConsole = (message: ConsoleMessage) => {
    if (message.type() === 'error' && /^Slide \d+ (?:failed to load|cannot be shown)/.test(message.text()))
      faults.push(message.text().split('\n')[0]!)
  }
  const onResponse = (response: Response) => response.status() >= 400 && faults.push(`${new URL(response.url()).pathname} is not there`)
  const onRequest = (request: Request) => {
    const { protocol, origin: from } = new URL(request.url())
    if (/^https?:$/.test(protocol) && from !== origin)
      faults.push(`it asks another host for ${request.url()}`)
  }
  page.on('pageerror', onError).on('console', onConsole).on('response', onResponse).on('request', onRequest)
  return {
    faults,
    unwatch: () => page.off('pageerror', onError).off('console', onConsole).off('response', onResponse).off('request', onRequest),
  }
}

// What follows runs in the page.

function isReady({ count, withClicks, slide, layout, loading, waitFor }: Selectors & { count: number, withClicks: boolean }): boolean {
  const slides = [...document.querySelectorAll<HTMLElement>(slide)]
  const numbers = new Set(slides.filter(element => element.querySelector(layout)).map(element => element.id.split('-')[0]))
  return numbers.size === count
    && slides.every(element => element.querySelector(layout))
    && !document.querySelector(loading)
    // A slide says how many clicks it has once it is there; only then do its other steps follow.
    && (!withClicks || slides.every(element => document.getElementById(`${element.id.split('-')[0]}-${String(Number(element.querySelector<HTMLElement>('[data-docent-clicks]')?.dataset.docentClicks ?? 0) + 1).padStart(2, '0')}`)))
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

function brokenAssets({ slide }: Selectors): string[] {
  const pictures = [...document.images].filter(image => image.complete && image.naturalWidth === 0 && image.src)
  return [
    ...pictures.map(image => `slide ${Number(image.closest(slide)?.id.split('-')[0])} lacks the picture ${decodeURI(new URL(image.src).pathname)}`),
    ...[...document.fonts].filter(font => font.status === 'error').map(font => `the font ${font.family} did not load`),
  ]
}

function measure({ slide }: Selectors): Pick<OpenDeck, 'steps' | 'clicks' | 'size'> {
  const elements = [...document.querySelectorAll<HTMLElement>(slide)]
  const steps = elements.map(({ id }) => ({ id, slide: Number(id.split('-')[0]), clicks: Number(id.split('-')[1]) - 1 }))
  const clicks: number[] = []
  elements.forEach((element, i) => {
    const number = steps[i]!.slide
    clicks[number - 1] = Math.max(clicks[number - 1] ?? 0, Number(element.querySelector<HTMLElement>('[data-docent-clicks]')?.dataset.docentClicks ?? 0))
  })
  return { steps, clicks, size: { width: elements[0]!.offsetWidth, height: elements[0]!.offsetHeight } }
}

/** What is wrong with a deck in the words of a page, with the slide's place where it names one. */
function deckProblem(fault: string, lecture: Lecture): Problem {
  const slide = lecture.slides[Number(/\bslide (\d+)\b/i.exec(fault)?.[1]) - 1]
  const says = slide ? fault.replace(/\bslide \d+\b/i, words => `${words} ("${slide.title}")`) : fault
  return {
    message: `The lecture "${lecture.title}" cannot be printed: ${says}${says.endsWith('.') ? '' : '.'}`,
    hint: 'Open the deck with npm start, look at that slide and mend it.',
    file: slide?.file ?? lecture.file,
    line: slide?.line,
  }
}
