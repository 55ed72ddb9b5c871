import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { measureSlides, overflowsOf } from '../../src/generate/fit/measure.ts'
import { withTemporaryCourse } from '../../src/generate/fit/temporary-course.ts'
import { makeLectures } from './make-lecture.ts'

const text = `## Ten lines\n\n${Array.from({ length: 16 }, (_, i) => `Paragraph ${i}\n\n`).join('')}`

const lecture = (name: string) => makeLectures(readFileSync(path.resolve(`tests/fixtures/generate/${name}.md`), 'utf8')).markdown[0]!

it('packs no slide fuller than a browser shows it, leaves none empty, and sees one that overflows', async () => {
  const lectures = [
    { slug: 'dense', text: lecture('dense'), pictures: [] },
    { slug: 'sparse', text: lecture('sparse'), pictures: [] },
    { slug: 'overfull', text: `# Overfull\n\n---\n\n${text}`, pictures: [] },
  ]
  const slides = await withTemporaryCourse(lectures, { language: 'en' }, course => measureSlides(course))
  expect(overflowsOf(slides)).toMatchObject([{ lecture: 'overfull', slide: 2, title: 'Ten lines' }])
  const content = slides.filter(({ lecture, layout }) => lecture === 'sparse' && !/cover|section/.test(layout))
  expect(content.filter(({ bottom }) => bottom < 0.45 * 552)).toEqual([])
  expect(content.filter(({ text, code }) => (text > 0 && text < 20) || (code > 0 && code < 19))).toEqual([])
}, 180_000)
