import type { ArrowEnd, ArrowPlan, Gap } from './plan.ts'
import type { Traffic } from './traffic.ts'
import type { BoxNode } from './tree.ts'
import { ARROW_LINE, DEPTH, LANE } from './metrics.ts'
import { portHeight } from './traffic.ts'
import { isExtruded } from './tree.ts'

/** The heights at which arrows meet boxes, and at which they pass above rows: after detours, and on bridges. */
export interface Heights {
  ports: Map<ArrowEnd, number>
  bands: Map<Gap | ArrowPlan, number>
}

/** Two ends on one height that are no further apart than this could run into each other. */
const TOUCHING = 3
/** Distance that ends on one side of a box keep. */
const MIN_APART = 10
/** How far an end moves to get out of the way, the nearest first. */
const MOVES = [0, 5, -5, 10, -10, 15, -15, 20, -20]

/** Sets the heights of all level pieces of arrows. */
export function placeHeights(traffic: Traffic): Heights {
  const heights: Heights = { ports: new Map(), bands: placeBands(traffic) }
  placePorts(traffic, heights)
  keepApart(traffic, heights)
  return heights
}

/** The height at which an end reaches the lane between both ends. */
export function arrival(end: ArrowEnd, heights: Heights): number {
  const last = end.detours.at(-1)
  return last ? heights.bands.get(last)! : heights.ports.get(end)!
}

function placeBands(traffic: Traffic): Heights['bands'] {
  const bands: Heights['bands'] = new Map()
  for (const [row, passages] of traffic.bands) {
    let y = row.y - (isExtruded(row) ? DEPTH.y : 0) - LANE / 2
    for (const { plan, detour } of passages) {
      y -= LANE
      bands.set(detour ?? plan, y + LANE / 2)
      y -= detour ? 0 : plan.lines.length * ARROW_LINE
    }
  }
  return bands
}

/** An end among those that meet one side of a box. */
interface Port {
  end: ArrowEnd
  /** The height from which its arrow comes. */
  other: number
  order: number
  height: number
}

/** Spreads the arrows that meet one side of a box, in the order in which they need not cross. */
function placePorts(traffic: Traffic, heights: Heights): void {
  const sides = new Map<string, Port[]>()
  for (const plan of traffic.plans) {
    for (const [end, other] of bothEnds(plan)) {
      const key = `${end.side} ${end.box.box.id}`
      const port = { end, other: otherHeight(plan, end, other, heights), order: plan.index, height: portHeight(plan) }
      sides.set(key, [...sides.get(key) ?? [], port])
    }
  }
  for (const ports of sides.values()) {
    const { middle } = portRange(ports[0]!.end.box)
    const sorted = inOrder(ports, middle)
    let y = middle - sorted.slice(1).reduce((sum, { height }) => sum + height, 0) / 2
    sorted.forEach(({ end, height }, index) => {
      y += index ? height : 0
      heights.ports.set(end, y)
    })
  }
}

function inOrder(ports: readonly Port[], middle: number): Port[] {
  return [
    ...ports.filter(({ other }) => other < middle).sort((a, b) => b.other - a.other || a.order - b.order),
    ...ports.filter(({ other }) => other === middle).sort((a, b) => a.order - b.order),
    ...ports.filter(({ other }) => other > middle).sort((a, b) => b.other - a.other || b.order - a.order),
  ]
}

function bothEnds({ from, to }: ArrowPlan): [ArrowEnd, ArrowEnd][] {
  return [[from, to], [to, from]]
}

function otherHeight(plan: ArrowPlan, end: ArrowEnd, other: ArrowEnd, heights: Heights): number {
  const [first] = end.detours
  if (first)
    return heights.bands.get(first)!
  if (plan.gaps.length === 2)
    return heights.bands.get(plan)!
  const last = other.detours.at(-1)
  return last ? heights.bands.get(last)! : portRange(other.box).middle
}

/** The heights at which arrows may meet a box: beside its label, where an extruded box shows front and side. */
function portRange(node: BoxNode): { middle: number, top: number, bottom: number } {
  const top = node.y + 6
  const bottom = node.y + node.labelHeight - 6 - (node.parent.extruded ? DEPTH.y : 0)
  return { top, bottom, middle: (top + bottom) / 2 }
}

/** Arrows that cross one gap must not end on one height on opposite sides, or they could run into one another. */
function keepApart(traffic: Traffic, heights: Heights): void {
  const crossing = traffic.plans.filter(({ gaps, from, to }) => gaps.length === 1 && from.side !== to.side)
  // What one moves out of the way may let another run straight.
  for (const plan of [...crossing, ...crossing]) {
    const others = crossing.filter(other => other !== plan && isSameGap(other.gaps[0], plan.gaps[0]))
    for (const [end, other] of bothEnds(plan)) {
      const { top, bottom } = portRange(end.box)
      const rivals = others.flatMap(({ from, to }) => [from, to]).filter(rival => !isSamePlace(rival, end))
      const neighbours = neighboursOf(end, traffic)
      const isFree = (y: number) => y >= top && y <= bottom
        && rivals.every(rival => Math.abs(arrival(rival, heights) - y) > TOUCHING)
        && neighbours.every(neighbour => Math.abs(heights.ports.get(neighbour)! - y) >= MIN_APART)
      const y = heights.ports.get(end)!
      const straight = arrival(other, heights) - y
      const free = [straight, ...MOVES].map(step => y + step).find(isFree)
      heights.ports.set(end, free ?? y)
    }
  }
}

/** Other ends on the same side of the same box. */
function neighboursOf(end: ArrowEnd, traffic: Traffic): ArrowEnd[] {
  return traffic.plans.flatMap(({ from, to }) => [from, to]).filter(other => other !== end && isSamePlace(other, end))
}

function isSamePlace(a: ArrowEnd, b: ArrowEnd): boolean {
  return a.box === b.box && a.side === b.side
}

function isSameGap(a: Gap, b: Gap): boolean {
  return a.row === b.row && a.index === b.index
}
