import type { StackArrow } from './data.ts'
import type { BoxNode, ListNode, RowNode, Side } from './tree.ts'

/**
 * A gap between two columns of a row, or beside the outermost, as one arrow takes it up or down.
 * Each arrow has gaps of its own, so that what runs in them can be looked up by them.
 */
export interface Gap { row: RowNode, index: number }

export interface ArrowEnd {
  box: BoxNode
  side: Side
  /** Detours from a box between others: up through each gap, then along the band above its row. */
  detours: Gap[]
}

/** How an arrow goes, before anything has a place: which side of its boxes, which gaps, which bands. */
export interface ArrowPlan {
  arrow: StackArrow
  index: number
  /** The lines of its label. */
  lines: string[]
  from: ArrowEnd
  to: ArrowEnd
  /** The gap that both ends reach; or two, with a bridge above the row between them. */
  gaps: [Gap] | [Gap, Gap]
}

type ArrowRoute = Pick<ArrowPlan, 'from' | 'to' | 'gaps'>

/** How crowded a gap is: the width that its arrows take, in drawing units. */
type Crowd = (gap: Gap) => number

/** What a detour counts for against the crowd of a gap: always more. */
const DETOUR = 1000

/** Chooses the gaps that an arrow takes, so that it meets no box but its own; spreads arrows over both sides. */
export function planRoute(from: BoxNode, to: BoxNode, crowd: Crowd): ArrowRoute {
  const fork = findFork(from, to)
  return fork.type === 'list' ? routeAround(fork, from, to, crowd) : routeAcross(fork, from, to)
}

/** Both ends leave on one side of the list that holds them: the one with fewer detours, then with fewer labels. */
function routeAround(list: ListNode, from: BoxNode, to: BoxNode, crowd: Crowd): ArrowRoute {
  const routeBeside = (side: Side) => {
    const gap = gapBeside(list, side)
    const route: ArrowRoute = { from: endAt(from, gap, side), to: endAt(to, gap, side), gaps: [gap] }
    return { route, cost: (route.from.detours.length + route.to.detours.length) * DETOUR + crowd(gap) }
  }
  const left = routeBeside('left')
  const right = routeBeside('right')
  return left.cost < right.cost ? left.route : right.route
}

/** From one column to another: through the gap between neighbours, else over those that are between. */
function routeAcross(row: RowNode, from: BoxNode, to: BoxNode): ArrowRoute {
  const start = columnIn(row, from)
  const end = columnIn(row, to)
  const side: Side = start < end ? 'right' : 'left'
  const near = { row, index: side === 'right' ? start + 1 : start }
  const far = { row, index: side === 'right' ? end : end + 1 }
  return {
    from: endAt(from, near, side),
    to: endAt(to, far, opposite(side)),
    gaps: near.index === far.index ? [near] : [near, far],
  }
}

export function opposite(side: Side): Side {
  return side === 'left' ? 'right' : 'left'
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

/** The end of an arrow at a box, with the detours that it takes to a gap; none where nothing stands between. */
function endAt(box: BoxNode, goal: Gap, side: Side): ArrowEnd {
  const detours: Gap[] = []
  let gap = gapBeside(box.parent, side)
  while (gap.row !== goal.row) {
    detours.push(gap)
    gap = gapBeside(gap.row.parent!, side)
  }
  return { box, side, detours }
}

/** The innermost list or row that holds both boxes apart; for a box and one inside it, the outer one's list. */
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
