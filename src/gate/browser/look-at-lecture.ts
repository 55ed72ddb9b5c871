import type { ConsoleMessage, Page } from 'playwright-chromium'
import type { Finding } from '../../check/finding.ts'
import type { RuleId } from '../../check/rules.ts'
import type { Course, Lecture, Slide } from '../../course/course.ts'
import type { OpenDeck } from '../../paper/deck/open-deck.ts'
import type { ShownStep } from './in-page.ts'
import type { StepFault } from './judge-steps.ts'
import { findingOf } from '../../check/finding.ts'
import { UserError } from '../../core/errors.ts'
import { lastSteps } from '../../paper/deck/choose-pages.ts'
import { openDeck } from '../../paper/deck/open-deck.ts'
import { overflowProblems } from '../../paper/deck/overflow.ts'
import { showScheme } from '../../paper/deck/show-scheme.ts'
import { readHandoutSlides } from '../../paper/handout/handout-slides.ts'
import { courseHandouts } from '../../paper/handout/handout.ts'
import { smallTextWarnings } from '../../paper/handout/small-text.ts'
import { captureBox } from '../../paper/pictures/capture.ts'
import { printView } from '../../slidev/contract/names.ts'
import { runAxe } from './axe.ts'
import { readSteps } from './in-page.ts'
import { farSeats, moved, overlaps, washedOut } from './judge-steps.ts'

interface LookOptions {
  course: Course
  /** Address of the decks, without a trailing slash. */
  origin: string
  /** Whether each place is shown in a picture. */
  pictures: boolean
}

/** A fault with the step that shows it. */
interface Seen extends StepFault {
  /** Id of the step's element. */
  id: string
  scheme: Scheme
  hint?: string
}

type Scheme = 'light' | 'dark'

/** Pictures that are taken of a lecture at most. */
const MAX_PICTURES = 40
/** Pixels around a place. */
const AROUND = 24

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
  const seen: Seen[] = []
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'no-preference' })
  for (const scheme of ['light', 'dark'] as const) {
    await showScheme(page, scheme)
    const ids = pages.map(({ id }) => id)
    const steps = await page.evaluate(readSteps, { ids, layout: printView.layout })
    seen.push(...judge(steps, pages, { course, scheme, height: deck.size.height }))
    seen.push(...await axeFaults(page, ids, scheme))
  }
  await showScheme(page, 'light')
  const last = lastSteps(lecture, deck.steps)
  const small = await readHandoutSlides(deck, last.map(step => ({ ...step, lecture })))
  const print = courseHandouts(course).flatMap(handout =>
    smallTextWarnings(small, { course, handout, width: deck.size.width }))
  const cut = new Set(overflows.map(({ line, file }) => `${file}:${line}`))
  return [
    ...deck.warnings.map(problem => findingOf('other-host', problem)),
    ...overflows.map(problem => findingOf('overflow', problem)),
    ...print.map(problem => findingOf('small-print', problem)),
    ...(await told(deck, seen, pages, options)).filter(({ rule, file, line }) =>
      // What scrolls is cut off, and has been told.
      rule !== 'scroll-bar' || !cut.has(`${file}:${line}`)),
  ]
}

interface Step { id: string, slide: Slide, clicks: number }

function judge(
  steps: readonly ShownStep[],
  pages: readonly Step[],
  { course, scheme, height }: { course: Course, scheme: Scheme, height: number },
): Seen[] {
  const room = Number(course.headmatter.room)
  return steps.flatMap((step, i) => {
    const before = pages[i - 1]?.slide === pages[i]!.slide ? steps[i - 1] : undefined
    const faults: StepFault[] = [
      ...washedOut(step),
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
    return faults.map(fault => ({ ...fault, id: pages[i]!.id, scheme }))
  })
}

async function axeFaults(page: Page, ids: readonly string[], scheme: Scheme): Promise<Seen[]> {
  const { faults, blind } = await runAxe(page, ids, scheme === 'light')
  return [
    ...faults.map(({ slide, message, help, text, box }) =>
      ({ rule: 'accessibility' as RuleId, message, hint: help, text, box, id: slide, scheme })),
    ...blind.map(id => ({
      rule: 'canary' as RuleId,
      message: 'axe does not see a fault that was planted here',
      text: '',
      box: { x: 0, y: 0, width: 0, height: 0 },
      id,
      scheme,
    })),
  ]
}

/** Each fault once, at the first step that shows it. */
async function told(
  deck: OpenDeck,
  seen: readonly Seen[],
  pages: readonly Step[],
  { pictures }: LookOptions,
): Promise<Finding[]> {
  const first = new Map<string, Seen>()
  for (const fault of seen) {
    const { slide } = pages.find(({ id }) => id === fault.id)!
    const key = `${slide.number} ${fault.rule} ${fault.text || fault.message}`
    if (!first.has(key))
      first.set(key, fault)
  }
  const findings: Finding[] = []
  for (const fault of first.values()) {
    const { slide, clicks } = pages.find(({ id }) => id === fault.id)!
    const wanted = pictures && fault.box.width > 0 && findings.length < MAX_PICTURES
    findings.push(findingOf(fault.rule, {
      message: `Slide ${slide.number} ("${slide.title}")${placeOf(fault, clicks)}: ${fault.message}.`,
      hint: fault.hint,
      file: slide.file,
      line: lineOf(slide, fault.text),
    }))
    if (wanted)
      findings.at(-1)!.picture = await pictureOf(deck, fault)
  }
  return findings
}

function placeOf({ scheme, rule }: Seen, clicks: number): string {
  const parts = [
    ...clicks > 0 && rule !== 'canary' ? [`after ${clicks} ${clicks === 1 ? 'click' : 'clicks'}`] : [],
    ...scheme === 'dark' ? ['in the dark'] : [],
  ]
  return parts.length ? `, ${parts.join(', ')}` : ''
}

async function pictureOf(deck: OpenDeck, { box, id, scheme }: Seen): Promise<string> {
  await showScheme(deck.page, scheme)
  const x = Math.max(0, box.x - AROUND)
  const y = Math.max(0, box.y - AROUND)
  const width = Math.max(16, Math.min(deck.size.width - x, box.width + 2 * AROUND))
  const height = Math.max(16, Math.min(deck.size.height - y, box.height + 2 * AROUND))
  const picture = await captureBox(deck, id, { x, y, width, height })
  return `data:image/webp;base64,${picture.toString('base64')}`
}

/** The line of a slide's file on which words begin; that of the slide where nobody can tell. */
function lineOf({ content, line }: Slide, text: string): number {
  const words = text.split(' ').slice(0, 3).join(' ')
  const at = words ? content.split('\n').findIndex(row => row.replace(/[*_`]/g, '').includes(words)) : -1
  return line + Math.max(0, at)
}
