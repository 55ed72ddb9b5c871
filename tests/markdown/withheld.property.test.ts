import fc from 'fast-check'
import { expect, it } from 'vitest'
import { expandBlocks } from '../../src/markdown/expand-blocks.ts'
import { publicMarkdown } from '../../src/markdown/public-markdown.ts'

interface Node {
  type: 'text' | 'code' | 'callout' | 'alert' | 'item' | 'open' | 'withheld'
  children: Node[]
}

const types = ['text', 'code', 'callout', 'alert', 'item', 'open', 'withheld'] as const

function nodes(levels: number): fc.Arbitrary<Node[]> {
  const children = levels ? nodes(levels - 1) : fc.constant<Node[]>([])
  return fc.array(fc.record({ type: fc.constantFrom(...types), children }), { maxLength: 3 })
}

/** Markdown as an author writes it; what may not be public says SECRET, the rest PUBLIC. */
function write({ type, children }: Node, isSecret: boolean): string[] {
  const secret = isSecret || type === 'withheld'
  const word = secret ? 'SECRET' : 'PUBLIC'
  const inside = children.flatMap(child => [...write(child, secret), ''])
  const colons = ':'.repeat(3 + depth(inside))
  switch (type) {
    case 'text': return [word, `- [x] ${word} choice`]
    case 'code': return ['```md', ':::note', word, '```']
    case 'callout': return [`${colons}note`, ...inside, word, colons]
    case 'alert': return ['> [!TIP]', `> ${word}`, '>', ...inside.map(line => `> ${line}`), `> ${word}`]
    case 'item': return [`- ${word}`, '', ...inside.map(line => line && `  ${line}`)]
    case 'open': return [`${colons}question ${isSecret ? 'SECRET' : 'PUBLIC'}?`, ...inside, word, colons]
    case 'withheld': return [`${colons}question{withheld} ${isSecret ? 'SECRET' : 'PUBLIC'}?`, ...inside, word, colons]
  }
}

function depth(lines: string[]): number {
  return Math.max(0, ...lines.map(line => (/^[\s>]*(:{3,})/.exec(line)?.[1]!.length ?? 2) - 2))
}

const offered = /- \[ \] SECRET choice/g

it('no withheld answer is left in public Markdown, and nothing else is lost', () => {
  fc.assert(fc.property(nodes(3), (written) => {
    const lines = written.flatMap(child => [...write(child, false), ''])
    const result = publicMarkdown(lines.join('\n'))
    const count = (text: string) => text.match(/PUBLIC/g)?.length ?? 0
    // A choice at the start of a question is offered, without its mark.
    expect(expandBlocks(result.replace(offered, ''))).not.toContain('SECRET')
    expect(count(result)).toBe(count(lines.join('\n')))
  }), { numRuns: 400 })
})
