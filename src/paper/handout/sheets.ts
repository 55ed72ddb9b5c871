import type { Course, Slide } from '../../course/course.ts'
import type { FormulaSpeaker } from '../../markdown/math-to-speech.ts'
import type { PaperPlaces } from '../deck/paper-address.ts'
import type { HandoutSlide } from './handout-slides.ts'
import type { Handout } from './handout.ts'
import type { DeckSize, SlideSize } from './slide-size.ts'
import type { PaperReport } from './talk-report.ts'
import { escapeHtml } from '../../core/escape.ts'
import { qrSvg } from '../../core/qr.ts'
import { hostedAddress } from '../../course/address.ts'
import { notesFor } from '../../course/notes.ts'
import { speak } from '../../language/languages.ts'
import { formulaHtml } from '../../markdown/notes-for-paper.ts'
import { countWords } from '../../markdown/plain-text.ts'
import { copies } from '../../shared/copies.ts'
import { fillSheets } from './fill-sheets.ts'
import { layouts } from './handout-options.ts'
import { byLecture } from './handout-slides.ts'
import { pageNames, slideLengths } from './page-style.ts'
import { rulingHtml } from './ruling.ts'
import { PAIRED_WIDTH } from './sheet-size.ts'
import { shownNotes, slideNotes } from './slide-notes.ts'
import { isReadable, slideSize } from './slide-size.ts'
import { talkReportHtml } from './talk-report.ts'

export interface SheetsOptions {
  course: Course
  /** In which it is written, as a BCP 47 tag. */
  language: string
  handout: Handout
  size: DeckSize
  speakFormula: FormulaSpeaker
  /** Where links in notes lead. */
  places: PaperPlaces
  /** What became of a talk, which stands behind the slides. */
  report?: PaperReport
}

// Words that a lecturer says in a minute.
const PACE = 130
/** Words of notes that stand below a small slide. */
const SHORT_NOTES = 45

/**
 * The HTML of a handout's pages; `data-slot` marks where slides are put, by the ids of their elements. Each lecture
 * begins on a page of its own.
 */
export function sheetsHtml(slides: readonly HandoutSlide[], options: SheetsOptions): string {
  return byLecture(slides).map(({ lecture, slides }) => {
    const sheets = options.handout.layout === 'article'
      ? articleHtml(slides, options)
      : sheetsOf(slides, options)
    const report = options.report ? talkReportHtml(options.report, options.language) : ''
    return `<div class="lecture" style="page: ${pageNames.lecture(lecture)}">${sheets}${report}</div>`
  }).join('\n')
}

function sheetsOf(slides: readonly HandoutSlide[], options: SheetsOptions): string {
  const { handout, size } = options
  if (layouts[handout.layout].kind === 'flow')
    return slides.map(item => cellHtml(item, options)).join('\n')
  const sized = slides.map(item => ({ item, size: slideSize(item, handout, size) }))
  return fillSheets(sized, handout).map((rows) => {
    const strips = rows.map(({ size, height, slides }) => {
      const cells = slides.map(item => cellHtml(item, options, size))
      const style = `--columns: ${size.columns}; height: ${height.toFixed(3)}mm`
      return `<div class="strip" style="${style}">${cells.join('\n')}</div>`
    })
    return `<div class="sheet">${strips.join('\n')}</div>`
  }).join('\n')
}

/** Prose with its slides beside it; those with few words of notes, or none, stand two in a row with these below. */
function articleHtml(slides: readonly HandoutSlide[], options: SheetsOptions): string {
  const parts: string[] = []
  const isLarger = (item: HandoutSlide) => slideSize(item, options.handout, options.size).isLarger
  for (let i = 0; i < slides.length; i++) {
    const [item, next] = [slides[i]!, slides[i + 1]]
    const head = isFirst(item) ? `<div class="head">${titleHtml(item, options)}</div>` : ''
    if (!isShort(item, options)) {
      parts.push(cellHtml(item, options))
      continue
    }
    const isWide = isLarger(item)
    const goesOn = !isWide && next && isShort(next, options) && !isLarger(next)
    const row = goesOn ? [item, next] : [item]
    const cells = row.map(item => cellHtml(item, options)).join('')
    parts.push(`${head}<div class="row${isWide ? ' wide' : ''}">${cells}</div>`)
    i += row.length - 1
  }
  return parts.join('\n')
}

function isShort({ slide, links, board }: HandoutSlide, { course, handout }: SheetsOptions): boolean {
  return board !== undefined || (countWords(shownNotes(slide, course, handout)) <= SHORT_NOTES && links.length < 3)
}

function isFirst({ slide, board }: HandoutSlide): boolean {
  return slide.number === 1 && !board
}

