import type { MarkedParts, PdfFinding, RepairOptions, VisiblePage } from '@docent/pdf-ua'
import type { Page } from 'playwright-chromium'
import type { Problem } from '../../core/errors.ts'
import type { Course, Lecture } from '../../course/course.ts'
import type { PdfTask, ProvedPdf } from './prove-pdf.ts'
import { markParts, pdfRules, unmarkParts } from '@docent/pdf-ua'
import { throwProblems } from '../../core/errors.ts'
import { createThreads } from '../../core/threads.ts'
import { settleFonts } from './settle-fonts.ts'

/** A finished PDF with what is wrong with it that only the author can make good. */
export interface PrintedPdf {
  pdf: Uint8Array
  pages: number
  warnings: Problem[]
}

/** What people see on slides and do not find in the text of a file. */
export interface ToldLosses {
  words: Set<string>
  figures: number
  /** Pictures that nobody hears of. */
  pictures: number
}

interface FinishPdfOptions {
  /** What the file is called in messages, e.g. `the slides of "Kernels"`. */
  name: string
  repair: RepairOptions
  /** Whether colours become shades of gray. */
  gray?: boolean
  /** What a person sees on each page; or anywhere in the file, where its text flows. */
  visible: readonly VisiblePage[] | VisiblePage
  /** What other files of the lecture have been found to lack, of which nothing is said again; it grows. */
  told?: ToldLosses
  /** Where a page comes from: the slide's name, where the page is one of a slide, and its place. */
  where: (page: number) => { name?: string, file: string, line?: number }
}

interface FinishedPdf {
  bytes: Uint8Array
  /** All text that each page draws. */
  texts: string[]
  /** What only the author can make good; the file is whole, but somebody will miss something. */
  warnings: Problem[]
}

/** In a thread of its own: while a file is repaired, the browser lays out the next one. */
const provePdf = createThreads<PdfTask, ProvedPdf>('src/paper/deck/pdf-thread.ts')

// Only the author can choose other letters.
const WARNED = new Set<string>(['letter', 'missing-letter'])

/** A page of the browser on paper, with what its tags do not say. */
export interface PrintedPage {
  pdf: Uint8Array
  parts: MarkedParts
}

/**
 * Prints a page of the browser as it is, with tags and bookmarks, on the sheets that its style asks for. Elements with
 * `data-section` become sections of that name.
 */
export async function printPage(page: Page): Promise<PrintedPage> {
  await settleFonts(page)
  const parts = await page.evaluate(markParts)
  try {
    const pdf = await page.pdf({ tagged: true, outline: true, preferCSSPageSize: true, printBackground: true })
    return { pdf, parts }
  }
  finally {
    await page.evaluate(unmarkParts)
  }
}

/** What the window of a reader shows: the lecture and its course. */
export function documentTitle(course: Course, lecture: Lecture): string {
  return lecture.title === course.title ? lecture.title : `${lecture.title} · ${course.title}`
}

/**
 * Repairs a printed file, then proves that it keeps the rules of PDF/UA-1 and that nothing seen on a page was lost.
 * @throws UserError that names each broken rule with its page and element
 */
export async function finishPdf(
  { pdf: printed, parts }: PrintedPage,
  { name, repair, gray = false, visible, told = nothingTold(), where }: FinishPdfOptions,
): Promise<FinishedPdf> {
  const left = 'words' in visible ? without(told, visible) : visible
  const words = ('words' in visible ? [visible] : visible).flatMap(({ words }) => words)
  const task = { printed, repair: { ...repair, parts, words }, gray, visible: left }
  const { bytes, texts, warnings, findings, losses } = await provePdf(task)
  const inWords = ({ rule, page, element, message }: PdfFinding) =>
    problem(page, `${message}${element ? ` (${element})` : ''} ${pdfRules[rule].description}`)
  throwProblems(findings.filter(({ rule }) => !WARNED.has(rule)).map(inWords))
  const silent = warnings.filter(({ kind }) => kind === 'figure')
  const news = told.pictures ? [] : silent
  const others = losses.filter(({ page, words, figures }) =>
    words.length || figures > silent.filter(warning => warning.page === page).length)
  told.pictures += silent.length
  for (const { words, figures } of losses) {
    words.forEach(word => told.words.add(word))
    told.figures += figures
  }
  return {
    bytes,
    texts,
    warnings: [
      ...news.map(({ page, message }) => problem(page, message)),
      ...others.map(({ page, message }) => problem('words' in visible ? undefined : page, message)),
      ...lettersOfFonts(findings).map(inWords),
    ],
  }

  function problem(page: number | undefined, message: string): Problem {
    if (page === undefined)
      return { message: `${name}: ${message}` }
    const { name: place, file, line } = where(page)
    return { message: `${place ? `${place}, on page` : 'Page'} ${page} of ${name}: ${message}`, file, line }
  }
}

/** What is known before the first file of a lecture. */
export function nothingTold(): ToldLosses {
  return { words: new Set(), figures: 0, pictures: 0 }
}

function without(told: ToldLosses, { words, figures }: VisiblePage): VisiblePage {
  return { words: words.filter(word => !told.words.has(word)), figures: Math.max(0, figures - told.figures) }
}

/** What is wrong with letters, once for each font and not for each of its pages. */
function lettersOfFonts(findings: readonly PdfFinding[]): PdfFinding[] {
  const byFont = new Map<string, PdfFinding[]>()
  for (const finding of findings.filter(({ rule }) => WARNED.has(rule))) {
    const key = `${finding.rule} ${finding.element}`
    byFont.set(key, [...byFont.get(key) ?? [], finding])
  }
  return Array.from(byFont.values(), ([first, ...others]) => {
    const pages = `So on ${others.length} other ${others.length === 1 ? 'page' : 'pages'}.`
    return { ...first!, message: others.length ? `${first!.message} ${pages}` : first!.message }
  })
}
