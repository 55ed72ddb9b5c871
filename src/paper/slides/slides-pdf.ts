import type { Bookmark, PageLink, VisiblePage } from '@docent/pdf-ua'
import type { Course, Lecture } from '../../course/course.ts'
import type { NoteReader } from '../../shared/readers.ts'
import type { SlidePage } from '../deck/choose-pages.ts'
import type { InkOf } from '../deck/draw-ink.ts'
import type { PrintedPdf, ToldLosses } from '../deck/finish-pdf.ts'
import type { OpenDeck } from '../deck/open-deck.ts'
import { collectVisible } from '@docent/pdf-ua'
import { UserError } from '../../core/errors.ts'
import { typed } from '../../core/typed.ts'
import { hostedAddress } from '../../course/address.ts'
import { languageOf } from '../../course/language.ts'
import { notesFor } from '../../course/notes.ts'
import { speak } from '../../language/languages.ts'
import { plainText } from '../../markdown/plain-text.ts'
import { printView } from '../../slidev/contract/names.ts'
import { choosePages } from '../deck/choose-pages.ts'
import { rewriteDeckLinks } from '../deck/deck-links.ts'
import { drawInk } from '../deck/draw-ink.ts'
import { documentTitle, finishPdf, printPage } from '../deck/finish-pdf.ts'
import { showOnly } from '../deck/show-pages.ts'

export interface SlidesOptions {
  /** A page for each step of a slide. */
  withClicks?: boolean
  /** Slide numbers to print; all without it. */
  range?: (lecture: Lecture) => readonly number[]
  /** Whose notes ride along, as notes on the pages; none without it. */
  notes?: NoteReader
  /** What was drawn on the slides of a lecture in a talk. */
  ink?: InkOf
}

/** Where a slide has its number, in points. */
const FOOT_CORNER = [60, 36] as const

interface PrintSlidesOptions extends SlidesOptions {
  course: Course
  /** The course with all lectures to which links may lead. */
  whole?: Course
  lecture: Lecture
  told?: ToldLosses
}

/**
 * Prints the slides of an open deck: one page each, with links, bookmarks and labels, proved to be readable by
 * everybody.
 * @throws UserError when a page is missing or blank, or breaks a rule of PDF/UA
 */
export async function printSlidesPdf(
  deck: OpenDeck,
  { course, whole = course, lecture, told, withClicks = false, range, notes, ink }: PrintSlidesOptions,
): Promise<PrintedPdf> {
  const chosen = choosePages(lecture, deck.steps, { withClicks, numbers: range?.(lecture) })
  const drawn = ink?.(lecture)
  const language = languageOf(course, lecture)
  const pages = drawn ? await drawInk(deck, lecture, { ink: drawn, pages: chosen, language }) : chosen
  await rewriteDeckLinks(deck.page, { lecture, pages, course: whole, printed: lastPages(pages) })
  await showOnly(deck, pages)
  const say = speak(language, 'paper')
  const sections = pages.map(({ id, label, slide }) =>
    ({ id, name: say('titledSlide', { number: label, title: slide.title }) }))
  await deck.page.evaluate(nameSections, sections)
  const visible = await deck.page.evaluate(collectVisible, printView.slide)
  const { bytes, texts, warnings } = await finishPdf(await printPage(deck.page), {
    name: `slides.pdf of "${lecture.title}"`,
    visible,
    told,
    repair: {
      title: documentTitle(course, lecture),
      author: course.author,
      description: lecture.summary,
      language,
      pageLabels: pages.map(({ label }) => label),
      bookmarks: slideBookmarks(pages),
      ...notes && { notes: pageNotes(pages, notes) },
      ...course.url && { pageLinks: pageLinks(pages, { lecture, course, say }) },
    },
    where: (page) => {
      const slide = pages[page - 1]?.slide
      if (!slide)
        return { file: lecture.file }
      return { name: `Slide ${slide.number} ("${slide.title}")`, file: slide.file, line: slide.line }
    },
  })
  provePages(texts, { lecture, pages, visible })
  return { pdf: bytes, pages: pages.length, warnings }
}

/** The page on which each slide is whole. */
function lastPages(pages: readonly SlidePage[]): SlidePage[] {
  return pages.filter(({ slide, board }, i) => !board && pages[i + 1]?.slide !== slide)
}

/** Where pages lead from the number at their foot: to the slide on the web, and its moment in a recording. */
function pageLinks(
  pages: readonly SlidePage[],
  { lecture, course: { url }, say }: { lecture: Lecture, course: Course, say: ReturnType<typeof speak<'paper'>> },
): (PageLink | undefined)[] {
  return pages.map(({ slide, board }) => {
    const address = board ? undefined : hostedAddress({ kind: 'slide', lecture, slide }, { url })
    return address === undefined
      ? undefined
      : { url: address, text: say('slideOnWeb', { number: slide.number }), place: FOOT_CORNER }
  })
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

/** Runs in the page. */
function nameSections(sections: { id: string, name: string }[]): void {
  for (const { id, name } of sections)
    document.getElementById(id)!.dataset.section = name
}

interface ProvePagesOptions {
  lecture: Lecture
  /** The pages that must be there, with what a person sees on each. */
  pages: readonly SlidePage[]
  visible: readonly VisiblePage[]
}

/**
 * Proves that a printed lecture has the pages it must have, with text on each.
 * @param texts what each page of the file draws
 * @throws UserError that names the lecture and the slide
 */
export function provePages(texts: readonly string[], { lecture, pages, visible }: ProvePagesOptions): void {
  const nameOf = ({ slide }: SlidePage) => `slide ${slide.number} ("${slide.title}")`
  const fail = (message: string, hint: string, page: SlidePage | undefined) => {
    throw new UserError(message, hint, { file: page?.slide.file ?? lecture.file, line: page?.slide.line })
  }
  if (texts.length !== pages.length) {
    const count = `The PDF of "${lecture.title}" has ${texts.length} pages, not ${pages.length}`
    // The first page that is not its slide's: the one before ran on, or this one did not print.
    const wrong = pages.findIndex((_, i) => !shows(texts[i] ?? '', visible[i]))
    const at = wrong === -1 ? pages.length : wrong
    const isLonger = texts.length > pages.length
    const page = pages[isLonger ? Math.max(0, at - 1) : at]
    const what = isLonger ? 'runs over its page' : 'did not print'
    fail(
      `${count}: ${page ? `${nameOf(page)} ${what}` : 'a slide is missing'}.`,
      `Look at it with ${typed('start')}.`,
      page,
    )
  }
  // A slide may be nothing but a picture.
  const blank = texts.findIndex((text, i) => !text.trim() && visible[i]?.words.length)
  if (blank >= 0) {
    const page = pages[blank]!
    const message = `Page ${blank + 1} of the PDF of "${lecture.title}" has no text: it shows ${nameOf(page)}.`
    fail(message, `Give that slide a title, or look at it with ${typed('start')}.`, page)
  }
}

/** Whether a page has most of the words that a person sees on a slide. */
function shows(text: string, visible: VisiblePage | undefined): boolean {
  const words = visible?.words ?? []
  const drawn = new Set(text.split(/\s+/))
  return words.filter(word => drawn.has(word)).length >= words.length * 0.6
}
