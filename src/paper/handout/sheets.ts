import type { Course, Slide } from '../../course/course.ts'
import type { FormulaSpeaker } from '../../markdown/math-to-speech.ts'
import type { PaperPlaces } from '../deck/paper-address.ts'
import type { HandoutSlide } from './handout-slides.ts'
import type { Handout } from './handout.ts'
import { escapeHtml } from '../../core/escape.ts'
import { qrSvg } from '../../core/qr.ts'
import { hostedAddress } from '../../course/address.ts'
import { notesFor } from '../../course/notes.ts'
import { countWords } from '../../markdown/plain-text.ts'
import { shortAddress } from '../../markdown/short-address.ts'
import { copies } from '../../shared/copies.ts'
import { paperLink } from '../deck/paper-address.ts'
import { layouts } from './handout-options.ts'
import { byLecture } from './handout-slides.ts'
import { pageNames } from './page-style.ts'
import { paperNotes } from './paper-notes.ts'
import { rulingHtml } from './ruling.ts'

interface SheetsOptions {
  course: Course
  handout: Handout
  speak: FormulaSpeaker
  /** Where links in notes lead. */
  places: PaperPlaces
}

// Words that a lecturer says in a minute.
const PACE = 130

/**
 * The HTML of a handout's pages; `data-slot` marks where slides are put, by the ids of their elements. Each lecture
 * begins on a page of its own.
 */
export function sheetsHtml(slides: readonly HandoutSlide[], options: SheetsOptions): string {
  return byLecture(slides).map(({ lecture, slides }) => {
    const cells = slides.map(item => cellHtml(item, options))
    const sheets = sheetsOf(cells, options.handout)
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

function cellHtml(item: HandoutSlide, options: SheetsOptions): string {
  const { slide, element } = item
  const notes = layouts[options.handout.layout].notes && !item.board ? slideNotes(item, options) : ''
  const isFirst = slide.number === 1 && !item.board
  const name = item.board ? `Slide ${slide.number}, page ${item.board}` : `Slide ${slide.number}: ${slide.title}`
  const classes = ['cell', ...notes ? [] : ['without-notes'], ...isFirst ? ['first'] : []]
  const parts = {
    title: `<h1 class="title">${escapeHtml(slide.title)}</h1>`,
    number: `<p class="number">${numberHtml(item, options)}</p>`,
    slot: `<div class="slot" data-slot="${element}" data-section="${escapeHtml(name)}"></div>`,
    notes,
  }
  const content = options.handout.layout === 'article' ? articleCell : sheetCell
  const page = pageNames.slide(item)
  return `<section class="${classes.join(' ')}" data-page="${page}">${content(item, parts, options)}</section>`
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
  const ruling = landscape ? '' : rulingHtml(options.handout)
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

/**
 * Notes of a slide and the addresses of its links; nothing where there are neither, or where this copy must not have
 * them.
 */
function slideNotes(
  { slide, lecture, links, element }: HandoutSlide,
  { course, handout, speak, places }: SheetsOptions,
): string {
  const { reader, answers } = copies[handout.copy]
  const addresses: string[] = []
  const isPublic = reader !== 'student' || course.notesPublic
  const link = (address: string) => paperLink(address, lecture, places)
  const options = { speak, link, idPrefix: `s${element}`, addresses }
  const notes = isPublic ? paperNotes(slide.notes, reader, options) : ''
  // A link's words, and where it leads, are part of the answer in which it stands.
  const shown = links.filter(({ inAnswer }) => !inAnswer || answers === 'shown')
  const first = new Map([...shown].reverse().map(link => [link.href, link]))
  const others = shown.filter(link => first.get(link.href) === link && !addresses.includes(link.href))
  const items = [
    ...addresses.map((href, n) => `<li value="${n + 1}">${escapeHtml(shortAddress(href))}</li>`),
    ...others.map(link => `<li class="on-slide">${linkText(link)}</li>`),
  ]
  return notes + (items.length ? `<ol class="addresses">${items.join('')}</ol>` : '')
}

function linkText({ text, href }: HandoutSlide['links'][number]): string {
  const address = shortAddress(href)
  return escapeHtml(shortAddress(text) === address ? address : `${text}: ${address}`)
}
