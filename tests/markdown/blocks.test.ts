import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { blockProblems, readBlocks } from '../../src/markdown/blocks.ts'
import { expandBlocks } from '../../src/markdown/expand-blocks.ts'
import { publicMarkdown } from '../../src/markdown/public-markdown.ts'

const fixtures = path.join(import.meta.dirname, '../fixtures/markdown')

function cases(folder: string): [name: string, text: string][] {
  return fs.readdirSync(path.join(fixtures, folder)).filter(name => name.endsWith('.md')).map(name => [name.slice(0, -3), fs.readFileSync(path.join(fixtures, folder, name), 'utf8')])
}

describe('blocks become components', () => {
  it.each(cases('blocks'))('%s', async (name, text) => {
    const problems = blockProblems(text).map(({ line, message, hint }) => `${line}: ${message} ${hint}`)
    await expect([expandBlocks(text), ...problems].join('\n')).toMatchFileSnapshot(path.join(fixtures, 'blocks', `${name}.expanded.txt`))
  })

  it('leaves text without blocks as it is', () => {
    const text = '# Title\r\n\r\nText\r\n'
    expect(expandBlocks(text)).toBe(text)
  })

  it('reads what stands inside without the indentation and marks around it', () => {
    const text = '- item\n  :::note\n  - [link](x)\n    code\n  :::\n\n> [!TIP]\n> a\n>  b'
    expect(readBlocks(text, 10).blocks.map(({ kind, body, line, bodyLine }) => ({ kind, body, line, bodyLine }))).toEqual([
      { kind: 'note', body: '- [link](x)\n  code', line: 11, bodyLine: 12 },
      { kind: 'tip', body: 'a\n b', line: 16, bodyLine: 17 },
    ])
  })

  it('says the line in the file of a problem inside an alert inside a block', () => {
    expect(blockProblems('::::note\n\n> [!TIP]\n> x\n>\n> :::foo\n> :::\n::::', 100)).toMatchObject([{ line: 105, message: 'There is no block ":::foo".' }])
  })
})

describe('public Markdown', () => {
  it.each(cases('withheld'))('%s', async (name, text) => {
    const result = publicMarkdown(text)
    expect(result).not.toMatch(/A secret|is a secret|Secret too|\[x\] Only/)
    expect(result.split('\n')).toHaveLength(text.split('\n').length)
    await expect(result).toMatchFileSnapshot(path.join(fixtures, 'withheld', `${name}.public.txt`))
  })

  it('leaves a slide without withheld answers as it is', () => {
    const text = fs.readFileSync(path.join(fixtures, 'blocks/nesting.md'), 'utf8')
    expect(publicMarkdown(text)).toBe(text)
  })
})
