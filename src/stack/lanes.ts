import type { Lane, Traffic } from './plan.ts'
import type { Heights } from './ports.ts'
import type { RowNode, Side } from './tree.ts'
import { APPROACH, LANE } from './metrics.ts'
import { arrival } from './ports.ts'
import { rowNodes } from './tree.ts'
import { laneWidth } from './widths.ts'

/** Where a lane is, and on which side of it the label of its arrow stands. */
export interface LanePlace { x: number, labelAt: Side }

/** Gives every lane its place: short runs next to the boxes that they serve, runs from side to side between. */
export function placeLanes(root: RowNode, traffic: Traffic, heights: Heights): Map<Lane, LanePlace> {
  const places = new Map<Lane, LanePlace>()
  for (const row of rowNodes(root)) {
    traffic.lanes.get(row)?.forEach((lanes, index) => {
      const previous = row.columns[index - 1]
      let x = previous ? previous.x + previous.w + APPROACH : row.columns[0]!.x - row.gaps[0]! + 2
      for (const lane of inOrder(lanes, heights)) {
        const labelAt = lane.legs.every(leg => leg === 'right') ? 'left' : 'right'
        places.set(lane, { x: labelAt === 'left' ? x + laneWidth(lane) - LANE : x, labelAt })
        x += laneWidth(lane)
      }
    })
  }
  return places
}

/** The lanes of a gap from left to right. */
function inOrder(lanes: readonly Lane[], heights: Heights): Lane[] {
  const length = (lane: Lane) => run(lane, heights)[1] - run(lane, heights)[0]
  const towards = (side: Side) => lanes.filter(lane => lane.legs.every(leg => leg === side))
  const waiting = lanes.filter(lane => lane.legs.some(leg => leg !== lane.legs[0])).sort((a, b) => run(a, heights)[0] - run(b, heights)[0])
  const crossing: Lane[] = []
  while (waiting.length) {
    // One that comes from the left at the height at which another leaves to the right would run into it from beyond.
    const next = waiting.find(lane => waiting.every(other => other === lane || Math.abs(sideHeight(other, 'left', heights) - sideHeight(lane, 'right', heights)) > 3)) ?? waiting[0]!
    crossing.push(...waiting.splice(waiting.indexOf(next), 1))
  }
  return [
    ...towards('left').sort((a, b) => length(a) - length(b)),
    ...crossing,
    ...towards('right').sort((a, b) => length(b) - length(a)),
  ]
}

/** The height at which a lane that crosses its gap leaves it to one side. */
function sideHeight(lane: Lane, side: Side, heights: Heights): number {
  return laneHeights(lane, heights)[lane.legs.indexOf(side)]!
}

/** From where to where a lane is used, from its upper end to its lower. */
function run(lane: Lane, heights: Heights): [number, number] {
  const ends = laneHeights(lane, heights)
  return [Math.min(...ends), Math.max(...ends)]
}

function laneHeights(lane: Lane, heights: Heights): [number, number] {
  const plan = lane.arrow
  for (const end of [plan.from, plan.to]) {
    const at = end.hops.findIndex(hop => hop.lane === lane)
    if (at >= 0)
      return [at ? heights.bands.get(end.hops[at - 1]!)! : heights.ports.get(end)!, heights.bands.get(end.hops[at]!)!]
  }
  if (plan.lanes.length === 1)
    return [arrival(plan.from, heights), arrival(plan.to, heights)]
  return lane === plan.lanes[0] ? [arrival(plan.from, heights), heights.bands.get(plan)!] : [heights.bands.get(plan)!, arrival(plan.to, heights)]
}
