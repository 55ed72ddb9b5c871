import type { Gap } from './plan.ts'
import type { Heights } from './ports.ts'
import type { Lane, Traffic } from './traffic.ts'
import type { RowNode, Side } from './tree.ts'
import { APPROACH, LANE } from './metrics.ts'
import { arrival } from './ports.ts'
import { rowNodes } from './tree.ts'
import { laneWidth } from './widths.ts'

/** Where a lane is, and on which side of it the label of its arrow stands. */
export interface LanePlace { x: number, labelAt: Side }

/** Two lanes whose ends are no further apart than this could run into each other. */
const TOUCHING = 3

/** Gives every lane its place, by its gap: short runs next to the boxes that they serve, those that cross between. */
export function placeLanes(root: RowNode, traffic: Traffic, heights: Heights): Map<Gap, LanePlace> {
  const places = new Map<Gap, LanePlace>()
  for (const row of rowNodes(root)) {
    traffic.lanes.get(row)?.forEach((lanes, index) => {
      const previous = row.columns[index - 1]
      let x = previous ? previous.x + previous.w + APPROACH : row.columns[0]!.x - row.gaps[0]! + 2
      for (const lane of inOrder(lanes, heights)) {
        const labelAt = lane.legs.every(leg => leg === 'right') ? 'left' : 'right'
        places.set(lane.gap, { x: labelAt === 'left' ? x + laneWidth(lane) - LANE : x, labelAt })
        x += laneWidth(lane)
      }
    })
  }
  return places
}

/** The lanes of a gap from left to right. */
function inOrder(lanes: readonly Lane[], heights: Heights): Lane[] {
  const top = (lane: Lane) => Math.min(...laneHeights(lane, heights))
  const length = (lane: Lane) => Math.max(...laneHeights(lane, heights)) - top(lane)
  const towards = (side: Side) => lanes.filter(({ legs }) => legs.every(leg => leg === side))
  const crossing = lanes.filter(({ legs }) => legs.some(leg => leg !== legs[0]))
  return [
    ...towards('left').sort((a, b) => length(a) - length(b)),
    ...inCrossingOrder(crossing.sort((a, b) => top(a) - top(b)), heights),
    ...towards('right').sort((a, b) => length(b) - length(a)),
  ]
}

/** One that comes from the left at the height at which another leaves to the right would run into it from beyond. */
function inCrossingOrder(lanes: readonly Lane[], heights: Heights): Lane[] {
  const waiting = [...lanes]
  const ordered: Lane[] = []
  const isFree = (lane: Lane) => {
    const exit = sideHeight(lane, 'right', heights)
    return waiting.every(other => other === lane || Math.abs(sideHeight(other, 'left', heights) - exit) > TOUCHING)
  }
  while (waiting.length) {
    const next = waiting.find(isFree) ?? waiting[0]!
    ordered.push(...waiting.splice(waiting.indexOf(next), 1))
  }
  return ordered
}

/** The height at which a lane that crosses its gap leaves it to one side. */
function sideHeight(lane: Lane, side: Side, heights: Heights): number {
  return laneHeights(lane, heights)[lane.legs.indexOf(side)]!
}

/** The heights of a lane's two ends, in the order in which its arrow goes outward from a box. */
function laneHeights({ plan, gap }: Lane, heights: Heights): [number, number] {
  for (const end of [plan.from, plan.to]) {
    const at = end.detours.indexOf(gap)
    if (at >= 0) {
      const before = end.detours[at - 1]
      return [before ? heights.bands.get(before)! : heights.ports.get(end)!, heights.bands.get(gap)!]
    }
  }
  const [first, second] = plan.gaps
  if (!second)
    return [arrival(plan.from, heights), arrival(plan.to, heights)]
  const bridge = heights.bands.get(plan)!
  return gap === first ? [arrival(plan.from, heights), bridge] : [bridge, arrival(plan.to, heights)]
}
