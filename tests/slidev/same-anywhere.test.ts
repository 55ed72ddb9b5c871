import type { RenderedDiagram } from '../../src/mermaid/diagram.ts'
import { createHash } from 'node:crypto'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import { loadCourse } from '../../src/check/load-course.ts'
import { filesBelow } from '../../src/core/files.ts'
import { hashFile } from '../../src/core/inputs.ts'
import { toolkitRoot } from '../../src/core/toolkit.ts'
import { setDiagramRenderer } from '../../src/mermaid/renderer.ts'
import { buildDecks } from '../../src/slidev/build-decks.ts'
import { openDeckDigests } from '../../src/slidev/deck-digest.ts'
import { scopeIds } from '../../src/slidev/same-anywhere.ts'

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

const hash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 8)
const idOf = (root: string, file: string, source = 'a') => scopeIds(root)(path.relative(root, file), source, true, hash)

describe('the name by which a component keeps its styles to itself', () => {
  it('is the same wherever the course and the toolkit are', () => {
    expect(idOf('/here', '/here/components/A.vue')).toBe(idOf('/some/where/else', '/some/where/else/components/A.vue'))
    expect(idOf('/here', path.join(toolkitRoot, 'components/A.vue'))).toBe(idOf('/some/where/else', path.join(toolkitRoot, 'components/A.vue')))
    expect(idOf('/here', '/here/slides/01.md__slidev_2.md')).toBe(idOf('/here', '/here/slides/01.md__slidev_3.md'))
  })

  it('is another for another component', () => {
    expect(new Set([idOf('/here', '/here/components/A.vue'), idOf('/here', '/here/components/B.vue'), idOf('/here', '/here/components/A.vue', 'b')]).size).toBe(3)
  })
})

/** Stands for Mermaid, which takes its time: no diagram is done in the order in which it was asked for. */
async function drawSlowly(code: string): Promise<RenderedDiagram> {
  await setTimeout(Math.random() * 60)
  const svg = (theme: string) => `<svg viewBox="0 0 9 9"><path id="docent-diagram-${theme}-a" d="M0 0"/><use href="#docent-diagram-${theme}-a"/></svg>`
  return { svg: { light: svg('light'), dark: svg('dark') }, name: code.trim(), width: 9, height: 9 }
}

it('makes the same decks of the same course in two folders, byte for byte, with diagrams that are drawn in the build', async () => {
  const work = await fs.realpath(await fs.mkdtemp(path.join(os.tmpdir(), 'docent-same-')))
  setDiagramRenderer(drawSlowly)
  onTestFinished(() => {
    setDiagramRenderer(undefined)
    return fs.rm(work, { recursive: true })
  })
  const built: Record<string, string>[] = []
  for (const [root, out] of [[path.join(work, 'here'), path.join(work, 'one')], [path.join(work, 'further/down/there'), path.join(work, 'another/two')]] as const) {
    await fs.cp(path.join(toolkitRoot, 'tests/fixtures/courses/small'), root, { recursive: true, filter: file => !/[\\/](?:\.docent|node_modules|dist)$/.test(file) })
    await fs.writeFile(path.join(root, 'components/Badge.vue'), '<script setup>\ndefineProps(["label"])\n</script>\n\n<template>\n  <b>{{ label }}</b>\n</template>\n\n<style scoped>\nb { animation: turn 1s }\n@keyframes turn { to { rotate: 1turn } }\n</style>\n')
    await fs.writeFile(path.join(root, 'slides/03-diagrams.md'), Array.from({ length: SLIDES }).fill(SLIDE).join('\n---\n'))
    await fs.writeFile(path.join(root, 'components/Machine.vue'), MACHINE)
    await fs.appendFile(path.join(root, 'slides.md'), '\n---\nsrc: ./slides/03-diagrams.md\n---\n')
    await buildDecks(await loadCourse(root), { out, base: './', audience: 'public' })
    built.push(Object.fromEntries((await filesBelow(out)).map(file => [path.relative(out, file), hashFile(file)])))
  }
  expect(built[1]).toEqual(built[0])
  const scripts = (await filesBelow(path.join(work, 'one'))).filter(file => file.endsWith('.js'))
  const code = (await Promise.all(scripts.map(file => fs.readFile(file, 'latin1')))).join('\n')
  for (const label of ['In a fence', 'In a tag', 'In a component'])
    expect(code).toMatch(new RegExp(`\`stack-label\`[^<]*\`${label}\``))
  expect(code).not.toContain('a list of layers, from bottom to top')
  const ids = Array.from(code.matchAll(/id:`(d[\da-f]{8}-\d-(?:light|dark)-a)`/g), ([, id]) => id!)
  expect(ids).toHaveLength(SLIDES * 2 * 2)
  expect(new Set(ids).size).toBe(ids.length)
}, 120_000)

it('makes no other deck anew where a slide comes to a lecture, although all slides below have other numbers then', async () => {
  const work = await fs.realpath(await fs.mkdtemp(path.join(os.tmpdir(), 'docent-more-')))
  onTestFinished(() => fs.rm(work, { recursive: true }))
  const root = path.join(work, 'course')
  await fs.cp(path.join(toolkitRoot, 'tests/fixtures/courses/small'), root, { recursive: true, filter: file => !/[\\/](?:\.docent|node_modules|dist)$/.test(file) })
  const digests = async (out: string) => {
    const course = await loadCourse(root)
    await buildDecks(course, { out: path.join(work, out), base: './', audience: 'public' })
    const digestOf = await openDeckDigests(path.join(work, out))
    return course.lectures.map(({ slug }) => digestOf(slug))
  }
  const [first, second] = await digests('before')
  await fs.appendFile(path.join(root, 'slides/01-first-steps.md'), '\n---\n\n# A slide more\n\nIt has a few words.\n')
  expect(await digests('after')).toEqual([expect.not.stringMatching(first!), second])
}, 120_000)
