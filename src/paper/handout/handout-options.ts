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
  /** Between rows, and between columns, as CSS writes it. */
  gap: string
  landscape: boolean
  /** Width of a slide, from the width that the page has inside its margins. */
  slide: (content: number) => number
  notes: boolean
  /** Whether there is space for a code that leads to the slide on the web. */
  code: boolean
}

const prose = { kind: 'flow', columns: 1, rows: 1, gap: '5mm', landscape: false, notes: true, code: true } as const
const many = { className: 'many-layout', kind: 'grid', notes: false, code: false } as const
const manyAcross = { ...many, gap: '6mm 7mm', landscape: true } as const

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
  },
  '3-lines': {
    ...prose,
    description: 'three slides a page, with room to write beside them',
    label: 'threeLines',
    className: 'three-lines-layout',
    kind: 'grid',
    rows: 3,
    slide: () => 116,
    notes: false,
  },
  '4': {
    ...manyAcross,
    description: 'four slides a page',
    label: 'four',
    columns: 2,
    rows: 2,
    slide: content => (content - 7) / 2,
  },
  '6': {
    ...many,
    description: 'six slides a page',
    label: 'six',
    columns: 2,
    rows: 3,
    gap: '4mm 6mm',
    landscape: false,
    slide: content => (content - 6) / 2,
  },
  '9': {
    ...manyAcross,
    description: 'nine slides a page',
    label: 'nine',
    columns: 3,
    rows: 3,
    slide: content => (content - 14) / 3,
  },
  'article': {
    ...prose,
    description: 'the notes as flowing text, with small slides in it',
    label: 'article',
    className: 'article-layout',
    slide: content => (content - 6) / 2,
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
