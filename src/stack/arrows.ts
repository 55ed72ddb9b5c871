import type { LanePlace } from './lanes.ts'
import type { ArrowEnd, ArrowPlan, Gap } from './plan.ts'
import type { Heights } from './ports.ts'
import type { Traffic } from './traffic.ts'
import type { RowNode, Side } from './tree.ts'
import { placeLanes } from './lanes.ts'
import { DEPTH } from './metrics.ts'
import { arrival, placeHeights } from './ports.ts'

export interface Point { x: number, y: number }

/** Where an arrow runs, and where its label may stand beside it. */
export interface Route {
  plan: ArrowPlan
  /** Corners from the source to the target; each piece is level or upright. */
  points: Point[]
  /** The upright or level piece that carries the label, as its two ends. */
  carrier: [Point, Point]
  /** Where beside an upright carrier its label stands; `above` for a level one. */
  labelAt: Side | 'above'
}

/** Routes all arrows through a tree whose boxes have their places. */
export function routeArrows(root: RowNode, traffic: Traffic): Route[] {
  const heights = placeHeights(traffic)
  const lanes = placeLanes(root, traffic, heights)
  return traffic.plans.map(plan => route(plan, heights, lanes))
}

function route(plan: ArrowPlan, heights: Heights, lanes: Map<Gap, LanePlace>): Route {
  const outward = approach(plan.from, heights, lanes)
  const inward = approach(plan.to, heights, lanes).reverse()
  const [first, second] = plan.gaps
  const { x, labelAt } = lanes.get(first)!
  const y = arrival(plan.from, heights)
  if (second) {
    const bridge = heights.bands.get(plan)!
    const carrier: [Point, Point] = [{ x, y: bridge }, { x: lanes.get(second)!.x, y: bridge }]
    const down = { x: carrier[1].x, y: arrival(plan.to, heights) }
    return { plan, points: tidy([...outward, { x, y }, ...carrier, down, ...inward]), carrier, labelAt: 'above' }
  }
  const carrier: [Point, Point] = [{ x, y }, { x, y: arrival(plan.to, heights) }]
  const points = tidy([...outward, ...carrier, ...inward])
  if (points.length === 2)
    return { plan, points, carrier: [points[0]!, points[1]!], labelAt: 'above' }
  return { plan, points, carrier, labelAt }
}

/** The corners from a box's side to where its last detour ends. */
function approach(end: ArrowEnd, heights: Heights, lanes: Map<Gap, LanePlace>): Point[] {
  const { box, side, detours } = end
  const edge = side === 'right' ? box.x + box.w : box.x - (box.parent.extruded ? DEPTH.x : 0)
  const points = [{ x: edge, y: heights.ports.get(end)! }]
  for (const detour of detours) {
    const { x } = lanes.get(detour)!
    points.push({ x, y: points.at(-1)!.y }, { x, y: heights.bands.get(detour)! })
  }
  return points
}

/** Without points that change nothing. */
function tidy(points: readonly Point[]): Point[] {
  const distinct = points.filter((point, index) => index === 0 || !isSamePoint(point, points[index - 1]!))
  return distinct.filter((point, index) => {
    const before = distinct[index - 1]
    const after = distinct[index + 1]
    return !before || !after || !isStraight(before, point, after)
  })
}

function isSamePoint(a: Point, b: Point): boolean {
  return a.x === b.x && a.y === b.y
}

function isStraight(a: Point, b: Point, c: Point): boolean {
  return (a.x === b.x && b.x === c.x) || (a.y === b.y && b.y === c.y)
}
