import type { Course } from '../../src/course/course.ts'
import { expect, it } from 'vitest'
import { linkProblems } from '../../src/check/links.ts'

const content = [
  '[a](#/kernel) [b](#2) [c](../../containers/deck/#/start) [d](../../containers/) [e](https://x.example/#/nope) [f](/files/a.pdf)',
  '[g](#/kernle)',
  '[h](../../container/deck/)',
  '[i](../../containers/deck/index.html#/nope)',
  '`[j](#/nope)`',
].join('\n\n')

const slides = (...ids: string[]) => ids.map((id, i) => ({ id, number: i + 1, content: i ? '' : content, notes: '', line: 5, notesLine: 20, file: '/c/slides/01-kernels.md' }))
const course = {
  root: '/c',
  notesPublic: false,
  lectures: [
    { slug: 'kernels', title: 'Kernels', slides: slides('cover', 'kernel') },
    { slug: 'containers', title: 'Containers', slides: slides('start').map(slide => ({ ...slide, content: '' })) },
  ],
} as unknown as Course

it('finds links between slides and lectures that lead nowhere, with their lines', () => {
  expect(linkProblems(course).map(({ line, message, hint }) => `${line}: ${message} ${hint}`)).toMatchInlineSnapshot(`
    [
      "7: A link leads to #/kernle, but the lecture "Kernels" has no slide "kernle". Did you mean kernel?",
      "9: A link leads to ../../container/deck/, but there is no lecture "container". Did you mean containers? There are: kernels, containers.",
      "11: A link leads to ../../containers/deck/index.html#/nope, but the lecture "Containers" has no slide "nope". undefined",
    ]
  `)
})
