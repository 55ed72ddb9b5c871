import type { Page } from 'playwright-chromium'
import type { LazyBrowser } from '../../browser/launch.ts'
import type { Course, Lecture } from '../../course/course.ts'
import type { PrintedPdf } from '../deck/finish-pdf.ts'
import type { Handout } from './handout.ts'
import { lastChange } from '../../course/last-change.ts'
import { loadSpeakerFor } from '../../markdown/math-to-speech.ts'
import { lastSteps } from '../deck/choose-pages.ts'
import { rewriteDeckLinks } from '../deck/deck-links.ts'
import { mapLectures } from '../deck/map-lectures.ts'
import { openDeck } from '../deck/open-deck.ts'
import { overflowProblems } from '../deck/overflow.ts'
import { createPagePool } from '../deck/page-pool.ts'
import { showOnly } from '../deck/show-pages.ts'
import { readHandoutSlides } from './handout-slides.ts'
import { copyTitle } from './handout.ts'
import { printHandout } from './print-handout.ts'
import { contentHash, formatDay } from './version.ts'

/** Slug of the lecture that a booklet's deck is built from. */
const BOOKLET = 'booklet'

/**
 * All lectures of a course as one deck, so that a booklet is printed in one go, with tags, numbers and links that go
 * through.
 */
export function bookletCourse(course: Course): Course {
  return { ...course, lectures: [bookletLecture(course)] }
}

function bookletLecture({ title, entry, lectures }: Course): Lecture {
  const slides = lectures.flatMap(({ slug, slides }) => slides.map(slide => ({ ...slide, id: `${slug}--${slide.id}` })))
  return {
    ...lectures[0]!,
    slug: BOOKLET,
    title,
    file: entry,
    slides: slides.map((slide, i) => ({ ...slide, number: i + 1 })),
  }
}

interface PrintBookletOptions {
  course: Course
  /** The course with all lectures to which links may lead; `course` without it. */
  whole?: Course
  handout: Handout
  /** Address of the deck of `bookletCourse`, without a trailing slash. */
  origin: string
  /** The day that stands on each page; that of the last change without it. */
  day?: Date
}

/** Prints a handout of a whole course as one booklet with a table of contents. */
export async function printBooklet(browser: LazyBrowser, options: PrintBookletOptions): Promise<PrintedPdf> {
  const pool = createPagePool()
  try {
    const [printed] = await mapLectures(browser, [bookletLecture(options.course)], (browser, booklet) =>
      pool.use(browser, page => printLectures(page, booklet, options)))
    return printed!
  }
  finally {
    await pool.close()
  }
}

async function printLectures(
  page: Page,
  booklet: Lecture,
  { course, whole = course, handout, origin, day }: PrintBookletOptions,
): Promise<PrintedPdf> {
  const url = `${origin}/${BOOKLET}/deck/`
  const deck = await openDeck(page, booklet, { url, withClicks: false, dark: false, remote: course.remote })
  const steps = lastSteps(booklet, deck.steps)
  // In the booklet, slides keep the numbers of their lectures.
  const places = course.lectures.flatMap(lecture => lecture.slides.map(slide => ({ slide, lecture })))
  const pages = places.map((place, i) => ({ ...place, id: steps[i]!.id }))
  const linked = { course: whole, printed: pages }
  for (const lecture of course.lectures) {
    const own = pages.filter(page => page.lecture === lecture)
    await rewriteDeckLinks(page, { lecture, pages: own, ...linked })
  }
  const overflows = await overflowProblems(deck, pages, true)
  await showOnly(deck, pages)
  const printed = await printHandout(deck, {
    course,
    language: course.language,
    handout,
    slides: await readHandoutSlides(deck, pages),
    name: 'the booklet',
    file: booklet.file,
    title: copyTitle(handout, course.title, course.language),
    version: `${formatDay(day ?? await lastChangeOf(course), course.language)} · ${contentHash(course.lectures)}`,
    speak: await loadSpeakerFor(places.flatMap(({ slide }) => [slide.title, slide.notes]), course.language),
    places: linked,
    booklet: true,
  })
  return { ...printed, warnings: [...deck.warnings, ...overflows, ...printed.warnings] }
}

async function lastChangeOf({ lectures }: Course): Promise<Date> {
  const changes = await Promise.all(lectures.map(lastChange))
  return new Date(Math.max(...changes.map(Number)))
}
