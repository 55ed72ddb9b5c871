import type { Course, Lecture, Slide } from '../../course/course.ts'
import type { FormulaSpeaker } from '../../markdown/math-to-speech.ts'
import type { Layout } from './choices.ts'
import type { Handout } from './chosen-handout.ts'
import { escapeHtml } from '../../core/escape.ts'
import { notesFor } from '../../course/notes.ts'
import { countWords } from '../../markdown/plain-text.ts'
import { copies } from '../../shared/copies.ts'
import { shortAddress } from './address.ts'
import { layouts, roomSize } from './choices.ts'
import { lecturePage } from './lecture-page.ts'
import { notesHtml } from './notes-html.ts'
import { qrSvg } from './qr.ts'
import { roomHtml } from './room-svg.ts'

/** A slide in its place on paper. */
export interface HandoutSlide {
  slide: Slide
  lecture: Lecture
  /** Links on the slide that lead out of the course. */
  links: { text: string, href: string }[]
}

export interface SheetsOptions {
  course: Course
  handout: Handout
  speak: FormulaSpeaker
}

// Words that a lecturer says in a minute.
const PACE = 130

/** The HTML of a handout's pages; `data-slot` marks where slides are put, by their place in `slides`. Each lecture begins on a page of its own. */
export function sheetsHtml(slides: readonly HandoutSlide[], options: SheetsOptions): string {
  const lectures = [...new Set(slides.map(({ lecture }) => lecture))]
  return lectures.map((lecture, i) => {
    const cells = slides.flatMap((slide, i) => slide.lecture === lecture ? [cellHtml(slide, i, options)] : [])
    return `<div class="lecture" style="page: ${lecturePage(i)}">${sheetsOf(cells, options.handout.layout)}</div>`
  }).join('\n')
}

function sheetsOf(cells: readonly string[], layout: Layout): string {
  const { kind, columns, rows } = layouts[layout]
  if (kind === 'flow')
    return cells.join('\n')
  const size = columns * rows
  return Array.from({ length: Math.ceil(cells.length / size) }, (_, i) => `<div class="sheet">${cells.slice(i * size, (i + 1) * size).join('\n')}</div>`).join('\n')
}

function cellHtml(item: HandoutSlide, i: number, options: SheetsOptions): string {
  const { layout, paper, room } = options.handout
  const most = roomSize(layout, paper)
  const { slide } = item
  const notes = layouts[layout].notes ? slideNotes(item, i, options) : ''
  const number = `<p class="number">${numberHtml(item, options)}</p>`
  const slot = `<div class="slot" data-slot="${i}"></div>`
  const parts = layout === 'article'
    ? [`<h1 class="title">${escapeHtml(slide.title)}</h1>`, `<div class="figure">${slot}${number}${qrHtml(item, options)}</div>`, `<div class="notes">${notes}</div>`]
    : [
        number,
        slot,
        layouts[layout].code ? qrHtml(item, options) : '',
        `<div class="side">${notes && `<div class="notes">${notes}</div>`}${layouts[layout].landscape ? '' : roomHtml(room, most.width, most.height)}</div>`,
      ]
  const classes = ['cell', ...notes ? [] : ['without-notes'], ...slide.number === 1 ? ['first'] : []]
  return `<section class="${classes.join(' ')}">${parts.join('')}</section>`
}

function numberHtml({ slide, lecture }: HandoutSlide, { course, handout }: SheetsOptions): string {
  const timing = copies[handout.copy].timing ? ` <span class="timing">${timingText(slide)}</span>` : ''
  const text = `Slide ${slide.number}`
  return `${course.url ? `<a href="${escapeHtml(slideUrl(course, lecture, slide))}">${text}</a>` : text}${timing}`
}

/** How long a slide takes: what its author says, else the time in which its notes can be said. */
function timingText({ minutes, notes }: Slide): string {
  if (minutes !== undefined)
    return `${minutes} min`
  const time = Math.max(0.5, Math.round(countWords(notesFor(notes, 'presenter')) / PACE * 2) / 2)
  return `about ${time} min`
}

/** Where a slide is on the web; only where the course is hosted. */
export function slideUrl({ url }: Course, { slug }: Lecture, { id }: Slide): string {
  return `${url}/${encodeURIComponent(slug)}/deck/#/${encodeURIComponent(id)}`
}

function qrHtml({ slide, lecture }: HandoutSlide, { course }: SheetsOptions): string {
  if (!course.url)
    return ''
  const url = slideUrl(course, lecture, slide)
  return `<a class="qr" href="${escapeHtml(url)}">${qrSvg(url, `Slide ${slide.number} on the web`)}</a>`
}

/** Notes of a slide and the addresses of its links; nothing where there are neither, or where this copy must not have them. */
function slideNotes({ slide, links }: HandoutSlide, i: number, { course, handout, speak }: SheetsOptions): string {
  const { reader } = copies[handout.copy]
  const addresses: string[] = []
  const html = reader === 'student' && !course.notesPublic ? '' : notesHtml(slide.notes, reader, { speak, idPrefix: `s${i}`, addresses })
  const items = [
    ...addresses.map((href, n) => `<li value="${n + 1}">${escapeHtml(shortAddress(href))}</li>`),
    ...links.filter(({ href }) => !addresses.includes(href)).map(({ text, href }) => `<li class="on-slide">${escapeHtml(shortAddress(text) === shortAddress(href) ? '' : `${text}: `)}${escapeHtml(shortAddress(href))}</li>`),
  ]
  return html + (items.length ? `<ol class="addresses">${items.join('')}</ol>` : '')
}
