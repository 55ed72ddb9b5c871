import type { StackArrow } from './data.ts'
import type { ArrowPlan, Gap } from './plan.ts'
import type { RowNode, Side } from './tree.ts'
import { ARROW_FONT, ARROW_LINE, LANE } from './metrics.ts'
import { opposite, planRoute } from './plan.ts'
import { balanceText, linesWidth, longestWord } from './text.ts'
import { boxNodes } from './tree.ts'

/** One arrow's vertical run through a gap. */
export interface Lane {
  plan: ArrowPlan
  gap: Gap
  /** The sides to which it leaves the gap among the boxes; an end in a band leaves above them. */
  legs: Side[]
  /** The label that stands beside it takes this width. */
  labelWidth: number
}

/** An arrow that passes above a row: after a detour through one of its gaps, or on a bridge between two. */
interface Passage { plan: ArrowPlan, detour?: Gap }

/** All that runs between the boxes. */
export interface Traffic {
  plans: ArrowPlan[]
  /** For each row, the lanes in each of its gaps. */
  lanes: Map<RowNode, Lane[][]>
  /** What passes above a row, from the lowest to the highest. */
  bands: Map<RowNode, Passage[]>
}

/** Plans all arrows through a tree, one after the other; their labels wrap at about `labelWidth`. */
export function planTraffic(root: RowNode, arrows: readonly StackArrow[], labelWidth: number): Traffic {
  const boxes = new Map(boxNodes(root).map(node => [node.box.id, node]))
  const traffic: Traffic = { plans: [], lanes: new Map(), bands: new Map() }
  const crowd = ({ row, index }: Gap) => (traffic.lanes.get(row)?.[index] ?? [])
    .reduce((sum, lane) => sum + lane.labelWidth + LANE, 0)
  arrows.forEach((arrow, index) => {
    const from = boxes.get(arrow.from)
    const to = boxes.get(arrow.to)
    if (!from || !to)
      throw new Error(`No box has the id ${from ? arrow.to : arrow.from}.`)
    addPlan({ arrow, index, lines: labelLines(arrow, labelWidth), ...planRoute(from, to, crowd) }, traffic)
  })
  return traffic
}

function labelLines({ label }: StackArrow, width: number): string[] {
  return label ? balanceText(label, Math.max(width, longestWord(label, ARROW_FONT)), ARROW_FONT) : []
}

/** Gives a plan its lanes, its passages, and the height that it needs at its boxes. */
function addPlan(plan: ArrowPlan, traffic: Traffic): void {
  const { from, to, lines, gaps: [gap, farGap] } = plan
  traffic.plans.push(plan)
  for (const { box, side, detours } of [from, to]) {
    box.ports[side] += portHeight(plan)
    for (const detour of detours) {
      addLane(traffic, { plan, gap: detour, legs: [opposite(side)], labelWidth: 0 })
      addPassage(traffic, detour.row, { plan, detour })
    }
  }
  if (!farGap) {
    const legs = [opposite(from.side), opposite(to.side)]
    addLane(traffic, { plan, gap, legs, labelWidth: linesWidth(lines, ARROW_FONT) })
    return
  }
  addLane(traffic, { plan, gap, legs: [opposite(from.side)], labelWidth: 0 })
  addLane(traffic, { plan, gap: farGap, legs: [opposite(to.side)], labelWidth: 0 })
  addPassage(traffic, gap.row, { plan })
}

/** The height that an arrow needs where it meets a box: what goes from side to side has its label above its line. */
export function portHeight({ lines, gaps, from, to }: ArrowPlan): number {
  const isCrossing = gaps.length === 1 && from.side !== to.side
  return isCrossing && lines.length ? lines.length * ARROW_LINE + 12 : LANE
}

function addLane({ lanes }: Traffic, lane: Lane): void {
  const { row, index } = lane.gap
  const inRow = lanes.get(row) ?? row.gaps.map(() => [])
  inRow[index]!.push(lane)
  lanes.set(row, inRow)
}

function addPassage({ bands }: Traffic, row: RowNode, passage: Passage): void {
  bands.set(row, [...bands.get(row) ?? [], passage])
}
