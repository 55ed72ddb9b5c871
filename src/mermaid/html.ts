import type { RenderedDiagram } from './diagram.ts'
import type { DiagramTheme } from './themes.ts'
import { createHash } from 'node:crypto'
import { escapeHtml } from '../core/escape.ts'
import { ID_PREFIX } from './diagram.ts'
import { diagramThemes } from './themes.ts'

/**
 * A drawn diagram as it stands in a slide or page: the component `MermaidDiagram` with both SVGs inside.
 * Its ids are those of every diagram until `numberDiagrams` has made them unique.
 * @param info what stood after the fence, of which `{scale: 0.8}` is heeded
 */
export function diagramHtml(diagram: RenderedDiagram, info = ''): string {
  const scale = Number(/\bscale\s*:\s*([\d.]+)/.exec(info)?.[1] ?? 1) || 1
  const svgs = diagramThemes.map(theme => diagramSvg(diagram, theme))
  const size = `:width="${Math.round(diagram.width * scale)}" :height="${Math.round(diagram.height * scale)}"`
  return `<MermaidDiagram ${size}>${svgs.join('')}</MermaidDiagram>`
}

const PREFIXES = new RegExp(`${ID_PREFIX}(?=-(?:${diagramThemes.join('|')}))`, 'g')

/**
 * A slide's HTML in which each diagram has ids of its own, made from the slide and the diagram's place on it:
 * slides are made in any order, and a build has to be the same each time.
 * @param slide what tells the slide from all others of its lecture
 */
export function numberDiagrams(html: string, slide: string): string {
  const key = createHash('sha256').update(slide).digest('hex').slice(0, 8)
  let index = 0
  return html.replace(/<MermaidDiagram\b[\s\S]*?<\/MermaidDiagram>/g, (diagram) => {
    index++
    return diagram.replace(PREFIXES, `d${key}-${index}`)
  })
}

/** One SVG of a diagram with its accessible name. */
function diagramSvg({ svg, name, width, height }: RenderedDiagram, theme: DiagramTheme): string {
  const size = `width="${Math.round(width)}" height="${Math.round(height)}"`
  const attributes = `v-pre class="diagram-${theme}" role="img" aria-label="${escapeHtml(name)}" ${size}`
  return svg[theme].replace('<svg', () => `<svg ${attributes}`)
}
