import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createSSRApp, ref } from 'vue'
import { renderToString } from 'vue/server-renderer'
import { parse } from 'yaml'
import StackDiagram from '../../components/StackDiagram.vue'

const LAYERS = [{ label: 'Hardware', kind: 'hardware' }, { label: 'Linux <3 "quotes"', kind: 'os' }]

function fixture(name: string): Record<string, unknown> {
  return parse(readFileSync(new URL(`../fixtures/stack/${name}.yaml`, import.meta.url), 'utf8'))
}

async function render(props: Record<string, unknown>, provided: Record<string, unknown> = {}): Promise<string> {
  const app = createSSRApp(StackDiagram, props)
  app.config.warnHandler = () => {}
  Object.entries(provided).forEach(([key, value]) => app.provide(key, value))
  return await renderToString(app)
}

/** Labels of what is there but hidden. */
function hidden(html: string): string[] {
  return (html.match(/<g class="[^"]*is-hidden[^"]*"[^>]*>.*?<\/g>/g) ?? []).map(group => Array.from(group.matchAll(/<text[^>]*>([^<]*)/g), match => match[1]).join(' '))
}

describe('on a web page', () => {
  it('is one picture with a name and a description', async () => {
    const html = await render({ layers: LAYERS })
    expect(html).toMatch(/^<svg class="stack-diagram" role="img" aria-label="/)
    expect(html).toContain('aria-label="Stack diagram. From bottom to top: Hardware; Linux &lt;3 &quot;quotes&quot; (operating system)."')
    expect(html).toContain('>Linux &lt;3 &quot;quotes&quot;</text>')
    expect(html).not.toMatch(/undefined|NaN|Infinity|<title|foreignObject/)
  })

  it('shows everything, and the last emphasis', async () => {
    expect(hidden(await render({ ...fixture('docker'), steps: 'build' }))).toEqual([])
    const html = await render({ layers: LAYERS, steps: [['linux-3-quotes'], ['hardware']] })
    expect(html.match(/is-quiet/g)).toHaveLength(1)
    expect(html).toMatch(/is-quiet[^>]*--fill-light:#a6ccf5/)
  })

  it('is the same each time', async () => {
    expect(await render(fixture('comparison'))).toBe(await render(fixture('comparison')))
  })
})

describe('on a slide', () => {
  const slide = { '$$slidev-clicks-context': ref({ current: 0 }), '$$slidev-route': { meta: { slide: { title: 'What a kernel is' } } } }

  it('begins with its lowest row when it is built by clicks', async () => {
    const html = await render({ ...fixture('docker'), steps: 'build' }, slide)
    expect(hidden(html)).toEqual(['Linux', 'Docker', 'Container', 'Container process', 'Container', 'Container process', 'uses the Linux kernel', 'also uses the Linux kernel'])
  })

  it('names the slide where its data is wrong', async () => {
    await expect(render({ layers: [{ label: 'Linux', kind: 'oss' }] }, slide)).rejects.toThrowErrorMatchingInlineSnapshot(`
      [Error: The stack diagram on the slide “What a kernel is” cannot be drawn:
      \`kind\` of layer 1 is "oss", which is no kind of layer. Did you mean "os"? There are: hardware, os, kernel, hypervisor, vm, engine, container, app, files, image.]
    `)
    await expect(render({})).rejects.toThrowErrorMatchingInlineSnapshot(`
      [Error: The stack diagram cannot be drawn:
      \`layers\` must be a list of layers, from bottom to top, but is missing. For example: { label: Hardware, kind: hardware }]
    `)
  })
})
