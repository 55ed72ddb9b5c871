import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseSync } from '@slidev/parser'
import { describe, expect, it } from 'vitest'
import { checks } from '../../bench/rubric/checks.ts'
import { compileLectures } from '../../bench/rubric/compile.ts'
import { makeLectures } from './make-lecture.ts'

// Each file is a document with something that Slidev's Markdown takes for something else.
const folder = path.resolve('tests/fixtures/generate/traps')
const names = readdirSync(folder).filter(name => name.endsWith('.md')).map(name => name.slice(0, -3))
const gates = checks.filter(({ gate }) => gate)

describe.each(names)('%s', (name) => {
  const { measured, lectures, markdown } = makeLectures(readFileSync(path.join(folder, `${name}.md`), 'utf8'), { file: path.join(folder, `${name}.md`) })

  it.each(gates.map(({ id, what }) => [id, what]))('%s: %s', (id) => {
    const { misses } = gates.find(gate => gate.id === id)!.tally(measured)
    expect(misses).toEqual([])
  })

  it('gives the slides that were planned', async () => {
    const { slides } = parseSync(markdown[0]!, 'lecture.md')
    expect(slides.length).toBe(lectures[0]!.drafts.length)
    await expect(markdown[0]).toMatchFileSnapshot(path.join(folder, 'decks', `${name}.deck`))
  })
})

it('compiles every slide of every trap', async () => {
  const decks = names.map((name) => {
    const file = path.join(folder, `${name}.md`)
    return { slug: name, text: makeLectures(readFileSync(file, 'utf8'), { file }).markdown[0]!, pictures: [] }
  })
  expect(await compileLectures(decks)).toEqual([])
}, 120_000)
