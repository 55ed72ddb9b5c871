import type { Course, Slide } from '../../course/course.ts'
import type { FormulaSpeaker } from '../../markdown/math-to-speech.ts'
import type { HandoutSlide } from './handout-slides.ts'
import type { Handout } from './handout.ts'
import { escapeHtml } from '../../core/escape.ts'
import { qrSvg } from '../../core/qr.ts'
import { notesFor } from '../../course/notes.ts'
import { speak } from '../../language/languages.ts'
import { countWords } from '../../markdown/plain-text.ts'
import { shortAddress } from '../../markdown/short-address.ts'
import { copies } from '../../shared/copies.ts'
import { layouts } from './handout-options.ts'
import { byLecture } from './handout-slides.ts'
import { pageNames } from './page-style.ts'
import { paperNotes } from './paper-notes.ts'
import { rulingHtml } from './ruling.ts'

interface SheetsOptions {
  course: Course
  /** In which it is written, as a BCP 47 tag. */
  language: string
  handout: Handout
  speakFormula: FormulaSpeaker
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
  const classes = ['cell', ...notes ? [] : ['without-notes'], ...isFirst ? ['first'] : []]
  const parts = {
    title: `<h1 class="title">${escapeHtml(slide.title)}</h1>`,
    number: `<p class="number">${numberHtml(item, options)}</p>`,
    slot: `<div class="slot" data-slot="${element}"></div>`,
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
    `<div class="notes">${notes}</div>`,
  ].join('')
}

function sheetCell(item: HandoutSlide, { number, slot, notes }: CellParts, options: SheetsOptions): string {
  const { code, landscape } = layouts[options.handout.layout]
  const ruling = landscape ? '' : rulingHtml(options.handout)
  return [
    number,
    slot,
    code ? qrHtml(item, options) : '',
    `<div class="side">${notes && `<div class="notes">${notes}</div>`}${ruling}</div>`,
  ].join('')
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

/** Where a slide is on the web; only where the course is hosted. */
function slideUrl({ url }: Course, { slide, lecture }: HandoutSlide): string | undefined {
  return url && `${url}/${encodeURIComponent(lecture.slug)}/deck/#/${encodeURIComponent(slide.id)}`
}

function qrHtml(item: HandoutSlide, { course, language }: SheetsOptions): string {
  const url = slideUrl(course, item)
  if (!url)
    return ''
  const label = speak(language, 'paper')('slideOnWeb', { number: item.slide.number })
  return `<a class="qr" href="${escapeHtml(url)}">${qrSvg(url, label)}</a>`
}

/**
 * Notes of a slide and the addresses of its links; nothing where there are neither, or where this copy must not have
 * them.
 */
function slideNotes({ slide, links, element }: HandoutSlide, options: SheetsOptions): string {
  const { course, handout, language, speakFormula: speak } = options
  const { reader, answers } = copies[handout.copy]
  const addresses: string[] = []
  const isPublic = reader !== 'student' || course.notesPublic
  const notes = isPublic ? paperNotes(slide.notes, reader, { speak, language, idPrefix: `s${element}`, addresses }) : ''
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
