import type { Stack } from './data.ts'
import type { Lane, Traffic } from './plan.ts'
import type { ItemNode, ListNode, RowNode } from './tree.ts'
import { APPROACH, ARROW_LINE, columnGap, DEPTH, INSET, LABEL_FONT, LABEL_GAP, labelPadding, LANE, STEP_IN, TITLE_FONT } from './metrics.ts'
import { longestWord, textWidth } from './text.ts'
import { isExtruded, rowNodes } from './tree.ts'

const WIDEST_WORD = 200
const WIDEST_LABEL = 240

/** How wide a diagram is made. */
export interface WidthWish {
  stacks: readonly Stack[]
  /** 0: as narrow as words allow; 1: every label on one line where that is not too wide. */
  ease: number
}

/** What a lane takes of the width of its gap, its label and the distance to the next one included. */
export function laneWidth({ labelWidth }: Lane): number {
  return LANE + (labelWidth ? labelWidth + LABEL_GAP : 0)
}

/** Sets the widths of all gaps and the heights of all bands to what their arrows need. */
export function sizeGaps(root: RowNode, traffic: Traffic): void {
  for (const row of rowNodes(root)) {
    const isRoot = row === root
    const extruded = isExtruded(row)
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

/** The least width that a list can have at the wish's ease. */
function needListWidth(list: ListNode, wish: WidthWish): number {
  const stack = list.parent.type === 'row' && !list.parent.parent ? wish.stacks[list.index] : undefined
  const least = stack ? 150 + 90 * wish.ease : 0
  const title = stack?.title ? Math.min(longestWord(stack.title, TITLE_FONT), 300) : 0
  return Math.max(least, title, ...list.items.map((item, index) => needWidth(item, wish) + 2 * stepIn(list, index)))
}

function needWidth(item: ItemNode, wish: WidthWish): number {
  if (item.type === 'row')
    return needRowWidth(item, wish)
  const narrow = Math.min(longestWord(item.box.label, LABEL_FONT), WIDEST_WORD)
  const wide = Math.max(narrow, Math.min(textWidth(item.box.label, LABEL_FONT), WIDEST_LABEL))
  const label = narrow + (wide - narrow) * wish.ease + 2 * labelPadding(wish.ease)
  return item.children ? Math.max(label, needListWidth(item.children, wish) + 2 * INSET) : label
}

/** Columns of equal span are equally wide. */
function needRowWidth(row: RowNode, wish: WidthWish): number {
  const gap = columnGap(isExtruded(row))
  const unit = Math.max(...row.columns.map(column => (needListWidth(column, wish) - (column.span - 1) * gap) / column.span))
  return row.columns.reduce((sum, column) => sum + unit * column.span + (column.span - 1) * gap, 0) + row.gaps.reduce((sum, width) => sum + width, 0)
}

/** How far a layer's edges stand back from the edges of its list. */
function stepIn(list: ListNode, index: number): number {
  return list.extruded && list.parent.type === 'row' && !list.parent.parent ? index * STEP_IN : 0
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
  if (item.type === 'box') {
    if (item.children)
      placeListX(item.children, x + INSET, w - 2 * INSET)
    return
  }
  const gap = columnGap(isExtruded(item))
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
export function placeRootX(root: RowNode, wish: WidthWish): number {
  let at = 0
  root.columns.forEach((column, index) => {
    at += root.gaps[index]!
    const width = needListWidth(column, wish)
    placeListX(column, at, width)
    at += width
  })
  root.w = at + root.gaps.at(-1)!
  return root.w
}
