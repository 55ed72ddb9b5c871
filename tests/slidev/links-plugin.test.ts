import type { Course } from '../../src/course/course.ts'
import path from 'node:path'
import { expect, it } from 'vitest'
import { linksPlugin } from '../../src/slidev/links-plugin.ts'

const root = path.join(import.meta.dirname, '../fixtures/courses/slidev')
const file = path.join(root, 'slides/03-embeds.md')
const slide = (id: string, number: number, index: number) => ({ id, title: id, number, index, file, line: number })
const course = {
  root,
  lectures: [
    { slug: 'kernels', title: 'Kernels', file: '/c/slides/01-kernels.md', slides: [slide('cover', 1, 0), slide('kernel', 2, 1)] },
    { slug: 'containers', title: 'Containers', file: '/c/slides/02-containers.md', slides: [slide('start', 1, 2)] },
  ],
} as unknown as Course

interface Hook {
  filter: { id: RegExp, code: RegExp }
  handler: (code: string, id: string) => { code: string } | undefined
}

/** The links of a slide as Slidev makes them of Markdown, as the deck of the first lecture has them. */
function inDeck(html: string, id = '/c/slides.md__slidev_1.md'): string {
  const { transform: { filter, handler } } = linksPlugin(() => course) as unknown as { transform: Hook }
  const code = `<template><p>${html}</p></template>`
  // As a bundler asks.
  const changed = filter.id.test(id) && filter.code.test(code) ? handler(code, id) : undefined
  return changed?.code.replace(/^<template><p>|<\/p><\/template>$/g, '') ?? html
}

it.each([
  ['<Link to="#/kernel">a</Link>', '<Link to="kernel">a</Link>'],
  ['<Link to="2">a</Link>', '<Link to="kernel">a</Link>'],
  ['<Link to="/kernels#/kernel">a</Link>', '<Link to="kernel">a</Link>'],
  ['<Link to="/containers#/start"><b>a</b></Link>', '<a target="_blank" href="../../containers/deck/#/start"><b>a</b></a>'],
  ['<Link to="../../containers/deck/#/start">a</Link>', '<a target="_blank" href="../../containers/deck/#/start">a</a>'],
  ['<Link to="/containers" title="There" />', '<a target="_blank" href="../../containers/deck/" title="There" >There</a>'],
  ['<Link to="/kernels/slides.pdf">a</Link>', '<a target="_blank" href="../../kernels/slides.pdf">a</a>'],
  ['<a class="x" href="/containers#/start">a</a>', '<a class="x" href="../../containers/deck/#/start">a</a>'],
  ['<a href="#/kernel">a</a>', '<a href="#/kernel">a</a>'],
  ['<a href="https://x.example/containers" target="_blank">a</a>', '<a href="https://x.example/containers" target="_blank">a</a>'],
  ['<Link to="#/gone">a</Link>', '<Link to="#/gone">a</Link>'],
])('makes %s lead there in a deck', (written, expected) => {
  expect(inDeck(written)).toBe(expected)
})

it('leaves what is no slide alone', () => {
  expect(inDeck('<Link to="/containers">a</Link>', '/c/components/Badge.vue')).toBe('<Link to="/containers">a</Link>')
})

it.each([
  ['<img src="hill.svg">', '<img src="/hill.svg">'],
  ['<video poster="hill.svg" src="clip.webm"></video>', '<video poster="/hill.svg" src="/clip.webm"></video>'],
  ['<source src="clip.webm">', '<source src="/clip.webm">'],
  ['<img src="01-text.md">', '<img src="./01-text.md">'],
  ['<img src="slides/01-text.md">', '<img src="/slides/01-text.md">'],
  ['<img src="gone.png">', '<img src="gone.png">'],
  ['<img src="./hill.svg">', '<img src="./hill.svg">'],
  ['<img src="/hill.svg">', '<img src="/hill.svg">'],
  ['<img src="https://x.example/hill.svg">', '<img src="https://x.example/hill.svg">'],
  ['<img :src="hill">', '<img :src="hill">'],
])('makes %s show what Slidev\'s own server finds', (written, expected) => {
  expect(inDeck(written)).toBe(expected)
})
