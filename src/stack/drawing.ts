import type { Point, Route } from './arrows.ts'
import type { StackData, StackLook } from './data.ts'
import type { BoxNode, Rect } from './tree.ts'
import { pieces } from './arrow-labels.ts'
import { ARROW_FONT, ARROW_LINE, DEPTH, LABEL_FONT, LABEL_LINE, labelTop, TITLE_FONT, TITLE_LINE } from './metrics.ts'
import { balanceText } from './text.ts'
import { boxesAround, silhouette } from './tree.ts'

/** One line of text, centred on `x`, its baseline at `y`. */
export interface TextLine { text: string, x: number, y: number }

export interface DrawnBox extends Rect {
  id: string
  kind: string
  /** Ids of the boxes that it is drawn inside of. */
  within: string[]
  /** The row of layers it belongs to, from the bottom, from 0. */
  level: number
  /** How far its side and top reach behind the front; 0 for a flat one. */
  depth: { x: number, y: number }
  lines: TextLine[]
}

export interface DrawnArrow {
  from: string
  to: string
  points: { x: number, y: number }[]
  lines: TextLine[]
  /** The space that the label takes, where it has one. */
  label?: Rect
}

/** Everything about a diagram's picture, in drawing units; at the width of a slide's body a unit is about a pixel. */
export interface StackDrawing {
  look: StackLook
  width: number
  height: number
  /** In the order in which they are painted. */
  boxes: DrawnBox[]
  arrows: DrawnArrow[]
  titles: TextLine[]
  /** How many rows of layers there are. */
  levels: number
}

/** A diagram in which everything has its place; the stacks stand on the height 0. */
export interface PlacedStack {
  data: StackData
  /** Where each stack stands. */
  columns: readonly Rect[]
  nodes: readonly BoxNode[]
  routes: readonly Route[]
  /** For each route the place of its label, where it has one. */
  labels: readonly (Rect | undefined)[]
}

/** Moves things to where the drawing begins. */
type Move = <T extends Point>(thing: T) => T

const MARGIN = 4
/** Free height above and below titles, which stand below their stacks. */
const TITLE_MARGIN = { top: 14, bottom: 2 }

/** The picture of a diagram, cut to what is in it. */
export function drawStack({ data, columns, nodes, routes, labels }: PlacedStack): StackDrawing {
  const titles = data.stacks.map(({ title }, index) => title ? balanceText(title, columns[index]!.w, TITLE_FONT) : [])
  const titleHeight = Math.max(...titles.map(lines => lines.length)) * TITLE_LINE
  const covered = [
    ...nodes.map(silhouette),
    ...routes.flatMap(({ points }) => pieces(points)),
    ...labels.filter(label => label !== undefined),
  ]
  const left = Math.min(...covered.map(({ x }) => x)) - MARGIN
  const right = Math.max(...covered.map(({ x, w }) => x + w)) + MARGIN
  const top = Math.min(...covered.map(({ y }) => y)) - MARGIN
  const bottom = Math.max(
    MARGIN,
    ...covered.map(({ y, h }) => y + h + MARGIN),
    titleHeight ? TITLE_MARGIN.top + titleHeight + TITLE_MARGIN.bottom : 0,
  )
  const move: Move = thing => ({ ...thing, x: round(thing.x - left), y: round(thing.y - top) })
  return {
    look: data.look,
    width: Math.ceil(right - left),
    height: Math.ceil(bottom - top),
    levels: Math.max(...nodes.map(({ level }) => level)) + 1,
    titles: titles.flatMap((lines, index) => titleLines(lines, columns[index]!)).map(move),
    boxes: nodes.map(node => drawBox(node, move)),
    arrows: routes.map((route, index) => drawArrow(route, labels[index], move)),
  }
}

function titleLines(lines: readonly string[], { x, w }: Rect): TextLine[] {
  return textLines(lines, { x, y: TITLE_MARGIN.top, w, h: lines.length * TITLE_LINE }, TITLE_FONT, TITLE_LINE)
}

function drawBox(node: BoxNode, move: Move): DrawnBox {
  const labelPlace = { x: node.x, y: node.y + labelTop(node.children !== undefined), w: node.w, h: node.labelHeight }
  return {
    ...move({ x: node.x, y: node.y }),
    w: round(node.w),
    h: round(node.h),
    id: node.box.id,
    kind: node.box.kind,
    within: boxesAround(node.parent).map(around => around.box.id),
    level: node.level,
    depth: node.parent.extruded ? DEPTH : { x: 0, y: 0 },
    lines: textLines(node.lines, labelPlace, LABEL_FONT, LABEL_LINE).map(move),
  }
}

function drawArrow({ plan, points }: Route, label: Rect | undefined, move: Move): DrawnArrow {
  return {
    from: plan.arrow.from,
    to: plan.arrow.to,
    points: points.map(move),
    label: label && move(label),
    lines: label ? textLines(plan.lines, label, ARROW_FONT, ARROW_LINE).map(move) : [],
  }
}

/** Lines of text in the middle of a rectangle; capitals and small letters look centred. */
function textLines(lines: readonly string[], { x, y, w, h }: Rect, font: number, line: number): TextLine[] {
  const first = y + h / 2 - (lines.length - 1) * line / 2 + font * 0.335
  return lines.map((text, index) => ({ text, x: x + w / 2, y: first + index * line }))
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
