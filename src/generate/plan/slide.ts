import type { AlignType, Image, PhrasingContent, RootContent, TableRow } from 'mdast'
import type { TypeSize } from '../fit/type-sizes.ts'
import type { Sentence } from '../text/sentences.ts'
import type { CalloutKind } from './callouts.ts'

/** A line of text on a slide. */
export interface TextLine {
  nodes: PhrasingContent[]
  plain: string
  words: number
  /** The sentence of prose that it says as a whole, where it is one. */
  sentence?: Sentence
}

export interface Bullet extends TextLine {
  /** 0 or 1. */
  level: number
  /** The number that it has in the document. */
  number?: number
  checked?: boolean
}

/** What stands on a slide. */
export type Block
  = | { type: 'line', line: TextLine }
    | { type: 'bullets', items: Bullet[] }
    | {
      type: 'code'
      language: string
      name?: string
      ranges?: string
      lines: string[]
      /** Which lines of a longer listing these are, in words. */
      part?: string
    }
    | { type: 'image', image: Image, link?: string }
    | { type: 'missing', alt: string, url?: string }
    | { type: 'table', align: (AlignType | undefined)[], rows: TableRow[] }
    | { type: 'math', value: string }
    | { type: 'quote', lines: TextLine[] }
    | { type: 'callout', kind: CalloutKind, title?: string, blocks: Block[] }
    | { type: 'stack', layers: StackLayer[], comment: string }
    | { type: 'flow', nodes: string[] }

export interface StackLayer {
  label: string
  kind: string
}

/** A sentence that could stand on the slide, and whether it does, as it is told. */
export interface Choice {
  text: string
  score: number
  chosen: boolean
  /** Whether it is one of the few that stand for the whole document. */
  central: boolean
}

export interface Candidate extends Choice {
  sentence: Sentence
}

/** Kinds of slides, those of two columns among them: compared with each other, or text `beside` code. */
export type SlideKind
  = | 'cover'
    | 'agenda'
    | 'section'
    | 'question'
    | 'content'
    | 'columns'
    /** A sentence that is the title, with one line below it at most. */
    | 'statement'
    | 'beside'
    | 'summary'

/** A slide before it is written. */
export interface SlideDraft {
  kind: SlideKind
  title: PhrasingContent[]
  blocks: Block[]
  /** Right column of a slide of kind `columns`. */
  right?: Block[]
  /** Blocks of the document that the notes carry. */
  notes: RootContent[]
  /** Blocks of the document that this slide stands for. */
  sources: RootContent[]
  candidates: Candidate[]
  /** Size of its type; a slide's own without. */
  size?: TypeSize
  /** Title of the section that the slide belongs to. */
  section: string
}

/** What is told of a slide's candidates. */
export function choicesOf({ candidates }: Pick<SlideDraft, 'candidates'>): Choice[] {
  return candidates.map(({ text, score, chosen, central }) => ({ text, score, chosen, central }))
}

const VISUALS = new Set<Block['type']>(['code', 'image', 'missing', 'table', 'math', 'stack', 'flow'])
const FLEXIBLE = new Set<Block['type']>(['image', 'stack', 'flow'])

/** Whether a block shows something other than text. */
export function isVisual({ type }: Block): boolean {
  return VISUALS.has(type)
}

/**
 * Whether a block takes the height that the slide has left, and no more.
 * It does so only as the slide's own block, not inside another.
 */
export function isFlexible({ type }: Block): boolean {
  return FLEXIBLE.has(type)
}

/** Words of blocks as a reader counts them: no code, no tables. */
export function wordsInBlocks(blocks: readonly Block[]): number {
  return sumOf(blocks, (block) => {
    switch (block.type) {
      case 'line':
        return block.line.words
      case 'bullets':
        return wordsInLines(block.items)
      case 'quote':
        return wordsInLines(block.lines)
      case 'callout':
        return wordsInBlocks(block.blocks)
      default:
        return 0
    }
  })
}

export function bulletsInBlocks(blocks: readonly Block[]): number {
  return sumOf(blocks, (block) => {
    switch (block.type) {
      case 'bullets':
        return block.items.length
      case 'callout':
        return bulletsInBlocks(block.blocks)
      default:
        return 0
    }
  })
}

/** Words of lines, sentences or paragraphs. */
export function wordsInLines(lines: readonly { words: number }[]): number {
  return sumOf(lines, ({ words }) => words)
}

function sumOf<T>(items: readonly T[], valueOf: (item: T) => number): number {
  return items.reduce((sum, item) => sum + valueOf(item), 0)
}
