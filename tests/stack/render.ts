import type { Component, FunctionalComponent } from 'vue'
import { createSSRApp } from 'vue'
import { renderToString } from 'vue/server-renderer'
import StackDiagram from '../../components/StackDiagram.vue'
import { parseStackData } from '../../src/stack/data.ts'
import { stackHtml } from '../../src/stack/svg.ts'

/** The HTML of a diagram, drawn as in a build and shown by its component; `provided` is what a deck gives to that. */
export async function renderStack(input: unknown, provided: Record<string, unknown> = {}): Promise<string> {
  return await renderTemplate(stackHtml(parseStackData(input)), StackDiagram, provided)
}

/** The HTML of the parts of a diagram after some clicks, as its component gives their number. */
export async function renderParts(input: unknown, click: number): Promise<string> {
  const parts: FunctionalComponent = (_, { slots }) => slots.default!({ click })
  return await renderTemplate(stackHtml(parseStackData(input)), parts)
}

/** The HTML of a template in which diagrams are drawn. */
export async function renderTemplate(
  template: string,
  component: Component = StackDiagram,
  provided: Record<string, unknown> = {},
): Promise<string> {
  const app = createSSRApp({ template, components: { StackDiagram: component } })
  app.config.warnHandler = () => {}
  Object.entries(provided).forEach(([key, value]) => app.provide(key, value))
  const html = await renderToString(app)
  return html.replace(/<!--[[\]]-->/g, '')
}
