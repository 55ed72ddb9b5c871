import type { Course, Lecture } from '../../course/course.ts'
import type { OpenDeck } from '../deck/open-deck.ts'
import type { PrintedPdf } from '../slides/slides-pdf.ts'
import type { Handout } from './chosen-handout.ts'
import { loadFormulaSpeaker } from '../../markdown/math-to-speech.ts'
import { lastSteps } from '../deck/choose-pages.ts'
import { mendDeckLinks } from '../deck/deck-links.ts'
import { documentTitle, showOnly } from '../slides/slides-pdf.ts'
import { deckFacts } from './deck-facts.ts'
import { printHandout } from './print-handout.ts'
import { contentHash, formatDay } from './version.ts'

export interface PrintHandouts {
  course: Course
  lecture: Lecture
  handouts: readonly Handout[]
  /** Address of the decks, without a trailing slash. */
  origin: string
  /** The day that stands on each page; today without it. */
  day?: Date
}

/** Prints handouts of a lecture one after the other from its open deck, which stays as it was. */
export async function printHandouts(deck: OpenDeck, { course, lecture, handouts, origin, day = new Date() }: PrintHandouts, onPrinted: (handout: Handout, printed: PrintedPdf) => Promise<unknown>): Promise<void> {
  const pages = lastSteps(lecture, deck.steps)
  await mendDeckLinks(deck.page, { lecture, pages, origin, url: course.url })
  await showOnly(deck, pages)
  await deck.page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  const facts = await deckFacts(deck, pages)
  const speak = await loadFormulaSpeaker(course.language)
  for (const handout of handouts) {
    await onPrinted(handout, await printHandout(deck, {
      course,
      handout,
      slides: pages.map(({ slide }, i) => ({ slide, lecture, ...facts[i]! })),
      ids: pages.map(({ id }) => id),
      title: documentTitle(course, lecture),
      version: `${formatDay(day, course.language)} · ${contentHash([lecture])}`,
      speak,
    }))
  }
}
