import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { readStackData } from '../../src/stack/data.ts'

/** Problems of a diagram in YAML, one a line. */
function problems(yaml: string): string {
  return readStackData(parse(yaml)).problems.map(({ message, hint }) => [message, hint].filter(Boolean).join(' ')).join('\n')
}

describe('a good diagram', () => {
  it('is completed', () => {
    expect(readStackData({ layers: [{ label: ' Linux ', kind: 'os' }] })).toEqual({
      problems: [],
      data: {
        name: undefined,
        look: 'flat',
        steps: 'none',
        arrows: [],
        stacks: [{ layers: [{ label: 'Linux', kind: 'os', id: 'linux', emphasis: false, span: 1, children: [] }] }],
      },
    })
  })

  it('gives every box an id of its own', () => {
    const { data } = readStackData(parse('layers: [{ columns: [[{ label: Container, kind: container }], [{ label: Container, kind: container }]] }, { label: C++, kind: files, id: container-1 }]'))
    const ids = JSON.stringify(data).match(/"id":"[^"]*"/g)
    expect(new Set(ids).size).toBe(3)
  })
})

it('names a layer whose label looks like a numbered one', () => {
  const { data } = readStackData(parse('{ layers: [{ label: A, kind: os }, { label: A, kind: os }, { label: A 2, kind: os, emphasis: true }], steps: [[a-2]] }'))
  expect(data?.stacks[0]?.layers).toMatchObject([{ id: 'a' }, { id: 'a-3' }, { id: 'a-2', emphasis: true }])
})

describe('a bad diagram', () => {
  it('says what was expected and what came', () => {
    expect(problems('[1, 2]')).toMatchInlineSnapshot(`"The diagram must be a mapping with \`layers\` or \`stacks\`, but is a list ([1,2])."`)
    expect(problems('layers: []')).toMatchInlineSnapshot(`"\`layers\` must be a list of layers, from bottom to top, but is empty. For example: { label: Hardware, kind: hardware }"`)
    expect(problems('layers: Hardware')).toMatchInlineSnapshot(`"\`layers\` must be a list of layers, from bottom to top, but is "Hardware". For example: { label: Hardware, kind: hardware }"`)
    expect(problems('{ layers: [{ label: A, kind: os }], stacks: [] }')).toMatchInlineSnapshot(`
      "A diagram has either \`layers\` or \`stacks\`, not both. Put the layers into one of the stacks.
      \`stacks\` must be a list of stacks, but is empty. For example: stacks: [{ title: Docker, layers: [...] }]"
    `)
    expect(problems('layers: [Hardware]')).toMatchInlineSnapshot(`"Layer 1 must be a layer with a \`label\`, or \`columns\`, but is "Hardware". For example: { label: Hardware, kind: hardware }"`)
    expect(problems('layers: [{ kind: os, span: 0, emphasis: yes }]')).toMatchInlineSnapshot(`
      "\`label\` of layer 1 must be text, but is missing. For example: { label: Hardware, kind: hardware }
      \`emphasis\` of layer 1 must be true or false, but is "yes".
      \`span\` of layer 1 must be a whole number from 1 to 24, but is 0."
    `)
    expect(problems('{ look: 3D, steps: bulid, layers: [{ label: A, kind: os }] }')).toMatchInlineSnapshot(`
      "\`look\` must be "flat" or "3d", but is "3D". Did you mean "3d"?
      \`steps\` must be "none", "build", or a list with a list of ids for each click, but is "bulid". Did you mean "build"?"
    `)
    expect(problems('layers: [{ columns: [{ label: A, kind: os }] }]')).toMatchInlineSnapshot(`"Column 1 of layer 1 must be a list of layers, from bottom to top, but is a mapping ({"label":"A","kind":"os"}). For example: { label: Hardware, kind: hardware }"`)
  })

  it('names the place in nested layers', () => {
    expect(problems(`
stacks:
  - title: Docker
    layers:
      - { label: Linux, kind: os, children: [{ label: Kernel, kind: kernal }] }
      - columns:
          - - { label: A, kind: app }
          - - { label: B, kind: app }
            - { label: C, knd: app, kind: app }
`)).toMatchInlineSnapshot(`
  "\`kind\` of child 1 of layer 1 of stack 1 is "kernal", which is not a kind of layer. Did you mean "kernel"? There are: hardware, os, kernel, hypervisor, vm, engine, container, app, files, image, plain, gray, blue, navy, green, orange, purple, red, yellow, teal, pink.
  Layer 2 of column 2 of layer 2 of stack 1 has no key "knd". Did you mean "kind"? The keys are: label, kind, id, children, span, emphasis."
`)
  })

  it('gives the nearest name for an unknown one, and asks where several would do', () => {
    expect(problems(`
layers:
  - { label: Linux, kind: os }
  - columns:
      - - { label: Container, kind: container }
      - - { label: Container, kind: container }
arrows:
  - { from: container, to: linux }
  - { from: linus, to: linux, colour: red }
  - { from: linux, to: linux }
  - { to: linux }
steps: [[linux], [docker], hardware]
`)).toMatchInlineSnapshot(`
  ""container" could be any of several layers with that label. Give the layer that is meant an \`id\` and name that.
  Arrow 2 has no key "colour". The keys are: from, to, label.
  \`from\` of arrow 2 is "linus", which is not an id of a layer. Did you mean "linux"? There are: linux.
  The arrow goes from "linux" to itself. Name another layer in \`from\` or in \`to\`.
  \`from\` of arrow 4 must be an id of a layer, but is missing. There are: linux.
  Id 1 of step 2 is "docker", which is not an id of a layer. There are: linux.
  Step 3 must be a list of ids, but is "hardware"."
`)
  })

  it('does not take one id twice', () => {
    expect(problems('layers: [{ label: A, kind: os, id: x }, { label: B, kind: os, id: x }]')).toMatchInlineSnapshot(`"Two layers have the id "x". Give each layer an id of its own."`)
  })

  it('ends for data that contains itself', () => {
    const layer: Record<string, unknown> = { label: 'A', kind: 'os' }
    layer.children = [layer]
    expect(readStackData({ layers: [layer] }).problems).toMatchObject([{ message: 'Layers are nested too deeply to be drawn.' }])
  })
})
