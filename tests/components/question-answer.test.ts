import { describe, expect, it } from 'vitest'
import { h } from 'vue'
import QuestionAnswer from '../../components/QuestionAnswer.vue'
import { render } from './render.ts'

const question = { question: 'Has it a kernel?' }
const answer = { default: () => h('p', 'No.') }
const choices = { ...question, choices: [{ text: 'Yes' }, { text: 'No', right: true }] }

describe('QuestionAnswer on a web page', () => {
  it('opens its answer without a script', async () => {
    expect(await render(QuestionAnswer, question, answer)).toMatchInlineSnapshot(`"<section class="question-answer"><h2>Has it a kernel?</h2><details class="answer-disclosure"><summary>Show the answer</summary><div class="answer"><p>No.</p></div></details></section>"`)
  })

  it('tells the right choice only with the answer', async () => {
    const html = await render(QuestionAnswer, choices, answer)
    expect(html).not.toContain('is-right')
    expect(html).toMatch(/<details[^>]*>.*<strong>Right: B<\/strong>No.*<\/details>/)
  })
})

describe('QuestionAnswer in a deck', () => {
  it('shows the answer with a click that it takes', async () => {
    const before = await render(QuestionAnswer, question, answer, { clicks: 0 })
    expect(before).toContain('<div class="is-hidden answer" aria-live="polite"><p>No.</p></div>')
    expect(before).toContain('(1 click)')
    expect(await render(QuestionAnswer, question, answer, { clicks: 1 })).toContain('<div class="answer" aria-live="polite">')
  })

  it('marks the right choice with the click, for more senses than colour', async () => {
    expect(await render(QuestionAnswer, choices, {}, { clicks: 0 })).not.toContain('is-right')
    const html = await render(QuestionAnswer, choices, {}, { clicks: 1 })
    expect(html).toMatch(/<li class="is-right">.*No.*<svg class="choice-mark"[^>]*role="img" aria-label="right"/)
    expect(html).toContain('<li class="is-wrong">')
  })

  it('takes no click where there is nothing to show', async () => {
    const poll = await render(QuestionAnswer, { ...question, choices: [{ text: 'A' }, { text: 'B' }] }, {}, { clicks: 0 })
    expect(poll).not.toContain('click)')
    expect(poll).not.toContain('is-wrong')
    expect(await render(QuestionAnswer, { ...question, withheld: true }, {}, { clicks: 0 })).toContain('The answer is given in the lecture.')
  })

  it('counts the time to think only while its slide is shown', async () => {
    expect(await render(QuestionAnswer, { ...question, think: 30 }, answer, { clicks: 0 })).toMatch(/is-running think-ring.*30 s to think/)
    expect(await render(QuestionAnswer, { ...question, think: 30 }, answer)).not.toContain('is-running')
  })

  it('asks until the answer is there, on a slide of its own ground', async () => {
    expect(await render(QuestionAnswer, question, answer, { clicks: 0 })).toContain('class="question-answer can-ask is-asking"')
    expect(await render(QuestionAnswer, question, answer, { clicks: 1 })).toContain('class="question-answer is-revealed can-ask"')
    expect(await render(QuestionAnswer, { ...question, withheld: true }, {}, { clicks: 0 })).toContain('is-asking')
    expect(await render(QuestionAnswer, question, answer, { clicks: 0, query: '?copy=student' })).not.toMatch(/is-asking|can-ask/)
  })

  it('puts short choices side by side, so that all four fit', async () => {
    const four = (text: string) => ({ ...question, choices: ['A', 'B', 'C', 'D'].map(name => ({ text: `${text} ${name}` })) })
    expect(await render(QuestionAnswer, four('Sheet'), {}, { clicks: 0 })).toContain('is-paired')
    expect(await render(QuestionAnswer, four('A sheet that is folded more often'), {}, { clicks: 0 })).not.toContain('is-paired')
  })

  it('is the title of its slide where it is asked to be', async () => {
    expect(await render(QuestionAnswer, { ...question, title: true }, answer, { clicks: 0 })).toContain('<h1>Has it a kernel?</h1>')
  })
})

describe('QuestionAnswer on paper', () => {
  it('has the answer on printed slides, as far as the printed click goes', async () => {
    const printed = await render(QuestionAnswer, { ...question, think: 30 }, answer, { clicks: 1, query: '?print=true' })
    expect(printed).toContain('<div class="answer" aria-live="polite"><p>No.</p></div>')
    expect(printed).toContain('30 s to think')
    expect(printed).not.toContain('think-ring')
    expect(await render(QuestionAnswer, question, answer, { clicks: 0, query: '?print=clicks' })).toContain('is-hidden')
  })

  it('leaves room of the answer\'s size in a student\'s copy, and does not mark a choice', async () => {
    const html = await render(QuestionAnswer, choices, answer, { clicks: 1, query: '?copy=student' })
    expect(html).toContain('<div class="answer-blank"><p class="answer-blank-label">Your answer</p><div class="answer" aria-hidden="true"><p>No.</p></div></div>')
    expect(html).not.toMatch(/is-right|is-wrong|choice-mark/)
  })

  it('leaves room for an answer that is withheld', async () => {
    expect(await render(QuestionAnswer, { ...question, withheld: true }, {}, { clicks: 0, query: '?copy=student' })).toContain('<div class="answer-blank"><p class="answer-blank-label">Your answer</p></div>')
  })

  it.each(['key', 'instructor'])('gives the answer in the copy "%s"', async (copy) => {
    const html = await render(QuestionAnswer, choices, answer, { clicks: 0, query: `?copy=${copy}` })
    expect(html).toContain('is-right')
    expect(html).toContain('<div class="answer" aria-live="polite"><p>No.</p></div>')
  })
})
