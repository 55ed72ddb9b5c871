import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { measureSlides, overflowsOf } from '../../src/generate/fit/measure.ts'
import { withTemporaryCourse } from '../../src/generate/fit/temporary-course.ts'
import { makeLectures } from './make-lecture.ts'

const text = `## Ten lines\n\n${Array.from({ length: 16 }, (_, i) => `Paragraph ${i}\n\n`).join('')}`

it('packs no slide fuller than a browser shows it, and sees one that is', async () => {
  const { markdown } = makeLectures(readFileSync(path.resolve('tests/fixtures/generate/dense.md'), 'utf8'))
  const overflows = await withTemporaryCourse([{ slug: 'dense', text: markdown[0]!, pictures: [] }, { slug: 'overfull', text: `# Overfull\n\n---\n\n${text}`, pictures: [] }], { language: 'en' }, async course => overflowsOf(await measureSlides(course)))
  expect(overflows.filter(({ lecture }) => lecture === 'dense')).toEqual([])
  expect(overflows).toMatchObject([{ lecture: 'overfull', slide: 2, title: 'Ten lines' }])
}, 180_000)
