import { describe, expect, it } from 'vitest'
import { forPaper } from '../../../src/markdown/notes-for-paper.ts'
import { notesToHtml } from '../../../src/markdown/notes-html.ts'
import { paperNotes } from '../../../src/paper/handout/paper-notes.ts'

const options = () => ({ speak: (latex: string) => `spoken ${latex}`, idPrefix: 's1', addresses: [] as string[] })
const paperHtml = (markdown: string, paper: Parameters<typeof forPaper>[0]) => notesToHtml(markdown, forPaper(paper))

describe('notes on paper', () => {
  it('number the addresses of their links, each once', () => {
    const chosen = options()
    expect(paperHtml('See [the book](https://www.books.example/a-b/), [again](https://www.books.example/a-b/), <https://x.example> and [a slide](#/2).', chosen)).toMatchInlineSnapshot(
      `"<p>See <a href="https://www.books.example/a-b/">the book</a><sup class="address">1</sup>, <a href="https://www.books.example/a-b/">again</a><sup class="address">1</sup>, <a href="https://x.example">https://x.example</a> and <a href="#/2">a slide</a>.</p>"`,
    )
    expect(chosen.addresses).toEqual(['https://www.books.example/a-b/'])
  })

  it('keep the words of HTML, and nothing else of it', () => {
    expect(paperHtml('a <b onclick="x()">bold</b> word\n\n<div class="x">\na block\n</div>\n\n<!-- hidden -->', options())).toMatchInlineSnapshot(`
      "<p>a bold word</p>
      <p>a block</p>
      <p></p>"
    `)
  })

  it('say formulas aloud and show them', () => {
    const html = paperHtml('The ratio $\\sqrt{2}$ and\n\n$$\nx^2\n$$', options())
    expect(html).toContain('role="img" aria-label="spoken \\sqrt{2}"')
    expect(html).toContain('aria-label="spoken x^2"')
    expect(html).not.toContain('aria-hidden')
  })

  it('mark for the instructor what others do not see', () => {
    const notes = 'For all.\n\n::: private\nFor one.\n:::\n\n::: answer\nBecause.\n:::'
    expect(paperNotes(notes, 'instructor', options())).toMatchInlineSnapshot(`
      "<p>For all.</p>
      <div class="marked private"><p class="mark">Private</p><p>For one.</p></div>
      <div class="marked answer"><p class="mark">Answer</p><p>Because.</p></div>"
    `)
    expect(paperNotes(notes, 'student', options())).toBe('<p>For all.</p>')
  })
})
