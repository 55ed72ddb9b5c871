import { expect, it } from 'vitest'
import { stepTexts } from '../../src/site/frozen/step-texts.ts'

function texts(...steps: string[]): string[] {
  return stepTexts({ earlier: steps.slice(0, -1).map(html => ({ html })), html: steps.at(-1)! })
}

const coming = (text: string) => `<li class="slidev-vclick-target slidev-vclick-hidden" aria-hidden="true">${text}</li>`
const there = (text: string) => `<li class="slidev-vclick-target">${text}</li>`

it('each click of a slide brings its own words', () => {
  const [a, b] = ['The kernel <b>looks</b> it up', 'The program gets its bytes']
  expect(texts(coming(a) + coming(b), there(a) + coming(b), there(a) + there(b))).toEqual(['The kernel looks it up', 'The program gets its bytes'])
})

it('an equal item is another one, and a changed one is told anew', () => {
  expect(texts(there('App') + coming('App'), there('App') + there('App'))).toEqual(['App'])
  expect(texts('<p>one</p><p>x</p>', '<p>two</p><p>x</p>')).toEqual(['two'])
})

it('parts of a drawing count, its description and what is only lit do not', () => {
  const part = (text: string, hidden: boolean) => `<g${hidden ? ' class="is-hidden" aria-hidden="true"' : ''}><text>${text}</text></g>`
  const svg = (parts: string) => `<svg><title>All</title>${parts}</svg>`
  expect(texts(svg(part('Hardware', false) + part('macOS', true)), svg(part('Hardware', false) + part('macOS', false)))).toEqual(['macOS'])
  expect(texts('<pre><code class="a">x = 1</code></pre>', '<pre><code class="b">x = 1</code></pre>')).toEqual([''])
})

it('a formula is said once', () => {
  const formula = '<span class="katex"><span class="katex-mathml"><math><mi>x</mi><annotation>x</annotation></math></span><span class="katex-html" aria-hidden="true"><span>x</span></span></span>'
  expect(texts('<p>Let</p>', `<p>Let</p><p>be ${formula}</p>`)).toEqual(['be x'])
})
