import type { Course, Slide } from '../../course/course.ts'
import type { HandoutSlide } from './handout-slides.ts'
import type { Handout } from './handout.ts'
import type { SheetsOptions } from './sheets.ts'
import { escapeHtml } from '../../core/escape.ts'
import { notesFor } from '../../course/notes.ts'
import { shortAddress } from '../../markdown/short-address.ts'
import { copies } from '../../shared/copies.ts'
import { paperLink } from '../deck/paper-address.ts'
import { paperNotes } from './paper-notes.ts'

/** The Markdown of the notes that stand in a copy. */
export function shownNotes({ notes }: Slide, { notesPublic }: Course, { copy }: Handout): string {
  const { reader } = copies[copy]
  return reader !== 'student' || notesPublic ? notesFor(notes, reader) : ''
}

/**
 * Notes of a slide and the addresses of its links; nothing where there are neither, or where this copy must not have
 * them.
 */
export function slideNotes(
  { slide, lecture, links, element }: HandoutSlide,
  { course, language, handout, speakFormula: speak, places }: SheetsOptions,
): string {
  const { reader, answers } = copies[handout.copy]
  const addresses: string[] = []
  const isPublic = shownNotes(slide, course, handout) !== ''
  const link = (address: string) => paperLink(address, lecture, places)
  const options = { speak, language, link, idPrefix: `s${element}`, addresses }
  const notes = isPublic ? paperNotes(slide.notes, reader, options) : ''
  // A link's words, and where it leads, are part of the answer in which it stands.
  const shown = links.filter(({ inAnswer }) => !inAnswer || answers === 'shown')
  const first = new Map([...shown].reverse().map(link => [link.href, link]))
  const others = shown.filter(link => first.get(link.href) === link && !addresses.includes(link.href))
  const items = [
    ...addresses.map((href, n) => `<li value="${n + 1}">${addressHtml(shortAddress(href))}</li>`),
    ...others.map(link => `<li class="on-slide">${linkText(link)}</li>`),
  ]
  return notes + (items.length ? `<ol class="addresses">${items.join('')}</ol>` : '')
}

function linkText({ text, href }: HandoutSlide['links'][number]): string {
  const address = shortAddress(href)
  return (shortAddress(text) === address ? '' : `${escapeHtml(text)}: `) + addressHtml(address)
}

/** An address is written to the right in every language. */
function addressHtml(address: string): string {
  return `<bdi dir="ltr">${escapeHtml(address)}</bdi>`
}
