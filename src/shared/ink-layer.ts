import type { InkStroke } from './ink.ts'
import { inkBox, strokePath, strokeStyle } from './ink-svg.ts'

/** Shows strokes over a slide, of which only what is new is drawn. */
export interface InkLayer {
  svg: SVGSVGElement
  show: (strokes: readonly InkStroke[]) => void
  setShape: (width: number, height: number) => void
}

const SVG = 'http://www.w3.org/2000/svg'

export function createInkLayer(): InkLayer {
  const svg = document.createElementNS(SVG, 'svg')
  svg.setAttribute('preserveAspectRatio', 'xMinYMin meet')
  svg.setAttribute('class', 'ink')
  svg.style.cssText = 'position:absolute;inset:0;width:100%;height:100%;pointer-events:none'
  const drawn = new Map<string, { path: SVGPathElement, length: number }>()
  const layer: InkLayer = {
    svg,
    setShape: (width, height) => svg.setAttribute('viewBox', inkBox(width, height)),
    show(strokes) {
      const gone = new Set(drawn.keys())
      for (const stroke of strokes) {
        gone.delete(stroke.id)
        const known = drawn.get(stroke.id) ?? { path: pathOf(stroke), length: 0 }
        drawn.set(stroke.id, known)
        if (known.length !== stroke.points.length)
          known.path.setAttribute('d', strokePath(stroke))
        known.length = stroke.points.length
      }
      for (const id of gone) {
        drawn.get(id)!.path.remove()
        drawn.delete(id)
      }
      const paths = strokes.map(({ id }) => drawn.get(id)!.path)
      if (paths.some((path, i) => svg.children[i] !== path))
        svg.replaceChildren(...paths)
    },
  }
  layer.setShape(16, 9)
  return layer
}

function pathOf(stroke: InkStroke): SVGPathElement {
  const path = document.createElementNS(SVG, 'path')
  path.setAttribute('style', strokeStyle(stroke))
  return path
}
