import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createSSRApp, h } from 'vue'
import { renderToString } from 'vue/server-renderer'
import { parse, stringify } from 'yaml'
import { stackFenceProblems, stackFenceToComponent } from '../../src/stack/fence.ts'

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
    "11: \`kind\` of layer 1 is "oss", which is no kind of layer. Did you mean "os"? There are: hardware, os, kernel, hypervisor, vm, engine, container, app, files, image.",
    "12: \`kind\` of layer 2 must be a kind of layer, but is missing. There are: hardware, os, kernel, hypervisor, vm, engine, container, app, files, image.",
    "13: Layer 2 has no key "knd". Did you mean "kind"? The keys are: label, kind, id, children, span, emphasis.",
    "15: \`to\` of arrow 1 is "linus", which is no id of a layer. Did you mean "linux"? There are: linux, docker.",
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

/** The props that Vue gives to the component which a line of HTML contains. */
async function propsOf(html: string): Promise<Record<string, unknown>> {
  let props: Record<string, unknown> = {}
  const StackDiagram = (_: unknown, { attrs }: { attrs: Record<string, unknown> }) => {
    props = attrs
    return h('i')
  }
  await renderToString(createSSRApp({ template: html, components: { StackDiagram } }))
  return props
}

describe('the component of a stack fence', () => {
  it('has the data of the fence as its props', async () => {
    const yaml = readFileSync(new URL('../fixtures/stack/docker.yaml', import.meta.url), 'utf8')
    expect(await propsOf(stackFenceToComponent(yaml))).toEqual(parse(yaml))
  })

  it('keeps every text as it is, whatever Markdown or Vue would make of it', async () => {
    await fc.assert(fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).filter(text => text.trim() !== ''), async (label) => {
      const data = { layers: [{ label: `{{ ${label} }} "'</script>`, kind: 'os' }] }
      const html = stackFenceToComponent(stringify(data))
      expect(html).toMatch(/^<StackDiagram [^\n<>&`$*]* \/>$/)
      expect(await propsOf(html)).toEqual(data)
    }), { numRuns: 50 })
  })

  it('is one line that no markup in it can leave', () => {
    expect(stackFenceToComponent(`look: 3d
layers:
  - { label: 'He said "{{ x }}" <b>*it''s*</b> $a$ \`c\`', kind: os, emphasis: true }
`)).toMatchInlineSnapshot(`"<StackDiagram :look="'3d'" :layers="[{'label':'He said \\u0022\\u007b\\u007b x \\u007d\\u007d\\u0022 \\u003cb\\u003e\\u002ait\\u0027s\\u002a\\u003c\\u002fb\\u003e \\u0024a\\u0024 \\u0060c\\u0060','kind':'os','emphasis':true}]" />"`)
  })
})
