import type { BoxNode, ItemNode, ListNode, RowNode } from './tree.ts'
import { DEPTH, INSET, LABEL_FONT, LABEL_LINE, labelPadding, layerGap } from './metrics.ts'
import { balanceText } from './text.ts'

/** How high a diagram is made. */
export interface HeightOptions {
  /** As for the widths: how much space labels have. */
  ease: number
  /** Least height of a box. */
  boxHeight: number
}

/** Wraps the labels into the widths that are set, and gives every node the height that it needs. */
export function sizeHeights(root: RowNode, options: HeightOptions): void {
  sizeRow(root, options, false)
}

function sizeRow(row: RowNode, options: HeightOptions, isFilled: boolean): void {
  for (const column of row.columns)
    sizeList(column, options)
  evenOut(row)
  row.h = Math.max(...row.columns.map(column => column.h))
  if (isFilled)
    row.columns.forEach(column => stretch(column, row.h))
}

/** Boxes of one row that stand side by side are equally high. */
function evenOut(row: RowNode): void {
  const rows = Math.max(...row.columns.map(column => column.items.length))
  for (let index = 0; index < rows; index++) {
    const boxes = row.columns.map(column => column.items[index]).filter(isPlainBox)
    const height = Math.max(0, ...boxes.map(box => box.h))
    boxes.forEach(box => Object.assign(box, { h: height, labelHeight: height }))
  }
  row.columns.forEach(column => column.h = listHeight(column))
}

/** Whether an item is a box with nothing but its label. */
function isPlainBox(item: ItemNode | undefined): item is BoxNode {
  return item?.type === 'box' && !item.children
}

function sizeList(list: ListNode, options: HeightOptions): void {
  list.items.forEach((item, index) => {
    if (item.type === 'row')
      sizeRow(item, options, list.parent.type === 'box' || index < list.items.length - 1)
    else
      sizeBox(item, options)
  })
  list.h = listHeight(list)
}

function sizeBox(node: BoxNode, options: HeightOptions): void {
  node.lines = balanceText(node.box.label, node.w - 2 * labelPadding(options.ease), LABEL_FONT)
  const text = node.lines.length * LABEL_LINE
  const ports = Math.max(node.ports.left, node.ports.right) + (node.parent.extruded ? DEPTH.y : 0) + 14
  const padding = node.children ? 16 : Math.min(22, options.boxHeight - LABEL_LINE)
  node.labelHeight = Math.max(node.children ? 0 : options.boxHeight, text + padding, ports)
  if (node.children)
    sizeList(node.children, options)
  node.h = node.labelHeight + (node.children ? node.children.h + INSET : 0)
}

function listHeight({ items, extruded }: ListNode): number {
  const heights = items.map(item => item.h + bandOf(item))
  return heights.reduce((sum, height) => sum + height, 0) + layerGap(extruded) * (items.length - 1)
}

/** The height of the band above an item; only rows have one. */
function bandOf(item: ItemNode): number {
  return item.type === 'row' ? item.band : 0
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
    at = item.y - layerGap(list.extruded) - bandOf(item)
  }
}
