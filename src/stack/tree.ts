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
  root.columns = stacks.map((stack, index) => growList(stack.layers, root, index, 0, extruded, false))
  root.gaps = [0, ...stacks.map(() => 0)]
  return root
}

function growList(items: readonly StackItem[], parent: RowNode | BoxNode, index: number, level: number, extruded: boolean, inside: boolean): ListNode {
  const list: ListNode = { ...AT_ORIGIN, type: 'list', items: [], parent, index, span: 1, extruded }
  let at = level
  for (const item of items) {
    const node = isColumns(item) ? growRow(item.columns, list, at, inside) : growBox(item, list, at)
    list.items.push(node)
    // What is drawn inside a box appears together with it.
    at += inside ? 0 : rowsOf(node)
  }
  list.span = Math.max(...list.items.map(node => node.type === 'box' ? node.box.span : node.columns.reduce((sum, column) => sum + column.span, 0)))
  return list
}

function growRow(columns: readonly StackItem[][], parent: ListNode, level: number, inside: boolean): RowNode {
  const row: RowNode = { ...AT_ORIGIN, type: 'row', columns: [], parent, gaps: [], band: 0 }
  row.columns = columns.map((column, index) => growList(column, row, index, level, parent.extruded, inside))
  row.gaps = [0, ...columns.map(() => 0)]
  return row
}

function growBox(box: StackBox, parent: ListNode, level: number): BoxNode {
  const node: BoxNode = { ...AT_ORIGIN, type: 'box', box, parent, level, lines: [], labelHeight: 0, ports: { left: 0, right: 0 } }
  if (box.children.length)
    node.children = growList(box.children, node, 0, level, false, true)
  return node
}

/** How many rows of layers a node is high. */
function rowsOf(node: ItemNode): number {
  return node.type === 'box' ? 1 : Math.max(...node.columns.map(column => column.items.reduce((sum, item) => sum + rowsOf(item), 0)))
}

/** Every box of the tree, each before those inside it. */
export function boxNodes(row: RowNode): BoxNode[] {
  return row.columns.flatMap(listBoxes)
}

function listBoxes(list: ListNode): BoxNode[] {
  return list.items.flatMap(item => item.type === 'row' ? boxNodes(item) : [item, ...item.children ? listBoxes(item.children) : []])
}

/** All that a box covers, its side and top too. */
export function silhouette({ x, y, w, h, parent }: BoxNode): Rect {
  return parent.extruded ? { x: x - DEPTH.x, y: y - DEPTH.y, w: w + DEPTH.x, h: h + DEPTH.y } : { x, y, w, h }
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
  return list.items.flatMap(item => item.type === 'row' ? rowNodes(item) : item.children ? listRows(item.children) : [])
}
