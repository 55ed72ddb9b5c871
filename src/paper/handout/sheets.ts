import type { Course, Slide } from '../../course/course.ts'
import type { FormulaSpeaker } from '../../markdown/math-to-speech.ts'
import type { PaperPlaces } from '../deck/paper-address.ts'
import type { HandoutSlide } from './handout-slides.ts'
import type { Handout } from './handout.ts'
import { escapeHtml } from '../../core/escape.ts'
import { qrSvg } from '../../core/qr.ts'
import { hostedAddress } from '../../course/address.ts'
import { notesFor } from '../../course/notes.ts'
import { formulaHtml } from '../../markdown/notes-for-paper.ts'
import { countWords } from '../../markdown/plain-text.ts'
import { copies } from '../../shared/copies.ts'
import { layouts } from './handout-options.ts'
import { byLecture } from './handout-slides.ts'
import { pageNames } from './page-style.ts'
import { rulingHtml } from './ruling.ts'
import { shownNotes, slideNotes } from './slide-notes.ts'

export interface SheetsOptions {
  course: Course
  handout: Handout
  speak: FormulaSpeaker
  /** Where links in notes lead. */
  places: PaperPlaces
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
      : sheetsOf(slides.map(item => cellHtml(item, options)), options.handout)
    return `<div class="lecture" style="page: ${pageNames.lecture(lecture)}">${sheets}</div>`
  }).join('\n')
}

function sheetsOf(cells: readonly string[], { layout }: Handout): string {
  const { kind, columns, rows } = layouts[layout]
  if (kind === 'flow')
    return cells.join('\n')
  const size = columns * rows
  return Array.from({ length: Math.ceil(cells.length / size) }, (_, i) => {
    const own = cells.slice(i * size, (i + 1) * size)
    return `<div class="sheet">${own.join('\n')}</div>`
  }).join('\n')
}

/** Prose with its slides beside it; those with few words of notes, or none, stand two in a row with these below. */
function articleHtml(slides: readonly HandoutSlide[], options: SheetsOptions): string {
  const parts: string[] = []
  for (let i = 0; i < slides.length; i++) {
    const [item, next] = [slides[i]!, slides[i + 1]]
    const head = isFirst(item) ? `<div class="head">${titleHtml(item, options)}</div>` : ''
    if (!isShort(item, options)) {
      parts.push(cellHtml(item, options))
      continue
    }
    const row = next && isShort(next, options) ? [item, next] : [item]
    parts.push(`${head}<div class="row">${row.map(item => cellHtml(item, options)).join('')}</div>`)
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

function titleHtml({ slide }: HandoutSlide, { speak }: SheetsOptions): string {
  const parts = slide.title.split(/\$([^$]+)\$/)
  const html = parts.map((part, i) => i % 2 ? formulaHtml(part, speak) : escapeHtml(part))
  return `<h1 class="title">${html.join('')}</h1>`
}

/** Whether students write beside a slide; an asked-for ruling stands in each copy. */
function isWrittenOn({ slide, board }: HandoutSlide, { copy, ruling }: Handout): boolean {
  const { number, layout = number === 1 ? 'cover' : undefined } = slide
  const isRead = layout === 'cover' || layout === 'section'
  return !board && !isRead && (copies[copy].answers === 'blank' || ruling !== 'lines')
}

function cellHtml(item: HandoutSlide, options: SheetsOptions): string {
  const { slide, element } = item
  const notes = layouts[options.handout.layout].notes && !item.board ? slideNotes(item, options) : ''
  const name = item.board ? `Slide ${slide.number}, page ${item.board}` : `Slide ${slide.number}: ${slide.title}`
  const classes = ['cell', ...notes ? [] : ['without-notes'], ...isFirst(item) ? ['first'] : []]
  const parts = {
    title: titleHtml(item, options),
    number: `<p class="number">${numberHtml(item, options)}</p>`,
    slot: `<div class="slot" data-slot="${element}" data-section="${escapeHtml(name)}"></div>`,
    notes,
  }
  const content = options.handout.layout === 'article' ? articleCell : sheetCell
  const page = pageNames.slide(item)
  const pages = `data-page="${page}" data-pair="${pageNames.pair(item)}"`
  return `<section class="${classes.join(' ')}" ${pages}>${content(item, parts, options)}</section>`
}

type CellParts = Record<'title' | 'number' | 'slot' | 'notes', string>

function articleCell(item: HandoutSlide, { title, number, slot, notes }: CellParts, options: SheetsOptions): string {
  return [
    title,
    `<div class="figure">${slot}${number}${qrHtml(item, options)}</div>`,
    notesHtml(item, notes),
  ].join('')
}

function sheetCell(item: HandoutSlide, { number, slot, notes }: CellParts, options: SheetsOptions): string {
  const { code, landscape } = layouts[options.handout.layout]
  const ruling = landscape || !isWrittenOn(item, options.handout) ? '' : rulingHtml(options.handout)
  return [
    number,
    slot,
    code ? qrHtml(item, options) : '',
    `<div class="side">${notesHtml(item, notes)}${ruling}</div>`,
  ].join('')
}

function notesHtml({ slide }: HandoutSlide, notes: string): string {
  return notes && `<div class="notes" data-section="Notes of slide ${slide.number}">${notes}</div>`
}

function numberHtml(item: HandoutSlide, { course, handout }: SheetsOptions): string {
  const { slide } = item
  if (item.board)
    return `Slide ${slide.number}, page ${item.board}`
  const text = `Slide ${slide.number}`
  const url = slideUrl(course, item)
  const timing = copies[handout.copy].timing ? ` <span class="timing">${timingText(slide)}</span>` : ''
  return `${url ? `<a href="${escapeHtml(url)}">${text}</a>` : text}${timing}`
}

/** How long a slide takes: what its author says, else the time in which its notes can be said. */
function timingText({ minutes, notes }: Slide): string {
  if (minutes !== undefined)
    return `${minutes} min`
  const time = Math.max(0.5, Math.round(countWords(notesFor(notes, 'presenter')) / PACE * 2) / 2)
  return `about ${time} min`
}

/**
 * Where a slide is on the web, only where the course is hosted: its place on the lecture's page, where a recording
 * begins at the moment that shows it.
 */
function slideUrl({ url }: Course, { slide, lecture }: HandoutSlide): string | undefined {
  return hostedAddress({ kind: 'slide', lecture, slide }, { url })
}

function qrHtml(item: HandoutSlide, { course }: SheetsOptions): string {
  const url = slideUrl(course, item)
  if (!url)
    return ''
  return `<a class="qr" href="${escapeHtml(url)}">${qrSvg(url, `Slide ${item.slide.number} on the web`)}</a>`
}
