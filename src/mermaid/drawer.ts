import type { DrawnDiagram } from './diagram.ts'

/** Draws one diagram from its Mermaid text. */
export type DiagramDrawer = (code: string) => Promise<DrawnDiagram>

// Slidev loads setup files into a module graph of its own, so the drawer is handed over in a place that both graphs share.
const KEY = Symbol.for('docent.diagramDrawer')
const shared = globalThis as { [KEY]?: DiagramDrawer }

/** Says who draws the Mermaid fences of slides; with none set, Slidev draws them in the reader's browser. */
export function setDiagramDrawer(drawer: DiagramDrawer | undefined): void {
  shared[KEY] = drawer
}

export function diagramDrawer(): DiagramDrawer | undefined {
  return shared[KEY]
}
