import type { Course, Lecture } from '../../course/course.ts'
import type { PaperInk } from '../deck/draw-ink.ts'
import type { PrintedPdf, ToldLosses } from '../deck/finish-pdf.ts'
import type { OpenDeck } from '../deck/open-deck.ts'
import type { Handout } from './handout.ts'
import type { PaperReport } from './talk-report.ts'
import { languageOf } from '../../course/language.ts'
import { lastChange } from '../../course/last-change.ts'
import { speak } from '../../language/languages.ts'
import { loadSpeakerFor } from '../../markdown/math-to-speech.ts'
import { lastSteps } from '../deck/choose-pages.ts'
import { rewriteDeckLinks } from '../deck/deck-links.ts'
import { drawInk } from '../deck/draw-ink.ts'
import { documentTitle } from '../deck/finish-pdf.ts'
import { showOnly } from '../deck/show-pages.ts'
import { readHandoutSlides } from './handout-slides.ts'
import { copyTitle, handoutFile } from './handout.ts'
import { printHandout } from './print-handout.ts'
import { contentHash, formatDay } from './version.ts'

interface PrintHandoutsOptions {
  course: Course
  /** The course with all lectures to which links may lead. */
  whole?: Course
  lecture: Lecture
  handouts: readonly Handout[]
  /** Of the slides that stand in them; all without it. */
  numbers?: readonly number[]
  /** The revision since which these have changed, which stands on each page. */
  since?: string
  /** What was drawn on its slides in a talk. */
  ink?: PaperInk
  /** What became of a talk, which stands at the end of the instructor's copy. */
  report?: PaperReport
  /** The day that stands on each page; that of the lecture's last change without it. */
  day?: Date
  told?: ToldLosses
}

/** Prints handouts of a lecture one after the other from its open deck, which stays as it was. */
export async function printHandouts(
  deck: OpenDeck,
  { course, whole = course, lecture, handouts, numbers, since, ink, report, day, told }: PrintHandoutsOptions,
  onPrinted: (handout: Handout, printed: PrintedPdf) => Promise<unknown>,
): Promise<void> {
  const language = languageOf(course, lecture)
  const last = lastSteps(lecture, deck.steps).filter(({ slide }) => numbers?.includes(slide.number) ?? true)
  const pages = ink ? await drawInk(deck, lecture, { ink, pages: last, language }) : last
  const places = { course: whole, printed: pages.filter(({ board }) => !board) }
  await rewriteDeckLinks(deck.page, { lecture, pages, ...places })
  await showOnly(deck, pages)
  await deck.page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  const slides = await readHandoutSlides(deck, pages.map(page => ({ ...page, lecture })))
  const speakFormula = await loadSpeakerFor(slides.flatMap(({ slide }) => [slide.title, slide.notes]), language)
  const changed = day ?? await lastChange(lecture)
  const mark = since === undefined ? [] : [speak(language, 'paper')('changedSince', { revision: since })]
  for (const handout of handouts) {
    await onPrinted(handout, await printHandout(deck, {
      course,
      language,
      handout,
      slides,
      name: `${handoutFile(handout)} of "${lecture.title}"`,
      file: lecture.file,
      title: copyTitle(handout, documentTitle(course, lecture), language),
      version: [formatDay(changed, language), contentHash([lecture]), ...mark].join(' · '),
      speak: speakFormula,
      places,
      report: handout.copy === 'instructor' ? report : undefined,
      told,
    }))
  }
}
