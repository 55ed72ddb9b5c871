import type { Course } from '../../../src/course/course.ts'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openCleanFiles } from '../../../src/paper/leaks/clean-files.ts'

let root: string
beforeAll(async () => {
  root = await fs.mkdtemp(path.join(os.tmpdir(), 'docent-clean-'))
})
afterAll(() => fs.rm(root, { recursive: true }))

function courseWith(note: string): Course {
  const slide = { number: 1, title: 'Questions', content: '# Questions', notes: `::: private\n${note}\n:::`, frontmatter: {}, file: '/c/1.md', line: 1 }
  return { root, title: 'Paper', notesPublic: true, lectures: [{ title: 'Questions', slides: [slide] }] } as unknown as Course
}

const NOTE = 'Ask Ruth about her blue notebook of last spring.'
const files = [{ path: 'q/index.html', sha256: 'a1' }, { path: 'q/handout-notes.pdf', sha256: 'b2' }]

async function cleanOf(course: Course, files: { path: string, sha256: string }[]): Promise<string[]> {
  const clean = await openCleanFiles(course, files)
  return files.map(({ path }) => path).filter(clean.has)
}

it('looks again through what has changed, or where something else is secret', async () => {
  const course = courseWith(NOTE)
  expect(await cleanOf(course, files)).toEqual([])
  await (await openCleanFiles(course, files)).keep()
  expect(await cleanOf(courseWith(NOTE), files)).toEqual(['q/index.html', 'q/handout-notes.pdf'])
  // Another text, and the same text in another place: answers may stand on a page and in no handout.
  expect(await cleanOf(course, [{ path: 'q/index.html', sha256: 'c3' }, { path: 'q/slides.pdf', sha256: 'b2' }])).toEqual([])
  expect(await cleanOf(courseWith('Ask Rita about her green notebook of last autumn.'), files)).toEqual([])
})

it('looks through everything where what was kept is no longer whole', async () => {
  const course = courseWith(NOTE)
  await (await openCleanFiles(course, files)).keep()
  await fs.writeFile(path.join(root, '.docent/cache/clean.json'), '{"key":')
  expect(await cleanOf(course, files)).toEqual([])
})
