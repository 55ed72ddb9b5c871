import type { Page } from 'playwright-chromium'
import type { LazyBrowser } from '../browser/launch.ts'
import type { Problem } from '../core/errors.ts'
import type { Course, Lecture } from '../course/course.ts'
import type { InkOf } from './deck/draw-ink.ts'
import type { PrintedPdf } from './deck/finish-pdf.ts'
import type { FrozenDeck } from './frozen/freeze-deck.ts'
import type { Handout } from './handout/handout.ts'
import type { ReportOf } from './handout/talk-report.ts'
import type { PictureOptions } from './pictures/slide-pictures.ts'
import type { SlidesOptions } from './slides/slides-pdf.ts'
import { throwProblems } from '../core/errors.ts'
import { faceOf } from '../course/face.ts'
import { choosePages, earlierSteps, lastSteps, stepProblems, wantsSteps } from './deck/choose-pages.ts'
import { nothingTold } from './deck/finish-pdf.ts'
import { mapLectures } from './deck/map-lectures.ts'
import { openDeck, showDeckSteps } from './deck/open-deck.ts'
import { overflowProblems } from './deck/overflow.ts'
import { createPagePool } from './deck/page-pool.ts'
import { hideAnswers, showOnly } from './deck/show-pages.ts'
import { showShrunk } from './deck/shrink-cut.ts'
import { handoutFile } from './handout/handout.ts'
import { readSlideWords } from './slides/slide-words.ts'
import { printSlidesPdf } from './slides/slides-pdf.ts'

export interface PrintLecturesOptions {
  course: Course
  /** The course with all lectures to which links may lead; `course` without it. */
  whole?: Course
  /** Address of the decks, without a trailing slash. */
  origin: string
  dark?: boolean
  /** How `slides.pdf` is printed; it is not without this. */
  slides?: SlidesOptions
  /** How pictures of the slides are taken; none are without this. */
  pictures?: PictureOptions
  /**
   * Whether the slides are frozen for pages, on which answers to questions open below, with the picture that stands
   * for links to the lecture.
   */
  frozen?: boolean
  /** Handouts of each lecture; the decks must be those for their copies. */
  handouts?: readonly Handout[]
  /** Numbers of the slides that stand in them; all without it. */
  handoutRange?: (lecture: Lecture) => readonly number[]
  /** The revision since which these have changed. */
  handoutsSince?: string
  /** What was drawn on the slides of a lecture in a talk, for its handouts. */
  ink?: InkOf
  /** What became of a talk of a lecture, for the instructor's copy of its handout. */
  reportOf?: ReportOf
  /** The day that stands on the handouts of a lecture; that of its last change without it. */
  day?: Date
  /** Writes a file of a lecture, by its path below the lecture's folder, such as `slides.pdf`. */
  write: (lecture: Lecture, path: string, content: Uint8Array) => Promise<unknown>
  /** Called when all of a lecture is printed. */
  onDone?: (printed: PrintedLecture) => unknown
}

export interface PrintedLecture {
  lecture: Lecture
  /** Clicks of each slide, in order. */
  clicks: number[]
  /** What each slide shows, in words, in order; empty where they are not frozen. */
  words: string[]
  /** The slides as pages show them. */
  frozen?: FrozenDeck
  /** Pages of each PDF, by its path. */
  pages: Record<string, number>
  /** What only the author can make good. */
  warnings: Problem[]
}

/**
 * The print pass: everything on paper, frozen slides and pictures, from the decks of one build. Each deck is opened
 * once.
 * @throws UserError with all lectures that cannot be printed; of those nothing more is written
 */
export async function printLectures(browser: LazyBrowser, options: PrintLecturesOptions): Promise<PrintedLecture[]> {
  const pool = createPagePool()
  try {
    return await mapLectures(browser, options.course.lectures, (browser, lecture) => pool.use(browser, async (page) => {
      const printed = await printLecture(page, lecture, options)
      await options.onDone?.(printed)
      return printed
    }))
  }
  finally {
    await pool.close()
  }
}

async function printLecture(
  page: Page,
  lecture: Lecture,
  options: PrintLecturesOptions,
): Promise<PrintedLecture> {
  const { course, whole, origin, dark = false, slides, pictures, frozen = false, write } = options
  const { handouts, handoutRange, handoutsSince: since, ink, reportOf, day } = options
  const withClicks = slides?.withClicks || pictures?.withClicks || wantsSteps(lecture)
  const url = `${origin}/${lecture.slug}/deck/`
  const deck = await openDeck(page, lecture, { url, withClicks, dark, remote: course.remote })
  const printed: PrintedLecture = { lecture, clicks: deck.clicks, words: [], pages: {}, warnings: deck.warnings }
  const keep = async (path: string, { pdf, pages, warnings }: PrintedPdf) => {
    await write(lecture, path, pdf)
    printed.pages[path] = pages
    printed.warnings.push(...warnings)
  }
  const told = nothingTold()
  throwProblems(stepProblems(lecture, deck.clicks))
  const last = lastSteps(lecture, deck.steps)
  const numbers = slides?.range?.(lecture)
  const measured = slides ? choosePages(lecture, deck.steps, { withClicks: slides.withClicks ?? false, numbers }) : last
  printed.warnings.push(...await overflowProblems(deck, measured, true))
  if (slides)
    await keep('slides.pdf', await printSlidesPdf(deck, { course, whole, lecture, told, ...slides }))
  const writeHere = (path: string, content: Uint8Array) => write(lecture, path, content)
  if (frozen) {
    const { freezeDeck } = await import('./frozen/freeze-deck.ts')
    const { capturePreview } = await import('./pictures/capture.ts')
    await showOnly(deck, last)
    await hideAnswers(deck, true)
    await showShrunk(deck.page, false)
    printed.words = await readSlideWords(deck, last)
    printed.frozen = await freezeDeck(deck, { lecture, pages: last, write: writeHere })
    const face = faceOf(lecture.slides)
    await writeHere('og.png', await capturePreview(deck, last.find(({ slide }) => slide === face)!.id))
    await hideAnswers(deck, false)
    await showShrunk(deck.page, true)
  }
  if (pictures) {
    const { captureSlides } = await import('./pictures/slide-pictures.ts')
    const numbers = pictures.range?.(lecture)
    const pages = choosePages(lecture, deck.steps, { withClicks: pictures.withClicks ?? false, numbers })
    await captureSlides(deck, { pages, write: writeHere, ...pictures })
  }
  if (handouts?.length) {
    const { printHandouts } = await import('./handout/print-handouts.ts')
    const keepHandout = (handout: Handout, pdf: PrintedPdf) => keep(handoutFile(handout), pdf)
    const numbers = handoutRange?.(lecture)
    const ofTalk = { ink: ink?.(lecture), report: reportOf?.(lecture) }
    const what = { course, whole, lecture, handouts, numbers, since, ...ofTalk, day, told }
    await printHandouts(deck, what, keepHandout)
  }
  if (printed.frozen && deck.clicks.some(Boolean)) {
    const { freezeSteps } = await import('./frozen/freeze-deck.ts')
    const steps = await showDeckSteps(deck, lecture, { remote: course.remote })
    const pages = earlierSteps(lecture, steps.steps)
    await showOnly(steps, pages)
    await hideAnswers(steps, true)
    printed.frozen = await freezeSteps(steps, printed.frozen, { lecture, pages, write: writeHere })
  }
  return printed
}
