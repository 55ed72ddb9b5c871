import type { ArrowEnd, ArrowPlan, Gap, Hop, Traffic } from './plan.ts'
import type { BoxNode, Side } from './tree.ts'
import { ARROW_LINE, DEPTH, LANE } from './metrics.ts'
import { portRoom } from './plan.ts'
import { isExtruded } from './tree.ts'

/** The heights at which arrows meet boxes, and at which they pass above rows. */
export interface Heights {
  ports: Map<ArrowEnd, number>
  bands: Map<Hop | ArrowPlan, number>
}

/** Sets the heights of all level pieces of arrows. */
export function placeHeights(traffic: Traffic): Heights {
  const heights: Heights = { ports: new Map(), bands: placeBands(traffic) }
  placePorts(traffic, heights)
  keepApart(traffic, heights)
  return heights
}

/** The height at which an end reaches the lane between both ends. */
export function arrival(end: ArrowEnd, heights: Heights): number {
  return end.hops.length ? heights.bands.get(end.hops.at(-1)!)! : heights.ports.get(end)!
}

function placeBands(traffic: Traffic): Heights['bands'] {
  const bands: Heights['bands'] = new Map()
  for (const [row, passing] of traffic.bands) {
    let y = row.y - (isExtruded(row) ? DEPTH.y : 0) - LANE / 2
    for (const { plan, hop } of passing) {
      y -= LANE
      bands.set(hop ?? plan, y + LANE / 2)
      y -= hop ? 0 : plan.lines.length * ARROW_LINE
    }
  }
  return bands
}

/** Spreads the arrows that meet one side of a box, in the order in which they need not cross. */
function placePorts(traffic: Traffic, heights: Heights): void {
  const sides = new Map<string, { box: BoxNode, side: Side, ends: { end: ArrowEnd, other: number, order: number, room: number }[] }>()
  for (const plan of traffic.plans) {
    for (const [end, other] of [[plan.from, plan.to], [plan.to, plan.from]] as const) {
      const key = `${end.side} ${end.box.box.id}`
      if (!sides.has(key))
        sides.set(key, { box: end.box, side: end.side, ends: [] })
      sides.get(key)!.ends.push({ end, other: otherHeight(plan, end, other, heights), order: plan.index, room: portRoom(plan) })
    }
  }
  for (const { box, ends } of sides.values()) {
    const { middle } = portRange(box)
    const above = ends.filter(({ other }) => other < middle).sort((a, b) => b.other - a.other || a.order - b.order)
    const level = ends.filter(({ other }) => other === middle).sort((a, b) => a.order - b.order)
    const below = ends.filter(({ other }) => other > middle).sort((a, b) => b.other - a.other || b.order - a.order)
    const sorted = [...above, ...level, ...below]
    let y = middle - sorted.slice(1).reduce((sum, { room }) => sum + room, 0) / 2
    sorted.forEach(({ end, room }, index) => {
      y += index ? room : 0
      heights.ports.set(end, y)
    })
  }
}

function otherHeight(plan: ArrowPlan, end: ArrowEnd, other: ArrowEnd, heights: Heights): number {
  if (end.hops.length)
    return heights.bands.get(end.hops[0]!)!
  if (plan.gaps.length === 2)
    return heights.bands.get(plan)!
  return other.hops.length ? heights.bands.get(other.hops.at(-1)!)! : portRange(other.box).middle
}

/** The heights at which arrows may meet a box: beside its label, where an extruded box shows front and side. */
function portRange(node: BoxNode): { middle: number, top: number, bottom: number } {
  const top = node.y + 6
  const bottom = node.y + node.labelHeight - 6 - (node.parent.extruded ? DEPTH.y : 0)
  return { top, bottom, middle: (top + bottom) / 2 }
}

/** Arrows that cross one gap from side to side must not end on one height on opposite sides, or they could run into one another. */
function keepApart(traffic: Traffic, heights: Heights): void {
  const crossing = traffic.plans.filter(plan => plan.gaps.length === 1 && plan.from.side !== plan.to.side)
  // What one moves out of the way may let another run straight.
  for (const plan of [...crossing, ...crossing]) {
    for (const [end, other] of [[plan.from, plan.to], [plan.to, plan.from]] as const) {
      const straight = arrival(other, heights) - heights.ports.get(end)!
      const rivals = crossing
        .filter(other => other !== plan && sameGap(other.gaps[0], plan.gaps[0]))
        .flatMap(other => [other.from, other.to])
        .filter(other => other.side !== end.side || other.box !== end.box)
      const { top, bottom } = portRange(end.box)
      const y = heights.ports.get(end)!
      const free = [straight, 0, 5, -5, 10, -10, 15, -15, 20, -20].map(step => y + step).find(tried =>
        tried >= top && tried <= bottom
        && rivals.every(rival => Math.abs(arrival(rival, heights) - tried) > 3)
        && mates(end, traffic).every(mate => Math.abs(heights.ports.get(mate)! - tried) >= 10))
      heights.ports.set(end, free ?? y)
    }
  }
}

function mates(end: ArrowEnd, traffic: Traffic): ArrowEnd[] {
  return traffic.plans.flatMap(plan => [plan.from, plan.to]).filter(other => other !== end && other.box === end.box && other.side === end.side)
}

function sameGap(a: Gap, b: Gap): boolean {
  return a.row === b.row && a.index === b.index
}
