import katex from 'katex'
import { expect, it } from 'vitest'
import { labelMath } from '../../src/markdown/label-math.ts'

it('names every formula on the element that is seen', () => {
  const html = `<p>${katex.renderToString('a < b')} and ${katex.renderToString('\\text{"x" \\& y}', { displayMode: true })}</p>`
  const named = labelMath(html, latex => `the words of ${latex}`)
  expect(named).toContain('<span class="katex" role="img" aria-label="the words of a &lt; b"><span class="katex-html">')
  expect(named).toContain('aria-label="the words of \\text{&quot;x&quot; \\&amp; y}"')
  expect(named).not.toMatch(/aria-hidden="true"><span class="katex-base|<math/)
})

it('leaves other HTML as it is', () => {
  expect(labelMath('<p class="katex">x</p>', () => 'never')).toBe('<p class="katex">x</p>')
})
