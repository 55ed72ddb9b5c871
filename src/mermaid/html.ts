import type { RenderedDiagram } from './diagram.ts'
import { createHash } from 'node:crypto'
import { ID_PREFIX } from './diagram.ts'
import { diagramThemes } from './themes.ts'

let inserted = 0

/**
 * A drawn diagram as it stands in a slide or page: the component `MermaidDiagram` with both SVGs inside.
 * @param info what stood after the fence, of which `{scale: 0.8}` is heeded
 */
export function diagramHtml(diagram: RenderedDiagram, info = ''): string {
  const scale = Number(/\bscale\s*:\s*([\d.]+)/.exec(info)?.[1] ?? 1) || 1
  const svgs = diagramThemes.map(theme => diagramSvg(diagram, theme, `d${createHash('sha256').update(diagram.svg.light).digest('hex').slice(0, 8)}-${++inserted}`))
  return `<MermaidDiagram :width="${Math.round(diagram.width * scale)}" :height="${Math.round(diagram.height * scale)}">${svgs.join('')}</MermaidDiagram>`
}

/**
 * One SVG of a diagram with its accessible name.
 * @param id what its ids begin with; unique in the page
 */
export function diagramSvg({ svg, name, width, height }: RenderedDiagram, theme: keyof RenderedDiagram['svg'], id: string): string {
  const attributes = `v-pre class="diagram-${theme}" role="img" aria-label="${escapeAttribute(name)}" width="${Math.round(width)}" height="${Math.round(height)}"`
  return svg[theme].replaceAll(`${ID_PREFIX}-${theme}`, `${id}-${theme}`).replace('<svg', () => `<svg ${attributes}`)
}

function escapeAttribute(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}
