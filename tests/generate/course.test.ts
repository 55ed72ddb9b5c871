import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadCourse } from '../../src/check/load-course.ts'
import { UserError } from '../../src/core/errors.ts'
import { generateCourse } from '../../src/generate/course/generate-course.ts'
import { reportOf } from '../../src/generate/report/report.ts'

const seed = path.resolve('tests/fixtures/course/what-is-a-docker-container.txt')
let folder: string

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'docent-generate-'))
})

afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

function write(name: string, text: string): string {
  writeFileSync(path.join(folder, name), text)
  return path.join(folder, name)
}

function lecture(out: string, name: string): string {
  return readFileSync(path.join(out, 'slides', name), 'utf8')
}

const notes = '# Kernels\n\n## What is a kernel?\n\nA kernel talks to the hardware. It shares the processor.\n\n## Pictures\n\n![A dot](dot.svg)\n'

describe('a new course', () => {
  it('has nine lectures for the sections of the text on containers, with these slides', async () => {
    const out = path.join(folder, 'course')
    await generateCourse({ inputs: [seed], root: out, split: 'section' })
    const course = await loadCourse(out)
    expect(course.title).toBe('What is a Docker container?')
    await expect(course.lectures.map(({ slug, slides }) => `${slug}\n${slides.map(({ title, id }) => `  ${title} #${id}\n`).join('')}`).join('\n')).toMatchFileSnapshot(path.resolve('tests/fixtures/generate/seed-outline.txt'))
  })

  it('loads, with its pictures copied', async () => {
    write('dot.svg', '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>')
    const document = write('notes.md', notes)
    const out = path.join(folder, 'course')
    const { lectures } = await generateCourse({ inputs: [document], root: out, split: 'lecture' })
    expect(lectures.map(({ outcome, missingPictures }) => ({ outcome, missingPictures }))).toEqual([{ outcome: 'new', missingPictures: [] }])
    expect((await loadCourse(out)).lectures.map(({ title }) => title)).toEqual(['Kernels'])
    expect(existsSync(path.join(out, 'public/images/notes/dot.svg'))).toBe(true)
    expect(lecture(out, '01-kernels.md')).toContain('![A dot](/images/notes/dot.svg)')
  })

  it('has the documents of a folder in the order of its table of contents', async () => {
    write('b.md', '# Second\n\nText of b.\n')
    write('a.md', '# First\n\nText of a.\n')
    write('SUMMARY.md', '- [B](b.md)\n- [A](a.md)\n')
    const out = path.join(folder, 'course')
    await generateCourse({ inputs: [folder], root: out, split: 'lecture' })
    expect(readdirSync(path.join(out, 'slides'))).toEqual(['01-second.md', '02-first.md'])
  })
})

describe('an existing course', () => {
  it('gets the lecture at its end, and no byte changes in a second run', async () => {
    const document = write('notes.md', notes.replace('![A dot](dot.svg)', 'No picture.'))
    const out = path.join(folder, 'course')
    await generateCourse({ inputs: [seed], root: out, split: 'lecture' })
    await generateCourse({ inputs: [document], root: out, split: 'lecture' })
    expect(readdirSync(path.join(out, 'slides'))).toEqual(['01-what-is-a-docker-container.md', '02-kernels.md'])
    const all = () => readdirSync(out, { recursive: true, encoding: 'utf8' }).filter(name => statSync(path.join(out, name)).isFile()).map(name => [name, readFileSync(path.join(out, name), 'utf8')])
    const before = all()
    const { lectures } = await generateCourse({ inputs: [document], root: out, split: 'lecture' })
    expect(lectures.map(({ outcome }) => outcome)).toEqual(['unchanged'])
    expect(all()).toEqual(before)
  })

  it('keeps a lecture that a person wrote, unless it is forced', async () => {
    const document = write('notes.md', '# Kernels\n\nGenerated text.\n')
    const out = path.join(folder, 'course')
    await generateCourse({ inputs: [document], root: out, split: 'lecture' })
    const file = path.join(out, 'slides/01-kernels.md')
    rmSync(path.join(out, '.docent'), { recursive: true })
    writeFileSync(file, '# Kernels\n\nWritten by hand.\n')
    await expect(generateCourse({ inputs: [document], root: out, split: 'lecture' })).rejects.toThrow(UserError)
    expect(readFileSync(file, 'utf8')).toContain('Written by hand.')
    await generateCourse({ inputs: [document], root: out, split: 'lecture', force: true })
    expect(readFileSync(file, 'utf8')).toContain('Generated text')
  })

  it('keeps the file of a lecture whose title changes in the document', async () => {
    const document = write('notes.md', notes)
    const out = path.join(folder, 'course')
    await generateCourse({ inputs: [document], root: out, split: 'lecture' })
    write('notes.md', notes.replace('# Kernels', '# All about kernels'))
    await generateCourse({ inputs: [document], root: out, split: 'lecture' })
    expect(readdirSync(path.join(out, 'slides'))).toEqual(['01-kernels.md'])
    expect(lecture(out, '01-kernels.md')).toContain('# All about kernels')
  })

  it('gives two documents of the same title two lectures', async () => {
    const out = path.join(folder, 'course')
    await generateCourse({ inputs: [write('one.md', '# Setup\n\nThe first text.\n')], root: out, split: 'lecture' })
    await generateCourse({ inputs: [write('two.md', '# Setup\n\nThe other text.\n')], root: out, split: 'lecture' })
    await generateCourse({ inputs: [write('two.md', '# Setup\n\nThe other text, changed.\n')], root: out, split: 'lecture' })
    expect(readdirSync(path.join(out, 'slides'))).toEqual(['01-setup.md', '02-setup-2.md'])
    expect(lecture(out, '01-setup.md')).toContain('The first text')
    expect(lecture(out, '02-setup-2.md')).toContain('changed')
  })
})

it('writes nothing in a dry run', async () => {
  const out = path.join(folder, 'course')
  const { lectures } = await generateCourse({ inputs: [seed], root: out, split: 'section', dryRun: true })
  expect(lectures).toHaveLength(9)
  expect(existsSync(out)).toBe(false)
})

it('says of every line of the document where it went', async () => {
  const course = await generateCourse({ inputs: [seed], root: path.join(folder, 'course'), split: 'section', dryRun: true })
  const [{ where }] = reportOf(course).documents as [ReturnType<typeof reportOf>['documents'][number]]
  const lines = readFileSync(seed, 'utf8').split('\n')
  const told = new Set(where.flatMap(({ lines: [from, to] }) => Array.from({ length: to - from + 1 }, (_, i) => from + i)))
  expect(lines.flatMap((line, i) => line.trim() && !told.has(i + 1) ? [line] : [])).toEqual([])
  expect(where.flatMap(({ leftOut }) => leftOut?.what ?? [])).toEqual(['Skip to main content'])
})

describe('what is no document', () => {
  async function problem(inputs: string[], out = path.join(folder, 'course')): Promise<string> {
    try {
      await generateCourse({ inputs, root: out, split: 'lecture' })
      return 'nothing is wrong'
    }
    catch (error) {
      expect(error).toBeInstanceOf(UserError)
      const [{ message, hint }] = (error as UserError).problems as [{ message: string, hint?: string }]
      return `${message} ${hint}`.replaceAll(folder, '<folder>').replaceAll(path.basename(folder), '<folder>')
    }
  }

  it('is refused in one sentence', async () => {
    expect(await problem([path.join(folder, 'nowhere.md')])).toMatchInlineSnapshot(`"There is no file or folder at <folder>/nowhere.md. Name a file, a folder, or - for standard input."`)
    expect(await problem([folder])).toMatchInlineSnapshot(`"There is no document in <folder>. Give a folder with documents: Markdown, HTML, text, Word, notebooks, AsciiDoc, reStructuredText."`)
    write('other.txt', 'text')
    expect(await problem([seed], folder)).toMatchInlineSnapshot(`"The folder <folder> is neither a course nor empty: it has no slides.md. Give the folder of a course, or an empty one, with --course DIR."`)
    expect(await problem([seed], path.join(folder, 'other.txt'))).toMatchInlineSnapshot(`"other.txt is a file. Give the folder of a course, or an empty one, with --course DIR."`)
    expect(existsSync(path.join(folder, 'course'))).toBe(false)
  })
})
