import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse, stringify } from 'yaml'
import { stackFenceHtml, stackFenceProblems } from '../../src/stack/fence.ts'
import { renderStack, renderTemplate } from './render.ts'

/** Problems of a fence whose YAML begins on line 10 of a file. */
function problems(yaml: string): string[] {
  return stackFenceProblems(yaml, { file: '/course/slides/01-a.md', line: 10 }).map(({ line, message, hint }) => [`${line}: ${message}`, hint].filter(Boolean).join(' '))
}

describe('problems of a stack fence', () => {
  it('has none for a good one', () => {
    expect(problems('layers:\n  - { label: Linux, kind: os }')).toEqual([])
  })

  it('names the line of each', () => {
    expect(problems(`layers:
  - { label: Linux, kind: oss }
  - label: Docker
    knd: engine
arrows:
  - { from: docker, to: linus }
`)).toMatchInlineSnapshot(`
  [
    "11: \`kind\` of layer 1 is "oss", which is not a kind of layer. Did you mean "os"? There are: hardware, os, kernel, hypervisor, vm, engine, container, app, files, image, plain, gray, blue, navy, green, orange, purple, red, yellow, teal, pink.",
    "13: Layer 2 has no key "knd". Did you mean "kind"? The keys are: label, kind, id, children, span, emphasis.",
    "15: \`to\` of arrow 1 is "linus", which is not an id of a layer. Did you mean "linux"? There are: linux, docker.",
  ]
`)
  })

  it('says where the YAML breaks', () => {
    expect(problems('layers:\n  - { label: Linux, kind: os\n  - label: x')).toMatchInlineSnapshot(`
      [
        "12: The YAML of the stack diagram is broken: Flow map in block collection must be sufficiently indented and end with a }. Look at the indentation, and put a text that has a colon, a comma or a bracket in it into quotes.",
      ]
    `)
    expect(problems('layers:\n  - { label: Files, programs, kind: os }')).toMatchInlineSnapshot(`
      [
        "11: Layer 1 has no key "programs". A text with a comma in it needs quotes: "…, programs".",
      ]
    `)
    expect(problems('')).toMatchInlineSnapshot(`
      [
        "10: The diagram must be a mapping with \`layers\` or \`stacks\`, but is empty.",
      ]
    `)
  })
})

/** What is written in a drawing, without spaces: lines break where they must. */
function writtenIn(html: string): string {
  const text = Array.from(html.matchAll(/<text[^>]*>([^<]*)</g), ([, words]) => words).join('')
  const entities: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': '\'', '&amp;': '&' }
  return text.replace(/&(?:lt|gt|quot|#39|amp);/g, entity => entities[entity]!).replace(/\s/g, '')
}

describe('the component of a stack fence', () => {
  it('shows what the fence says', async () => {
    const yaml = readFileSync(new URL('../fixtures/stack/docker.yaml', import.meta.url), 'utf8')
    expect(await renderTemplate(stackFenceHtml(yaml))).toBe(await renderStack(parse(yaml)))
  })

  it('keeps every text as it is, whatever Markdown or Vue would make of it', async () => {
    await fc.assert(fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).filter(text => text.trim() !== ''), async (text) => {
      const label = `{{ ${text} }} "'</script>`
      const html = stackFenceHtml(stringify({ layers: [{ label, kind: 'os' }] }))
      expect(html).toMatch(/^<StackDiagram [^\n]*<\/StackDiagram>$/)
      expect(html).not.toMatch(/\{\{|<\/?script/)
      expect(writtenIn(await renderTemplate(html))).toBe(label.replace(/\s/g, ''))
    }), { numRuns: 50 })
  })

  it('is one line that no markup in it can leave', () => {
    expect(stackFenceHtml(`look: 3d
layers:
  - { label: 'He said "{{ x }}" <b>*it''s*</b> $a$ \`c\`', kind: os, emphasis: true }
`)).toMatchInlineSnapshot(`"<StackDiagram :drawing="{ width: 541, height: 72, clicks: 0 }" description="Stack diagram. From bottom to top: He said &quot;&#123;&#123; x }}&quot; &lt;b&gt;*it's*&lt;/b&gt; $a$ \`c\` (operating system, emphasised)."><g class="stack-box stack-part" style="--fill-light:#a6ccf5;--line-light:#2a6cab;--text-light:#161d28;--fill-dark:#1a4a7c;--line-dark:#64a5e6;--text-dark:#f5f7fb;--dashes:none;--stroke:2"><path class="stack-top" d="M17 12l-13 -8h520l13 8Z"/><path class="stack-side" d="M17 12l-13 -8v56l13 8Z"/><rect class="stack-front" x="17" y="12" width="520" height="56" rx="0"/><text class="stack-label" x="277" y="46.7">He said &quot;&#123;&#123; x }}&quot; &lt;b&gt;*it's*&lt;/b&gt; $a$ \`c\`</text></g><rect class="stack-ring stack-part" x="17" y="12" width="520" height="56" rx="0"/></StackDiagram>"`)
  })
})
