import type { Route } from './arrows.ts'
import type { StackData, StackLook } from './data.ts'
import type { StackKind } from './kinds.ts'
import type { BoxNode, Rect, RowNode } from './tree.ts'
import { pieces, placeLabels } from './arrow-labels.ts'
import { routeArrows } from './arrows.ts'
import { placeListY, sizeHeights } from './heights.ts'
import { ARROW_FONT, ARROW_LINE, DEPTH, LABEL_FONT, LABEL_LINE, TITLE_FONT, TITLE_LINE } from './metrics.ts'
import { planArrows } from './plan.ts'
import { balanceText } from './text.ts'
import { boxesAround, boxNodes, growTree, silhouette } from './tree.ts'
import { placeRootX, sizeGaps } from './widths.ts'

/** One line of text, centred on `x`, its baseline at `y`. */
export interface TextLine { text: string, x: number, y: number }

export interface DrawnBox extends Rect {
  id: string
  kind: StackKind
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

/** What a slide has for a picture below its title, in pixels of the slide. */
const ROOM = { w: 868, h: 416 }
const LARGEST_SCALE = 1.4
const MARGIN = 4
const EASES = [0, 0.2, 0.4, 0.6, 0.8, 1]
const BOX_HEIGHT = 46
// Text may be this much smaller where that gives it more room.
const ROOMIER = 0.97
// A wide, low picture may have boxes that are a little higher, up to this part of the room.
const TALLER = [66, 56]
const FILLED = 0.66

/** Lays a diagram out in the proportions in which its text is largest on a slide. */
export function layoutStack(data: StackData): StackDrawing {
  const [best, ease] = EASES
    .map(ease => [layoutAt(data, ease, BOX_HEIGHT), ease] as const)
    .reduce((best, next) => scaleOnSlide(next[0]) >= scaleOnSlide(best[0]) * ROOMIER ? next : best)
  const scale = scaleOnSlide(best)
  const isRoomy = (drawing: StackDrawing) => drawing.height * scale <= ROOM.h * FILLED && drawing.width <= best.width
  return isRoomy(best) ? TALLER.map(height => layoutAt(data, ease, height)).find(isRoomy) ?? best : best
}

/** How many pixels of a slide a unit of the drawing is. */
export function scaleOnSlide({ width, height }: Pick<StackDrawing, 'width' | 'height'>): number {
  return Math.min(ROOM.w / width, ROOM.h / height, LARGEST_SCALE)
}

/** Grows the boxes until every label of an arrow has room beside it; where that does not help, the labels go further away. */
function layoutAt(data: StackData, ease: number, least: number): StackDrawing {
  const root = growTree(data.stacks, data.look === '3d')
  const traffic = planArrows(root, data.arrows, 76 + 56 * ease)
  const nodes = boxNodes(root)
  for (const [boxHeight, far] of [[least, false], [least + 10, false], [least + 20, false], [least, true]] as const) {
    sizeGaps(root, traffic)
    placeRootX(root, { stacks: data.stacks, ease })
    sizeHeights(root, { ease, boxHeight })
    placeRootY(root)
    const routes = routeArrows(root, traffic)
    const labels = placeLabels(routes, nodes, far)
    if (routes.every((route, index) => !route.plan.lines.length || labels[index]))
      return draw(data, root.columns, nodes, routes, labels)
  }
  throw new Error('A label found no place above everything.')
}

/** Lets the stacks stand on the height 0. */
function placeRootY(root: RowNode): void {
  root.columns.forEach(column => placeListY(column, 0))
  root.h = Math.max(...root.columns.map(column => column.h))
  root.y = -root.h
}

function draw(data: StackData, columns: readonly Rect[], nodes: readonly BoxNode[], routes: readonly Route[], labels: (Rect | undefined)[]): StackDrawing {
  const titleLines = data.stacks.map((stack, index) => stack.title ? balanceText(stack.title, columns[index]!.w, TITLE_FONT) : [])
  const titles = titleLines.flatMap((lines, index) => textLines(lines, { ...columns[index]!, y: 14, h: lines.length * TITLE_LINE }, TITLE_FONT, TITLE_LINE))
  const covered = [...nodes.map(silhouette), ...routes.flatMap(route => pieces(route.points)), ...labels.filter(label => label !== undefined)]
  const left = Math.min(...covered.map(rect => rect.x)) - MARGIN
  const right = Math.max(...covered.map(rect => rect.x + rect.w)) + MARGIN
  const top = Math.min(...covered.map(rect => rect.y)) - MARGIN
  const titleHeight = Math.max(...titleLines.map(lines => lines.length)) * TITLE_LINE
  const bottom = Math.max(MARGIN, ...covered.map(rect => rect.y + rect.h + MARGIN), titleHeight ? 14 + titleHeight + 2 : 0)
  const move = <T extends { x: number, y: number }>(thing: T): T => ({ ...thing, x: round(thing.x - left), y: round(thing.y - top) })
  return {
    look: data.look,
    width: Math.ceil(right - left),
    height: Math.ceil(bottom - top),
    levels: Math.max(...nodes.map(node => node.level)) + 1,
    titles: titles.map(move),
    boxes: nodes.map(node => ({
      ...move({ x: node.x, y: node.y }),
      w: round(node.w),
      h: round(node.h),
      id: node.box.id,
      kind: node.box.kind,
      within: boxesAround(node.parent).map(around => around.box.id),
      level: node.level,
      depth: node.parent.extruded ? DEPTH : { x: 0, y: 0 },
      lines: textLines(node.lines, { ...node, y: node.y + (node.children ? 3 : 0), h: node.labelHeight }, LABEL_FONT, LABEL_LINE).map(move),
    })),
    arrows: routes.map(({ plan, points }, index) => ({
      from: plan.arrow.from,
      to: plan.arrow.to,
      points: points.map(move),
      label: labels[index] && move(labels[index]),
      lines: labels[index] ? textLines(plan.lines, labels[index], ARROW_FONT, ARROW_LINE).map(move) : [],
    })),
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
