import type { ArrowEnd, ArrowPlan, Gap, Hop, Lane, Traffic } from './stack-plan.ts'
import type { BoxNode, RowNode, Side } from './stack-tree.ts'
import { ARROW_LINE, LANE, portRoom } from './stack-plan.ts'
import { APPROACH, laneWidth } from './stack-size.ts'
import { DEPTH, rowNodes } from './stack-tree.ts'

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

interface Places {
  ports: Map<ArrowEnd, number>
  bands: Map<Hop | ArrowPlan, number>
  lanes: Map<Lane, { x: number, labelAt: Side }>
}

/** Routes all arrows through a tree whose boxes have their places. */
export function routeArrows(root: RowNode, traffic: Traffic): Route[] {
  const places: Places = { ports: new Map(), bands: placeBands(traffic), lanes: new Map() }
  placePorts(traffic, places)
  for (const row of rowNodes(root))
    placeLanes(row, traffic, places)
  return traffic.plans.map(plan => route(plan, places))
}

function placeBands(traffic: Traffic): Places['bands'] {
  const bands: Places['bands'] = new Map()
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

function isExtruded(row: RowNode): boolean {
  return row.parent?.extruded ?? row.columns[0]!.extruded
}

/** The height at which an end reaches the lane between both ends. */
function arrival(end: ArrowEnd, places: Places): number {
  return end.hops.length ? places.bands.get(end.hops.at(-1)!)! : places.ports.get(end)!
}

/** Spreads the arrows that meet one side of a box, in the order in which they need not cross. */
function placePorts(traffic: Traffic, places: Places): void {
  const sides = new Map<string, { box: BoxNode, side: Side, ends: { end: ArrowEnd, other: number, order: number, room: number }[] }>()
  for (const plan of traffic.plans) {
    for (const [end, other] of [[plan.from, plan.to], [plan.to, plan.from]] as const) {
      const key = `${end.side} ${end.box.box.id}`
      if (!sides.has(key))
        sides.set(key, { box: end.box, side: end.side, ends: [] })
      sides.get(key)!.ends.push({ end, other: otherHeight(plan, end, other, places), order: plan.index, room: portRoom(plan) })
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
      places.ports.set(end, y)
    })
  }
  keepApart(traffic, places)
}

function otherHeight(plan: ArrowPlan, end: ArrowEnd, other: ArrowEnd, places: Places): number {
  if (end.hops.length)
    return places.bands.get(end.hops[0]!)!
  if (plan.gaps.length === 2)
    return places.bands.get(plan)!
  return other.hops.length ? places.bands.get(other.hops.at(-1)!)! : portRange(other.box).middle
}

/** The heights at which arrows may meet a box: beside its label, where an extruded box shows front and side. */
function portRange(node: BoxNode): { middle: number, top: number, bottom: number } {
  const top = node.y + 6
  const bottom = node.y + node.labelHeight - 6 - (node.parent.extruded ? DEPTH.y : 0)
  return { top, bottom, middle: (top + bottom) / 2 }
}

/** Arrows that cross one gap from side to side must not end on one height on opposite sides, or they could run into one another. */
function keepApart(traffic: Traffic, places: Places): void {
  const crossing = traffic.plans.filter(plan => plan.gaps.length === 1 && plan.from.side !== plan.to.side)
  // What one moves out of the way may let another run straight.
  for (const plan of [...crossing, ...crossing]) {
    for (const [end, other] of [[plan.from, plan.to], [plan.to, plan.from]] as const) {
      const straight = arrival(other, places) - places.ports.get(end)!
      const rivals = crossing
        .filter(other => other !== plan && sameGap(other.gaps[0], plan.gaps[0]))
        .flatMap(other => [other.from, other.to])
        .filter(other => other.side !== end.side || other.box !== end.box)
      const { top, bottom } = portRange(end.box)
      const y = places.ports.get(end)!
      const free = [straight, 0, 5, -5, 10, -10, 15, -15, 20, -20].map(step => y + step).find(tried =>
        tried >= top && tried <= bottom
        && rivals.every(rival => Math.abs(arrival(rival, places) - tried) > 3)
        && mates(end, traffic).every(mate => Math.abs(places.ports.get(mate)! - tried) >= 10))
      places.ports.set(end, free ?? y)
    }
  }
}

function mates(end: ArrowEnd, traffic: Traffic): ArrowEnd[] {
  return traffic.plans.flatMap(plan => [plan.from, plan.to]).filter(other => other !== end && other.box === end.box && other.side === end.side)
}

function sameGap(a: Gap, b: Gap): boolean {
  return a.row === b.row && a.index === b.index
}

