import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { zipSync } from 'fflate'
import { afterAll, expect, it } from 'vitest'
import { formatProblem } from '../../../src/core/errors.ts'
import { readCourse } from '../../../src/course/read-course.ts'
import { readSecrets } from '../../../src/paper/leaks/source-leaks.ts'

const LECTURE = `---
todo: Ask the violet heron about Friday first
---

# Herons

:::question{withheld} Where do they sleep?
They sleep in the tall reeds by the weir.
:::

<Herons />

<!--
Say that herons are patient birds of the marsh.

::: private
Ask the violet heron about Friday first.
:::
-->
`

const folders: string[] = []
afterAll(() => Promise.all(folders.map(folder => fs.rm(folder, { recursive: true }))))

/** What the sources of a course give away, with some files beside its lecture. */
async function givenAway(files: Record<string, string | Uint8Array>, headmatter = ''): Promise<string[]> {
  const root = await fs.mkdtemp(path.join(os.tmpdir(), 'docent-sources-'))
  folders.push(root)
  const all = { 'slides.md': `---\ntitle: Birds\n${headmatter}---\n\n---\nsrc: ./slides/01-herons.md\n---\n`, 'slides/01-herons.md': LECTURE.replace(/^---[\s\S]*?---\n/, ''), ...files }
  for (const [name, content] of Object.entries(all)) {
    await fs.mkdir(path.join(root, path.dirname(name)), { recursive: true })
    await fs.writeFile(path.join(root, name), content)
  }
  const { course } = await readCourse(root)
  const { problems } = await readSecrets(course)
  return problems.map(problem => formatProblem({ ...problem, hint: undefined }, root))
}

it('are sound where nothing private stands elsewhere', async () => {
  expect(await givenAway({ 'components/Herons.vue': '<template><p>Herons</p></template>' })).toEqual([])
})

it('name front matter, which every deck carries', async () => {
  expect(await givenAway({ 'slides/01-herons.md': LECTURE })).toEqual([
    'slides/01-herons.md:2: The front matter "todo" holds a private note: "ask the violet heron about friday first" of slide 1 ("Herons").',
  ])
})

it('name a component that slides use, and none in a comment or that nobody uses', async () => {
  const answer = 'They sleep in the tall reeds by the weir.'
  expect(await givenAway({ 'components/Herons.vue': `<template><p>${answer}</p></template>`, 'components/Other.vue': `<template>${answer}</template>` })).toEqual([
    'components/Herons.vue: components/Herons.vue holds a withheld answer: "they sleep in the tall reeds by the" of slide 1 ("Herons").',
  ])
  expect(await givenAway({ 'components/Herons.vue': `<!-- ${answer} -->\n<template><p>Herons</p></template>` })).toEqual([])
})

it('name captions that say a withheld answer, and let notes be spoken', async () => {
  const captions = (text: string) => ({ 'slides/01-herons.captions.vtt': `WEBVTT\n\n00:01.000 --> 00:02.000\n${text}\n` })
  expect(await givenAway(captions('They sleep in the tall reeds by the weir.'))).toHaveLength(1)
  expect(await givenAway(captions('Say that herons are patient birds of the marsh.'))).toEqual([])
})

it('take files of public/ for public, but for copies of lectures, also packed', async () => {
  expect(await givenAway({ 'public/herons.txt': 'They sleep in the tall reeds by the weir.' })).toEqual([])
  const copies = await givenAway({ 'public/herons.md': LECTURE, 'public/sources.zip': zipSync({ 'slides/01.md': new TextEncoder().encode(LECTURE) }) })
  expect(copies.map(text => text.replace(/: "[\s\S]*/, ''))).toEqual(['herons.md', 'sources.zip'].flatMap(name =>
    ['a private note', 'a withheld answer', 'a speaker note, and the course\'s notes are not public'].map(what => `public/${name}: public/${name} holds ${what}`)))
})
