import type { BrowserContext, ConsoleMessage, Page, Request, Response } from 'playwright-chromium'
import type { Problem } from '../../core/errors.ts'
import type { Lecture } from '../../course/course.ts'
import type { RemotePolicy } from '../../shared/remote-policies.ts'
import { errors } from 'playwright-chromium'
import { UserError } from '../../core/errors.ts'
import { printView } from '../../slidev/contract/names.ts'
import { standInForAsked } from './asked-elsewhere.ts'
import { hideDecoration } from './decoration.ts'
import { brokenAssets, isReady, measureSlides, missingParts } from './in-print-view.ts'

/** A deck's print view, with every slide of the lecture laid out below the other. */
export interface OpenDeck {
  page: Page
  /** What became of each slide, in order; several steps of it where the deck was opened with its clicks. */
  steps: DeckStep[]
  /** Clicks of each slide, in order. */
  clicks: number[]
  /** Pixels of a slide. */
  size: { width: number, height: number }
  /** What its slides ask of other hosts. */
  warnings: Problem[]
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

interface OpenDeckOptions {
  /** Address of the deck, ending in `/deck/`. */
  url: string
  withClicks: boolean
  dark: boolean
  /** What becomes of what its slides ask of other hosts. */
  remote?: RemotePolicy
  /** Milliseconds until a deck that is not ready counts as broken. */
  timeout?: number
}

const { slide, layout, loading, waitFor } = printView
const selectors = { slide, layout, loading, waitFor }

/**
 * Opens the print view of a lecture, in a page that is there or a new one, and waits until all of it is there:
 * slides, fonts, pictures.
 * @throws UserError that names the lecture and what was missing
 */
export async function openDeck(
  where: Page | BrowserContext,
  lecture: Lecture,
  { url, withClicks, dark, remote = 'still', timeout = 60_000 }: OpenDeckOptions,
): Promise<OpenDeck> {
  const page = 'newPage' in where ? await where.newPage() : where
  const { faults, asked, unwatch } = watchFaults(page, new URL(url).origin)
  const wanted = { count: lecture.slides.length, withClicks, ...selectors }
  try {
    await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light', reducedMotion: 'reduce' })
    await page.goto(`${url}${printView.path(withClicks)}`, { waitUntil: 'commit' })
    await page.waitForFunction(isReady, wanted, { timeout, polling: 'raf' })
  }
  catch (error) {
    if (!(error instanceof errors.TimeoutError))
      throw error
    faults.push(...await page.evaluate(missingParts, wanted))
  }
  finally {
    unwatch()
  }
  await hideDecoration(page)
  const told = await standInForAsked(page, lecture, { addresses: asked, policy: remote })
  faults.push(...await page.evaluate(brokenAssets, { slide, withFonts: !asked.length }))
  const refused = remote === 'error' ? told : []
  if (faults.length || refused.length) {
    const problems = [...Array.from(new Set(faults), fault => deckProblem(fault, lecture)), ...refused]
    throw UserError.of(problems.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)))
  }
  return { page, warnings: told, ...await page.evaluate(measureSlides, selectors) }
}

/** Errors of the page, requests that fail, and those that would leave this machine, collected as they come. */
function watchFaults(page: Page, origin: string): { faults: string[], asked: string[], unwatch: () => void } {
  const faults: string[] = []
  const asked: string[] = []
  const onError = ({ message }: Error) => faults.push(firstLine(message))
  const onConsole = (message: ConsoleMessage) => {
    if (message.type() === 'error' && /^Slide \d+ (?:failed to load|cannot be shown)/.test(message.text()))
      faults.push(firstLine(message.text()))
  }
  const onResponse = (response: Response) => {
    if (response.status() >= 400)
      faults.push(`${new URL(response.url()).pathname} is not there`)
  }
  const onRequest = (request: Request) => {
    const { protocol, origin: from } = new URL(request.url())
    if (/^https?:$/.test(protocol) && from !== origin)
      asked.push(request.url())
  }
  page.on('pageerror', onError).on('console', onConsole).on('response', onResponse).on('request', onRequest)
  const unwatch = () =>
    page.off('pageerror', onError).off('console', onConsole).off('response', onResponse).off('request', onRequest)
  return { faults, asked, unwatch }
}

function firstLine(text: string): string {
  return text.replace(/\n[\s\S]*/, '')
}

/** What is wrong with a deck in the words of a page, with the slide's place where it names one. */
function deckProblem(fault: string, lecture: Lecture): Problem {
  const slide = lecture.slides[Number(/\bslide (\d+)\b/i.exec(fault)?.[1]) - 1]
  const reason = slide ? fault.replace(/\bslide \d+\b/i, words => `${words} ("${slide.title}")`) : fault
  return {
    message: `The lecture "${lecture.title}" cannot be printed: ${reason}${reason.endsWith('.') ? '' : '.'}`,
    hint: 'Open the deck with npm start, look at that slide and fix it.',
    file: slide?.file ?? lecture.file,
    line: slide?.line,
  }
}