/** Gives every lane of a row's gaps its place: short runs next to the boxes that they serve, runs from side to side between. */
function placeLanes(row: RowNode, traffic: Traffic, places: Places): void {
  traffic.lanes.get(row)?.forEach((lanes, index) => {
    const previous = row.columns[index - 1]
    let x = previous ? previous.x + previous.w + APPROACH : row.columns[0]!.x - row.gaps[0]! + 2
    for (const lane of inOrder(lanes, places)) {
      const labelAt = lane.legs.every(leg => leg === 'right') ? 'left' : 'right'
      places.lanes.set(lane, { x: labelAt === 'left' ? x + laneWidth(lane) - LANE : x, labelAt })
      x += laneWidth(lane)
    }
  })
}

/** The lanes of a gap from left to right. */
function inOrder(lanes: readonly Lane[], places: Places): Lane[] {
  const length = (lane: Lane) => run(lane, places)[1] - run(lane, places)[0]
  const towards = (side: Side) => lanes.filter(lane => lane.legs.every(leg => leg === side))
  const waiting = lanes.filter(lane => lane.legs.some(leg => leg !== lane.legs[0])).sort((a, b) => run(a, places)[0] - run(b, places)[0])
  const crossing: Lane[] = []
  while (waiting.length) {
    // One that comes from the left at the height at which another leaves to the right would run into it from beyond.
    const next = waiting.find(lane => waiting.every(other => other === lane || Math.abs(sideHeight(other, 'left', places) - sideHeight(lane, 'right', places)) > 3)) ?? waiting[0]!
    crossing.push(...waiting.splice(waiting.indexOf(next), 1))
  }
  return [
    ...towards('left').sort((a, b) => length(a) - length(b)),
    ...crossing,
    ...towards('right').sort((a, b) => length(b) - length(a)),
  ]
}

/** The height at which a lane that crosses its gap leaves it to one side. */
function sideHeight(lane: Lane, side: Side, places: Places): number {
  return laneHeights(lane, places)[lane.legs.indexOf(side)]!
}

/** From where to where a lane is used, from its upper end to its lower. */
function run(lane: Lane, places: Places): [number, number] {
  const heights = laneHeights(lane, places)
  return [Math.min(...heights), Math.max(...heights)]
}

function laneHeights(lane: Lane, places: Places): [number, number] {
  const plan = lane.arrow
  for (const end of [plan.from, plan.to]) {
    const at = end.hops.findIndex(hop => hop.lane === lane)
    if (at >= 0)
      return [at ? places.bands.get(end.hops[at - 1]!)! : places.ports.get(end)!, places.bands.get(end.hops[at]!)!]
  }
  if (plan.lanes.length === 1)
    return [arrival(plan.from, places), arrival(plan.to, places)]
  return lane === plan.lanes[0] ? [arrival(plan.from, places), places.bands.get(plan)!] : [places.bands.get(plan)!, arrival(plan.to, places)]
}

function route(plan: ArrowPlan, places: Places): Route {
  const outward = approach(plan.from, places)
  const inward = approach(plan.to, places).reverse()
  const [first, second] = plan.lanes
  const { x, labelAt } = places.lanes.get(first)!
  const y = arrival(plan.from, places)
  if (second) {
    const bridge = places.bands.get(plan)!
    const carrier: [Point, Point] = [{ x, y: bridge }, { x: places.lanes.get(second)!.x, y: bridge }]
    const down = { x: carrier[1].x, y: arrival(plan.to, places) }
    return { plan, points: tidy([...outward, { x, y }, ...carrier, down, ...inward]), carrier, labelAt: 'above' }
  }
  const carrier: [Point, Point] = [{ x, y }, { x, y: arrival(plan.to, places) }]
  const points = tidy([...outward, ...carrier, ...inward])
  if (points.length === 2)
    return { plan, points, carrier: [points[0]!, points[1]!], labelAt: 'above' }
  return { plan, points, carrier, labelAt }
}

/** The corners from a box's side to where its last detour ends. */
function approach(end: ArrowEnd, places: Places): Point[] {
  const { box, side } = end
  const edge = side === 'right' ? box.x + box.w : box.x - (box.parent.extruded ? DEPTH.x : 0)
  const points = [{ x: edge, y: places.ports.get(end)! }]
  for (const hop of end.hops) {
    const { x } = places.lanes.get(hop.lane)!
    points.push({ x, y: points.at(-1)!.y }, { x, y: places.bands.get(hop)! })
  }
  return points
}

/** Without points that change nothing. */
function tidy(points: Point[]): Point[] {
  const distinct = points.filter((point, index) => !index || point.x !== points[index - 1]!.x || point.y !== points[index - 1]!.y)
  return distinct.filter((point, index) => {
    const before = distinct[index - 1]
    const after = distinct[index + 1]
    return !before || !after || !((before.x === point.x && point.x === after.x) || (before.y === point.y && point.y === after.y))
  })
}