function titleHtml({ slide }: HandoutSlide, { speakFormula }: SheetsOptions): string {
  const parts = slide.title.split(/\$([^$]+)\$/)
  const html = parts.map((part, i) => i % 2 ? formulaHtml(part, speakFormula) : escapeHtml(part))
  return `<h1 class="title">${html.join('')}</h1>`
}

/** Whether students write beside a slide; an asked-for ruling stands in each copy. */
function isWrittenOn({ slide, board }: HandoutSlide, { copy, ruling }: Handout): boolean {
  const { number, layout = number === 1 ? 'cover' : undefined } = slide
  const isRead = layout === 'cover' || layout === 'section'
  return !board && !isRead && (copies[copy].answers === 'blank' || ruling !== 'lines')
}

function cellHtml(
  item: HandoutSlide,
  options: SheetsOptions,
  { isLarger, width }: SlideSize = slideSize(item, options.handout, options.size),
): string {
  const { slide, element } = item
  const notes = layouts[options.handout.layout].notes && !item.board ? slideNotes(item, options) : ''
  const say = speak(options.language, 'paper')
  const name = item.board
    ? say('slidePage', { number: slide.number, page: item.board })
    : say('titledSlide', { number: slide.number, title: slide.title })
  const classes = [
    'cell',
    ...notes ? [] : ['without-notes'],
    ...isFirst(item) ? ['first'] : [],
    ...isLarger ? ['larger'] : [],
    ...isReadable(item, PAIRED_WIDTH, options.size) ? [] : ['alone'],
  ]
  const parts = {
    title: titleHtml(item, options),
    number: `<p class="number">${numberHtml(item, options)}</p>`,
    slot: `<div class="slot" data-slot="${element}" data-section="${escapeHtml(name)}"></div>`,
    notes,
  }
  const content = options.handout.layout === 'article' ? articleCell : sheetCell
  const page = pageNames.slide(item)
  const pages = `data-page="${page}" data-pair="${pageNames.pair(item)}"`
  const style = isLarger ? ` style="${slideLengths(width, options.size)}"` : ''
  return `<section class="${classes.join(' ')}" ${pages}${style}>${content(item, parts, options)}</section>`
}

type CellParts = Record<'title' | 'number' | 'slot' | 'notes', string>

function articleCell(item: HandoutSlide, { title, number, slot, notes }: CellParts, options: SheetsOptions): string {
  return [
    title,
    `<div class="figure">${slot}${number}${qrHtml(item, options)}</div>`,
    notesHtml(item, notes, options),
  ].join('')
}

function sheetCell(item: HandoutSlide, { number, slot, notes }: CellParts, options: SheetsOptions): string {
  const { code, landscape } = layouts[options.handout.layout]
  const ruling = landscape || !isWrittenOn(item, options.handout) ? '' : rulingHtml(options.handout)
  return [
    number,
    slot,
    code ? qrHtml(item, options) : '',
    `<div class="side">${notesHtml(item, notes, options)}${ruling}</div>`,
  ].join('')
}

function notesHtml({ slide }: HandoutSlide, notes: string, { language }: SheetsOptions): string {
  const name = speak(language, 'paper')('notesOf', { number: slide.number })
  return notes && `<div class="notes" data-section="${escapeHtml(name)}">${notes}</div>`
}

function numberHtml(item: HandoutSlide, { course, language, handout }: SheetsOptions): string {
  const { slide } = item
  const say = speak(language, 'paper')
  if (item.board)
    return say('slidePage', { number: slide.number, page: item.board })
  const text = say('slide', { number: slide.number })
  const url = slideUrl(course, item)
  const timing = copies[handout.copy].timing ? ` <span class="timing">${timingText(slide, language)}</span>` : ''
  return `${url ? `<a href="${escapeHtml(url)}">${text}</a>` : text}${timing}`
}

/** How long a slide takes: what its author says, else the time in which its notes can be said. */
function timingText({ minutes, notes }: Slide, language: string): string {
  const say = speak(language, 'lengths')
  if (minutes !== undefined)
    return say('minutes', { n: minutes })
  const time = Math.max(0.5, Math.round(countWords(notesFor(notes, 'presenter')) / PACE * 2) / 2)
  return say('aboutMinutes', { n: time })
}

/**
 * Where a slide is on the web, only where the course is hosted: its place on the lecture's page, where a recording
 * begins at the moment that shows it.
 */
function slideUrl({ url }: Course, { slide, lecture }: HandoutSlide): string | undefined {
  return hostedAddress({ kind: 'slide', lecture, slide }, { url })
}

function qrHtml(item: HandoutSlide, { course, language }: SheetsOptions): string {
  const url = slideUrl(course, item)
  if (!url)
    return ''
  const label = speak(language, 'paper')('slideOnWeb', { number: item.slide.number })
  return `<a class="qr" href="${escapeHtml(url)}">${qrSvg(url, label)}</a>`
}
