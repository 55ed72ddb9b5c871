import type { CoursePageData, LectureSummary } from '../../src/shared/page-model.ts'
import { expect, it } from 'vitest'
import { createSSRApp } from 'vue'
import { renderToString } from 'vue/server-renderer'
import CoursePage from '../../pages/CoursePage.vue'

function lecture(number: number, section?: string): LectureSummary {
  const face = { html: '', hasHeading: true, width: 980, height: 552, steps: 1 }
  return { slug: `l${number}`, number, title: `Lecture ${number}`, section, minutes: 45, slides: 20, face, downloads: [{ href: `l${number}/slides.pdf`, label: 'Slides' }], chapterFiles: [] }
}

async function render(lectures: LectureSummary[]): Promise<string> {
  const page: CoursePageData = { course: { title: 'Rust', language: 'en' }, lectures }
  return (await renderToString(createSSRApp(CoursePage, { page }))).replace(/<!--[\s\S]*?-->/g, '')
}

/** Headings in order, and of sections whether they are open. */
function outline(html: string): string[] {
  return Array.from(html.matchAll(/<details( open)?><summary><h2[^>]*>([^<]*)<\/h2> ?<span[^>]*>([^<]*)|<h([1-3])[^>]*>([\s\S]*?)<\/h\4>/g), ([, open, section, facts, level, text]) =>
    section ? `h2 ${section.trim()}${open ? '' : ' (folded)'}: ${facts}` : `h${level} ${text!.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ').trim()}`)
}

it('has the lectures under the headings of their sections, those before the first under one that is not seen', async () => {
  const html = await render([lecture(1), lecture(2, 'Basics'), lecture(3, 'Basics'), lecture(4, 'More')])
  expect(outline(html)).toEqual([
    'h1 Rust',
    'h2 Lectures',
    'h3 1 Lecture 1',
    'h2 Basics: 2 lectures · 1 h 30 min',
    'h3 2 Lecture 2',
    'h3 3 Lecture 3',
    'h2 More: 1 lecture · 45 min',
    'h3 4 Lecture 4',
  ])
  expect(html).not.toContain('aria-label="Sections"')
})

it('leads to its sections from the top where there are several, and folds them where there are too many lectures', async () => {
  const course = (size: number) => Array.from({ length: size }, (_, i) => lecture(i + 1, `Part ${Math.floor(i / size * 4) + 1}`))
  const some = await render(course(12))
  expect(Array.from(some.matchAll(/<a href="#([^"]*)">([^<]*)</g), ([, id, text]) => `${id} ${text}`)).toEqual([1, 2, 3, 4].map(part => `section-${part} Part ${part}`))
  expect(some.match(/id="section-\d"/g)).toHaveLength(4)
  expect(outline(some).filter(heading => heading.includes('folded'))).toEqual([])
  const many = await render(course(111))
  expect(outline(many).filter(heading => heading.startsWith('h2'))).toEqual(['h2 Part 1: 28 lectures · 21 h', 'h2 Part 2 (folded): 28 lectures · 21 h', 'h2 Part 3 (folded): 28 lectures · 21 h', 'h2 Part 4 (folded): 27 lectures · 20 h 15 min'])
  expect(many).toContain('class="course-page many"')
})

it('has a way to begin, and downloads behind one button a lecture', async () => {
  const html = await render([lecture(1), lecture(2)])
  expect(html).toMatch(/<a class="button button-strong" href="l1\/index.html" data-go-on>\s*Begin with the first lecture/)
  expect(html.match(/<summary>Downloads<\/summary>/g)).toHaveLength(2)
})
