import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, it } from 'vitest'
import { documentKinds, longDocument } from '../../bench/long-document.ts'
import { checks } from '../../bench/rubric/checks.ts'
import { pageFigures } from '../../bench/rubric/pages.ts'
import { runRubric } from '../../bench/rubric/run.ts'
import { hasPandoc } from '../../src/generate/read/convert/pandoc.ts'
import { readSlideFacts } from '../../src/generate/report/slide-facts.ts'
import { makeLectures } from '../generate/make-lecture.ts'

const document = '# Kernels\n\n## What is a kernel?\n\nA kernel talks to the hardware. See [more](https://example.com/more).\n\n> [!WARNING]\n> Never stop it.\n\n```bash\nuname -r\n```\n'

it('passes all gates for a folder of documents', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'docent-rubric-'))
  try {
    writeFileSync(path.join(folder, 'kernels.md'), document)
    const { documents, figures } = await runRubric({ folder, compile: false, browser: false })
    expect(documents).toBe(1)
    expect(figures.filter(({ gate, passes }) => gate && !passes)).toEqual([])
    expect(figures.map(({ id }) => id)).toEqual(expect.arrayContaining(['C1', 'C7', 'V1', 'D1', 'D6', 'D7', 'R1', 'R4']))
  }
  finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

it.skipIf(!await hasPandoc())('makes web pages of documents, and counts what is kept of them without what is around', async () => {
  const { document: read } = makeLectures(document)
  const figures = await pageFigures([read])
  expect(figures.map(({ id, value, passes }) => ({ id, value, passes }))).toEqual(['H1', 'H2'].flatMap(id => [
    { id: `${id}a`, value: '100.00 % of 5', passes: true },
    { id: `${id}b`, value: '100.00 % of 1', passes: true },
  ]))
})

it.each(documentKinds)('makes the same long document of %s each time', (kind) => {
  const text = longDocument(kind, 20_000)
  expect(text.length).toBeGreaterThanOrEqual(20_000)
  expect(text.length).toBeLessThan(22_000)
  expect(longDocument(kind, 20_000)).toBe(text)
})

it('compiles slides in the look of a course', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'docent-rubric-'))
  try {
    const file = path.join(folder, 'kernels.md')
    writeFileSync(file, document)
    const measure = (course: string) => runRubric({ folder: file, course, compile: true, browser: false })
    await expect(measure(folder)).rejects.toThrow('There is no course in')
    const course = path.join(folder, 'course')
    mkdirSync(path.join(course, 'slides'), { recursive: true })
    writeFileSync(path.join(course, 'slides/01-own.md'), '# Own\n')
    writeFileSync(path.join(course, 'slides.md'), '---\ntheme: nowhere\n---\n\n# Own\n\n---\nsrc: ./slides/01-own.md\n---\n')
    await expect(measure(course)).rejects.toThrow('The theme "nowhere" is not installed.')
  }
  finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

it.each([
  ['C1', 'A kernel talks to the hardware. ', ''],
  ['C2', 'uname -r\n```', '```'],
  ['C4', '(https://example.com/more)', '()'],
  ['C5', ':::warning', ':::note'],
  ['C6', ':::question What is a kernel?', ':::question Other'],
])('sees by %s what a lecture has lost', (id, from, to) => {
  const { measured, markdown } = makeLectures(document)
  const check = checks.find(one => one.id === id)!
  expect(check.tally(measured).misses).toEqual([])
  const broken = markdown[0]!.replaceAll(from, to).replaceAll(/A kernel talks to the hardware\b/g, id === 'C1' ? '' : '$&')
  expect(broken).not.toBe(markdown[0])
  expect(check.tally({ ...measured, slides: readSlideFacts(broken) }).misses).not.toEqual([])
})
