import type { Point, Route } from './arrows.ts'
import type { BoxNode, Rect } from './tree.ts'
import { ARROW_FONT, ARROW_LINE, LABEL_FONT, LABEL_GAP, LABEL_LINE, labelTop } from './metrics.ts'
import { linesWidth } from './text.ts'
import { boxesAround, silhouette } from './tree.ts'

/** Free space that a label keeps around itself. */
const CLEAR = 3

/**
 * Finds a place for the label of every arrow that has one, beside the piece that carries it, where it meets no box, no
 * route and no other label; `far` lets it go up until there is such a place.
 * @returns for each route the label's rectangle, or nothing where it has none or found no place
 */
export function placeLabels(routes: readonly Route[], boxes: readonly BoxNode[], far: boolean): (Rect | undefined)[] {
  const taken: Rect[] = routes.flatMap(({ points }) => pieces(points))
  return routes.map((route) => {
    const { lines } = route.plan
    if (!lines.length)
      return undefined
    const size = { w: linesWidth(lines, ARROW_FONT), h: lines.length * ARROW_LINE }
    const around = new Set(boxesAround(route.plan.gaps[0].row.parent))
    const covered = boxes.flatMap(box => around.has(box) ? [labelRect(box), ...edges(box)] : [silhouette(box)])
    const obstacles = [...taken, ...covered]
    const isFree = (rect: Rect) => !obstacles.some(other => meet(grow(rect), other))
    const near = candidates(route, size)
    const place = near.find(isFree) ?? (far ? above(near[0]!, isFree) : undefined)
    if (place)
      taken.push(place)
    return place
  })
}

/** The rectangle of a box's own label. */
function labelRect({ x, y, w, labelHeight, lines, children }: BoxNode): Rect {
  const width = linesWidth(lines, LABEL_FONT)
  const height = lines.length * LABEL_LINE
  const top = y + labelTop(children !== undefined) + (labelHeight - height) / 2
  return { x: x + (w - width) / 2, y: top, w: width, h: height }
}

/** The outline of a box as thin rectangles. */
function edges({ x, y, w, h }: Rect): Rect[] {
  return [{ x, y, w, h: 0 }, { x, y: y + h, w, h: 0 }, { x, y, w: 0, h }, { x: x + w, y, w: 0, h }]
}

/** The first free place straight above; there is one at the latest above everything. */
function above(rect: Rect, isFree: (rect: Rect) => boolean): Rect {
  let place = rect
  while (!isFree(place))
    place = { ...place, y: place.y - 4 }
  return place
}

/** Places for a label, the best first: at the middle of its carrier, then further and further from it. */
function candidates({ carrier: [a, b], labelAt }: Route, { w, h }: { w: number, h: number }): Rect[] {
  const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }
  if (labelAt === 'above') {
    const reach = Math.abs(a.x - b.x) / 2
    const places = offsets(Math.max(0, reach - w / 2)).map(x => middle.x + x - w / 2)
    return [middle.y - h - CLEAR - 2, middle.y + CLEAR + 2].flatMap(y => places.map(x => ({ x, y, w, h })))
  }
  const x = labelAt === 'right' ? a.x + LABEL_GAP : a.x - LABEL_GAP - w
  const reach = Math.abs(a.y - b.y) / 2
  return offsets(Math.max(h / 2 + 10, reach - h / 4)).map(y => ({ x, y: middle.y + y - h / 2, w, h }))
}

/** 0, then ever larger steps to both sides up to `reach`. */
function offsets(reach: number): number[] {
  const steps = [0]
  for (let step = 3; step <= reach; step += 3)
    steps.push(step, -step)
  return steps
}

/** The straight pieces of a route as thin rectangles. */
export function pieces(points: readonly Point[]): Rect[] {
  return points.slice(1).map((b, index) => {
    const a = points[index]!
    return { x: Math.min(a.x, b.x), y: Math.min(a.y, b.y), w: Math.abs(a.x - b.x), h: Math.abs(a.y - b.y) }
  })
}

function grow({ x, y, w, h }: Rect): Rect {
  return { x: x - CLEAR, y: y - CLEAR, w: w + 2 * CLEAR, h: h + 2 * CLEAR }
}

/** Whether two rectangles share more than an edge; a line is a rectangle without width or height. */
function meet(a: Rect, b: Rect): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h
}
