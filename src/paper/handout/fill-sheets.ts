import type { Handout } from './handout.ts'
import type { SlideSize } from './slide-size.ts'
import { layouts } from './handout-options.ts'
import { sheetSize } from './sheet-size.ts'

/** A slide and the size that it needs. */
interface Sized<S> { item: S, size: SlideSize }

/** Slides beside each other, all of one size. */
interface Row<S> {
  size: SlideSize
  /** In millimetres. */
  height: number
  slides: S[]
}

// A hair less than a page has, for rounding must not make a second one.
const HAIR = 0.3

/**
 * Fills the sheets of a layout with slides in their order, row by row. A row of larger slides takes some beside them
 * that need not be larger, rather than leave a hole.
 */
export function fillSheets<S>(slides: readonly Sized<S>[], handout: Pick<Handout, 'layout' | 'paper'>): Row<S>[][] {
  const height = sheetSize(handout).height - HAIR
  const { down } = layouts[handout.layout].gap
  const sheets: Row<S>[][] = []
  let left = 0
  for (const row of rowsOf(slides, size => (height - down * (size.rows - 1)) / size.rows)) {
    if (left < row.height - 0.01) {
      sheets.push([])
      left = height
    }
    sheets.at(-1)!.push(row)
    left -= row.height + down
  }
  return sheets
}

function rowsOf<S>(slides: readonly Sized<S>[], heightOf: (size: SlideSize) => number): Row<S>[] {
  const rows: Row<S>[] = []
  for (const { item, size } of slides) {
    const last = rows.at(-1)
    if (last && last.slides.length < last.size.columns && size.width <= last.size.width) {
      last.slides.push(item)
      continue
    }
    const isShort = last && last.slides.length < Math.min(last.size.columns, size.columns)
    const before = isShort && last.size.width < size.width ? rows.pop()!.slides : []
    rows.push({ size, height: heightOf(size), slides: [...before, item] })
  }
  return rows
}
