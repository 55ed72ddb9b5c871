import type { InkColor, InkStroke } from './ink.ts'
import { getStroke } from 'perfect-freehand'
import { INK_UNITS } from './ink.ts'

/** Of each pen; what lies on a light slide must be seen on a dark one too. */
export const inkFills: Readonly<Record<InkColor, string>> = {
  ink: 'light-dark(#1b2330, #f2f5f9)',
  red: 'light-dark(#d3202c, #ff5a63)',
  blue: 'light-dark(#1f5fe0, #6ea8ff)',
  green: 'light-dark(#14803a, #55cf7f)',
  orange: 'light-dark(#e06c00, #ffa24a)',
}
/** What a pen stands out with, on pictures and on covers of any color. */
const HALO = 'light-dark(#fff, #0b0e13)'

/** The outline of a stroke as the data of an SVG path, in units. */
export function strokePath({ points, width, tool }: Pick<InkStroke, 'points' | 'width' | 'tool'>): string {
  const all: [number, number, number][] = []
  for (let i = 0; i + 2 < points.length; i += 3)
    all.push([points[i]!, points[i + 1]!, points[i + 2]! / 100])
  const hasPressure = all.some(([, , pressure]) => pressure !== 0.5)
  const outline = getStroke(all, {
    size: width,
    thinning: tool === 'pen' && hasPressure ? 0.6 : 0,
    smoothing: 0.5,
    streamline: 0.3,
    simulatePressure: false,
    last: true,
  })
  return pathOf(outline.map(([x, y]) => [Math.round(x!), Math.round(y!)]))
}

/** A closed line through points, round at each of them. */
function pathOf(points: readonly (readonly number[])[]): string {
  const [first] = points
  if (!first)
    return ''
  const middles = points.map(([x, y], i) => {
    const [nextX, nextY] = points[(i + 1) % points.length]!
    return `${x} ${y} ${Math.round((x! + nextX!) / 2)} ${Math.round((y! + nextY!) / 2)}`
  })
  return `M${first[0]} ${first[1]}Q${middles.join(' ')}Z`
}

/** The style of a stroke's path. */
export function strokeStyle({ color, tool, width }: Pick<InkStroke, 'color' | 'tool' | 'width'>): string {
  const fill = `fill:${inkFills[color]}`
  if (tool === 'marker')
    return `${fill};fill-opacity:.35`
  return `${fill};stroke:${HALO};stroke-width:${Math.round(width * 0.4)};stroke-opacity:.7;paint-order:stroke`
}

/**
 * Strokes as SVG over a slide of some shape.
 * @param label says in words what it is, as HTML
 */
export function inkSvg(
  strokes: readonly InkStroke[],
  label: string,
  { width, height }: { width: number, height: number },
): string {
  const from = ({ click }: InkStroke) => click ? ` data-from="${click}"` : ''
  const paths = strokes.map(stroke =>
    `<path${from(stroke)} style="${strokeStyle(stroke)}" d="${strokePath(stroke)}"/>`)
  const box = `viewBox="${inkBox(width, height)}" width="100%" height="100%" preserveAspectRatio="xMinYMin meet"`
  return `<svg role="img" aria-label="${label}" ${box}>${paths.join('')}</svg>`
}

/** What an SVG of a slide of some shape shows. */
export function inkBox(width: number, height: number): string {
  return `0 0 ${INK_UNITS} ${Math.round(INK_UNITS * height / width)}`
}
