import fs from 'node:fs/promises'
import path from 'node:path'
import { readPdf } from '@docent/pdf-ua'
import { describe, expect, it } from 'vitest'
import { filesBelow } from '../../src/core/files.ts'
import { runCommand } from '../run-command.ts'
import { copyCourse, temporaryFolder } from './course-copy.ts'
import { drawPages } from './pdf-pixels.ts'

const root = await copyCourse()
// It loads, but has no such step: that is known only when its deck is open, with the other lectures printing beside it.
await fs.writeFile(path.join(root, 'slides/03-wrong-step.md'), '# A wrong step\n\n---\nprint: [7]\n---\n\n# It has no clicks\n')
await fs.appendFile(path.join(root, 'slides.md'), '\n---\nsrc: ./slides/03-wrong-step.md\n---\n')

const exportSlides = (...args: string[]) => runCommand('export', '--course', root, ...args)

/** All files of the course but for caches. */
async function filesOfCourse(): Promise<string[]> {
  const files = (await filesBelow(root)).map(file => path.relative(root, file))
  return files.filter(file => !/^(?:\.docent|node_modules)\b/.test(file)).sort()
}

it('prints the lectures that are named into the course, a page for each slide, and says so', async () => {
  const { code, stdout } = await exportSlides('first-steps', 'second-look')
  expect(code).toBe(0)
  expect(await fs.readdir(path.join(root, 'export'))).toEqual(['first-steps.pdf', 'second-look.pdf'])
  const [first, second] = await Promise.all(['first-steps', 'second-look'].map(slug => fs.readFile(path.join(root, `export/${slug}.pdf`))))
  expect(stdout.replace(/\d+\.\d s/, 'a moment').split('\n')).toEqual([
    '',
    `  ${root}/export/first-steps.pdf  4 pages, ${Math.round(first!.length / 1000)} kB`,
    `  ${root}/export/second-look.pdf  3 pages, ${Math.round(second!.length / 1000)} kB`,
    '',
    '2 files in a moment.',
    '',
  ])
  const { title, pages } = await readPdf(first!)
  expect(title).toBe('First steps · A small course')
  expect(pages.map(({ label }) => label)).toEqual(['1', '2', '3', '4'])
  expect(pages[1]!.text).toContain('A third part comes with a click.')
  expect(pages.flatMap(({ annotations }) => annotations).filter(({ kind }) => kind === 'Text')).toEqual([])
  for (const { brightness } of await drawPages(first!))
    expect(brightness).toBeGreaterThan(200)
  const { outline } = await readPdf(second!)
  expect(outline.map(({ title, page }) => `${page} ${title}`)).toEqual(['1 A second look', '2 Code is read more often than written', '3 A part of the course’s own'])
})

it('prints dark, step by step, with notes, a part of the slides, elsewhere, all at once', async () => {
  const out = path.join(await temporaryFolder(), 'for/print')
  const { code, stdout } = await exportSlides('first-steps', '--dark', '--with-clicks', '--notes', '--range', '2,3', '--out', out)
  expect(code).toBe(0)
  expect(await fs.readdir(out)).toEqual(['first-steps-dark-clicks-notes-2_3.pdf'])
  expect(stdout).toMatch(/first-steps-dark-clicks-notes-2_3\.pdf {2}3 pages, \d+ kB\n\n1 file in /)
  const pdf = await fs.readFile(path.join(out, 'first-steps-dark-clicks-notes-2_3.pdf'))
  const { pages } = await readPdf(pdf)
  expect(pages.map(({ label }) => label)).toEqual(['2', '2.2', '3'])
  expect(pages.map(({ text }) => text.includes('A third part comes with a click.'))).toEqual([false, true, false])
  const notes = pages.map(({ annotations }) => annotations.filter(({ kind }) => kind === 'Text').map(({ contents }) => contents))
  expect(notes).toEqual([[expect.stringContaining('The start is small on purpose. Read the handbook')], [], []])
  for (const { brightness } of await drawPages(pdf))
    expect(brightness).toBeLessThan(80)
})

describe('what cannot be printed', () => {
  it.each([
    ['a range that runs backwards', ['--range', '9-1'], 1, '"9-1" is not a range of "First steps", which has the slides 1 to 4.\n    Write numbers and spans with commas between them, e.g. 2-5,8.'],
    ['a range that one of the lectures does not have', ['--range', '4'], 1, '"4" is not a range of "A second look", which has the slides 1 to 3.'],
    ['a lecture that is not there', ['frist-steps'], 1, 'There is no lecture "frist-steps".\n    Did you mean first-steps? There are: first-steps, second-look, wrong-step.'],
    ['a browser that is not there', ['--browser', '/no/such/browser'], 1, 'There is no browser at /no/such/browser.\n    Give the path of a Chrome, Edge or Chromium executable with --browser or DOCENT_BROWSER.'],
    ['a step that is found missing while others print', [], 1, ': The slide "It has no clicks" has no step 7: its clicks go from 0 to 0.'],
    ['a format that is not there', ['--format', 'gif'], 1, 'There is no format "gif".\n    There are pdf, png, webp.'],
    ['a scale that is none', ['--format', 'png', '--scale', 'large'], 1, '"large" is no scale for pictures.'],
    ['a flag that is not there', ['--drak'], 2, 'Unknown option \'--drak\'\n\nPrints the slides of lectures as PDF files or pictures, and nothing else.\n\nUsage: npm run export -- [slug…]'],
  ])('%s: it says so in a sentence, and writes nothing', async (_, args, exit, sentence) => {
    const before = await filesOfCourse()
    const { code, stdout, stderr } = await exportSlides(...args, '--out', path.join(root, 'never'))
    expect(stderr).toContain(sentence)
    expect({ code, stdout }).toEqual({ code: exit, stdout: '' })
    expect(stderr).not.toMatch(/^ {4}at /m)
    expect(await filesOfCourse()).toEqual(before)
  })
})
