import type { StackArrow } from './data.ts'
import type { BoxNode, ListNode, RowNode, Side } from './tree.ts'
import { ARROW_FONT, ARROW_LINE, LANE } from './metrics.ts'
import { balanceText, linesWidth, longestWord } from './text.ts'
import { boxNodes } from './tree.ts'

/** A gap between two columns of a row (or beside the outermost) in which arrows run up and down. */
export interface Gap { row: RowNode, index: number }

/** A detour from a box between others: up through a gap, then along the band above that row. */
export interface Hop { gap: Gap, lane: Lane }

/** One arrow's vertical run through a gap. */
export interface Lane {
  arrow: ArrowPlan
  /** The sides to which it leaves the gap among the boxes; an end in a band leaves above them. */
  legs: Side[]
  /** The label that stands beside it takes this width. */
  labelWidth: number
}

export interface ArrowEnd {
  box: BoxNode
  side: Side
  hops: Hop[]
}

/** How an arrow goes, before anything has a place: which side of its boxes, which gaps, which bands. */
export interface ArrowPlan {
  arrow: StackArrow
  index: number
  lines: string[]
  from: ArrowEnd
  to: ArrowEnd
  /** The lane that both ends reach; or two lanes with a bridge above the row between them. */
  lanes: [Lane] | [Lane, Lane]
  gaps: [Gap] | [Gap, Gap]
}

export interface Traffic {
  plans: ArrowPlan[]
  lanes: Map<RowNode, Lane[][]>
  /** What passes above a row, from the lowest to the highest. */
  bands: Map<RowNode, { plan: ArrowPlan, hop?: Hop }[]>
}

/** Chooses for each arrow the gaps it takes, so that it meets no box but its own; spreads arrows over both sides. Labels wrap at about `labelWidth`. */
export function planArrows(root: RowNode, arrows: readonly StackArrow[], labelWidth: number): Traffic {
  const boxes = new Map(boxNodes(root).map(node => [node.box.id, node]))
  const traffic: Traffic = { plans: [], lanes: new Map(), bands: new Map() }
  arrows.forEach((arrow, index) => {
    const from = boxes.get(arrow.from)
    const to = boxes.get(arrow.to)
    if (!from || !to)
      throw new Error(`No box has the id ${from ? arrow.to : arrow.from}.`)
    addPlan({ arrow, index, lines: labelLines(arrow, labelWidth) }, from, to, traffic)
  })
  return traffic
}

function labelLines({ label }: StackArrow, width: number): string[] {
  return label ? balanceText(label, Math.max(width, longestWord(label, ARROW_FONT)), ARROW_FONT) : []
}

function addPlan(what: Pick<ArrowPlan, 'arrow' | 'index' | 'lines'>, from: BoxNode, to: BoxNode, traffic: Traffic): void {
  const fork = findFork(from, to)
  const plan: ArrowPlan = { ...what, ...fork.type === 'list' ? aroundList(fork, from, to, traffic) : acrossRow(fork, from, to), lanes: [] as unknown as [Lane] }
  const label = linesWidth(plan.lines, ARROW_FONT)
  for (const end of [plan.from, plan.to]) {
    end.box.ports[end.side] += portRoom(plan)
    for (const hop of end.hops) {
      hop.lane.arrow = plan
      put(traffic, hop.gap, hop.lane)
      band(traffic, hop.gap.row).push({ plan, hop })
    }
  }
  if (plan.gaps.length === 2) {
    plan.lanes = [
      { arrow: plan, legs: [opposite(plan.from.side)], labelWidth: 0 },
      { arrow: plan, legs: [opposite(plan.to.side)], labelWidth: 0 },
    ]
    put(traffic, plan.gaps[0], plan.lanes[0])
    put(traffic, plan.gaps[1], plan.lanes[1])
    band(traffic, plan.gaps[0].row).push({ plan })
  }
  else {
    plan.lanes = [{ arrow: plan, legs: [opposite(plan.from.side), opposite(plan.to.side)], labelWidth: label }]
    put(traffic, plan.gaps[0], plan.lanes[0])
  }
  traffic.plans.push(plan)
}

/** The height that an arrow needs where it meets a box: what goes from side to side has its label above its line. */
export function portRoom({ lines, gaps, from, to }: ArrowPlan): number {
  return gaps.length === 1 && from.side !== to.side && lines.length ? lines.length * ARROW_LINE + 12 : LANE
}

