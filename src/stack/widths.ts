import type { Stack } from './data.ts'
import type { Lane, Traffic } from './traffic.ts'
import type { ItemNode, ListNode, RowNode } from './tree.ts'
import {
  APPROACH,
  ARROW_LINE,
  columnGap,
  DEPTH,
  INSET,
  LABEL_FONT,
  LABEL_GAP,
  labelPadding,
  LANE,
  STACK_GAP,
  STEP_IN,
  TITLE_FONT,
} from './metrics.ts'
import { longestWord, textWidth } from './text.ts'
import { isExtruded, isRoot, rowNodes, spanOf } from './tree.ts'

/** Longer words and labels do not make a box wider: they are broken. */
const MAX_WORD = 200
const MAX_LABEL = 240
const MAX_TITLE_WORD = 300
/** The least width of a stack, and what it is more where there is space. */
const MIN_STACK = { tight: 150, extra: 90 }

/** How wide a diagram is made. */
export interface WidthOptions {
  stacks: readonly Stack[]
  /** 0: as narrow as words allow; 1: every label on one line where that is not too wide. */
  ease: number
  /** What a stack is wide at least; as its ease says without it. */
  stackWidth?: number
}

/** What a lane takes of the width of its gap, its label and the distance to the next one included. */
export function laneWidth({ labelWidth }: Lane): number {
  return LANE + (labelWidth ? labelWidth + LABEL_GAP : 0)
}

/** Sets the widths of all gaps and the heights of all bands to what their arrows need. */
export function sizeGaps(root: RowNode, traffic: Traffic): void {
  for (const row of rowNodes(root)) {
    row.gaps = row.gaps.map((_, index) => gapWidth(row, index, traffic.lanes.get(row)?.[index] ?? []))
    row.band = bandHeight(row, traffic)
  }
}

function gapWidth(row: RowNode, index: number, lanes: readonly Lane[]): number {
  const isOuter = index === 0 || index === row.columns.length
  const side = isExtruded(row) && index < row.columns.length ? DEPTH.x : 0
  if (lanes.length) {
    const approaches = isOuter ? APPROACH + 2 : APPROACH * 2
    return side + approaches + sum(lanes.map(laneWidth))
  }
  if (isOuter)
    return isRoot(row) ? side : 0
  return isRoot(row) ? STACK_GAP + side : columnGap(isExtruded(row))
}

function bandHeight(row: RowNode, traffic: Traffic): number {
  const passages = traffic.bands.get(row) ?? []
  if (!passages.length)
    return 0
  const labels = passages.map(({ plan, detour }) => detour ? 0 : plan.lines.length * ARROW_LINE)
  return LANE + (isExtruded(row) ? DEPTH.y : 0) + sum(labels.map(height => LANE + height))
}

/** The least width that a list can have. */
function minListWidth(list: ListNode, options: WidthOptions): number {
  const stack = stackOf(list, options)
  const own = stack ? options.stackWidth ?? MIN_STACK.tight + MIN_STACK.extra * options.ease : 0
  const title = stack?.title ? Math.min(longestWord(stack.title, TITLE_FONT), MAX_TITLE_WORD) : 0
  return Math.max(own, title, ...list.items.map((item, index) => minWidth(item, options) + 2 * stepIn(list, index)))
}

/** The stack that a list holds as a whole. */
function stackOf({ parent, index }: ListNode, { stacks }: WidthOptions): Stack | undefined {
  return parent.type === 'row' && isRoot(parent) ? stacks[index] : undefined
}

function minWidth(item: ItemNode, options: WidthOptions): number {
  if (item.type === 'row')
    return minRowWidth(item, options)
  const { ease } = options
  const narrow = Math.min(longestWord(item.box.label, LABEL_FONT), MAX_WORD)
  const wide = Math.max(narrow, Math.min(textWidth(item.box.label, LABEL_FONT), MAX_LABEL))
  const label = narrow + (wide - narrow) * ease + 2 * labelPadding(ease)
  return item.children ? Math.max(label, minListWidth(item.children, options) + 2 * INSET) : label
}

/** Columns of equal span are equally wide. */
function minRowWidth(row: RowNode, options: WidthOptions): number {
  const gap = columnGap(isExtruded(row))
  const units = row.columns.map(column => (minListWidth(column, options) - (column.span - 1) * gap) / column.span)
  const unit = Math.max(...units)
  return sum(row.columns.map(({ span }) => unit * span + (span - 1) * gap)) + sum(row.gaps)
}

/** How far a layer's edges stand back from the edges of its list. */
function stepIn(list: ListNode, index: number): number {
  return list.extruded && list.parent.type === 'row' && isRoot(list.parent) ? index * STEP_IN : 0
}

/** Sets the horizontal places of a list and of all in it. */
function placeListX(list: ListNode, x: number, w: number): void {
  Object.assign(list, { x, w })
  list.items.forEach((item, index) => {
    const inset = stepIn(list, index)
    placeX(item, x + inset, w - 2 * inset)
  })
}

function placeX(item: ItemNode, x: number, w: number): void {
  Object.assign(item, { x, w })
  if (item.type === 'row')
    placeColumnsX(item)
  else if (item.children)
    placeListX(item.children, x + INSET, w - 2 * INSET)
}

function placeColumnsX(row: RowNode): void {
  const gap = columnGap(isExtruded(row))
  const inner = sum(row.columns.map(({ span }) => (span - 1) * gap))
  const unit = (row.w - inner - sum(row.gaps)) / spanOf(row)
  let at = row.x
  row.columns.forEach((column, index) => {
    at += row.gaps[index]!
    const width = unit * column.span + (column.span - 1) * gap
    placeListX(column, at, width)
    at += width
  })
}

/** Sets the widths of the stacks, each as wide as it needs, and the horizontal places of all in them. */
export function placeRootX(root: RowNode, options: WidthOptions): void {
  let at = 0
  root.columns.forEach((column, index) => {
    at += root.gaps[index]!
    const width = minListWidth(column, options)
    placeListX(column, at, width)
    at += width
  })
  root.w = at + root.gaps.at(-1)!
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
