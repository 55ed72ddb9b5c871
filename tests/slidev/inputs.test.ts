import type { Inputs } from '../../src/core/inputs.ts'
import { Buffer } from 'node:buffer'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest'
import { loadCourse } from '../../src/check/load-course.ts'
import { sameInputs, takeInputs } from '../../src/core/inputs.ts'
import { toolkitRoot } from '../../src/core/toolkit.ts'
import { courseInputs, courseValues } from '../../src/course/course-inputs.ts'
import { buildDecks } from '../../src/slidev/build-decks.ts'

// A course of two small lectures that takes something from everywhere. It is built once; each change is then judged by what that build has noted.
const COURSE = {
  'course/slides.md': '---\ntitle: Inputs\ntheme: WORK/theme\naddons: [WORK/addon]\nnotes: public\n---\n\n---\nsrc: ./slides/01-one.md\n---\n\n---\nsrc: ./slides/02-two.md\n---\n',
  'course/slides/01-one.md': '# One\n\n---\nsrc: ../shared/part.md\n---\n\n---\n\n# Beside\n\n![A dot](./dot.png)\n\n---\n\n# Snippets\n\n<<< @/code/hello.ts\n\n<<< ../code/region.ts#part\n',
  'course/slides/02-two.md': '# Two\n\n<Data />\n\n<!-- A note. -->\n',
  'course/slides/02-two.captions.vtt': 'WEBVTT\n',
  'course/slides/dot.png': Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64'),
  'course/shared/part.md': '# A part from elsewhere\n',
  'course/code/hello.ts': 'console.log(1)\n',
  'course/code/region.ts': '// #region part\nconsole.log(2)\n// #endregion part\n',
  'course/components/Data.vue': `<script setup lang="ts">\nimport type { Kind } from '../../outside/kind.ts'\nimport data from '../data/figures.json'\nimport { total } from '../lib/total.ts'\nimport './data.css'\ndefineProps<{ kind?: Kind }>()\nconst more = import.meta.glob('../data/more/*.json', { eager: true })\n</script>\n\n<template>\n  <p>{{ total(data) }} {{ more }}</p>\n</template>\n`,
  'course/components/data.css': '@import "../look/inner.css";\np { background: url("../look/back.svg") }\n',
  'course/look/inner.css': 'em { color: teal }\n',
  'course/look/back.svg': `<svg xmlns="http://www.w3.org/2000/svg"><!--${'long '.repeat(1500)}--></svg>`,
  'course/data/figures.json': '[1, 2]\n',
  'course/data/more/a.json': '1\n',
  'course/lib/total.ts': `import { add } from '../../outside/add.ts'\nexport const total = (list: number[]) => list.reduce(add) + import.meta.env.VITE_MORE\n`,
  'outside/add.ts': 'export const add = (a: number, b: number) => a + b\n',
  'outside/kind.ts': `export type Kind = 'a' | 'b'\n`,
  'course/styles/index.css': 'strong { color: navy }\n',
  'course/setup/shiki.ts': `import { name } from './theme-name.ts'\nexport default () => ({ themes: { light: name, dark: process.env.DARK_THEME ?? 'vitesse-dark' } })\n`,
  'course/setup/theme-name.ts': `export const name = 'vitesse-light'\n`,
  'course/uno.config.ts': 'export default { shortcuts: { big: \'text-4xl\' } }\n',
  'course/layouts/own.vue': '<template><div class="slidev-layout"><slot /></div></template>\n',
  'course/global-bottom.vue': '<template><i>bottom</i></template>\n',
  'course/public/a.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'course/.env': 'VITE_MORE=1$ADDED\n',
  'course/package.json': '{ "name": "inputs", "version": "1.0.0" }\n',
  'theme/package.json': '{ "name": "slidev-theme-here", "version": "1.0.0" }\n',
  'theme/styles/index.css': 'b { color: red }\n',
  'addon/package.json': '{ "name": "slidev-addon-here", "version": "1.0.0" }\n',
  'addon/components/Extra.vue': '<template><p>extra</p></template>\n',
}

let work: string
let inputs: Inputs
const at = (file: string) => path.join(work, file)
const isUnchanged = (course = at('course')) => sameInputs(inputs, courseValues(course))

