import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ref } from 'vue'
import { parse } from 'yaml'
import { parseStackData } from '../../src/stack/data.ts'
import { stackHtml } from '../../src/stack/svg.ts'
import { renderParts, renderStack, renderTemplate } from './render.ts'

const LAYERS = [{ label: 'Hardware', kind: 'hardware' }, { label: 'Linux <3 "quotes"', kind: 'os' }]

function fixture(name: string): Record<string, unknown> {
  return parse(readFileSync(new URL(`../fixtures/stack/${name}.yaml`, import.meta.url), 'utf8'))
}

/** Labels of the groups that have a class. */
function labels(html: string, name: string): string[] {
  return (html.match(new RegExp(`<g class="[^"]*${name}[^"]*"[^>]*>.*?</g>`, 'g')) ?? []).map(group => Array.from(group.matchAll(/<text[^>]*>([^<]*)/g), match => match[1]).join(' '))
}

/** Labels of what is there but hidden. */
function hidden(html: string): string[] {
  return labels(html, 'is-hidden')
}

describe('on a web page', () => {
  it('is one picture with a name and a description', async () => {
    const html = await renderStack({ layers: LAYERS })
    expect(html).toMatch(/^<svg class="stack-diagram" role="img" aria-label="/)
    expect(html).toContain('aria-label="Stack diagram. From bottom to top: Hardware; Linux &lt;3 &quot;quotes&quot; (operating system)."')
    expect(html).toContain('>Linux &lt;3 &quot;quotes&quot;</text>')
    expect(html).not.toMatch(/undefined|NaN|Infinity|<title|foreignObject/)
  })

  it('shows everything, and the last emphasis', async () => {
    expect(hidden(await renderStack({ ...fixture('docker'), steps: 'build' }))).toEqual([])
    const html = await renderStack({ layers: LAYERS, steps: [['linux-3-quotes'], ['hardware']] })
    expect(html.match(/is-muted/g)).toHaveLength(1)
    expect(html).toMatch(/is-muted[^>]*--fill-light:#a6ccf5/)
  })

  it('is the same each time', async () => {
    expect(await renderStack(fixture('comparison'))).toBe(await renderStack(fixture('comparison')))
  })
})

describe('on a slide', () => {
  const slide = { '$$slidev-clicks-context': ref({ current: 0 }), '$$slidev-route': { meta: { slide: { title: 'What a kernel is' } } } }

  it('begins with its lowest row when it is built by clicks', async () => {
    const html = await renderStack({ ...fixture('docker'), steps: 'build' }, slide)
    expect(hidden(html)).toEqual(['Linux', 'Docker', 'Container', 'Container process', 'Container', 'Container process', 'uses the Linux kernel', 'also uses the Linux kernel'])
  })

  it('says what an author has to do where the build has not drawn it', async () => {
    await expect(renderTemplate('<component is="StackDiagram" :layers="[]" />')).rejects.toThrowErrorMatchingInlineSnapshot(`[Error: A stack diagram is drawn in the build, which did not find this one: write it as a fence, or as a tag in Markdown or a template.]`)
  })
})

describe('by clicks', () => {
  it('waits for its turn, then adds a row with each, then the arrows', async () => {
    const count = async (click: number) => hidden(await renderParts({ ...fixture('docker'), steps: 'build' }, click)).length
    expect(await Promise.all([-1, 0, 1, 2, 3, 4, 5].map(count))).toEqual([9, 8, 7, 6, 4, 2, 0])
  })

  it('moves the emphasis with each', async () => {
    const layers = [{ label: 'Hardware', kind: 'hardware', emphasis: true }, { label: 'Linux', kind: 'os' }, { label: 'App', kind: 'app' }]
    const emphasis = async (click: number) => {
      const html = await renderParts({ layers, steps: [['linux'], [], ['hardware', 'app']] }, click)
      const rings = html.match(/<rect class="stack-ring[^"]*"/g)!.filter(ring => !ring.includes('is-hidden'))
      return `${labels(html, 'is-muted').join(' ')} / ${rings.length}`
    }
    expect(await Promise.all([-1, 0, 1, 2, 3].map(emphasis))).toEqual(['Linux App / 1', 'Linux App / 1', 'Hardware App / 1', ' / 0', 'Linux / 2'])
  })

  it('has bindings only for what changes', () => {
    expect(stackHtml(parseStackData({ layers: LAYERS }))).not.toMatch(/v-slot|:class/)
    expect(stackHtml(parseStackData({ layers: LAYERS, steps: 'build' })).match(/:class="[^"]*"/g)).toMatchInlineSnapshot(`
      [
        ":class="{ 'is-hidden': click < 0 }"",
        ":class="{ 'is-hidden': click < 1 }"",
      ]
    `)
  })
})
