import type { Standpoint } from '../course/address.ts'
import type { Course, Slide } from '../course/course.ts'
import type { PresenterData, PresenterSlide } from '../shared/live.ts'
import type { LiveTalk } from './live-talk.ts'
import { deckPath, resolveAddress } from '../course/address.ts'
import { notesFor } from '../course/notes.ts'
import { forScreen } from '../markdown/notes-for-screen.ts'
import { notesToHtml } from '../markdown/notes-html.ts'

const CLICK = /\[click(?::(\d+))?\]/

/** What a presenter view shows of a lecture: all notes, private ones too. */
export function presenterData({ lecture, clicks, plan }: LiveTalk, course: Course): PresenterData {
  const { slug, title, slides } = lecture
  const { language } = course
  const link = (href: string) => linkOf(href, { course, lecture })
  return {
    slug,
    title,
    language,
    slides: slides.map((slide, i): PresenterSlide => ({
      id: slide.id,
      number: slide.number,
      title: slide.title,
      clicks: clicks[i] ?? 0,
      planned: plan[i]!,
      optional: slide.frontmatter.optional === true,
      notes: notesOf(slide, { language, link }),
    })),
  }
}

/** The notes of a slide, a part for each of its `[click]` marks. */
function notesOf(
  { notes, id }: Slide,
  { language, link }: { language: string, link: (href: string) => string },
): PresenterSlide['notes'] {
  const parts = notesFor(notes, 'presenter').split(new RegExp(CLICK, 'g'))
  let from = 0
  const html = (markdown: string, i: number) =>
    notesToHtml(markdown, forScreen({ language, link, idPrefix: `${id}-${i}-` }))
  const found: PresenterSlide['notes'] = [{ from, html: html(parts[0] ?? '', 0) }]
  for (let i = 1; i < parts.length; i += 2) {
    from += Number(parts[i] ?? 1)
    found.push({ from, html: html(parts[i + 1] ?? '', i) })
  }
  return found.filter(({ html }) => html.trim())
}

/** The address of a link from `<slug>/presenter/`: a slide of the lecture by its id, else what decks lead to. */
function linkOf(href: string, standpoint: Standpoint): string {
  const target = resolveAddress(href, standpoint)
  if (target.kind === 'slide' && target.lecture === standpoint.lecture)
    return `#/${encodeURIComponent(target.slide.id)}`
  const place = deckPath(target)
  return place ? `../../${place}` : href
}
