import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawStackTags, hasStackTags, slideTagProblems, stackTagProblems } from '../../src/stack/tags.ts'
import { renderStack, renderTemplate } from './render.ts'

const LAYERS = '[{ label: \'Hardware\', kind: \'hardware\' }, { label: "It\\u0027s", kind: `os`, children: [{ \'label\': 12, "kind": \'app\' }] }]'
const DATA = { look: '3d', layers: [{ label: 'Hardware', kind: 'hardware' }, { label: 'It\'s', kind: 'os', children: [{ label: 12, kind: 'app' }] }] }

/** A slide or component, as the plugins of a build see it. */
function component(template: string): string {
  return `<template><div>${template}</div></template>\n<script setup>\nconst rows = []\n</script>`
}

/** The template of a component with its diagrams drawn. */
function drawn(template: string): string {
  return /<template><div>([\s\S]*)<\/div><\/template>/.exec(drawStackTags(component(template)))![1]!
}

describe('a tag in a template', () => {
  it('is drawn from what is written in it, as a fence is', async () => {
    const html = await renderStack(DATA)
    for (const tag of [
      `<StackDiagram look="3d" :layers='${LAYERS.replaceAll('\'', '&#39;')}' />`,
      `<stack-diagram :look="'3d'" v-bind:layers="${LAYERS.replaceAll('"', '&quot;')}"></stack-diagram>`,
      `<StackDiagram\n  :layers="${LAYERS.replaceAll('"', '&quot;')}"\n  look="3d"\n>\n  Text\n</StackDiagram>`,
    ])
      expect(await renderTemplate(drawn(tag))).toBe(html)
  })

  it('keeps its other attributes', () => {
    const html = drawn('<StackDiagram v-if="rows.length" class="small" :at="rows[0]" :layers="[{ label: \'A\', kind: \'os\' }]" steps="build" @click="rows.pop()" />')
    expect(html.slice(0, html.indexOf('><'))).toMatchInlineSnapshot(`"<StackDiagram :drawing="{ width: 528, height: 64, clicks: 0 }" description="Stack diagram. From bottom to top: A (operating system)." v-if="rows.length" class="small" :at="rows[0]" @click="rows.pop()""`)
  })

  it('stands beside others, drawn or not, and deep in the template', () => {
    const tag = '<StackDiagram :layers="[{ label: \'A\', kind: \'os\' }]" />'
    const one = drawn(tag)
    expect(hasStackTags(one)).toBe(false)
    expect(drawn(`<p>${tag}</p>${one}<Callout>${tag}</Callout>`)).toBe(`<p>${one}</p>${one}<Callout>${one}</Callout>`)
  })

  it('is not what only looks like one', () => {
    for (const text of ['<StackDiagrams />', '<!-- <StackDiagram /> -->', '<p v-pre><StackDiagram /></p>', '{{ "<StackDiagram />" }}'])
      expect(drawn(text)).toBe(text)
  })

  it('may have any data that can be written out', () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }).filter(text => text.trim() !== '')
    const layer = fc.record({ label: text, kind: fc.constantFrom('os', 'app'), emphasis: fc.boolean(), span: fc.integer({ min: 1, max: 3 }) })
    fc.assert(fc.property(fc.array(layer, { minLength: 1, maxLength: 3 }), (layers) => {
      const attribute = JSON.stringify(layers).replaceAll('&', '&amp;').replaceAll('"', '&quot;')
      expect(stackTagProblems(component(`<StackDiagram :layers="${attribute}" />`))).toEqual([])
    }), { numRuns: 50 })
  })
})

/** Problems in a component, a line for each. */
function problems(template: string): string {
  return stackTagProblems(component(template)).map(({ line, message, hint }) => `${line}: ${message} ${hint ?? ''}`.trim()).join('\n')
}

describe('problems of a tag', () => {
  it('are those of the data, each at its line', () => {
    expect(problems(`<StackDiagram
  look="3D"
  :layers="[
    { label: 'Laptop', kind: 'hardwear' },
    { columns: [[{ label: 'A', kind: 'app' }], [{ label: 'B' }]] },
  ]"
  :arrows="[{ from: 'a', to: 'c' }]"
/>
<StackDiagram />`)).toMatchInlineSnapshot(`
  "2: \`look\` must be "flat" or "3d", but is "3D". Did you mean "3d"?
  4: \`kind\` of layer 1 is "hardwear", which is not a kind of layer. Did you mean "hardware"? There are: hardware, os, kernel, hypervisor, vm, engine, container, app, files, image, plain, gray, blue, navy, green, orange, purple, red, yellow, teal, pink.
  7: \`to\` of arrow 1 is "c", which is not an id of a layer. Did you mean "a"? There are: laptop, a, b.
  9: \`layers\` must be a list of layers, from bottom to top, but is missing. For example: { label: Hardware, kind: hardware }"
`)
  })

  it.each([
    [':layers="rows"', '`rows` in `:layers`'],
    [':layers="[{ label: \'A\', kind: \'os\' }, ...rows]"', '`...rows` in `:layers`'],
    [':layers="[{ label: title(), kind: \'os\' }]"', '`title()` in `:layers`'],
    // eslint-disable-next-line no-template-curly-in-string
    [':layers="[{ label: `A ${rows.length}`, kind: \'os\' }]"', '``A ${rows.length}`` in `:layers`'],
    [':layers="[{ [rows[0]]: \'A\' }]"', '`[rows[0]]: \'A\'` in `:layers`'],
    [':layers="[{ label }]"', '`label` in `:layers`'],
    [':layers="rows.map(label => ({ label }))"', '`rows.map(label => ({ label }))` in `:layers`'],
    [':layers', '`:layers`'],
    [':name="`A`" v-bind="{ layers: rows }"', '`v-bind="{ layers: rows }"`'],
    [':[rows]="[]"', '`:[rows]="[]"`'],
  ])('are said of what is not written out: %s', (attribute, part) => {
    const tag = `<StackDiagram look="3d" ${attribute} />`
    const message = `A stack diagram is drawn in the build, so its data must be literal: ${part} is not.`
    expect(stackTagProblems(component(tag))).toEqual([{ message, hint: 'Write the values themselves, or write the diagram as a fence with ```stack.', line: 1 }])
    expect(() => drawn(tag)).toThrow(message)
  })

  it('run nothing', () => {
    expect(problems('<StackDiagram :layers="[globalThis.ran = true]" />')).toContain('must be literal')
    expect(globalThis).not.toHaveProperty('ran')
  })
})

describe('problems of tags in a slide', () => {
  it('have the lines of the Markdown', () => {
    expect(slideTagProblems('# Title\n\nText <StackDiagram :layers="[]" /> and `<StackDiagram />`\n\n<div>\n<stack-diagram\n  :layers="[{ label: \'Costs $5, `not` $6\', kind: \'oss\' }]" />\n</div>\n\n```html\n<StackDiagram />\n```\n', 10)).toMatchInlineSnapshot(`
      [
        {
          "hint": "For example: { label: Hardware, kind: hardware }",
          "line": 12,
          "message": "\`layers\` must be a list of layers, from bottom to top, but is empty.",
        },
        {
          "hint": "Did you mean "os"? There are: hardware, os, kernel, hypervisor, vm, engine, container, app, files, image, plain, gray, blue, navy, green, orange, purple, red, yellow, teal, pink.",
          "line": 16,
          "message": "\`kind\` of layer 1 is "oss", which is not a kind of layer.",
        },
      ]
    `)
  })
})