async function write(file: string, content: string | Uint8Array): Promise<void> {
  await fs.mkdir(path.dirname(at(file)), { recursive: true })
  await fs.writeFile(at(file), content)
}

beforeAll(async () => {
  work = await fs.realpath(await fs.mkdtemp(path.join(os.tmpdir(), 'docent-inputs-')))
  for (const [file, content] of Object.entries(COURSE))
    await write(file, typeof content === 'string' ? content.replaceAll('WORK', work) : content)
  const course = await loadCourse(at('course'))
  const decks = await buildDecks(course, { out: at('out'), base: './', audience: 'public' })
  inputs = takeInputs([courseInputs(course.root), decks], courseValues(course.root), Number.POSITIVE_INFINITY)!
}, 120_000)
afterEach(() => void vi.unstubAllEnvs())
afterAll(() => fs.rm(work, { recursive: true }))

it('takes a course that nobody has touched for unchanged, also where its files were copied or touched', async () => {
  expect(isUnchanged()).toBe(true)
  await fs.utimes(at('course/slides/01-one.md'), new Date(0), new Date(0))
  expect(isUnchanged()).toBe(true)
})

it('takes a copy of a course, with all that was built of the first, for another one', () => {
  expect(isUnchanged(at('copy'))).toBe(false)
})

const edited = Object.keys(COURSE)
const made = [
  'course/components/New.vue',
  'course/global-top.vue',
  'course/slide-bottom.vue',
  'course/vite.config.ts',
  'course/layouts/new.vue',
  'course/public/new.svg',
  'course/setup/katex.ts',
  'course/styles/index.ts',
  'course/.env.local',
  'course/.env.production',
  'course/data/more/b.json',
  'course/data/figures.json.ts',
  'course/lib/total.mts',
  'course/slides/02-two.cues.jsonl',
  'course/package-lock.json',
  'course/node_modules/.package-lock.json',
  'course/postcss.config.js',
  'tsconfig.json',
  'addon/setup/unocss.ts',
  'theme/layouts/cover.vue',
]

it.each(edited)('sees a change of %s, of the same size and time, and that it is taken back', async (file) => {
  const before = await fs.readFile(at(file))
  const { atime, mtime } = await fs.stat(at(file))
  const changed = Uint8Array.from(before)
  changed[changed.length - 2]! ^= 1
  await fs.writeFile(at(file), changed)
  await fs.utimes(at(file), atime, mtime)
  expect(isUnchanged()).toBe(false)
  await fs.writeFile(at(file), before)
  expect(isUnchanged()).toBe(true)
})

it.each(edited)('sees that %s is gone', async (file) => {
  await fs.rename(at(file), at('gone'))
  expect(isUnchanged()).toBe(false)
  await fs.rename(at('gone'), at(file))
  expect(isUnchanged()).toBe(true)
})

it.each(made)('sees that there is a %s now', async (file) => {
  await write(file, '')
  expect(isUnchanged()).toBe(false)
  await fs.rm(at(file))
  expect(isUnchanged()).toBe(true)
})

it.each(['VITE_MORE', 'VITE_ELSE', 'NODE_ENV', 'SOURCE_DATE_EPOCH', 'DARK_THEME', 'ADDED'])('sees another %s in the environment', (name) => {
  vi.stubEnv(name, `not ${process.env[name]}`)
  expect(isUnchanged()).toBe(false)
})

it.each(['src/shared/time.ts', 'components/Callout.vue', 'layouts/cover.vue', 'styles/tokens.css', 'setup/shiki.ts', 'packages/pdf-ua/src/repair.ts', 'package-lock.json', 'node_modules/.package-lock.json'])('depends on %s of the toolkit', (file) => {
  expect(Object.keys(inputs.files)).toContain(path.join(toolkitRoot, file))
})

it('does not take for built what has changed while it was built', () => {
  expect(takeInputs([courseInputs(at('course'))], 'values', Date.now() - 3600_000)).toBeUndefined()
  expect(takeInputs([courseInputs(at('course'))], 'values', Date.now() + 3600_000)).toBeDefined()
})
