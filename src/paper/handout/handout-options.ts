import { copies } from '../../shared/copies.ts'

/** How a page of a handout is laid out. Lengths are in millimetres. */
interface LayoutRules {
  description: string
  /** Of the words in the name of a link. */
  label: 'notes' | 'twoNotes' | 'threeLines' | 'four' | 'six' | 'nine' | 'article'
  /** Of its pages in `handout.css`. */
  className: string
  /** `flow` lets notes run on over pages; `grid` has a fixed number of slides on each. */
  kind: 'flow' | 'grid'
  /** Columns and rows of a grid. */
  columns: number
  rows: number
  /** Between rows, and between columns. */
  gap: { down: number, across: number }
  landscape: boolean
  /** Width of a slide, from the width that the page has inside its margins. */
  slide: (content: number) => number
  /**
   * How slides stand that would be too small to read, the next larger first: in so many columns and rows, on a share of
   * the width.
   */
  larger: readonly { columns: number, rows: number, share: number }[]
  notes: boolean
  /** Whether there is space for a code that leads to the slide on the web. */
  code: boolean
}

const prose = {
  kind: 'flow',
  columns: 1,
  rows: 1,
  gap: { down: 5, across: 5 },
  landscape: false,
  notes: true,
  code: true,
  larger: [],
} as const
const many = { className: 'many-layout', kind: 'grid', notes: false, code: false } as const
const whole = { columns: 1, rows: 1, share: 1 } as const

export const layouts = {
  'notes': {
    ...prose,
    description: 'one slide over its notes, two where they are short',
    label: 'notes',
    className: 'notes-layout',
    slide: content => content,
  },
  '2-notes': {
    ...prose,
    description: 'two slides a page, with their notes beside them',
    label: 'twoNotes',
    className: 'two-notes-layout',
    rows: 2,
    slide: content => content - 73,
    larger: [whole],
  },
  '3-lines': {
    ...prose,
    description: 'three slides a page, with room to write beside them',
    label: 'threeLines',
    className: 'three-lines-layout',
    kind: 'grid',
    rows: 3,
    slide: () => 119,
    larger: [{ columns: 1, rows: 2, share: 1 }],
    notes: false,
  },
  '4': {
    ...many,
    landscape: true,
    gap: { down: 6, across: 7 },
    description: 'four slides a page',
    label: 'four',
    columns: 2,
    rows: 2,
    slide: content => (content - 7) / 2,
    larger: [whole],
  },
  '6': {
    ...many,
    description: 'six slides a page',
    label: 'six',
    columns: 2,
    rows: 3,
    gap: { down: 4, across: 5 },
    landscape: false,
    slide: content => (content - 5) / 2,
    larger: [{ columns: 1, rows: 3, share: 1 }, { columns: 1, rows: 2, share: 1 }],
  },
  '9': {
    ...many,
    landscape: true,
    gap: { down: 5, across: 5 },
    description: 'nine slides a page',
    label: 'nine',
    columns: 3,
    rows: 3,
    slide: content => (content - 10) / 3,
    larger: [{ columns: 2, rows: 2, share: 1 }, whole],
  },
  'article': {
    ...prose,
    description: 'the notes as flowing text, with small slides in it',
    label: 'article',
    className: 'article-layout',
    slide: content => (content - 6) / 2,
    // Its number and its code stand beside it.
    larger: [{ columns: 1, rows: 1, share: 0.78 }],
  },
} as const satisfies Record<string, LayoutRules>

/** Sizes of a sheet, upright, in millimetres. */
export const papers = {
  a4: { description: '210 x 297 mm', width: 210, height: 297 },
  letter: { description: '8.5 x 11 inches', width: 215.9, height: 279.4 },
} as const

const inks = {
  color: { description: 'colours as on the screen, light' },
  gray: { description: 'shades of gray' },
  plain: { description: 'black text and no backgrounds' },
} as const

/** What stands where there is space to write. */
const rulings = {
  lines: { description: 'ruled lines' },
  grid: { description: 'squares' },
  dots: { description: 'dots' },
  blank: { description: 'nothing' },
} as const

/** What a handout can be, by the name of the flag and of the key in a course's headmatter. */
export const handoutOptions = {
  layout: layouts,
  paper: papers,
  copy: copies,
  ink: inks,
  ruling: rulings,
} as const satisfies Record<string, Record<string, { description: string }>>
