import type { BrowserContext, Page } from 'playwright-chromium'
import type { Problem } from '../../core/errors.ts'
import type { Lecture } from '../../course/course.ts'
import type { RemotePolicy } from '../../shared/remote-policies.ts'
import { errors } from 'playwright-chromium'
import { UserError } from '../../core/errors.ts'
import { typed } from '../../core/typed.ts'
import { STEPS_EVENT } from '../../shared/steps-event.ts'
import { printView } from '../../slidev/contract/names.ts'
import { standInForAsked } from './asked-elsewhere.ts'
import { hideDecoration } from './decoration.ts'
import { brokenAssets, measureSlides, missingParts, readiness, unsettledComponents } from './in-print-view.ts'
import { settleFonts } from './settle-fonts.ts'
import { watchFaults } from './watch-faults.ts'

/** A deck's print view, with every slide of the lecture laid out below the other. */
export interface OpenDeck {
  page: Page
  /** What became of each slide, in order; several steps of it where the deck was opened with its clicks. */
  steps: DeckStep[]
  /** Clicks of each slide, in order. */
  clicks: number[]
  /** Pixels of a slide. */
  size: { width: number, height: number }
  /** Addresses on other hosts that its slides ask for. */
  asked: readonly string[]
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
  /** Milliseconds without progress after which a deck that is not ready counts as broken. */
  patience?: number
}

const { slide, mounted, loading, waitFor } = printView
const selectors = { slide, mounted, loading, waitFor }

/** Milliseconds after which a deck that still makes progress is given up. */
const TIMEOUT = 300_000

/**
 * Opens the print view of a lecture, in a page that is there or a new one, and waits until all of it is there:
 * slides, fonts, pictures.
 * @throws UserError that names the lecture and what was missing
 */
export async function openDeck(
  where: Page | BrowserContext,
  lecture: Lecture,
  { url, withClicks, dark, ...options }: OpenDeckOptions,
): Promise<OpenDeck> {
  const page = 'newPage' in where ? await where.newPage() : where
  const numbers = lecture.slides.map(({ number }) => number)
  return becomeDeck(page, lecture, { origin: new URL(url).origin, numbers, withClicks, ...options }, async () => {
    await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light', reducedMotion: 'reduce' })
    await page.goto(`${url}${printView.path(withClicks)}`, { waitUntil: 'commit' })
  })
}

/**
 * Lays out the slides of an open deck anew, those that have clicks alone, with a page for each of their steps. The deck
 * itself is not loaded again.
 * @throws UserError that names the lecture and what was missing
 */
export async function showDeckSteps(
  { page, clicks, asked }: OpenDeck,
  lecture: Lecture,
  options: Pick<OpenDeckOptions, 'remote' | 'patience'>,
): Promise<OpenDeck> {
  const numbers = clicks.flatMap((count, i) => count ? [i + 1] : [])
  const { origin } = new URL(page.url())
  return becomeDeck(page, lecture, { origin, numbers, withClicks: true, asked, ...options }, () =>
    page.evaluate(({ event, numbers }) => {
      window.dispatchEvent(new CustomEvent(event, { detail: numbers }))
      // The pages of before are gone then.
      return new Promise(resolve => setTimeout(resolve))
    }, { event: STEPS_EVENT, numbers }))
}

interface BecomeDeckOptions extends Pick<OpenDeckOptions, 'remote' | 'patience' | 'withClicks'> {
  origin: string
  /** Of the slides that are to be there. */
  numbers: readonly number[]
  /** Addresses on other hosts that the page has asked for before. */
  asked?: readonly string[]
}

/** Waits until a page that has been told to is a deck. */
async function becomeDeck(
  page: Page,
  lecture: Lecture,
  { origin, numbers, withClicks, asked: known = [], remote = 'still', patience = 10_000 }: BecomeDeckOptions,
  begin: () => Promise<unknown>,
): Promise<OpenDeck> {
  const { faults, asked: news, pending, unwatch } = watchFaults(page, origin)
  const wanted = { numbers, withClicks, patience, ...selectors }
  try {
    await begin()
    if (!await becomesReady(page, wanted, pending)) {
      const [components, parts] = await Promise.all([
        page.evaluate(unsettledComponents, selectors),
        page.evaluate(missingParts, wanted),
      ])
      // A slide that waits for a component did not appear for that reason.
      faults.push(...components, ...parts.filter(part => !components.some(other => isOfSameSlide(part, other))))
      faults.push(...Array.from(pending, address => `no answer came from ${address}`))
    }
    else {
      faults.push(...await page.evaluate(unsettledComponents, selectors))
    }
  }
  finally {
    unwatch()
  }
  await hideDecoration(page)
  await settleFonts(page)
  // Code that scrolls to a line takes its slide with it, where anything stands out of that.
  await page.evaluate(slide => document.querySelectorAll(slide).forEach(element => element.scrollTo(0, 0)), slide)
  const asked = [...new Set([...known, ...news])]
  const told = await standInForAsked(page, lecture, { addresses: asked, policy: remote })
  faults.push(...await page.evaluate(brokenAssets, { slide, withFonts: !asked.length }))
  const refused = remote === 'error' ? told : []
  if (faults.length || refused.length) {
    const problems = [...Array.from(new Set(faults), fault => deckProblem(fault, lecture)), ...refused]
    throw UserError.of(problems.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)))
  }
  return { page, asked, warnings: told, ...await page.evaluate(measureSlides, selectors) }
}

type Wanted = Parameters<typeof readiness>[0]

/** Waits until a print view is ready; gives up where nothing comes any more. */
async function becomesReady(page: Page, wanted: Wanted, pending: ReadonlySet<string>): Promise<boolean> {
  const end = Date.now() + TIMEOUT
  try {
    for (let busy = 0; busy < 6; busy++) {
      const timeout = Math.max(1, end - Date.now())
      const state = await page.waitForFunction(readiness, wanted, { timeout, polling: 'raf' })
      if (await state.jsonValue() === 'ready')
        return true
      // Our own server always answers, but not while this process is busy.
      const own = [...pending].some(address => new URL(address).origin === new URL(page.url()).origin)
      if (!own)
        return false
      await page.evaluate(() => Reflect.deleteProperty(window, 'docentWait'))
    }
  }
  catch (error) {
    if (!(error instanceof errors.TimeoutError))
      throw error
  }
  return false
}

function isOfSameSlide(one: string, other: string): boolean {
  const number = /^slide (\d+)\b/.exec(one)?.[1]
  return number !== undefined && number === /^slide (\d+)\b/.exec(other)?.[1]
}

/** What is wrong with a deck in the words of a page, with the slide's place where it names one. */
function deckProblem(fault: string, lecture: Lecture): Problem {
  const slide = lecture.slides[Number(/\bslide (\d+)\b/i.exec(fault)?.[1]) - 1]
  const reason = slide ? fault.replace(/\bslide \d+\b/i, words => `${words} ("${slide.title}")`) : fault
  return {
    message: `The lecture "${lecture.title}" cannot be printed: ${reason}${reason.endsWith('.') ? '' : '.'}`,
    hint: `Open the deck with ${typed('start')}, look at that slide and fix it.`,
    file: slide?.file ?? lecture.file,
    line: slide?.line,
  }
}
