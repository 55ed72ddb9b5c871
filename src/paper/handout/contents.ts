import type { Bookmark } from '@docent/pdf-ua'
import type { Page } from 'playwright-chromium'
import type { Course } from '../../course/course.ts'
import type { HandoutSlide } from './handout-slides.ts'
import { readPdf } from '@docent/pdf-ua'
import { escapeHtml } from '../../core/escape.ts'
import { speak } from '../../language/languages.ts'
import { byLecture } from './handout-slides.ts'

/** The table of contents of a booklet; the numbers of its pages come later. Each line leads to a lecture. */
export function contentsHtml(course: Course, slides: readonly HandoutSlide[]): string {
  const { title, description, author, language } = course
  const say = speak(language, 'lengths')
  const items = byLecture(slides).map(({ lecture, slides: [first] }) => {
    const link = `<a href="#${first?.element}">${escapeHtml(lecture.title)}</a>`
    const size = `<span class="size">${say('slides', { n: lecture.slides.length })}</span>`
    return `<li>${link} ${size} <span class="at">000</span></li>`
  })
  const lines = [
    `<h1>${escapeHtml(title)}</h1>`,
    description && `<p>${escapeHtml(description)}</p>`,
    author && `<p class="author">${escapeHtml(author)}</p>`,
    `<ol>${items.join('')}</ol>`,
  ]
  return `<section class="contents">${lines.filter(Boolean).join('')}</section>`
}

/** What the first print of a booklet tells of the second: the page on which each lecture begins, and the bookmarks. */
export async function findContents(
  printed: Uint8Array,
  slides: readonly HandoutSlide[],
): Promise<{ starts: number[], bookmarks: Bookmark[] }> {
  const lectures = byLecture(slides)
  const { pages, outline } = await readPdf(printed)
  const links = pages.flatMap(({ annotations }) => annotations.filter(({ kind }) => kind === 'Link'))
  // A link that runs over two lines is two areas with the same goal.
  const starts = [...new Set(links.flatMap(({ page }) => page ?? []))].slice(0, lectures.length)
  const bookmarks = lectures.flatMap(({ lecture }, i): Bookmark[] => {
    const [start, next] = [starts[i] ?? 1, starts[i + 1] ?? pages.length + 1]
    const inside = outline.flatMap(({ title, page }): Bookmark[] => {
      // The first heading of a lecture is its title.
      if (page === undefined || page < start || page >= next || squash(title) === squash(lecture.title))
        return []
      const slide = lecture.slides.find(slide => squash(slide.title) === squash(title))
      return [{ title: slide?.title ?? title, page, level: 2 }]
    })
    return [{ title: lecture.title, page: start }, ...inside]
  })
  return { starts, bookmarks }
}

/** The browser's own bookmarks lack the space where a heading's line ends. */
function squash(title: string): string {
  return title.replace(/\s/g, '')
}

/** Puts the numbers of pages into the table of contents of a mounted booklet. */
export async function fillContents(page: Page, starts: readonly number[]): Promise<void> {
  await page.evaluate((starts) => {
    document.querySelectorAll('#docent-handout .contents .at').forEach((cell, i) => {
      cell.textContent = String(starts[i] ?? '')
    })
  }, starts)
}
