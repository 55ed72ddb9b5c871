import { existsSync } from 'node:fs'
import fs from 'node:fs/promises'
import path from 'node:path'
import * as slidev from '@slidev/cli'
import { beforeAll, expect, it } from 'vitest'
import { loadCourse } from '../../src/check/load-course.ts'
import { assertContract } from '../../src/slidev/contract/contract.ts'
import { printView, slidevIds } from '../../src/slidev/contract/names.ts'
import { packageFolder } from '../../src/slidev/contract/packages.ts'
import { deckHtml } from '../../src/slidev/decks-plugin.ts'
import { resolveCourse } from '../../src/slidev/options.ts'

// What the toolkit takes for granted of Slidev. When an upgrade fails here, the message says which assumption to look at.

const client = packageFolder('@slidev/client')
const source = (file: string) => fs.readFile(path.join(client, file), 'utf8')
const course = await loadCourse(path.join(import.meta.dirname, '../fixtures/courses/small'))
let loader: { load: (id: string) => Promise<{ code: string }> }

beforeAll(async () => {
  const options = await resolveCourse(course, { mode: 'build', audience: 'public' })
  const plugins = (await slidev.ViteSlidevPlugin(options) as unknown as { name: string }[][]).flat()
  loader = plugins.find(plugin => plugin.name === 'slidev:loader') as never
  assertContract(loader !== undefined, 'a Vite plugin "slidev:loader" loads the slides')
})

it('exports what the toolkit calls', () => {
  for (const name of ['createServer', 'resolveOptions', 'createDataUtils', 'parser', 'ViteSlidevPlugin'])
    assertContract(name in slidev, `@slidev/cli exports ${name}`)
})

it('starts from one main.ts', async () => {
  assertContract(existsSync(path.join(packageFolder('@slidev/client'), 'main.ts')), `${slidevIds.main} exists`)
  const options = await resolveCourse(course, { mode: 'build', audience: 'public' })
  const html = deckHtml(course, course.lectures[0]!, options)
  expect(html).toContain('/@docent/deck/first-steps')
  expect(html).toContain('<title>First steps · A small course</title>')
  expect(html).not.toContain('mermaid-rendering-container')
  expect(html).toContain('<meta name="robots" content="noindex">')
  const hosted = deckHtml({ ...course, url: 'https://example.org/small' }, course.lectures[0]!, options)
  expect(hosted).toContain('<link rel="canonical" href="https://example.org/small/first-steps/">')
})

it('takes its slides and its configuration from virtual modules', async () => {
  const load = (id: string) => (loader.load as unknown as (this: unknown, id: string) => Promise<{ code: string }>).call({ resolve: async () => null }, id)
  assertContract((await load(slidevIds.configs)).code.startsWith('export default {'), `${slidevIds.configs} is one default export`)
  const slides = (await load(slidevIds.slides)).code
  for (const part of ['export const slides =', 'shallowRef(data)', slidevIds.frontmatter(0), slidevIds.body(0)])
    assertContract(slides.includes(part), `${slidevIds.slides} contains ${part}`)
})

it('gives slides their number, alias and notes from the front matter module', async () => {
  const file = `${course.lectures[0]!.file}__slidev_${course.lectures[0]!.slides[0]!.index + 1}.frontmatter`
  const { code } = await (loader.load as unknown as (this: unknown, id: string) => Promise<{ code: string }>).call({}, file)
  for (const part of ['export const meta = shallowReactive(', '"routeAlias":"first-steps"', '"noteHTML":"<p>Welcome.', 'no: '])
    assertContract(code.includes(part), `a front matter module contains ${part}`)
  assertContract(!code.includes('"note":"Welcome'), 'a build ships notes as noteHTML only')
  assertContract((await source('logic/slides.ts')).includes('routeAlias'), 'a slide is found by its routeAlias')
})

it('gives the wrapper of a slide its route, from which a failing component knows its slide', async () => {
  assertContract(/defineProps\(\{.*route: \{.*SlideRoute/s.test(await source('internals/SlideWrapper.vue')), 'SlideWrapper has a property "route"')
})

it('has the print view that printing waits for', async () => {
  const utils = await source('logic/utils.ts')
  assertContract((await source('internals/PrintSlideClick.vue')).includes(`class="${printView.slide.slice(1)}"`), `a printed slide is a ${printView.slide}`)
  assertContract(/padStart\(3, '0'\)\}-/.test(await source('internals/PrintSlideClick.vue')), 'the id of a printed slide is 001-01: slide, then click')
  assertContract((await source('internals/SlideLoading.vue')).includes(printView.loading.slice(1)), `a slide that loads shows ${printView.loading}`)
  assertContract(printView.dimmed.split(', ').every(name => utils.includes(`'${name.split('.').at(-1)}'`)), `what a step does not speak of is ${printView.dimmed}`)
  assertContract((await source('layouts/default.vue')).includes(printView.layout.slice(1)), `a slide's layout is a ${printView.layout}`)
  assertContract((await source('setup/routes.ts')).includes('path: \'/print\''), 'the print view is at /print')
})

it('keeps two windows in step by a channel that the title names', async () => {
  assertContract(/initSharedState\(`\$\{slidesTitle\} - shared`\)/.test(await source('setup/root.ts')), 'the channel is named by configs.slidesTitle')
})
