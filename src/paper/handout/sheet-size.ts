import type { Handout } from './handout.ts'
import { layouts, papers } from './handout-options.ts'

interface SheetSize {
  /** Of the part inside the margins, in millimetres. */
  width: number
  height: number
  /** Likewise; holes fit on the left, or at the top of a sheet that lies on its side. */
  margins: { top: number, right: number, bottom: number, left: number }
}

/** What a sheet of a handout has inside its margins. */
export function sheetSize({ layout, paper }: Pick<Handout, 'layout' | 'paper'>): SheetSize {
  const { width, height } = papers[paper]
  if (layouts[layout].landscape) {
    const margins = { top: 21, right: 14, bottom: 17, left: 14 }
    return { width: height - margins.left - margins.right, height: width - margins.top - margins.bottom, margins }
  }
  // Two slides in a row need the width.
  const margins = layouts[layout].columns > 1 || layout === 'article'
    ? { top: 21, right: 12, bottom: 19, left: 20 }
    : { top: 21, right: 14, bottom: 19, left: 23 }
  return { width: width - margins.left - margins.right, height: height - margins.top - margins.bottom, margins }
}

/** Width of a slide in a handout, in millimetres. */
export function slideWidth(handout: Handout): number {
  return layouts[handout.layout].slide(sheetSize(handout).width)
}

/** Width of a slide of which two stand on a sheet with their notes, in millimetres. */
export const PAIRED_WIDTH = 140

/** The most space to write that a slide can have, in millimetres. */
export function maxRulingSize(handout: Handout): { width: number, height: number } {
  const { width, height } = sheetSize(handout)
  const { rows, columns } = layouts[handout.layout]
  const slide = slideWidth(handout)
  const isBeside = columns === 1 && slide < width
  return { width: isBeside ? width : slide, height: height / rows }
}
