import type { StackData } from './data.ts'
import type { DrawnArrow, DrawnBox, StackDrawing, TextLine } from './drawing.ts'
import type { StackKindLook } from './kinds.ts'
import type { StackMoment } from './steps.ts'
import type { Rect } from './tree.ts'
import { escapeHtml } from '../core/escape.ts'
import { lookOf } from './data.ts'
import { layoutStack } from './layout.ts'
import { arrowHead, arrowLine, sideFace, topFace } from './paths.ts'
import { everEmphasized, stackClicks, stackMoment } from './steps.ts'
import { stackTones } from './tones.ts'
import { stackDescription, stackName } from './words.ts'

/** How far inside its outline the broken line of a box runs. */
const SEAM = 4

/**
 * A diagram as it stands in a slide's HTML, drawn: the component `StackDiagram` with the SVG inside.
 * Parts that come or change by clicks say so in bindings to `click`, which the component gives.
 * @param attributes what else the component has, as it is written in HTML
 * @param language in which it is told, as a BCP 47 tag
 */
export function stackHtml(data: StackData, attributes: readonly string[] = [], language = 'en'): string {
  const drawing = layoutStack(data)
  const clicks = stackClicks(data, drawing)
  const size = `{ width: ${drawing.width}, height: ${drawing.height}, clicks: ${clicks} }`
  const opening = [
    `<StackDiagram :drawing="${size}"`,
    `description="${text(`${stackName(data, language)}. ${stackDescription(data, language)}`)}"`,
    ...attributes,
    ...clicks ? ['v-slot="{ click }"'] : [],
  ]
  return `${opening.join(' ')}>${parts(data, drawing, momentsOf(data, drawing, clicks))}</StackDiagram>`
}

/** What is shown at each click, from -1, which is before the diagram's turn; one where it takes no clicks. */
function momentsOf(data: StackData, drawing: StackDrawing, clicks: number): StackMoment[] {
  return clicks
    ? Array.from({ length: clicks + 2 }, (_, index) => stackMoment(data, drawing, index - 1))
    : [stackMoment(data, drawing, 0)]
}

function parts(data: StackData, drawing: StackDrawing, moments: readonly StackMoment[]): string {
  const emphasized = everEmphasized(data)
  return [
    ...drawing.boxes.map(box => boxSvg(box, lookOf(data, box.kind), moments)),
    ...drawing.boxes.filter(({ id }) => emphasized.has(id)).map(box => ringSvg(box, moments)),
    ...drawing.arrows.map(arrow => arrowSvg(arrow, moments)),
    ...drawing.titles.map(line => textSvg(line, 'stack-title')),
  ].join('')
}

function boxSvg(box: DrawnBox, look: StackKindLook, moments: readonly StackMoment[]): string {
  const { x, y, w, h, depth, lines } = box
  const classes = classAttributes('stack-box stack-part', {
    'is-hidden': moments.map(moment => !moment.isShown(box)),
    'is-muted': moments.map(({ emphasis }) => isMuted(box, emphasis)),
  })
  const tones = Object.entries(stackTones(look)).map(([name, value]) => `${name}:${value}`).join(';')
  const seam = { x: x + SEAM, y: y + SEAM, w: w - 2 * SEAM, h: h - 2 * SEAM }
  return [
    `<g ${classes} style="${tones}">`,
    depth.x ? `<path class="stack-top" d="${topFace(box)}"/><path class="stack-side" d="${sideFace(box)}"/>` : '',
    rectSvg('class="stack-front"', box, corner(box)),
    look.dashes !== undefined ? rectSvg('class="stack-seam"', seam, depth.x ? 0 : 4) : '',
    ...lines.map(line => textSvg(line, 'stack-label')),
    '</g>',
  ].join('')
}

/** Where something is emphasised, the rest steps back. */
function isMuted({ id, within }: DrawnBox, emphasis: ReadonlySet<string>): boolean {
  return emphasis.size > 0 && ![id, ...within].some(one => emphasis.has(one))
}

function ringSvg(box: DrawnBox, moments: readonly StackMoment[]): string {
  const hidden = moments.map(moment => !moment.isShown(box) || !moment.emphasis.has(box.id))
  return rectSvg(classAttributes('stack-ring stack-part', { 'is-hidden': hidden }), box, corner(box))
}

function arrowSvg({ points, lines }: DrawnArrow, moments: readonly StackMoment[]): string {
  const hidden = moments.map(({ hasArrows }) => !hasArrows)
  return [
    `<g ${classAttributes('stack-arrow stack-part', { 'is-hidden': hidden })}>`,
    `<path class="stack-shaft" d="${arrowLine(points)}"/><path class="stack-head" d="${arrowHead(points)}"/>`,
    ...lines.map(line => textSvg(line, 'stack-arrow-label')),
    '</g>',
  ].join('')
}

function rectSvg(attributes: string, { x, y, w, h }: Rect, radius: number): string {
  return `<rect ${attributes} x="${x}" y="${y}" width="${w}" height="${h}" rx="${radius}"/>`
}

function textSvg(line: TextLine, name: string): string {
  return `<text class="${name}" x="${line.x}" y="${line.y}">${text(line.text)}</text>`
}

function corner({ depth }: DrawnBox): number {
  return depth.x ? 0 : 7
}

/** Text in a template of Vue, which would read two braces as its own. */
function text(words: string): string {
  return escapeHtml(words).replaceAll('{', '&#123;')
}

/** The classes of a part: those that it has always, and those that it has at some of the moments, by name. */
function classAttributes(always: string, sometimes: Record<string, readonly boolean[]>): string {
  const changing = Object.entries(sometimes).filter(([, states]) => states.some(state => state !== states[0]))
  const lasting = Object.keys(sometimes).filter(name => sometimes[name]!.every(Boolean))
  const bound = changing.map(([name, states]) => `'${name}': ${clicksWith(states)}`)
  return [
    `class="${[always, ...lasting].join(' ')}"`,
    ...bound.length ? [`:class="{ ${bound.join(', ')} }"`] : [],
  ].join(' ')
}

/** The clicks at which a state holds, as a condition; the first state is that at click -1. */
function clicksWith(states: readonly boolean[]): string {
  const clicks = states.flatMap((state, index) => state ? [index - 1] : [])
  const end = clicks.length - 1
  return clicks.at(-1) === end - 1 ? `click < ${end}` : `[${clicks.join(', ')}].includes(click)`
}
