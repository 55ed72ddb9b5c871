import type { Bookmark } from '@docent/pdf-ua'
import type { Course, Lecture } from '../../course/course.ts'
import type { NoteReader } from '../../shared/readers.ts'
import type { SlidePage } from '../deck/choose-pages.ts'
import type { PrintedPdf } from '../deck/finish-pdf.ts'
import type { OpenDeck } from '../deck/open-deck.ts'
import { collectVisible } from '@docent/pdf-ua'
import { UserError } from '../../core/errors.ts'
import { notesFor } from '../../course/notes.ts'
import { plainText } from '../../markdown/plain-text.ts'
import { printView } from '../../slidev/contract/names.ts'
import { choosePages } from '../deck/choose-pages.ts'
import { rewriteDeckLinks } from '../deck/deck-links.ts'
import { documentTitle, finishPdf, printPage } from '../deck/finish-pdf.ts'
import { showOnly } from '../deck/show-pages.ts'

export interface SlidesOptions {
  /** A page for each step of a slide. */
  withClicks?: boolean
  /** Slide numbers to print; all without it. */
  range?: (lecture: Lecture) => readonly number[]
  /** Whose notes ride along, as notes on the pages; none without it. */
  notes?: NoteReader
}

interface PrintSlidesOptions extends SlidesOptions {
  course: Course
  lecture: Lecture
  /** Address of the decks, without a trailing slash. */
  origin: string
}

/**
 * Prints the slides of an open deck: one page each, with links, bookmarks and labels, proved to be readable by
 * everybody.
 * @throws UserError when a page is missing or blank, or breaks a rule of PDF/UA
 */
export async function printSlidesPdf(
  deck: OpenDeck,
  { course, lecture, origin, withClicks = false, range, notes }: PrintSlidesOptions,
): Promise<PrintedPdf> {
  const pages = choosePages(lecture, deck.steps, { withClicks, numbers: range?.(lecture) })
  await rewriteDeckLinks(deck.page, { lecture, pages, origin, url: course.url })
  await showOnly(deck, pages)
  const visible = await deck.page.evaluate(collectVisible, printView.slide)
  const { bytes, texts, warnings } = await finishPdf(await printPage(deck.page), {
    name: `slides.pdf of "${lecture.title}"`,
    visible,
    repair: {
      title: documentTitle(course, lecture),
      author: course.author,
      description: lecture.summary,
      language: course.language,
      pageLabels: pages.map(({ label }) => label),
      bookmarks: slideBookmarks(pages),
      ...notes && { notes: pageNotes(pages, notes) },
    },
    where: (page) => {
      const slide = pages[page - 1]?.slide
      if (!slide)
        return { name: 'Something', file: lecture.file }
      return { name: `Slide ${slide.number} ("${slide.title}")`, file: slide.file, line: slide.line }
    },
  })
  provePages(texts, { lecture, expected: pages.length })
  return { pdf: bytes, pages: pages.length, warnings }
}

/** The notes of each page that has some, as text; a slide of several pages has its own on the first. */
function pageNotes(pages: readonly SlidePage[], reader: NoteReader): (string | undefined)[] {
  return pages.map(({ slide }, i) => {
    if (slide === pages[i - 1]?.slide)
      return undefined
    return plainText(notesFor(slide.notes, reader)) || undefined
  })
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

/**
 * Proves that a printed lecture has the pages it must have, with text on each.
 * @param texts what each page of the file draws
 * @throws UserError that names the lecture and the page
 */
function provePages(texts: readonly string[], { lecture, expected }: { lecture: Lecture, expected: number }): void {
  const where = { file: lecture.file }
  if (texts.length !== expected) {
    throw new UserError(
      `The PDF of "${lecture.title}" has ${texts.length} pages, not ${expected}.`,
      'A slide runs over its page or did not print: look at it with npm start.',
      where,
    )
  }
  const blank = texts.findIndex(text => !text.trim())
  if (blank >= 0) {
    throw new UserError(
      `Page ${blank + 1} of the PDF of "${lecture.title}" has no text.`,
      'Give that slide a title, or look at it with npm start.',
      where,
    )
  }
}
