import fs from 'node:fs/promises'
import path from 'node:path'
import { readPdf } from '@docent/pdf-ua'
import { describe, expect, it } from 'vitest'
import { filesBelow } from '../../src/core/files.ts'
import { runCommand } from '../run-command.ts'
import { copyCourse, temporaryFolder } from './course-copy.ts'
import { drawPages } from './pdf-pixels.ts'

const root = await copyCourse()
const question = ':::question Why is code read so often?\nBecause nobody remembers it.\n:::'
await fs.appendFile(path.join(root, 'slides/02-second-look.md'), `\n---\n\n${question}\n`)

const makeHandouts = (...args: string[]) => runCommand('handout', '--course', root, ...args)

/** What a command prints at its end, without what differs from run to run. */
const summary = (stdout: string) => stdout.replace(/\d+ kB/g, 'some kB').replace(/\d+\.\d s/, 'a moment').split('\n').map(line => line.trim()).filter(Boolean)

async function textOf(file: string): Promise<string> {
  const { pages } = await readPdf(await fs.readFile(file))
  return pages.map(({ text }) => text).join('\n').replace(/\s+/g, ' ')
}

it('prints all lectures for students, on A4 in color with lines to write on, into the course', async () => {
  const { code, stdout } = await makeHandouts('--layout', '3-lines')
  expect(code).toBe(0)
  const files = ['first-steps-handout-3-lines.pdf', 'second-look-handout-3-lines.pdf']
  expect(await fs.readdir(path.join(root, 'handouts'))).toEqual(files)
  expect(summary(stdout)).toEqual([
    ...files.map(file => `${root}/handouts/${file}  2 pages, some kB`),
    '2 files in a moment.',
  ])
  const first = await fs.readFile(path.join(root, 'handouts', files[0]!))
  expect((await readPdf(first)).pages.map(({ text }) => text.match(/Slide \d/g))).toEqual([['Slide 1', 'Slide 2', 'Slide 3'], ['Slide 4']])
  const [page] = await drawPages(first)
  expect([page!.width, page!.height]).toEqual([595, 842])
  // The slide with the blue square is on it.
  expect(page!.colored).toBeGreaterThan(100)
  expect(page!.uprights).toBeLessThan(5)
  const second = await textOf(path.join(root, 'handouts', files[1]!))
  expect(second).toContain('Why is code read so often?')
  expect(second).not.toContain('nobody remembers')
})

it('prints one lecture on letter paper, gray, with squares, elsewhere', async () => {
  const out = await temporaryFolder()
  const { code, stdout } = await makeHandouts('first-steps', '--layout', '3-lines', '--paper', 'letter', '--ink', 'gray', '--room', 'grid', '--out', out)
  expect(code).toBe(0)
  const file = 'first-steps-handout-3-lines-letter-gray-grid.pdf'
  expect(await fs.readdir(out)).toEqual([file])
  expect(summary(stdout)).toEqual([`${out}/${file}  2 pages, some kB`, '1 file in a moment.'])
  const [page] = await drawPages(await fs.readFile(path.join(out, file)))
  expect([page!.width, page!.height]).toEqual([612, 792])
  expect(page!.colored).toBe(0)
  expect(page!.uprights).toBeGreaterThan(7)
})

it('prints the whole course as one booklet, with the answers, the notes, and a table of contents', async () => {
  const out = await temporaryFolder()
  const { code, stdout } = await makeHandouts('--all', '--copy', 'key', '--layout', '2-notes', '--out', out)
  expect(code).toBe(0)
  expect(await fs.readdir(out)).toEqual(['booklet-2-notes-key.pdf'])
  const file = path.join(out, 'booklet-2-notes-key.pdf')
  const { title, pages, outline } = await readPdf(await fs.readFile(file))
  expect(summary(stdout)).toEqual([`${file}  ${pages.length} pages, some kB`, '1 file in a moment.'])
  expect(title).toBe('Answer key · A small course')
  expect(outline.map(({ title }) => title)).toEqual(['First steps', 'A second look'])
  const contents = pages[0]!.text.replace(/\s+/g, ' ')
  for (const [i, { title, page }] of outline.entries()) {
    expect(contents).toMatch(new RegExp(`${title} 4 slides ${page}(?!\\d)`))
    expect(pages[0]!.annotations[i]!.page).toBe(page)
    expect(pages[page! - 1]!.text).toContain(title)
    expect(pages[page! - 1]!.text).toMatch(/Slide 1\b/)
  }
  const text = await textOf(file)
  expect(text).toContain('nobody remembers')
  expect(text).toContain('The start is small on purpose.')
})

describe('what cannot be printed', () => {
  it.each([
    ['choices that are not there', ['--layout', '3lines', '--paper', 'a3', '--copy', 'teacher', '--ink', 'grey', '--ruling', 'stars'], 1, [
      'There is no layout "3lines".\n    Did you mean 3-lines? There are:',
      'There is no paper "a3".\n    Did you mean a4? There are: a4 (210 x 297 mm), letter (8.5 x 11 inches).',
      'There is no copy "teacher".\n    There are: student',
      'There is no ink "grey".\n    Did you mean gray? There are:',
      'There is no ruling "stars".\n',
    ]],
    ['a talk in a copy for students', ['--talk', 'last'], 2, ['--talk goes with --copy instructor, for handouts of lectures']],
    ['a talk that nobody gave', ['--copy', 'instructor', '--talk', 'last'], 1, ['There is no talk "last" of these lectures.\n    A talk is written down by npm run present.']],
    ['a lecture that is not there', ['second-lok', '--all'], 1, ['There is no lecture "second-lok".\n    Did you mean second-look? There are: first-steps, second-look.']],
    ['a flag that is not there', ['--colour'], 2, ['Unknown option \'--colour\'\n\nPrints handouts of lectures', 'Usage: npm run handout -- [slug…]']],
  ])('%s: it says so in a sentence for each, and writes nothing', async (_, args, exit, sentences) => {
    const before = (await filesBelow(root)).sort()
    const { code, stdout, stderr } = await makeHandouts(...args, '--out', path.join(root, 'never'))
    for (const sentence of sentences)
      expect(stderr).toContain(sentence)
    expect({ code, stdout }).toEqual({ code: exit, stdout: '' })
    expect(stderr).not.toMatch(/^ {4}at /m)
    expect((await filesBelow(root)).sort()).toEqual(before)
  })
})
