import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { loadCourse } from '../../src/check/load-course.ts'
import { openPrintCache } from '../../src/paper/print-cache.ts'
import { rememberBuild, unchangedBuild } from '../../src/site/last-build.ts'

let root: string
beforeEach(async () => {
  root = await fs.realpath(await fs.mkdtemp(path.join(os.tmpdir(), 'docent-rebuild-')))
  await fs.cp(path.join(import.meta.dirname, '../fixtures/courses/small'), root, { recursive: true })
})
afterEach(() => fs.rm(root, { recursive: true }))

async function printFirst() {
  const course = await loadCourse(root)
  const lecture = course.lectures[0]!
  const folder = path.join(root, 'printed')
  await fs.mkdir(path.join(folder, 'pictures'), { recursive: true })
  await fs.writeFile(path.join(folder, 'slides.pdf'), 'pdf')
  await fs.writeFile(path.join(folder, 'pictures/a.webp'), 'picture')
  await (await openPrintCache(course, 'options')).keep({ lecture, clicks: [0, 1], words: ['a'], pages: { 'slides.pdf': 2 }, warnings: [] }, folder, ['slides.pdf', 'pictures/a.webp'])
}

async function restoreFirst(options = 'options') {
  const course = await loadCourse(root)
  const folder = path.join(root, 'restored')
  const printed = await (await openPrintCache(course, options)).restore(course.lectures[0]!, folder)
  return { printed, picture: await fs.readFile(path.join(folder, 'pictures/a.webp'), 'utf8').catch(() => undefined) }
}

const edit = async (file: string, change: (text: string) => string) => fs.writeFile(path.join(root, file), change(await fs.readFile(path.join(root, file), 'utf8')))

it('takes what a lecture printed last time where nothing has changed', async () => {
  await printFirst()
  const { printed, picture } = await restoreFirst()
  expect(printed).toMatchObject({ clicks: [0, 1], pages: { 'slides.pdf': 2 } })
  expect(picture).toBe('picture')
})

it('also where another lecture has changed', async () => {
  await printFirst()
  await edit('slides/02-second-look.md', text => `${text}\n---\n\n# One more\n`)
  expect((await restoreFirst()).printed).toBeDefined()
})

it.each([
  ['its slides', () => edit('slides/01-first-steps.md', text => text.replace('small', 'big'))],
  ['its notes', () => edit('slides/01-first-steps.md', text => text.replace('Welcome', 'Hello'))],
  ['a component', () => edit('components/Badge.vue', text => `${text}\n`)],
  ['a picture', () => edit('public/square.svg', text => text.replace('120', '121'))],
  ['the title of the course', () => edit('slides.md', text => text.replace('A small course', 'Another course'))],
])('prints again after a change of %s', async (_, change) => {
  await printFirst()
  await change()
  expect((await restoreFirst()).printed).toBeUndefined()
})

it('prints again with other options, or where the kept files are gone', async () => {
  await printFirst()
  expect((await restoreFirst('others')).printed).toBeUndefined()
  await fs.rm(path.join(root, '.docent/cache/print/first-steps/slides.pdf'))
  expect((await restoreFirst()).printed).toBeUndefined()
})

it('knows a build that is still whole from one that is not', async () => {
  const out = path.join(root, 'dist')
  await fs.mkdir(out)
  await fs.writeFile(path.join(out, 'index.html'), 'page')
  await fs.writeFile(path.join(out, 'course.json'), JSON.stringify({ files: [{ path: 'index.html', bytes: 4 }] }))
  await rememberBuild(root, out, { fingerprint: 'same', pages: [['first-steps', 4]], warnings: [] })
  expect(await unchangedBuild(root, out, 'same')).toMatchObject({ pages: [['first-steps', 4]] })
  expect(await unchangedBuild(root, out, 'other')).toBeUndefined()
  await fs.writeFile(path.join(out, 'index.html'), 'longer page')
  expect(await unchangedBuild(root, out, 'same')).toBeUndefined()
})
