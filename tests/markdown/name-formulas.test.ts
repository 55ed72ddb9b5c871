import katex from 'katex'
import { expect, it } from 'vitest'
import { nameFormulas } from '../../src/markdown/name-formulas.ts'

it('names every formula on the element that is seen', () => {
  const html = `<p>${katex.renderToString('a < b')} and ${katex.renderToString('\\text{"x" \\& y}', { displayMode: true })}</p>`
  const named = nameFormulas(html, latex => `the words of ${latex}`)
  expect(named).toContain('<span class="katex" role="img" aria-label="the words of a &lt; b"><span class="katex-html">')
  expect(named).toContain('aria-label="the words of \\text{&quot;x&quot; \\&amp; y}"')
  expect(named).not.toMatch(/aria-hidden="true"><span class="katex-base|<math/)
})

it('leaves other HTML as it is', () => {
  expect(nameFormulas('<p class="katex">x</p>', () => 'never')).toBe('<p class="katex">x</p>')
})
