import type { LazyBrowser } from '../../browser/launch.ts'
import type { Course, Lecture } from '../../course/course.ts'
import type { PrintedPdf } from '../slides/slides-pdf.ts'
import type { Handout } from './chosen-handout.ts'
import { loadFormulaSpeaker } from '../../markdown/math-to-speech.ts'
import { lastSteps } from '../deck/choose-pages.ts'
import { mendDeckLinks } from '../deck/deck-links.ts'
import { eachLecture } from '../deck/each-lecture.ts'
import { openDeck } from '../deck/open-deck.ts'
import { createPagePool } from '../deck/page-pool.ts'
import { showOnly } from '../slides/slides-pdf.ts'
import { deckFacts } from './deck-facts.ts'
import { printHandout } from './print-handout.ts'
import { contentHash, formatDay } from './version.ts'

/** All lectures of a course as one deck, so that a booklet is printed in one go, with tags, numbers and links that go through. */
export function bookletCourse(course: Course): Course {
  const slides = course.lectures.flatMap(lecture => lecture.slides.map(slide => ({ ...slide, id: `${lecture.slug}--${slide.id}` })))
  const booklet: Lecture = { ...course.lectures[0]!, slug: 'booklet', title: course.title, file: course.entry, slides: slides.map((slide, i) => ({ ...slide, number: i + 1 })) }
  return { ...course, lectures: [booklet] }
}

/**
 * Prints a handout of a whole course as one booklet with a table of contents.
 * @param origin address of the deck of `bookletCourse`, without a trailing slash
 */
export async function printBooklet(browser: LazyBrowser, { course, handout, origin, day = new Date() }: { course: Course, handout: Handout, origin: string, day?: Date }): Promise<PrintedPdf> {
  const [booklet] = bookletCourse(course).lectures as [Lecture]
  const speak = await loadFormulaSpeaker(course.language)
  const pool = createPagePool()
  try {
    const [printed] = await eachLecture(browser, [booklet], (browser, booklet) => pool.use(browser, async (page) => {
      const deck = await openDeck(page, booklet, { url: `${origin}/booklet/deck/`, withClicks: false, dark: false })
      const pages = lastSteps(booklet, deck.steps)
      const slides = course.lectures.flatMap(lecture => lecture.slides.map(slide => ({ slide, lecture })))
      for (const lecture of course.lectures) {
        const own = pages.map((page, i) => ({ ...page, ...slides[i]! })).filter(page => page.lecture === lecture)
        await mendDeckLinks(page, { lecture, pages: own, origin, url: course.url })
      }
      await showOnly(deck, pages)
      const facts = await deckFacts(deck, pages)
      return printHandout(deck, {
        course,
        handout,
        slides: slides.map((slide, i) => ({ ...slide, ...facts[i]! })),
        ids: pages.map(({ id }) => id),
        title: course.title,
        version: `${formatDay(day, course.language)} · ${contentHash(course.lectures)}`,
        speak,
        booklet: true,
      })
    }))
    return printed!
  }
  finally {
    await pool.close()
  }
}
