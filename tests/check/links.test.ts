import type { Course } from '../../src/course/course.ts'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { linkProblems } from '../../src/check/links.ts'
import { hostedAddress, pagePath, resolveAddress } from '../../src/course/address.ts'

const content = [
  '[a](#/kernel) [b](#2) [c](../../containers/deck/#/start) [d](../../containers/) [e](https://x.example/#/nope) [f](/files/a.pdf)',
  '[g](#/kernle)',
  '[h](../../container/deck/)',
  '[i](../../containers/deck/index.html#/nope)',
  '`[j](#/nope)`',
  '[k](/containers#/start) [l](/containers) [m](02-containers.md#/start) [n](/kernels/slides.pdf) [o](/2) <Link to="kernel">p</Link>',
  '[q](/files/b.pdf)\n<Link to="kernle">r</Link>',
  '[s][t] <a class="u" href="/container#/start">u</a>\n\n[t]: ../pods/',
].join('\n\n')

const slides = (...ids: string[]) => ids.map((id, i) => ({ id, title: id, number: i + 1, content: i ? '' : content, notes: i ? '' : 'Say\n\n::: private\n[v](/pods#/start)\n:::', line: 5, notesLine: 40, file: '/c/slides/01-kernels.md' }))
let course: Course
beforeAll(async () => {
  const root = await fs.mkdtemp(path.join(os.tmpdir(), 'docent-links-'))
  await fs.mkdir(path.join(root, 'public/files'), { recursive: true })
  await fs.writeFile(path.join(root, 'public/files/a.pdf'), '')
  course = {
    root,
    url: 'https://example.org/course',
    lectures: [
      { slug: 'kernels', title: 'Kernels', file: '/c/slides/01-kernels.md', slides: slides('cover', 'kernel') },
      { slug: 'containers', title: 'Containers', file: '/c/slides/02-containers.md', slides: slides('start').map(slide => ({ ...slide, content: '', notes: '' })) },
    ],
  } as unknown as Course
})
afterAll(() => fs.rm(course.root, { recursive: true }))

it('finds links between slides, lectures and files that lead nowhere, with their lines, in notes too', () => {
  expect(linkProblems(course).map(({ line, message, hint }) => `${line}: ${message} ${hint}`)).toMatchInlineSnapshot(`
    [
      "7: A link leads to #/kernle, but the lecture "Kernels" has no slide "kernle". Did you mean kernel?",
      "9: A link leads to ../../container/deck/, but there is no lecture "container". Did you mean containers? There are: kernels, containers.",
      "11: A link leads to ../../containers/deck/index.html#/nope, but the lecture "Containers" has no slide "nope". undefined",
      "17: A link leads to /files/b.pdf, but there is no such file in public/. Put it at public/files/b.pdf, or fix the address.",
      "18: A link leads to #/kernle, but the lecture "Kernels" has no slide "kernle". Did you mean kernel?",
      "20: A link leads to /container#/start, but there is no lecture "container". Did you mean containers? There are: kernels, containers.",
      "22: A link leads to ../pods/, but there is no lecture "pods". There are: kernels, containers.",
      "43: A link leads to /pods#/start, but there is no lecture "pods". There are: kernels, containers.",
    ]
  `)
})

it.each([
  ['#/kernel', 'kernels/index.html#kernel'],
  ['#2', 'kernels/index.html#kernel'],
  ['/kernels#/kernel', 'kernels/index.html#kernel'],
  ['./#/2', 'kernels/index.html#kernel'],
  ['../../containers/deck/#/start', 'containers/index.html#start'],
  ['../containers/index.html#start', 'containers/index.html#start'],
  ['./02-containers.md#/start', 'containers/index.html#start'],
  ['/containers', 'containers/index.html'],
  ['../containers/', 'containers/index.html'],
  ['/containers/deck/', 'containers/index.html'],
  ['/files/a.pdf', 'files/a.pdf'],
  ['../../files/a.pdf', 'files/a.pdf'],
  ['/containers/slides.pdf', 'containers/slides.pdf'],
  ['mailto:a@b.example', undefined],
  ['#note-1', undefined],
])('takes %s for one place, wherever it stands', (address, place) => {
  expect(pagePath(resolveAddress(address, { course, lecture: course.lectures[0]! }))).toBe(place)
})

it('says where a place is on the web, for paper', () => {
  const hosted = (address: string) => hostedAddress(resolveAddress(address, { course, lecture: course.lectures[0]! }), course)
  expect(hosted('#/kernel')).toBe('https://example.org/course/kernels/#kernel')
  expect(hosted('/containers')).toBe('https://example.org/course/containers/')
  expect(hosted('/files/a.pdf')).toBe('https://example.org/course/files/a.pdf')
})
