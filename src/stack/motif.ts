import type { DrawnBox } from './drawing.ts'
import type { OwnKinds } from './kinds.ts'
import { parseDocument } from 'yaml'
import { lookOf, parseStackData } from './data.ts'
import { layoutMotif } from './layout.ts'
import { sideFace, topFace } from './paths.ts'

/** Pixels by which lines may stand out of the boxes. */
const EDGE = 3

/**
 * The boxes of the first stack of the diagram that the YAML of a `stack` fence describes, without words and arrows, as
 * SVG that needs no style sheet; undefined where it describes none.
 */
export function stackMotif(yaml: string, kinds?: OwnKinds): { box: string, parts: string } | undefined {
  try {
    const data = parseStackData(parseDocument(yaml).toJS(), kinds)
    const { boxes } = layoutMotif(data)
    const left = Math.min(...boxes.map(({ x, depth }) => x - depth.x)) - EDGE
    const top = Math.min(...boxes.map(({ y, depth }) => y - depth.y)) - EDGE
    const right = Math.max(...boxes.map(({ x, w }) => x + w)) + EDGE
    const bottom = Math.max(...boxes.map(({ y, h }) => y + h)) + EDGE
    const parts = boxes.map((box) => {
      const { light, dark } = lookOf(data, box.kind)
      const tone = (one: string, other: string) => `light-dark(${one},${other})`
      const fill = tone(light.fill, dark.fill)
      const style = `stroke:${tone(light.outline, dark.outline)};stroke-width:2;stroke-linejoin:round`
      return `<g style="${style}">${faces(box, fill)}</g>`
    })
    return { box: [left, top, right - left, bottom - top].map(Math.round).join(' '), parts: parts.join('') }
  }
  catch {
    // What is wrong with it is told where it stands.
    return undefined
  }
}

function faces(box: DrawnBox, fill: string): string {
  const { x, y, w, h, depth } = box
  const side = (d: string, mixed: string) => `<path d="${d}" style="fill:color-mix(in srgb,${fill} ${mixed})"/>`
  return [
    depth.x ? side(topFace(box), '62%,white') + side(sideFace(box), '82%,black') : '',
    `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="${depth.x ? 0 : 7}" style="fill:${fill}"/>`,
  ].join('')
}
