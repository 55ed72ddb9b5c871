import type { AlignType, Image, PhrasingContent, RootContent, TableRow } from 'mdast'
import type { CalloutKind } from './callouts.ts'

/** A line of text on a slide. */
export interface TextLine {
  nodes: PhrasingContent[]
  plain: string
  words: number
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
    | { type: 'code', language: string, name?: string, ranges?: string, lines: string[] }
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

/** A sentence that could stand on the slide, and whether it does. */
export interface Choice {
  text: string
  score: number
  chosen: boolean
  /** Whether it is one of the few that stand for the whole document. */
  central: boolean
}

export const slideKinds = ['cover', 'agenda', 'section', 'question', 'content', 'columns', 'summary', 'links'] as const
export type SlideKind = typeof slideKinds[number]

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
  choices: Choice[]
  /** Title of the section that the slide belongs to. */
  section: string
}

/** Whether a block shows something other than text. */
export function isVisual({ type }: Block): boolean {
  return type === 'code' || type === 'image' || type === 'missing' || type === 'table' || type === 'math' || type === 'stack' || type === 'flow'
}

/** Whether a block takes the height that the slide has left, and no more. It does so only as the slide's own block, not inside another. */
export function givesWay({ type }: Block): boolean {
  return type === 'image' || type === 'stack' || type === 'flow'
}

/** Words of blocks as a reader counts them: no code, no tables. */
export function wordsOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => {
    switch (block.type) {
      case 'line': return sum + block.line.words
      case 'bullets': return sum + block.items.reduce((words, { words: more }) => words + more, 0)
      case 'quote': return sum + block.lines.reduce((words, { words: more }) => words + more, 0)
      case 'callout': return sum + wordsOf(block.blocks)
      default: return sum
    }
  }, 0)
}

export function bulletsOf(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + (block.type === 'bullets' ? block.items.length : block.type === 'callout' ? bulletsOf(block.blocks) : 0), 0)
}
