import type { Paragraph } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { describe, expect, it } from 'vitest'
import { shortenSentence } from '../../src/generate/text/compress.ts'
import { sentencesOf } from '../../src/generate/text/sentences.ts'
import { numberOfWords, widthInLetters } from '../../src/generate/text/words.ts'
import { phrasingText, writePhrasing } from '../../src/generate/write/markdown.ts'

function sentences(markdown: string) {
  return sentencesOf((fromMarkdown(markdown).children[0] as Paragraph).children)
}

describe('sentences', () => {
  it.each([
    ['Use v2.0 of app.py (see Fig. 3. It helps.) now. Then stop.', ['Use v2.0 of app.py (see Fig. 3. It helps.) now.', 'Then stop.']],
    ['Ask Dr. Ada, e.g. today. J. Smith agrees.', ['Ask Dr. Ada, e.g. today.', 'J. Smith agrees.']],
    ['**Bold one. Bold two.** `git` is a tool. Node.js runs.', ['Bold one.', 'Bold two.', 'git is a tool.', 'Node.js runs.']],
    ['“Stop.” he said. Really? Yes. It works.', ['“Stop.” he said.', 'Really?', 'Yes. It works.']],
    ['Ignore *.tmp files. And this… too.', ['Ignore *.tmp files.', 'And this… too.']],
    ['内核是核心。它很小！真的吗？', ['内核是核心。', '它很小！', '真的吗？']],
  ])('of %s', (markdown, expected) => {
    expect(sentences(markdown).map(({ plain }) => plain)).toEqual(expected)
  })

  it('keep their formatting where a mark spans several', () => {
    expect(sentences('**One. Two `x`.** Three.').map(({ inline, text }) => writePhrasing(inline.restore(text), 'slide'))).toEqual(['**One.**', '**Two `x`.**', 'Three.'])
  })
})

describe('bullets', () => {
  const short = (markdown: string) => phrasingText(shortenSentence(sentences(markdown)[0]!).nodes)

  it('lose connectives, long asides and the full stop', () => {
    expect(short('However, containers share the kernel (which belongs to the host).')).toBe('Containers share the kernel')
  })

  it('lose a trailing clause where they are long', () => {
    expect(short('Containers have storage and networks of their own on each host, which makes them much lighter than any machine.')).toBe('Containers have storage and networks of their own on each host')
  })

  it('keep a clause that turns the meaning', () => {
    expect(short('Containers have storage and networks of their own on each and every host, although they do not emulate a machine.')).toContain('do not emulate')
  })
})

it('counts words and widths of scripts without spaces', () => {
  expect(numberOfWords('内核是核心 and v2')).toBe(5)
  expect(widthInLetters('内核ab')).toBe(6)
})
