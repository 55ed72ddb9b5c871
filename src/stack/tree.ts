import type { Stack, StackBox, StackItem } from './data.ts'
import { isColumns } from './data.ts'
import { DEPTH } from './metrics.ts'

/** A rectangle in drawing units, y downwards. */
export interface Rect { x: number, y: number, w: number, h: number }

export type Side = 'left' | 'right'

/** Lists side by side; the root is the row of all stacks. */
export interface RowNode extends Rect {
  type: 'row'
  columns: ListNode[]
  /** The list it stands in; the root has none. */
  parent?: ListNode
  /** Widths of the gaps before, between and after the columns; only the root has outer ones. */
  gaps: number[]
  /** Height of the free band above the columns in which arrows pass. */
  band: number
}

/** Boxes and rows on top of each other, from bottom to top. */
export interface ListNode extends Rect {
  type: 'list'
  items: ItemNode[]
  parent: RowNode | BoxNode
  /** Which column it is, where the parent is a row. */
  index: number
  /** How many columns' width it takes. */
  span: number
  /** The front faces of extruded boxes leave room for their sides; what is drawn on a face is flat. */
  extruded: boolean
}

export interface BoxNode extends Rect {
  type: 'box'
  box: StackBox
  parent: ListNode
  children?: ListNode
  /** The row of layers it belongs to, counted from the bottom of its stack, from 0. */
  level: number
  lines: string[]
  /** Height of the part with the label: all of it, or what is above its children. */
  labelHeight: number
  /** The height that the arrows need which meet each of its sides. */
  ports: Record<Side, number>
}

export type ItemNode = BoxNode | RowNode

const AT_ORIGIN: Rect = { x: 0, y: 0, w: 0, h: 0 }

/** The stacks as a tree in which every node knows its parent; places and sizes are still to be set. */
export function growTree(stacks: readonly Stack[], extruded: boolean): RowNode {
  const root: RowNode = { ...AT_ORIGIN, type: 'row', columns: [], gaps: [], band: 0 }
  root.columns = stacks.map(({ layers }, index) =>
    growList({ items: layers, parent: root, index, level: 0, extruded, isInside: false }))
  root.gaps = [0, ...stacks.map(() => 0)]
  return root
}

/** Where a list is to grow, and what is in it. */
interface ListSeed {
  items: readonly StackItem[]
  parent: RowNode | BoxNode
  index: number
  /** The row of layers that its lowest item belongs to. */
  level: number
  extruded: boolean
  /** What is drawn inside a box appears together with it. */
  isInside: boolean
}

function growList({ items, parent, index, level, extruded, isInside }: ListSeed): ListNode {
  const list: ListNode = { ...AT_ORIGIN, type: 'list', items: [], parent, index, span: 1, extruded }
  let at = level
  for (const item of items) {
    const node = isColumns(item) ? growRow(item.columns, list, at, isInside) : growBox(item, list, at)
    list.items.push(node)
    at += isInside ? 0 : rowsOf(node)
  }
  list.span = Math.max(...list.items.map(node => node.type === 'box' ? node.box.span : spanOf(node)))
  return list
}

function growRow(columns: readonly StackItem[][], parent: ListNode, level: number, isInside: boolean): RowNode {
  const row: RowNode = { ...AT_ORIGIN, type: 'row', columns: [], parent, gaps: [], band: 0 }
  const { extruded } = parent
  row.columns = columns.map((items, index) => growList({ items, parent: row, index, level, extruded, isInside }))
  row.gaps = [0, ...columns.map(() => 0)]
  return row
}

function growBox(box: StackBox, parent: ListNode, level: number): BoxNode {
  const ports = { left: 0, right: 0 }
  const node: BoxNode = { ...AT_ORIGIN, type: 'box', box, parent, level, lines: [], labelHeight: 0, ports }
  if (box.children.length)
    node.children = growList({ items: box.children, parent: node, index: 0, level, extruded: false, isInside: true })
  return node
}

/** How many rows of layers a node is high. */
function rowsOf(node: ItemNode): number {
  if (node.type === 'box')
    return 1
  return Math.max(...node.columns.map(({ items }) => items.reduce((sum, item) => sum + rowsOf(item), 0)))
}

/** How many columns' width a row takes. */
export function spanOf({ columns }: RowNode): number {
  return columns.reduce((sum, { span }) => sum + span, 0)
}

/** Whether a row is that of all stacks. */
export function isRoot({ parent }: RowNode): boolean {
  return parent === undefined
}

/** Every box of the tree, each before those inside it. */
export function boxNodes(row: RowNode): BoxNode[] {
  return row.columns.flatMap(listBoxes)
}

function listBoxes(list: ListNode): BoxNode[] {
  return list.items.flatMap((item) => {
    if (item.type === 'row')
      return boxNodes(item)
    return [item, ...item.children ? listBoxes(item.children) : []]
  })
}

/** All that a box covers, its side and top too. */
export function silhouette({ x, y, w, h, parent }: BoxNode): Rect {
  return parent.extruded
    ? { x: x - DEPTH.x, y: y - DEPTH.y, w: w + DEPTH.x, h: h + DEPTH.y }
    : { x, y, w, h }
}

/** The boxes inside of which a list stands, the innermost first. */
export function boxesAround(list: ListNode | undefined): BoxNode[] {
  if (!list)
    return []
  const { parent } = list
  return parent.type === 'box' ? [parent, ...boxesAround(parent.parent)] : boxesAround(parent.parent)
}

/** Whether the boxes in a row are extruded; a row inside of a box has flat ones. */
export function isExtruded(row: RowNode): boolean {
  return row.columns[0]!.extruded
}

/** Every row of the tree, the root first. */
export function rowNodes(row: RowNode): RowNode[] {
  return [row, ...row.columns.flatMap(listRows)]
}

function listRows(list: ListNode): RowNode[] {
  return list.items.flatMap((item) => {
    if (item.type === 'row')
      return rowNodes(item)
    return item.children ? listRows(item.children) : []
  })
}
