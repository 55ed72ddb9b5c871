import type { RenderedDiagram } from '../../src/mermaid/diagram.ts'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadCourse } from '../../src/check/load-course.ts'
import { setDiagramRenderer } from '../../src/mermaid/renderer.ts'
import { buildDecks } from '../../src/slidev/build-decks.ts'

const SLIDES = 12

const SLIDE = `
# Diagrams

\`\`\`mermaid
flowchart LR
  A --> B
\`\`\`

\`\`\`mermaid
flowchart LR
  B --> A
\`\`\`

\`\`\`stack
layers: [{ label: In a fence, kind: os }]
\`\`\`

<StackDiagram :layers="[{ label: 'In a tag', kind: 'os' }]" />

<Machine />
`

const MACHINE = `
<template>
  <div>
    <StackDiagram look="3d" :layers="[{ label: 'In a component', kind: 'hardware' }]" />
  </div>
</template>
`

let work: string

beforeAll(async () => {
  work = await fs.realpath(await fs.mkdtemp(path.join(os.tmpdir(), 'docent-diagrams-')))
  await fs.mkdir(path.join(work, 'slides'))
  await fs.mkdir(path.join(work, 'components'))
  await fs.writeFile(path.join(work, 'slides.md'), '---\ntitle: Diagrams\n---\n\n---\nsrc: ./slides/01-diagrams.md\n---\n')
  await fs.writeFile(path.join(work, 'slides/01-diagrams.md'), Array.from({ length: SLIDES }).fill(SLIDE).join('\n---\n'))
  await fs.writeFile(path.join(work, 'components/Machine.vue'), MACHINE)
})

afterAll(async () => {
  setDiagramRenderer(undefined)
  await fs.rm(work, { recursive: true })
})

/** Stands for Mermaid, which takes its time: no diagram is done in the order in which it was asked for. */
async function drawSlowly(code: string): Promise<RenderedDiagram> {
  await setTimeout(Math.random() * 60)
  const svg = (theme: string) => `<svg viewBox="0 0 9 9"><path id="docent-diagram-${theme}-a" d="M0 0"/><use href="#docent-diagram-${theme}-a"/></svg>`
  return { svg: { light: svg('light'), dark: svg('dark') }, name: code.trim(), width: 9, height: 9 }
}

/** Everything that a build writes, by path. */
async function build(out: string): Promise<Record<string, string>> {
  setDiagramRenderer(drawSlowly)
  await buildDecks(await loadCourse(work), { out: path.join(work, out), base: './', audience: 'public' })
  const entries = await fs.readdir(path.join(work, out), { recursive: true, withFileTypes: true })
  const files = entries.filter(entry => entry.isFile()).map(entry => path.join(entry.parentPath, entry.name)).sort()
  return Object.fromEntries(await Promise.all(files.map(async file => [path.relative(path.join(work, out), file), await fs.readFile(file, 'latin1')])))
}

it('are drawn in a build, and the same in every build', { timeout: 120_000 }, async () => {
  const first = await build('first')
  const second = await build('second')
  expect(Object.keys(second)).toEqual(Object.keys(first))
  expect(Object.keys(first).filter(file => first[file] !== second[file])).toEqual([])
  const code = Object.keys(first).filter(file => file.endsWith('.js')).map(file => first[file]).join('\n')
  for (const label of ['In a fence', 'In a tag', 'In a component'])
    expect(code).toMatch(new RegExp(`\`stack-label\`[^<]*\`${label}\``))
  expect(code).not.toContain('a list of layers, from bottom to top')
  const ids = Array.from(code.matchAll(/id:`(d[\da-f]{8}-\d-(?:light|dark)-a)`/g), ([, id]) => id!)
  expect(ids).toHaveLength(SLIDES * 2 * 2)
  expect(new Set(ids).size).toBe(ids.length)
})
