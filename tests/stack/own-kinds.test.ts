import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { readStackData } from '../../src/stack/data.ts'
import { stackFenceHtml } from '../../src/stack/fence.ts'
import { readCourseKinds } from '../../src/stack/own-kinds.ts'
import { stackDescription } from '../../src/stack/words.ts'

function inWords(yaml: string, courseKinds?: unknown): string {
  const { data, problems } = readStackData(parse(yaml), readCourseKinds(courseKinds).kinds)
  return data ? stackDescription(data) : problems.map(({ message, hint }) => [message, hint].filter(Boolean).join(' ')).join('\n')
}

describe('a layer of any subject', () => {
  it('needs no kind, and is described by its label alone', () => {
    expect(inWords('layers: [{ label: Vector space }, { label: Inner product space, kind: green }]'))
      .toBe('From bottom to top: Vector space; Inner product space.')
  })

  it('has a kind of the author\'s own, said as the author says it', () => {
    const yaml = `
kinds:
  theory: { label: proved here, tone: green, pattern: dashed }
  open_question: { tone: red }
layers:
  - { label: Fields, kind: theory }
  - { label: P and NP, kind: open_question }
  - { label: An open question, kind: open_question }
`
    expect(inWords(yaml)).toBe('From bottom to top: Fields (proved here); P and NP (open question); An open question.')
    const html = stackFenceHtml(yaml)
    expect(html).toContain('--dashes:12.5 3.5')
    expect(html.match(/class="stack-seam"/g)).toHaveLength(1)
  })

  it('has a kind that the whole course has, which a diagram may change', () => {
    const course = { law: { tone: 'blue' } }
    expect(inWords('layers: [{ label: Statute, kind: law }]', course)).toBe('From bottom to top: Statute (law).')
    expect(inWords('{ kinds: { law: { label: code } }, layers: [{ label: Statute, kind: law }] }', course)).toBe('From bottom to top: Statute (code).')
  })
})

it('says what is wrong with kinds, with the nearest names', () => {
  expect(inWords(`
kinds:
  theory: { tone: grene, pattern: dots, colour: red }
  proof: red
layers:
  - { label: A, kind: theroy }
  - { label: B, kind: 3 }
`)).toMatchInlineSnapshot(`
  "\`theory\` has no key "colour". The keys are: label, tone, pattern.
  \`tone\` must be "plain", "gray", "blue", "navy", "green", "orange", "purple", "red", "yellow", "teal" or "pink", but is "grene". Did you mean "green"?
  \`pattern\` must be "solid", "dashed" or "dotted", but is "dots".
  \`proof\` must be a kind with \`label\`, \`tone\` and \`pattern\`, but is "red". For example: kinds: { theory: { label: theory, tone: green, pattern: dashed } }
  \`kind\` of layer 1 is "theroy", which is not a kind of layer. Did you mean "theory"? There are: theory, hardware, os, kernel, hypervisor, vm, engine, container, app, files, image, plain, gray, blue, navy, green, orange, purple, red, yellow, teal, pink.
  \`kind\` of layer 2 must be a kind of layer, but is 3. There are: theory, hardware, os, kernel, hypervisor, vm, engine, container, app, files, image, plain, gray, blue, navy, green, orange, purple, red, yellow, teal, pink."
`)
  expect(readCourseKinds(['theory']).problems).toMatchInlineSnapshot(`
    [
      {
        "hint": "For example: kinds: { theory: { label: theory, tone: green, pattern: dashed } }",
        "message": "\`kinds\` must be a mapping of kinds by name, but is a list (["theory"]).",
        "path": [
          "kinds",
        ],
      },
    ]
  `)
})
