import type { Stack, StackLook } from './stack-data.ts'
import type { Lane, Traffic } from './stack-plan.ts'
import type { BoxNode, ItemNode, ListNode, RowNode } from './stack-tree.ts'
import { ARROW_LINE, LANE } from './stack-plan.ts'
import { balanceText, longestWord, textWidth } from './stack-text.ts'
import { DEPTH, rowNodes } from './stack-tree.ts'

export const LABEL_FONT = 20
export const LABEL_LINE = 23
export const TITLE_FONT = 22
export const TITLE_LINE = 26
/** How much narrower each layer of an extruded stack is than the one below, on each side. */
export const STEP_IN = 4
/** Between a lane and the label beside it. */
export const LABEL_GAP = 9
/** From a box to the first lane beside it: the head of an arrow and a little of its line. */
export const APPROACH = 20

const INSET = 14
const WIDEST_MINIMUM = 200
const WIDEST_LABEL = 240

export interface Sizing {
  look: StackLook
  stacks: readonly Stack[]
  traffic: Traffic
  /** 0: as narrow as words allow; 1: every label on one line where that is not too wide. */
  ease: number
  /** Least height of a box. */
  boxHeight: number
}

/** Between columns, where no arrow runs. */
export function columnGap(extruded: boolean): number {
  return extruded ? DEPTH.x + 6 : 10
}

/** Between a layer and the one on top of it. */
export function layerGap(list: ListNode): number {
  return list.extruded ? 0 : 6
}

/** What a lane takes of the width of its gap, its label and the distance to the next one included. */
export function laneWidth({ labelWidth }: Lane): number {
  return LANE + (labelWidth ? labelWidth + LABEL_GAP : 0)
}

/** Sets the widths of all gaps and the heights of all bands to what their arrows need. */
export function sizeGaps(root: RowNode, { look, traffic }: Sizing): void {
  for (const row of rowNodes(root)) {
    const isRoot = row === root
    const extruded = isRoot ? look === '3d' : row.parent!.extruded
    const lanes = traffic.lanes.get(row)
    row.gaps = row.gaps.map((_, index) => {
      const isOuter = index === 0 || index === row.columns.length
      const inGap = lanes?.[index] ?? []
      const side = extruded && index < row.columns.length ? DEPTH.x : 0
      if (!inGap.length)
        return isOuter ? (isRoot ? side : 0) : isRoot ? 44 + side : columnGap(extruded)
      return side + (isOuter ? APPROACH + 2 : APPROACH * 2) + inGap.reduce((sum, lane) => sum + laneWidth(lane), 0)
    })
    const passing = traffic.bands.get(row) ?? []
    row.band = passing.length
      ? LANE + (extruded ? DEPTH.y : 0) + passing.reduce((sum, { plan, hop }) => sum + LANE + (hop ? 0 : plan.lines.length * ARROW_LINE), 0)
      : 0
  }
}

/** The least width that a list can have at the sizing's ease. */
export function needListWidth(list: ListNode, sizing: Sizing): number {
  const stack = list.parent.type === 'row' && !list.parent.parent ? sizing.stacks[list.index] : undefined
  const least = stack ? 150 + 90 * sizing.ease : 0
  const title = stack?.title ? Math.min(longestWord(stack.title, TITLE_FONT), 300) : 0
  return Math.max(least, title, ...list.items.map((item, index) => needWidth(item, sizing) + 2 * stepIn(list, index)))
}

function needWidth(item: ItemNode, sizing: Sizing): number {
  if (item.type === 'row')
    return needRowWidth(item, sizing)
  const narrow = Math.min(longestWord(item.box.label, LABEL_FONT), WIDEST_MINIMUM)
  const wide = Math.max(narrow, Math.min(textWidth(item.box.label, LABEL_FONT), WIDEST_LABEL))
  const label = narrow + (wide - narrow) * sizing.ease + 2 * padding(sizing)
  return item.children ? Math.max(label, needListWidth(item.children, sizing) + 2 * INSET) : label
}

/** Between a label and the sides of its box. */
function padding({ ease }: Sizing): number {
  return 8 + 6 * ease
}

/** Columns of equal span are equally wide. */
export function needRowWidth(row: RowNode, sizing: Sizing): number {
  const gap = columnGap(rowExtruded(row))
  const unit = Math.max(...row.columns.map(column => (needListWidth(column, sizing) - (column.span - 1) * gap) / column.span))
  return row.columns.reduce((sum, column) => sum + unit * column.span + (column.span - 1) * gap, 0) + row.gaps.reduce((sum, width) => sum + width, 0)
}

function rowExtruded(row: RowNode): boolean {
  return row.parent?.extruded ?? row.columns[0]!.extruded
}

/** How far a layer's edges stand back from the edges of its list. */
export function stepIn(list: ListNode, index: number): number {
  return list.extruded && list.parent.type === 'row' && !list.parent.parent ? index * STEP_IN : 0
}

