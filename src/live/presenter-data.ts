import type { Course, Slide } from '../course/course.ts'
import type { PresenterData, PresenterSlide } from '../shared/live.ts'
import type { LiveTalk } from './live-talk.ts'
import { notesFor } from '../course/notes.ts'
import { forScreen } from '../markdown/notes-for-screen.ts'
import { notesToHtml } from '../markdown/notes-html.ts'

const CLICK = /\[click(?::(\d+))?\]/

/** What a presenter view shows of a lecture: all notes, private ones too. */
export function presenterData({ lecture, clicks, plan }: LiveTalk, { language }: Course): PresenterData {
  const { slug, title, slides } = lecture
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
      notes: notesOf(slide, language),
    })),
  }
}

/** The notes of a slide, a part for each of its `[click]` marks. */
function notesOf({ notes, id }: Slide, language: string): PresenterSlide['notes'] {
  const parts = notesFor(notes, 'presenter').split(new RegExp(CLICK, 'g'))
  let from = 0
  const html = (markdown: string, i: number) => notesToHtml(markdown, forScreen({ language, idPrefix: `${id}-${i}-` }))
  const found: PresenterSlide['notes'] = [{ from, html: html(parts[0] ?? '', 0) }]
  for (let i = 1; i < parts.length; i += 2) {
    from += Number(parts[i] ?? 1)
    found.push({ from, html: html(parts[i + 1] ?? '', i) })
  }
  return found.filter(({ html }) => html.trim())
}
