import type { BoxNode, ItemNode, ListNode, RowNode } from './tree.ts'
import { DEPTH, INSET, LABEL_FONT, LABEL_LINE, labelPadding, layerGap } from './metrics.ts'
import { balanceText } from './text.ts'

/** How high a diagram is made. */
export interface HeightWish {
  /** As for the widths: how much room labels have. */
  ease: number
  /** Least height of a box. */
  boxHeight: number
}

/** Wraps the labels into the widths that are set, and gives every node the height that it needs. */
export function sizeHeights(root: RowNode, wish: HeightWish): void {
  sizeRow(root, wish, false)
}

function sizeRow(row: RowNode, wish: HeightWish, isFilled: boolean): void {
  for (const column of row.columns)
    sizeList(column, wish)
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

function sizeList(list: ListNode, wish: HeightWish): void {
  list.items.forEach((item, index) => {
    if (item.type === 'row')
      sizeRow(item, wish, list.parent.type === 'box' || index < list.items.length - 1)
    else
      sizeBox(item, wish)
  })
  list.h = listHeight(list)
}

function sizeBox(node: BoxNode, wish: HeightWish): void {
  node.lines = balanceText(node.box.label, node.w - 2 * labelPadding(wish.ease), LABEL_FONT)
  const text = node.lines.length * LABEL_LINE
  const ports = Math.max(node.ports.left, node.ports.right) + (node.parent.extruded ? DEPTH.y : 0) + 14
  node.labelHeight = Math.max(node.children ? 0 : wish.boxHeight, text + (node.children ? 16 : 22), ports)
  if (node.children)
    sizeList(node.children, wish)
  node.h = node.labelHeight + (node.children ? node.children.h + INSET : 0)
}

function listHeight(list: ListNode): number {
  return list.items.reduce((sum, item) => sum + item.h + (item.type === 'row' ? item.band : 0), 0) + layerGap(list.extruded) * (list.items.length - 1)
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
    at = item.y - layerGap(list.extruded) - (item.type === 'row' ? item.band : 0)
  }
}
