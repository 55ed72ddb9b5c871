import type { Bookmark } from '@docent/pdf-ua'
import type { Page } from 'playwright-chromium'
import type { Course } from '../../course/course.ts'
import type { HandoutSlide } from './sheets.ts'
import { readPdf } from '@docent/pdf-ua'
import { escapeHtml } from '../../core/escape.ts'
import { countOf } from '../../core/format.ts'

/** The table of contents of a booklet; the numbers of its pages come later. Each line leads to its lecture's first slide. */
export function contentsHtml({ title, description, author }: Course, slides: readonly HandoutSlide[], ids: readonly string[]): string {
  const firsts = slides.map(({ lecture }, i) => ({ lecture, id: ids[i]! })).filter(({ lecture }, i) => slides[i - 1]?.lecture !== lecture)
  const items = firsts.map(({ lecture, id }) => `<li><a href="#${id}">${escapeHtml(lecture.title)}</a> <span class="size">${countOf(lecture.slides.length, 'slide')}</span> <span class="at">000</span></li>`)
  return `<section class="contents"><h1>${escapeHtml(title)}</h1>${description ? `<p>${escapeHtml(description)}</p>` : ''}${author ? `<p class="author">${escapeHtml(author)}</p>` : ''}<ol>${items.join('')}</ol></section>`
}

/** What the first print of a booklet tells of the second: the page on which each lecture begins, and the bookmarks. */
export async function findContents(printed: Uint8Array, slides: readonly HandoutSlide[]): Promise<{ starts: number[], bookmarks: Bookmark[] }> {
  const lectures = [...new Set(slides.map(({ lecture }) => lecture))]
  const { pages, outline } = await readPdf(printed)
  // A link that runs over two lines is two areas with the same goal.
  const goals = pages.flatMap(({ annotations }) => annotations).flatMap(({ kind, page }) => kind === 'Link' && page ? [page] : [])
  const starts = [...new Set(goals)].slice(0, lectures.length)
  const bookmarks = lectures.flatMap((lecture, i): Bookmark[] => {
    const [start, next] = [starts[i] ?? 1, starts[i + 1] ?? pages.length + 1]
    // The first heading of a lecture is its title.
    const inside = outline.filter(({ title, page }) => page !== undefined && page >= start && page < next && squash(title) !== squash(lecture.title))
    return [{ title: lecture.title, page: start }, ...inside.map(({ title, page }) => ({ title: lecture.slides.find(slide => squash(slide.title) === squash(title))?.title ?? title, page: page!, level: 2 }))]
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
    document.querySelectorAll('#docent-handout .contents .at').forEach((cell, i) => cell.textContent = String(starts[i] ?? ''))
  }, starts)
}
