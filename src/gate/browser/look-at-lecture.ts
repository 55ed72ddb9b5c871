import type { ConsoleMessage, Page } from 'playwright-chromium'
import type { Finding } from '../../check/finding.ts'
import type { Course, Lecture, Slide } from '../../course/course.ts'
import type { OpenDeck } from '../../paper/deck/open-deck.ts'
import type { ShownStep } from './in-page.ts'
import type { StepFault } from './judge-steps.ts'
import type { Seen, Step } from './tell-findings.ts'
import { findingOf } from '../../check/finding.ts'
import { isOnSlide } from '../../check/slide-of-problem.ts'
import { UserError } from '../../core/errors.ts'
import { lastSteps } from '../../paper/deck/choose-pages.ts'
import { openDeck } from '../../paper/deck/open-deck.ts'
import { overflowProblems } from '../../paper/deck/overflow.ts'
import { showScheme } from '../../paper/deck/show-scheme.ts'
import { readHandoutSlides } from '../../paper/handout/handout-slides.ts'
import { courseHandouts } from '../../paper/handout/handout.ts'
import { smallTextWarnings } from '../../paper/handout/small-text.ts'
import { printView } from '../../slidev/contract/names.ts'
import { AXE_TEXT, runAxe } from './axe.ts'
import { readSteps } from './in-page.ts'
import { farSeats, moved, overlaps, washedOut } from './judge-steps.ts'
import { tellFindings } from './tell-findings.ts'

interface LookOptions {
  course: Course
  /** Address of the decks, without a trailing slash. */
  origin: string
  /** Whether each place is shown in a picture. */
  pictures: boolean
}

/** Looks at every slide of a lecture after each of its steps, light and dark, and as its handouts print it. */
export async function lookAtLecture(page: Page, lecture: Lecture, options: LookOptions): Promise<Finding[]> {
  const errors: string[] = []
  const onConsole = (message: ConsoleMessage) => {
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      errors.push(message.text().split('\n')[0]!)
  }
  page.on('console', onConsole)
  try {
    const url = `${options.origin}/${lecture.slug}/deck/`
    const deck = await openDeck(page, lecture, { url, withClicks: true, dark: false, remote: options.course.remote })
    return [...await lookAtDeck(deck, lecture, options), ...consoleFindings(errors, lecture)]
  }
  catch (error) {
    if (error instanceof UserError)
      return error.problems.map(problem => findingOf('broken-deck', problem))
    throw error
  }
  finally {
    page.off('console', onConsole)
  }
}

function consoleFindings(errors: readonly string[], lecture: Lecture): Finding[] {
  return Array.from(new Set(errors), error => findingOf('console-error', {
    message: `A script of "${lecture.title}" says: ${error}${error.endsWith('.') ? '' : '.'}`,
    hint: 'Open the deck with npm start and read the console of the browser.',
    file: lecture.file,
  }))
}

async function lookAtDeck(deck: OpenDeck, lecture: Lecture, options: LookOptions): Promise<Finding[]> {
  const { course } = options
  const { page } = deck
  const pages = deck.steps.map(step => ({ id: step.id, slide: lecture.slides[step.slide - 1]!, clicks: step.clicks }))
  const overflows = await overflowProblems(deck, pages)
  const isCut = (slide: Slide) => overflows.some(problem => isOnSlide(slide, lecture.slides[slide.number], problem))
  const seen: Seen[] = []
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'no-preference' })
  for (const scheme of ['light', 'dark'] as const) {
    await showScheme(page, scheme)
    const steps = await page.evaluate(readSteps, { ids: pages.map(({ id }) => id), layout: printView.layout })
    const axe = await axeFaults(page, pages, scheme)
    seen.push(...axe, ...judge(steps, pages, { course, scheme, height: deck.size.height, axe }))
  }
  await showScheme(page, 'light')
  const last = lastSteps(lecture, deck.steps)
  const small = await readHandoutSlides(deck, last.map(step => ({ ...step, lecture })))
  const print = courseHandouts(course).flatMap(handout =>
    smallTextWarnings(small, { course, handout, size: deck.size }))
  return [
    ...deck.warnings.map(problem => findingOf('other-host', problem)),
    ...overflows.map(problem => findingOf('overflow', problem)),
    ...print.map(problem => findingOf('small-print', problem)),
    // What scrolls is cut off, and has been told.
    ...await tellFindings(deck, seen.filter(({ rule, slide }) => rule !== 'scroll-bar' || !isCut(slide)), options),
  ]
}

function judge(
  steps: readonly ShownStep[],
  pages: readonly Step[],
  { course, scheme, height, axe }: { course: Course, scheme: Seen['scheme'], height: number, axe: readonly Seen[] },
): Seen[] {
  const room = Number(course.headmatter.room)
  return steps.flatMap((step, i) => {
    const { id, slide, clicks } = pages[i]!
    // What is too pale for anyone is too pale for a bright room.
    const pale = new Set(axe.filter(fault => fault.slide === slide && fault.cause).map(({ own }) => own))
    const before = pages[i - 1]?.slide === slide ? steps[i - 1] : undefined
    const faults: StepFault[] = [
      ...washedOut({ ...step, texts: step.texts.filter(({ text }) => !pale.has(text.slice(0, AXE_TEXT))) }),
      // Where it stands is the same in both schemes.
      ...scheme === 'dark'
        ? []
        : [
            ...room > 0 ? farSeats(step, { room, height }) : [],
            ...overlaps(step),
            ...before ? moved(before, step) : [],
            ...step.faults.map(({ rule, message, text, ...box }) => ({ rule, message, text, box })),
          ],
    ]
    return faults.map(fault => ({ ...fault, id, slide, clicks, scheme }))
  })
}

async function axeFaults(page: Page, pages: readonly Step[], scheme: Seen['scheme']): Promise<Seen[]> {
  const { faults, blind } = await runAxe(page, pages.map(({ id }) => id), scheme === 'light')
  const stepOf = new Map(pages.map(page => [page.id, page]))
  return [
    ...faults.map(({ id, help, ...fault }) =>
      ({ ...fault, rule: 'accessibility' as const, hint: help, scheme, ...stepOf.get(id)! })),
    ...blind.map(id => ({
      rule: 'canary' as const,
      message: 'axe does not see a fault that was planted here',
      text: '',
      box: { x: 0, y: 0, width: 0, height: 0 },
      scheme,
      ...stepOf.get(id)!,
    })),
  ]
}
