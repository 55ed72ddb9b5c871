import { describe, expect, it } from 'vitest'
import { slideFault } from '../../src/slidev/slide-fault.ts'

describe('a slide that compiles', () => {
  it.each([
    ['text', '# A title\n\nText with `<code>` and **bold**.'],
    ['tags that close, and those that need not', '<kbd>Esc</kbd><br>and <sub>x</sub>'],
    ['code of any kind', '```vue [a.vue] {1|2}{maxHeight:\'9px\'}\n<template>{{ a\n```'],
    ['formulas', 'From $a < b$ to $\\text{{{x}}}$:\n\n$$ {1|2}\n\\frac{a}{b}\n$$\n'],
    ['prices', 'From $5 to $6, or \\$7.'],
    ['slots', '# A\n\n::left::\n\n<b>x</b>\n\n::right::\n\ny'],
    ['blocks', ':::note Why <T> and {{ x }}?\n\nText\n\n:::\n\n:::question{think=30} What?\nThis.\n:::'],
    ['drawings', '```stack\nlayers:\n  - { label: A, kind: os }\n```\n\n```mermaid\nflowchart LR\n a --> b\n```'],
    ['an expression', 'Slide {{ $page }} of {{ $nav.total }}'],
  ])('%s', (_, markdown) => {
    expect(slideFault(markdown)).toBeUndefined()
  })
})

describe('a slide that does not', () => {
  it.each([
    ['a tag that is not closed', 'A Vec<T> of them'],
    ['a tag that was not opened', 'A </div> of them'],
    ['braces', 'A {{ of them'],
    ['an expression', '<b :title="a +">x</b>'],
    ['an attribute', '<b title=<x>>x</b>'],
    ['a title of code with quotes', '```js [1, "x"]\nx\n```'],
    ['a formula', 'A $\\nosuchcommand{x}$'],
    ['a formula on lines of its own', '$$\n\\frac{1\n$$'],
    ['the same slot twice', '::left::\n\na\n\n::left::\n\nb'],
    ['a block', ':::question{think=never} What?\n:::'],
    ['a drawing', '```stack\nlayers: 3\n```'],
  ])('%s', (_, markdown) => {
    expect(slideFault(markdown)).toMatch(/\S/)
  })
})