/** Sets the horizontal places of a list and of all in it. */
export function placeListX(list: ListNode, x: number, w: number): void {
  Object.assign(list, { x, w })
  list.items.forEach((item, index) => {
    const inset = stepIn(list, index)
    placeX(item, x + inset, w - 2 * inset)
  })
}

function placeX(item: ItemNode, x: number, w: number): void {
  Object.assign(item, { x, w })
  if (item.type === 'box') {
    if (item.children)
      placeListX(item.children, x + INSET, w - 2 * INSET)
    return
  }
  const gap = columnGap(rowExtruded(item))
  const spans = item.columns.reduce((sum, column) => sum + column.span, 0)
  const inner = item.columns.reduce((sum, column) => sum + (column.span - 1) * gap, 0)
  const unit = (w - inner - item.gaps.reduce((sum, width) => sum + width, 0)) / spans
  let at = x
  item.columns.forEach((column, index) => {
    at += item.gaps[index]!
    const width = unit * column.span + (column.span - 1) * gap
    placeListX(column, at, width)
    at += width
  })
}

/** Sets the widths of the stacks, each as wide as it needs, and the horizontal places of all in them; gives the whole width. */
export function placeRootX(root: RowNode, sizing: Sizing): number {
  let at = 0
  root.columns.forEach((column, index) => {
    at += root.gaps[index]!
    const width = needListWidth(column, sizing)
    placeListX(column, at, width)
    at += width
  })
  root.w = at + root.gaps.at(-1)!
  return root.w
}

/** Wraps the labels into the widths that are set, and gives every node the height that it needs. */
export function sizeHeights(root: RowNode, sizing: Sizing): void {
  sizeRow(root, sizing, false)
}

function sizeRow(row: RowNode, sizing: Sizing, isFilled: boolean): void {
  for (const column of row.columns)
    sizeList(column, sizing)
  evenOut(row)
  row.h = Math.max(...row.columns.map(column => column.h))
  if (isFilled)
    row.columns.forEach(column => stretch(column, row.h))
}

/** Boxes of one row that stand side by side are equally high. */
function evenOut(row: RowNode): void {
  const rows = Math.max(...row.columns.map(column => column.items.length))
  for (let index = 0; index < rows; index++) {
    const boxes = row.columns.map(column => column.items[index]).filter((item): item is BoxNode => item?.type === 'box' && !item.children)
    const height = Math.max(0, ...boxes.map(box => box.h))
    boxes.forEach(box => Object.assign(box, { h: height, labelHeight: height }))
  }
  row.columns.forEach(column => column.h = listHeight(column))
}

function sizeList(list: ListNode, sizing: Sizing): void {
  list.items.forEach((item, index) => {
    if (item.type === 'row')
      sizeRow(item, sizing, list.parent.type === 'box' || index < list.items.length - 1)
    else
      sizeBox(item, sizing)
  })
  list.h = listHeight(list)
}

function sizeBox(node: BoxNode, sizing: Sizing): void {
  node.lines = balanceText(node.box.label, node.w - 2 * padding(sizing), LABEL_FONT)
  const text = node.lines.length * LABEL_LINE
  const ports = Math.max(node.ports.left, node.ports.right) + (node.parent.extruded ? DEPTH.y : 0) + 14
  node.labelHeight = Math.max(node.children ? 0 : sizing.boxHeight, text + (node.children ? 16 : 22), ports)
  if (node.children)
    sizeList(node.children, sizing)
  node.h = node.labelHeight + (node.children ? node.children.h + INSET : 0)
}

function listHeight(list: ListNode): number {
  return list.items.reduce((sum, item) => sum + item.h + (item.type === 'row' ? item.band : 0), 0) + layerGap(list) * (list.items.length - 1)
}

/** Makes a list higher: what it lacks goes to its layers in equal parts. */
function stretch(list: ListNode, height: number): void {
  const extra = (height - list.h) / list.items.length
  for (const item of list.items)
    stretchItem(item, item.h + extra)
  list.h = height
}

function stretchItem(item: ItemNode, height: number): void {
  if (item.type === 'row')
    item.columns.forEach(column => stretch(column, column.h + height - item.h))
  else if (item.children)
    stretch(item.children, item.children.h + height - item.h)
  else
    item.labelHeight = height
  item.h = height
}

/** Sets the vertical places of a list that stands on `bottom`, and of all in it. */
export function placeListY(list: ListNode, bottom: number): void {
  list.y = bottom - list.h
  let at = bottom
  for (const item of list.items) {
    item.y = at - item.h
    if (item.type === 'row')
      item.columns.forEach(column => placeListY(column, at))
    else if (item.children)
      placeListY(item.children, at - INSET)
    at = item.y - layerGap(list) - (item.type === 'row' ? item.band : 0)
  }
}
