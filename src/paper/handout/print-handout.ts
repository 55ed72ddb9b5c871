import type { Page } from 'playwright-chromium'
import type { Bookmark } from '../../../scripts/lib/pdf/bookmarks.ts'
import type { Course } from '../../course/course.ts'
import type { FormulaSpeaker } from '../../markdown/math-to-speech.ts'
import type { OpenDeck } from '../deck/open-deck.ts'
import type { PrintedPdf } from '../slides/slides-pdf.ts'
import type { Handout } from './chosen-handout.ts'
import type { DeckFacts } from './deck-facts.ts'
import type { HandoutSlide } from './sheets.ts'
import { collectVisible } from '../../../scripts/lib/pdf/visible.ts'
import { UserError } from '../../core/errors.ts'
import { provePdf } from '../deck/prove-pdf.ts'
import { contentSize } from './choices.ts'
import { handoutFile } from './chosen-handout.ts'
import { contentsHtml, fillContents, findContents } from './contents.ts'
import { mountHandout, unmountHandout } from './mount.ts'
import { layoutClasses, pageStyle } from './page-style.ts'
import { sheetsHtml } from './sheets.ts'
import { smallTextWarnings } from './small-text.ts'

export interface PrintHandout {
  course: Course
  handout: Handout
  /** The slides in order, with what is known of them. */
  slides: readonly (HandoutSlide & DeckFacts)[]
  /** Ids of the slides' elements in the deck. */
  ids: readonly string[]
  title: string
  /** Date and content, at the foot of each page. */
  version: string
  speak: FormulaSpeaker
  /** A table of contents comes first, and each lecture begins on a page of its own. */
  booklet?: boolean
  /** Milliseconds until a picture in the notes counts as missing. */
  timeout?: number
}

/**
 * Prints a handout from an open deck: its slides move onto the sheets and back.
 * @throws UserError when a picture of the notes is missing, a page is blank, or the file breaks a rule of PDF/UA
 */
export async function printHandout(deck: OpenDeck, { course, handout, slides, ids, title, version, speak, booklet = false, timeout = 30_000 }: PrintHandout): Promise<PrintedPdf> {
  const { page } = deck
  const file = slides[0]!.lecture.file
  const what = booklet ? 'the booklet' : `${handoutFile(handout)} of "${slides[0]!.lecture.title}"`
  await showCopy(page, handout.copy)
  await page.evaluate(mountHandout, {
    style: pageStyle({ course, handout, slide: deck.size, slides, version }),
    html: (booklet ? contentsHtml(course, slides, ids) : '') + sheetsHtml(slides, { course, handout, speak }),
    classes: [layoutClasses[handout.layout], `copy-${handout.copy}`, `ink-${handout.ink}`, booklet ? 'booklet' : ''].join(' '),
    ids: [...ids],
    ownPages: handout.layout === 'notes',
    height: contentSize(handout.layout, handout.paper).height,
  })
  try {
    await page.waitForFunction(() => document.fonts.status === 'loaded' && [...document.images].every(image => image.complete), undefined, { timeout, polling: 'raf' })
    const broken = await page.evaluate(() => [...document.querySelectorAll<HTMLImageElement>('#docent-handout .notes img')].filter(image => !image.naturalWidth).map(image => image.getAttribute('src')))
    if (broken.length)
      throw new UserError(`The notes of "${slides[0]!.lecture.title}" show a picture that is not there: ${broken.join(', ')}.`, 'Put it in public/ and write its path from there, with a leading slash.', { file })
    const print = () => page.pdf({ tagged: true, outline: true, preferCSSPageSize: true, printBackground: true })
    let bookmarks: Bookmark[] | undefined
    if (booklet) {
      const contents = await findContents(await print(), slides)
      bookmarks = contents.bookmarks
      await fillContents(page, contents.starts)
    }
    const [visible] = await page.evaluate(collectVisible, '#docent-handout')
    const printed = await print()
    const { bytes, texts, warnings } = await provePdf(printed, {
      what,
      gray: handout.ink === 'gray',
      visible: visible!,
      mend: { title, author: course.author, language: course.language, ...bookmarks && { bookmarks } },
      where: () => ({ name: 'Something', file }),
    })
    return { pdf: bytes, pages: texts.length, warnings: [...warnings, ...smallTextWarnings(slides, handout, deck.size.width, course)] }
  }
  finally {
    await page.evaluate(unmountHandout).catch(() => undefined)
    await showCopy(page, '').catch(() => undefined)
  }
}

/** Tells the components of a deck which copy of a handout they stand in; none where it is empty. */
async function showCopy(page: Page, copy: string): Promise<void> {
  await page.evaluate((copy) => {
    window.dispatchEvent(new CustomEvent('docent:copy', { detail: copy }))
    return new Promise(resolve => setTimeout(resolve))
  }, copy)
}
