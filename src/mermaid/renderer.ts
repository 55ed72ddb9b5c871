import type { RenderedDiagram } from './diagram.ts'

/** Draws one diagram from its Mermaid text. */
export type RenderDiagram = (code: string) => Promise<RenderedDiagram>

// Slidev loads setup files into a module graph of its own, so the renderer is handed over in a place that both share.
const KEY = Symbol.for('docent.diagramRenderer')
const shared = globalThis as { [KEY]?: RenderDiagram }

/** Says who draws the Mermaid fences of slides; with none set, Slidev draws them in the reader's browser. */
export function setDiagramRenderer(render: RenderDiagram | undefined): void {
  shared[KEY] = render
}

export function diagramRenderer(): RenderDiagram | undefined {
  return shared[KEY]
}
