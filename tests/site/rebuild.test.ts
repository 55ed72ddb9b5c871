import type { Inputs } from '../../src/core/inputs.ts'
import { createHash } from 'node:crypto'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { loadCourse } from '../../src/check/load-course.ts'
import { sameInputs, takeInputs } from '../../src/core/inputs.ts'
import { courseInputs } from '../../src/course/course-inputs.ts'
import { openPrintCache } from '../../src/paper/print-cache.ts'
import { rememberBuild, unchangedBuild } from '../../src/site/last-build.ts'

let root: string
beforeEach(async () => {
  root = await fs.realpath(await fs.mkdtemp(path.join(os.tmpdir(), 'docent-rebuild-')))
  await fs.cp(path.join(import.meta.dirname, '../fixtures/courses/small'), root, { recursive: true })
})
afterEach(() => fs.rm(root, { recursive: true }))

// What a build of the decks leaves, as far as it matters: chunks named by their content, some of them shared.
const DECKS = {
  'first-steps/deck/index.html': '<script src="../../assets/first-steps-AAAA.js"></script>',
  'second-look/deck/index.html': '<script src="../../assets/second-look-BBBB.js"></script>',
  'assets/first-steps-AAAA.js': 'import "./slidev/client-CCCC.js"; import("./md-DDDD.js"); slide({sourceIndex:0,id:0,no:1})',
  'assets/md-DDDD.js': 'show({__name:`01-first-steps.md__slidev_2`}, "./square-EEEE.svg")',
  'assets/second-look-BBBB.js': 'import "./slidev/client-CCCC.js"; import("./md-FFFF.js"); slide({sourceIndex:0,id:5,no:6})',
  'assets/md-FFFF.js': 'show({__name:`02-second-look.md__slidev_6`})',
  'assets/slidev/client-CCCC.js': 'import("./client-GGGG.css")',
  'assets/slidev/client-GGGG.css': 'p { color: red }',
  'assets/square-EEEE.svg': '<svg/>',
  'square.svg': '<svg/>',
}

async function writeDecks(changes: Record<string, string> = {}): Promise<string> {
  const decks = path.join(root, 'decks')
  await fs.rm(decks, { recursive: true, force: true })
  for (const [file, text] of Object.entries({ ...DECKS, ...changes })) {
    await fs.mkdir(path.dirname(path.join(decks, file)), { recursive: true })
    await fs.writeFile(path.join(decks, file), text)
  }
  return decks
}

async function printAll() {
  const course = await loadCourse(root)
  const folder = path.join(root, 'printed')
  await fs.mkdir(path.join(folder, 'pictures'), { recursive: true })
  await fs.writeFile(path.join(folder, 'slides.pdf'), 'pdf')
  await fs.writeFile(path.join(folder, 'pictures/a.webp'), 'picture')
  const cache = await openPrintCache(course, { decks: await writeDecks(), options: 'options' })
  for (const lecture of course.lectures)
    await cache.keep({ lecture, clicks: [0, 1], words: ['a'], pages: { 'slides.pdf': 2 }, warnings: [] }, folder, ['slides.pdf', 'pictures/a.webp'])
}

async function restoreFirst({ options = 'options', changes = {} as Record<string, string>, slug = 'first-steps' } = {}) {
  const course = await loadCourse(root)
  const folder = path.join(root, 'restored')
  const cache = await openPrintCache(course, { decks: await writeDecks(changes), options })
  const restored = await cache.restore(course.lectures.find(lecture => lecture.slug === slug)!, folder)
  return { printed: restored?.printed, picture: await fs.readFile(path.join(folder, 'pictures/a.webp'), 'utf8').catch(() => undefined) }
}

/** The lectures that are taken from the cache. */
async function kept(changes: Record<string, string>): Promise<string[]> {
  const slugs: string[] = []
  for (const slug of ['first-steps', 'second-look']) {
    if ((await restoreFirst({ changes, slug })).printed)
      slugs.push(slug)
  }
  return slugs
}

const edit = async (file: string, change: (text: string) => string) => fs.writeFile(path.join(root, file), change(await fs.readFile(path.join(root, file), 'utf8')))

it('takes what a lecture printed last time where nothing has changed', async () => {
  await printAll()
  const { printed, picture } = await restoreFirst()
  expect(printed).toMatchObject({ clicks: [0, 1], pages: { 'slides.pdf': 2 } })
  expect(picture).toBe('picture')
})

it('also where another lecture has changed', async () => {
  await printAll()
  await edit('slides/02-second-look.md', text => `${text}\n---\n\n# One more\n`)
  expect((await restoreFirst()).printed).toBeDefined()
})

