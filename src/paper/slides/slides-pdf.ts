import type { Bookmark } from '../../../scripts/lib/pdf/bookmarks.ts'
import type { Problem } from '../../core/errors.ts'
import type { Course, Lecture } from '../../course/course.ts'
import type { NoteReader } from '../../shared/readers.ts'
import type { SlidePage } from '../deck/choose-pages.ts'
import type { OpenDeck } from '../deck/open-deck.ts'
import { collectVisible } from '../../../scripts/lib/pdf/visible.ts'
import { notesFor } from '../../course/notes.ts'
import { plainText } from '../../markdown/plain-text.ts'
import { printView } from '../../slidev/contract/names.ts'
import { choosePages } from '../deck/choose-pages.ts'
import { mendDeckLinks } from '../deck/deck-links.ts'
import { provePdf } from '../deck/finish-pdf.ts'
import { checkPages } from './check-pages.ts'

export interface SlidesOptions {
  /** A page for each step of a slide. */
  withClicks?: boolean
  /** Slide numbers to print; all without it. */
  range?: (lecture: Lecture) => readonly number[]
  /** Whose notes ride along, as notes on the pages; none without it. */
  notes?: NoteReader
}

export interface PrintedPdf {
  pdf: Uint8Array
  pages: number
  warnings: Problem[]
}

/**
 * Prints the slides of an open deck: one page each, with links, bookmarks and labels, proved to be readable by everybody.
 * @param origin of the site that the deck comes from
 * @throws UserError when a page is missing or blank, or breaks a rule of PDF/UA
 */
export async function printSlidesPdf(deck: OpenDeck, { course, lecture, origin, withClicks = false, range, notes }: SlidesOptions & { course: Course, lecture: Lecture, origin: string }): Promise<PrintedPdf> {
  const pages = choosePages(lecture, deck.steps, { withClicks, numbers: range?.(lecture) })
  await mendDeckLinks(deck.page, { lecture, pages, origin, url: course.url })
  await showOnly(deck, pages)
  const visible = await deck.page.evaluate(collectVisible, printView.slide)
  const printed = await deck.page.pdf({ tagged: true, outline: true, preferCSSPageSize: true, printBackground: true })
  const { bytes, texts, warnings } = await provePdf(printed, {
    what: `slides.pdf of "${lecture.title}"`,
    visible,
    mend: {
      title: documentTitle(course, lecture),
      author: course.author,
      description: lecture.summary,
      language: course.language,
      pageLabels: pages.map(({ label }) => label),
      bookmarks: slideBookmarks(pages),
      ...notes && { notes: pages.map(({ slide }, i) => (slide !== pages[i - 1]?.slide && plainText(notesFor(slide.notes, notes))) || undefined) },
    },
    where: (page) => {
      // A page too many is told of below.
      const { slide } = pages[page - 1] ?? pages.at(-1)!
      return { name: `Slide ${slide.number} ("${slide.title}")`, file: slide.file, line: slide.line }
    },
  })
  checkPages(texts, { lecture, expected: pages.length })
  return { pdf: bytes, pages: pages.length, warnings }
}

/** What the window of a reader shows: the lecture and its course. */
export function documentTitle(course: Course, lecture: Lecture): string {
  return lecture.title === course.title ? lecture.title : `${lecture.title} · ${course.title}`
}

/** Every slide once; those after a section's slide stand below it. */
function slideBookmarks(pages: readonly SlidePage[]): Bookmark[] {
  let level = 1
  return pages.flatMap(({ slide }, i) => {
    if (pages[i - 1]?.slide === slide)
      return []
    const isSection = slide.layout === 'section'
    const bookmark = { title: slide.title, page: i + 1, level: isSection ? 1 : level }
    if (isSection)
      level = 2
    return [bookmark]
  })
}

/** Hides what is not wanted, and what would add a blank last page. */
export async function showOnly({ page }: OpenDeck, pages: readonly Pick<SlidePage, 'id'>[]): Promise<void> {
  await page.evaluate(({ selector, ids }) => {
    for (const slide of document.querySelectorAll<HTMLElement>(selector)) {
      slide.style.display = ids.includes(slide.id) ? '' : 'none'
      slide.style.breakAfter = slide.id === ids.at(-1) ? 'avoid' : ''
    }
    for (const element of document.querySelectorAll('#twoslash-container, #mermaid-rendering-container'))
      element.remove()
  }, { selector: printView.slide, ids: pages.map(({ id }) => id) })
}
