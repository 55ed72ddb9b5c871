import type { Bookmark } from '@docent/pdf-ua'
import type { Page } from 'playwright-chromium'
import type { Course } from '../../course/course.ts'
import type { FormulaSpeaker } from '../../markdown/math-to-speech.ts'
import type { PrintedPdf, ToldLosses } from '../deck/finish-pdf.ts'
import type { OpenDeck } from '../deck/open-deck.ts'
import type { PaperPlaces } from '../deck/paper-address.ts'
import type { HandoutSlide } from './handout-slides.ts'
import type { Handout } from './handout.ts'
import type { PaperReport } from './talk-report.ts'
import { collectVisible } from '@docent/pdf-ua'
import { UserError } from '../../core/errors.ts'
import { wordsIn } from '../../language/languages.ts'
import { COPY_EVENT } from '../../shared/copies.ts'
import { PIXELS_PER_MM } from '../../shared/units.ts'
import { printView } from '../../slidev/contract/names.ts'
import { finishPdf, printPage } from '../deck/finish-pdf.ts'
import { contentsHtml, fillContents, findContents } from './contents.ts'
import { layouts } from './handout-options.ts'
import { mountHandout, unmountHandout } from './mount.ts'
import { pageStyle } from './page-style.ts'
import { sheetSize } from './sheet-size.ts'
import { sheetsHtml } from './sheets.ts'
import { smallTextWarnings } from './small-text.ts'

interface PrintHandoutOptions {
  course: Course
  /** In which it is written, as a BCP 47 tag. */
  language: string
  handout: Handout
  slides: readonly HandoutSlide[]
  /** What the file is called in messages. */
  name: string
  /** The file that an author looks into for what is wrong. */
  file: string
  title: string
  /** Date and content, at the foot of each page. */
  version: string
  speak: FormulaSpeaker
  /** Where links in notes lead. */
  places: PaperPlaces
  /** A table of contents comes first, and each lecture begins on a page of its own. */
  booklet?: boolean
  /** What became of a talk, which stands behind the slides. */
  report?: PaperReport
  told?: ToldLosses
  /** Milliseconds until a picture in the notes counts as missing. */
  timeout?: number
}

// Millimetres; less than three lines are of no use.
const MIN_RULING = 24
/** Likewise, below each of two slides on a page. */
const PAIRED_RULING = 26

/**
 * Prints a handout from an open deck: its slides move onto the sheets and back.
 * @throws UserError when a picture of the notes is missing, a page is blank, or the file breaks a rule of PDF/UA
 */
export async function printHandout(deck: OpenDeck, options: PrintHandoutOptions): Promise<PrintedPdf> {
  const { page, size } = deck
  const { course, handout, slides, name, file, title, booklet = false } = options
  await showCopy(page, handout.copy)
  await mount(deck, options)
  try {
    await loadMarginFonts(page, options)
    await proveNotesPictures(page, options)
    const bookmarks = booklet ? await numberContents(page, slides) : undefined
    const [visible] = await page.evaluate(collectVisible, '#docent-handout')
    const { bytes, texts, warnings } = await finishPdf(await printPage(page), {
      name,
      gray: handout.ink === 'gray',
      visible: visible!,
      told: options.told,
      repair: {
        title,
        author: course.author,
        language: options.language,
        pageLabels: 'numbers',
        ...bookmarks && { bookmarks },
      },
      where: () => ({ file }),
    })
    const small = smallTextWarnings(slides, { course, handout, size })
    return { pdf: bytes, pages: texts.length, warnings: [...warnings, ...small] }
  }
  finally {
    await page.evaluate(unmountHandout).catch(() => undefined)
    await showCopy(page, '').catch(() => undefined)
  }
}

async function mount({ page, size }: OpenDeck, options: PrintHandoutOptions): Promise<void> {
  const { course, language, handout, slides, version, speak, places, report, booklet = false } = options
  const contents = booklet ? contentsHtml(course, slides) : ''
  const classes = [layouts[handout.layout].className, `copy-${handout.copy}`, `ink-${handout.ink}`]
  await page.evaluate(mountHandout, {
    style: pageStyle({ course, language, handout, size, slides, version }),
    html: contents + sheetsHtml(slides, { course, language, handout, size, speakFormula: speak, places, report }),
    classes: [...classes, ...booklet ? ['booklet'] : []].join(' '),
    slideLayout: printView.layout,
    ownPages: handout.layout === 'notes',
    pairedRuling: PAIRED_RULING * PIXELS_PER_MM,
    pageHeight: sheetSize(handout).height * PIXELS_PER_MM,
    minRuling: MIN_RULING * PIXELS_PER_MM,
  })
}

/** What only the margins of pages write loads no typeface by itself. */
async function loadMarginFonts(page: Page, { course, language, slides, version }: PrintHandoutOptions): Promise<void> {
  const titles = slides.map(({ lecture }) => lecture.title)
  const words = Object.values(wordsIn(language).words.paper).filter(text => typeof text === 'string')
  const text = [course.title, version, ...new Set(titles), ...words, '0123456789'].join(' ')
  await page.evaluate((text) => {
    const family = getComputedStyle(document.documentElement).getPropertyValue('--docent-sans') || 'sans-serif'
    const loading = [400, 700].map(weight => document.fonts.load(`${weight} 16px ${family}`, text))
    return Promise.all(loading).then(() => undefined, () => undefined)
  }, text)
}

async function proveNotesPictures(page: Page, { name, file, timeout = 30_000 }: PrintHandoutOptions): Promise<void> {
  const isLoaded = () => document.fonts.status === 'loaded' && [...document.images].every(image => image.complete)
  await page.waitForFunction(isLoaded, undefined, { timeout, polling: 'raf' })
  const broken = await page.evaluate(() => {
    const pictures = document.querySelectorAll<HTMLImageElement>('#docent-handout .notes img')
    return [...pictures].filter(image => !image.naturalWidth).map(image => image.getAttribute('src'))
  })
  if (broken.length) {
    throw new UserError(
      `The notes in ${name} show a picture that is not there: ${broken.join(', ')}.`,
      'Put it in public/ and write its path from there, with a leading slash.',
      { file },
    )
  }
}

/** Prints a booklet once to learn on which pages its lectures begin. */
async function numberContents(page: Page, slides: readonly HandoutSlide[]): Promise<Bookmark[]> {
  const { starts, bookmarks } = await findContents((await printPage(page)).pdf, slides)
  await fillContents(page, starts)
  return bookmarks
}

/** Tells the components of a deck which copy of a handout they stand in; none where it is empty. */
async function showCopy(page: Page, copy: string): Promise<void> {
  await page.evaluate(({ event, copy }) => {
    window.dispatchEvent(new CustomEvent(event, { detail: copy }))
    return new Promise(resolve => setTimeout(resolve))
  }, { event: COPY_EVENT, copy })
}