function put(traffic: Traffic, gap: Gap, lane: Lane): void {
  if (!traffic.lanes.has(gap.row))
    traffic.lanes.set(gap.row, gap.row.gaps.map(() => []))
  traffic.lanes.get(gap.row)![gap.index]!.push(lane)
}

function band(traffic: Traffic, row: RowNode) {
  if (!traffic.bands.has(row))
    traffic.bands.set(row, [])
  return traffic.bands.get(row)!
}

export function opposite(side: Side): Side {
  return side === 'left' ? 'right' : 'left'
}

/** Both ends leave on one side of the list that holds them: the one with fewer detours, then with fewer labels. */
function aroundList(list: ListNode, from: BoxNode, to: BoxNode, traffic: Traffic): Pick<ArrowPlan, 'from' | 'to' | 'gaps'> {
  const [left, right] = (['left', 'right'] as const).map((side) => {
    const gap = gapBeside(list, side)
    const ends = { from: { box: from, side, hops: hopsTo(from, gap, side) }, to: { box: to, side, hops: hopsTo(to, gap, side) }, gaps: [gap] as [Gap] }
    const crowd = traffic.lanes.get(gap.row)?.[gap.index] ?? []
    const cost = (ends.from.hops.length + ends.to.hops.length) * 1000 + crowd.reduce((sum, lane) => sum + lane.labelWidth + 14, 0)
    return { ends, cost }
  })
  return left!.cost < right!.cost ? left!.ends : right!.ends
}

/** From one column to another: through the gap between neighbours, else over those that are between. */
function acrossRow(row: RowNode, from: BoxNode, to: BoxNode): Pick<ArrowPlan, 'from' | 'to' | 'gaps'> {
  const start = columnIn(row, from)
  const end = columnIn(row, to)
  const side: Side = start < end ? 'right' : 'left'
  const near = { row, index: side === 'right' ? start + 1 : start }
  const far = { row, index: side === 'right' ? end : end + 1 }
  return {
    from: { box: from, side, hops: hopsTo(from, near, side) },
    to: { box: to, side: opposite(side), hops: hopsTo(to, far, opposite(side)) },
    gaps: near.index === far.index ? [near] : [near, far],
  }
}

/** The first gap that one meets when leaving a list sideways. */
function gapBeside(list: ListNode, side: Side): Gap {
  const { parent } = list
  if (parent.type === 'box')
    return gapBeside(parent.parent, side)
  const isOuter = list.index === (side === 'left' ? 0 : parent.columns.length - 1)
  if (isOuter && parent.parent)
    return gapBeside(parent.parent, side)
  return { row: parent, index: side === 'left' ? list.index : list.index + 1 }
}

/** The detours that a box's arrow takes to reach a gap sideways; none where nothing stands between. */
function hopsTo(box: BoxNode, goal: Gap, side: Side): Hop[] {
  const hops: Hop[] = []
  let list: ListNode = box.parent
  for (;;) {
    const gap = gapBeside(list, side)
    if (gap.row === goal.row)
      return hops
    hops.push({ gap, lane: { arrow: undefined as unknown as ArrowPlan, legs: [opposite(side)], labelWidth: 0 } })
    list = gap.row.parent!
  }
}

/** The innermost list or row that holds both boxes in different places; for a box and one inside it, the outer one's list. */
function findFork(a: BoxNode, b: BoxNode): ListNode | RowNode {
  const ofA = ancestors(a)
  const ofB = ancestors(b)
  let fork: ListNode | RowNode | undefined
  for (let depth = 0; depth < ofA.length && ofA[depth] === ofB[depth]; depth++) {
    const node = ofA[depth]!
    if (node.type !== 'box')
      fork = node
  }
  if (!fork)
    throw new Error('Two boxes of one diagram have no common row.')
  return fork
}

function ancestors(box: BoxNode): (ListNode | RowNode | BoxNode)[] {
  const path: (ListNode | RowNode | BoxNode)[] = [box]
  for (let node = path[0]!; node.parent; node = path[0]!)
    path.unshift(node.parent)
  return path
}

function columnIn(row: RowNode, box: BoxNode): number {
  return ancestors(box).find((node): node is ListNode => node.type === 'list' && node.parent === row)!.index
}
