import { expect, it } from 'vitest'
import { showsTheSame } from '../../src/site/frozen/same-steps.ts'

function slide(...steps: string[]) {
  const pages = steps.map((html, i) => ({ html: `<div id="005-0${i + 1}" class="print-slide-container">${html}</div>` }))
  return { earlier: pages.slice(0, -1), html: pages.at(-1)!.html }
}
const asks = '<section class="question-answer can-ask is-asking"><h1>Why?</h1><div class="answer is-hidden" style="height: 9px">'
const answers = '<section class="question-answer is-revealed can-ask"><h1>Why?</h1><div class="answer" style="height: 9px">'

it('a question whose answer is withheld shows the same at each step, and one that answers does not', () => {
  expect(showsTheSame(slide(`${asks}</div></section>`, `${answers}</div></section>`))).toBe(true)
  expect(showsTheSame(slide(`${asks}<p>So</p></div></section>`, `${answers}<p>So</p></div></section>`))).toBe(false)
})

it('steps that bring something are not the same, and those that bring nothing are', () => {
  expect(showsTheSame(slide('<p class="slidev-vclick-hidden">a</p>', '<p>a</p>'))).toBe(false)
  expect(showsTheSame(slide('<p>a</p>', '<p>a</p>', '<p>a</p>'))).toBe(true)
  const beside = ['<p class="slidev-vclick-hidden">b</p>', '<p>b</p>']
  expect(showsTheSame(slide(`${asks}</div></section>${beside[0]}`, `${answers}</div></section>${beside[1]}`))).toBe(false)
})
