import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { generateCourse } from '../../src/generate/course/generate-course.ts'

let folder: string
let out: string

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'docent-again-'))
  out = path.join(folder, 'course')
  mkdirSync(path.join(folder, 'docs'))
  document('a.md', section('Kernels', 'kernel'))
  document('b.md', section('Images', 'image'))
})

afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

function section(title: string, thing: string): string {
  return `# ${title}\n\n## What is a ${thing}?\n\nA ${thing} is the first thing of this lecture. It shares its host.\n\n## History\n\nThe ${thing} was made long ago. Nobody recalls by whom.\n\n## Use\n\nEverybody uses the ${thing} daily. It never fails.\n`
}

function document(name: string, text: string): void {
  writeFileSync(path.join(folder, 'docs', name), text)
}

function generate() {
  return generateCourse({ inputs: [path.join(folder, 'docs')], root: out })
}

function edit(name: string, change: (text: string) => string): void {
  const file = path.join(out, 'slides', name)
  writeFileSync(file, change(readFileSync(file, 'utf8')))
}

const slides = () => readdirSync(path.join(out, 'slides')).sort()
const lecture = (name: string) => readFileSync(path.join(out, 'slides', name), 'utf8')
const order = () => Array.from(readFileSync(path.join(out, 'slides.md'), 'utf8').matchAll(/slides\/(\S+)/g), ([, name]) => name)
const titles = (name: string) => Array.from(lecture(name).matchAll(/^(?:#|:::question) (.*)/gm), ([, title]) => title)

it('changes no byte where nothing has changed, whatever a person has done', async () => {
  await generate()
  edit('01-kernels.md', text => text.replace('- Nobody recalls', '- Really nobody recalls'))
  appendFileSync(path.join(out, 'slides/02-images.md'), '\n---\n\n# My own\n\nText.\n')
  const all = () => readdirSync(out, { recursive: true, encoding: 'utf8' }).filter(name => statSync(path.join(out, name)).isFile()).map(name => [name, readFileSync(path.join(out, name), 'utf8')])
  const before = all()
  const { lectures } = await generate()
  expect(lectures.map(({ outcome, changes }) => [outcome, changes])).toEqual([['unchanged', []], ['unchanged', []]])
  expect(all()).toEqual(before)
})

it('keeps marks beside the source without a conflict, while the document changes', async () => {
  await generate()
  edit('01-kernels.md', text => text.replace(/^source: history/m, 'id: past\nlayout: center\nsource: history'))
  document('a.md', section('Kernels', 'kernel').replace('Nobody recalls by whom.', 'It was made by many.'))
  const { lectures } = await generate()
  expect(lectures[0]!.changes.map(({ change }) => change)).toEqual(['changed'])
  expect(lecture('01-kernels.md')).toMatch(/id: past\nlayout: center\nsource: history .*\n---\n[\s\S]*made by many/)
  expect(lecture('01-kernels.md')).not.toContain('CONFLICT')
})

it('moves the slides of a section that the document moved, and those that a person put behind them', async () => {
  await generate()
  edit('01-kernels.md', text => text.replace(/(?=---\n(?:(?!---).*\n)*source: use )/, '---\n\n# My own\n\nText.\n\n'))
  const [title, what, history, use] = section('Kernels', 'kernel').split(/(?=^## )/m)
  document('a.md', `${title}${use}\n${what}${history}`)
  const { lectures } = await generate()
  expect(titles('01-kernels.md')).toEqual(['Kernels', 'Use', 'What is a kernel?', 'History', 'My own'])
  expect(lectures[0]!.changes).toEqual([{ change: 'moved', title: 'Use' }])
})

it('ignores CRLF, and keeps it', async () => {
  await generate()
  edit('01-kernels.md', text => text.replaceAll('\n', '\r\n'))
  expect((await generate()).lectures[0]).toMatchObject({ outcome: 'unchanged', changes: [] })
  document('a.md', section('Kernels', 'kernel').replace('never fails', 'seldom fails'))
  await generate()
  expect(lecture('01-kernels.md')).toContain('seldom fails')
  expect(lecture('01-kernels.md').replaceAll('\r\n', '')).not.toContain('\n')
})

it('finds a lecture whose file a person has renamed, and a document that was renamed', async () => {
  await generate()
  edit('01-kernels.md', text => text.replace('- Nobody recalls', '- Really nobody recalls'))
  renameSync(path.join(out, 'slides/01-kernels.md'), path.join(out, 'slides/01-all-of-linux.md'))
  edit('../slides.md', text => text.replace('01-kernels', '01-all-of-linux'))
  renameSync(path.join(folder, 'docs/b.md'), path.join(folder, 'docs/c.md'))
  document('a.md', section('Kernels', 'kernel').replace('never fails', 'seldom fails'))
  for (const outcome of ['merged', 'unchanged']) {
    const { lectures, gone } = await generate()
    expect(lectures.map(({ outcome }) => outcome)).toEqual([outcome, 'unchanged'])
    expect(gone).toEqual([])
    expect(slides()).toEqual(['01-all-of-linux.md', '02-images.md'])
  }
  expect(lecture('01-all-of-linux.md')).toContain('Really nobody recalls')
  expect(lecture('01-all-of-linux.md')).toContain('seldom fails')
})

it('doubles no edited slide where no record is left, though the document has changed', async () => {
  await generate()
  edit('01-kernels.md', text => text.replace('- Nobody recalls', '- Really nobody recalls'))
  rmSync(path.join(out, '.docent'), { recursive: true })
  document('a.md', section('Kernels', 'kernel').replace('made long ago', 'made quite long ago').replace('never fails', 'seldom fails'))
  await generate()
  expect(titles('01-kernels.md')).toEqual(['Kernels', 'What is a kernel?', 'History', 'Use'])
  expect(lecture('01-kernels.md')).toContain('Really nobody recalls')
  expect(lecture('01-kernels.md')).toContain('quite long ago')
  expect(lecture('01-kernels.md')).toContain('seldom fails')
})

it('puts new documents where they belong, and tells of those that are gone', async () => {
  await generate()
  document('a2.md', section('Containers', 'container'))
  rmSync(path.join(folder, 'docs/b.md'))
  const { gone } = await generate()
  expect(order()).toEqual(['01-kernels.md', '03-containers.md', '02-images.md'])
  expect(gone).toEqual([{ document: path.join(folder, 'docs/b.md'), lectures: ['02-images.md'], isThere: false }])
  document('0.md', section('Before', 'start'))
  await generate()
  expect(order()).toEqual(['04-before.md', '01-kernels.md', '03-containers.md', '02-images.md'])
})

it('numbers a hundred lectures so that they stand in order', async () => {
  for (let i = 1; i <= 98; i++)
    document(`z${i}.md`, `# Lecture ${i}\n\nText of lecture ${i}.\n`)
  await generate()
  expect(slides()).toHaveLength(100)
  expect(slides()[0]).toBe('001-kernels.md')
  expect(order()).toEqual(slides())
})

it('divides a long document at its headings, and keeps the division while it changes', async () => {
  const parts = Array.from({ length: 12 }, (_, i) => `## Part ${i + 1}\n\n${Array.from({ length: 12 }, (_, j) => `### Point ${i + 1}.${j + 1}\n\nThe point ${j + 1} of part ${i + 1} says this, and nobody knows how long it has been so. It says it once.\n\n\`\`\`js\npoint(${i}, ${j})\n\`\`\`\n`).join('\n')}`)
  rmSync(path.join(folder, 'docs'), { recursive: true })
  mkdirSync(path.join(folder, 'docs'))
  document('long.md', `# Long\n\n${parts.join('\n')}`)
  const first = await generate()
  expect(first.lectures.every(({ lecture }) => lecture.texts.length <= 60)).toBe(true)
  expect(first.lectures[0]!.lecture.title).toBe('Long')
  const names = slides()
  expect(names.length).toBeGreaterThan(1)
  document('long.md', `# Long\n\n${[parts[0], '## Another part\n\nIt is new. It is short.\n', ...parts.slice(1)].join('\n')}`)
  const second = await generate()
  expect(slides()).toEqual(names)
  expect(second.lectures.flatMap(({ changes }) => changes.map(({ title }) => title))).toEqual(['In this lecture', 'Another part'])
})
