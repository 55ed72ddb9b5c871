import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { injectPreparserExtensionLoader } from '@slidev/parser/fs'
import { expect, it, onTestFinished } from 'vitest'
import { loadCourse } from '../../src/check/load-course.ts'
import { resolveCourse } from '../../src/slidev/options.ts'

const root = path.join(import.meta.dirname, '../fixtures/courses/preparsed')

it('reads a course through the extensions of Slidev\'s parser that it and its theme bring, as its decks do', async () => {
  const course = await loadCourse(root)
  const { slides } = course.lectures[0]!
  expect(course.warnings).toEqual([])
  expect(slides.map(({ title, layout }) => [title, layout])).toEqual([['Short hand', undefined], ['A slide of one line', 'center']])
  expect(slides[1]!.content).toContain('Hello, says the theme.')
  expect(slides[1]!.notes).toBe('See the second page.')
  const { data } = await resolveCourse(course, { mode: 'dev', audience: 'presenter' })
  expect(slides.map(({ index }) => data.slides[index]!.content)).toEqual(slides.map(({ content }) => content))
  expect(data.slides[slides[1]!.index]!.note).toBe('See the second page.')
})

it.each([
  ['does not load', 'import "./nowhere.ts"'],
  ['throws', 'export default () => { throw new Error("no way") }'],
  ['throws in a slide', 'export default () => [{ transformSlide: async () => { throw new Error("no way") } }]'],
])('says which extension %s', async (_, code) => {
  const copy = await fs.mkdtemp(path.join(os.tmpdir(), 'docent-preparsed-'))
  onTestFinished(() => fs.rm(copy, { recursive: true }))
  await fs.cp(root, copy, { recursive: true })
  await fs.writeFile(path.join(copy, 'setup/preparser.ts'), code)
  const file = path.join(copy, 'setup/preparser.ts')
  await expect(loadCourse(copy)).rejects.toMatchObject({ name: 'UserError', problems: [{ message: expect.stringMatching(/^This extension of Slidev's parser fails: (?:no way|Cannot find module)/), file }] })
})

it('reads decks as the course was read, in a process that has read none', async () => {
  const course = await loadCourse(path.join(import.meta.dirname, '../fixtures/warned/text-after-separator'))
  injectPreparserExtensionLoader(async () => [])
  const { data } = await resolveCourse(course, { mode: 'build', audience: 'public' })
  const titles = course.lectures.flatMap(({ slides }) => slides.map(({ title }) => title))
  expect(data.slides.map(({ title }) => title)).toEqual(expect.arrayContaining(titles))
})
