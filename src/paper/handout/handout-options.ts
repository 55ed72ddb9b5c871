/** How a page of a handout is laid out. Lengths are in millimetres. */
export interface LayoutRules {
  says: string
  /** In the name of a link. */
  label: string
  /** `flow` lets notes run on over pages; `grid` has a fixed number of slides on each. */
  kind: 'flow' | 'grid'
  /** Columns and rows of a grid. */
  columns: number
  rows: number
  landscape: boolean
  /** Width of a slide, from the width that the page has inside its margins. */
  slide: (content: number) => number
  notes: boolean
  /** Whether there is space for a code that leads to the slide on the web. */
  code: boolean
}

export const layouts = {
  'notes': { says: 'one slide over its notes', label: 'notes', kind: 'flow', columns: 1, rows: 1, landscape: false, slide: content => content, notes: true, code: true },
  '2-notes': { says: 'two slides a page, with their notes beside them', label: 'two slides and notes a page', kind: 'flow', columns: 1, rows: 2, landscape: false, slide: content => content - 73, notes: true, code: true },
  '3-lines': { says: 'three slides a page, with room to write beside them', label: 'three slides a page', kind: 'grid', columns: 1, rows: 3, landscape: false, slide: () => 104, notes: false, code: true },
  '4': { says: 'four slides a page', label: 'four slides a page', kind: 'grid', columns: 2, rows: 2, landscape: true, slide: content => (content - 7) / 2, notes: false, code: false },
  '6': { says: 'six slides a page', label: 'six slides a page', kind: 'grid', columns: 2, rows: 3, landscape: false, slide: content => (content - 7) / 2, notes: false, code: false },
  '9': { says: 'nine slides a page', label: 'nine slides a page', kind: 'grid', columns: 3, rows: 3, landscape: true, slide: content => (content - 14) / 3, notes: false, code: false },
  'article': { says: 'the notes as flowing text, with small slides in it', label: 'article', kind: 'flow', columns: 1, rows: 1, landscape: false, slide: () => 74, notes: true, code: true },
} as const satisfies Record<string, LayoutRules>

/** Sizes of a sheet, upright, in millimetres. */
export const papers = {
  a4: { says: '210 x 297 mm', width: 210, height: 297 },
  letter: { says: '8.5 x 11 inches', width: 215.9, height: 279.4 },
} as const

export const inks = {
  color: { says: 'colours as on the screen, light' },
  gray: { says: 'shades of gray' },
  plain: { says: 'black text and no backgrounds' },
} as const

/** What stands where there is room to write. */
export const rooms = {
  lines: { says: 'ruled lines' },
  grid: { says: 'squares' },
  dots: { says: 'dots' },
  blank: { says: 'nothing' },
} as const

export type Layout = keyof typeof layouts
export type Paper = keyof typeof papers
export type Ink = keyof typeof inks
export type Room = keyof typeof rooms

/** The part of a sheet inside its margins: holes fit on the left, or at the top of a sheet that lies on its side. */
export function contentSize(layout: Layout, paper: Paper): { width: number, height: number, margins: { top: number, right: number, bottom: number, left: number } } {
  const { width, height } = papers[paper]
  const { landscape } = layouts[layout]
  const margins = landscape ? { top: 21, right: 14, bottom: 17, left: 14 } : { top: 21, right: 16, bottom: 19, left: 25 }
  const [across, down] = landscape ? [height, width] : [width, height]
  return { width: across - margins.left - margins.right, height: down - margins.top - margins.bottom, margins }
}

/** The most room to write that a slide can have, in millimetres; a slide is about 9/16 as high as wide. */
export function roomSize(layout: Layout, paper: Paper): { width: number, height: number } {
  const { width, height } = contentSize(layout, paper)
  const { rows, columns, slide } = layouts[layout]
  const slideWidth = slide(width)
  const beside = columns === 1 && slideWidth < width
  return beside
    ? { width: Math.max(slideWidth, width - slideWidth - 7), height: height / rows }
    : { width: slideWidth, height: height / rows - slideWidth * 0.56 }
}