it.each([
  ['its slides', () => edit('slides/01-first-steps.md', text => text.replace('small', 'big'))],
  ['its notes', () => edit('slides/01-first-steps.md', text => text.replace('Welcome', 'Hello'))],
  ['the title of the course', () => edit('slides.md', text => text.replace('A small course', 'Another course'))],
])('prints again after a change of %s', async (_, change) => {
  await printAll()
  await change()
  expect((await restoreFirst()).printed).toBeUndefined()
})

it('prints again with other options, or where the kept files are gone', async () => {
  await printAll()
  expect((await restoreFirst({ options: 'others' })).printed).toBeUndefined()
  await fs.rm(path.join(root, '.docent/cache/print/first-steps/slides.pdf'))
  expect((await restoreFirst()).printed).toBeUndefined()
})

it.each([
  ['nothing', {}, ['first-steps', 'second-look']],
  ['a slide of the first', { 'assets/md-DDDD.js': 'show(2)' }, ['second-look']],
  ['a slide of the second', { 'assets/md-FFFF.js': 'show(2)' }, ['first-steps']],
  ['what both share', { 'assets/slidev/client-CCCC.js': 'import("./client-GGGG.css") // new' }, []],
  ['a style of both', { 'assets/slidev/client-GGGG.css': 'p { color: blue }' }, []],
  ['a picture of one', { 'assets/square-EEEE.svg': '<svg id="new"/>' }, ['second-look']],
  ['a public file', { 'square.svg': '<svg id="new"/>' }, []],
  ['a public file more', { 'more.json': '1' }, []],
  ['the page of one', { 'second-look/deck/index.html': '<html lang="de"><script src="../../assets/second-look-BBBB.js"></script>' }, ['first-steps']],
  ['names alone', { 'assets/first-steps-AAAA.js': 'import "./slidev/client-CCCC.js"; import("./md-DDD2.js"); slide({sourceIndex:0,id:0,no:1})', 'assets/md-DDD2.js': DECKS['assets/md-DDDD.js'] }, ['first-steps', 'second-look']],
  ['places in the course alone', { 'assets/second-look-BBBB.js': DECKS['assets/second-look-BBBB.js'].replace('id:5,no:6', 'id:6,no:7'), 'assets/md-FFFF.js': DECKS['assets/md-FFFF.js'].replace('slidev_6', 'slidev_7') }, ['first-steps', 'second-look']],
])('keeps prints of decks that are the same in all their parts, after a change of %s', async (_, changes, slugs) => {
  await printAll()
  expect(await kept(changes)).toEqual(slugs)
  expect(await kept({})).toEqual(['first-steps', 'second-look'])
})

it('knows a build that is still whole from one that is not', async () => {
  const out = path.join(root, 'dist')
  const write = (page: string) => {
    const sha256 = createHash('sha256').update(page).digest('hex')
    return Promise.all([
      fs.writeFile(path.join(out, 'index.html'), page),
      fs.writeFile(path.join(out, 'course.json'), JSON.stringify({ files: [{ path: 'index.html', bytes: 4, sha256 }] })),
    ])
  }
  await fs.mkdir(out)
  await write('page')
  const inputs = takeInputs([courseInputs(root)], 'same', Number.POSITIVE_INFINITY)!
  await rememberBuild(root, out, { inputs, pages: [['first-steps', 4]], warnings: [] })
  expect(await unchangedBuild(root, out, 'same')).toMatchObject({ pages: [['first-steps', 4]] })
  expect(await unchangedBuild(root, out, 'other')).toBeUndefined()
  await fs.writeFile(path.join(out, 'index.html'), 'pagE')
  expect(await unchangedBuild(root, out, 'same')).toBeUndefined()
  // A later build, of other content, that was not remembered.
  await write('next')
  expect(await unchangedBuild(root, out, 'same')).toBeUndefined()
  await write('page')
  expect(await unchangedBuild(root, out, 'same')).toBeDefined()
})

it('looks at the talks that are written down only where a page shows them', async () => {
  const slides = path.join(root, 'slides')
  const same = (inputs: Inputs) => sameInputs(inputs, 'same')
  const take = (talkFolders: string[]) => takeInputs([courseInputs(root), { files: [], folders: [], environment: [], talkFolders }], 'same', Number.POSITIVE_INFINITY)!
  const [without, shown] = [take([]), take([slides])]
  await fs.writeFile(path.join(slides, '01-first-steps.talk-2026-05-04.jsonl'), 'a')
  expect([same(without), same(shown)]).toEqual([true, false])
  const again = take([slides])
  expect(same(again)).toBe(true)
  await fs.writeFile(path.join(slides, '01-first-steps.talk-2026-05-04.jsonl'), 'b')
  expect([same(without), same(again)]).toEqual([true, false])
})
