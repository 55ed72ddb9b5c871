import type { PhrasingContent } from 'mdast'
import type { Block, SlideDraft, TextLine } from '../plan/slide.ts'
import type { PictureOf } from './blocks.ts'
import type { WrittenSlide } from './slide.ts'
import { slideFault } from '../../slidev/slide-fault.ts'
import { writeSlideBlocks } from './blocks.ts'
import { phrasingText } from './markdown.ts'
import { writeSlide } from './slide.ts'

export interface SafeSlide {
  slide: WrittenSlide
  /** Why the slide would not have compiled; what it would have shown stands on it as plain text. */
  fault?: string
}

const NO_WORDS = /[^\p{L}\p{N}.,?! ]+/gu

type WriteNodes = (nodes: readonly PhrasingContent[]) => PhrasingContent[]

/** Ways to write text, each with less that could break. */
const nodeWriters: readonly WriteNodes[] = [formulasAsCode, plainNodes]

/** The Markdown of a slide that compiles, whatever the document holds. */
export function writeSafeSlide(draft: SlideDraft, pictureOf: PictureOf): SafeSlide {
  const slide = writeSlide(draft, pictureOf)
  const fault = isPlain(slide.body) ? undefined : slideFault(slide.body)
  if (fault === undefined)
    return { slide }
  for (const safer of saferDrafts(draft, pictureOf)) {
    const plain = writeSlide(safer, pictureOf)
    if (slideFault(plain.body) === undefined)
      return { slide: plain, fault }
  }
  throw new Error(`The slide "${phrasingText(draft.title)}" does not compile: ${fault}`)
}

/** Whether nothing stands on a slide that could break: no tags, formulas, braces, code, blocks. */
function isPlain(body: string): boolean {
  return !/[<>{}$&]|^\s*(?:```|~~~|::)/m.test(body)
}

/** Drafts of the same words, each with less that could break: broken parts as text, then all of it. */
function* saferDrafts(draft: SlideDraft, pictureOf: PictureOf): Generator<SlideDraft> {
  const { title, blocks, right } = draft
  const mend = (blocks: readonly Block[]) => blocks.map(block => mendBlock(block, pictureOf))
  const mended = { ...draft, blocks: mend(blocks), ...right && { right: mend(right) } }
  yield mended
  yield { ...mended, title: plainNodes(title) }
  const all = asCode([...blocks, ...right ?? []], pictureOf)
  const words: PhrasingContent = { type: 'text', value: phrasingText(title).replace(NO_WORDS, ' ').trim() }
  yield { ...draft, kind: 'content', title: [words], blocks: [all], right: undefined }
}

function mendBlock(block: Block, pictureOf: PictureOf): Block {
  const compiles = (block: Block) => slideFault(writeSlideBlocks([block], pictureOf)) === undefined
  return compiles(block) ? block : saferBlocks(block, pictureOf).find(compiles) ?? asCode([block], pictureOf)
}

function saferBlocks(block: Block, pictureOf: PictureOf): Block[] {
  switch (block.type) {
    case 'line':
      return nodeWriters.map(write => ({ ...block, line: rewrite(block.line, write) }))
    case 'bullets':
      return nodeWriters.map(write => ({ ...block, items: block.items.map(item => rewrite(item, write)) }))
    case 'quote':
      return nodeWriters.map(write => ({ ...block, lines: block.lines.map(line => rewrite(line, write)) }))
    case 'table':
      return nodeWriters.map(write => ({
        ...block,
        rows: block.rows.map(row => ({
          ...row,
          children: row.children.map(cell => ({ ...cell, children: write(cell.children) })),
        })),
      }))
    case 'callout': {
      const mended = { ...block, blocks: block.blocks.map(inner => mendBlock(inner, pictureOf)) }
      return [mended, { ...mended, title: undefined }]
    }
    case 'code':
      return [{ ...block, name: undefined, ranges: undefined }]
    case 'math':
      return [{ type: 'code', language: 'latex', lines: block.value.trim().split('\n') }]
    default:
      return []
  }
}

function rewrite<Line extends TextLine>(line: Line, write: WriteNodes): Line {
  return { ...line, nodes: write(line.nodes) }
}

function formulasAsCode(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return nodes.map((node): PhrasingContent => {
    if (node.type === 'inlineMath')
      return { type: 'inlineCode', value: node.value }
    return 'children' in node ? { ...node, children: formulasAsCode(node.children) } as PhrasingContent : node
  })
}

function plainNodes(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return [{ type: 'text', value: phrasingText(nodes) }]
}

/** The Markdown of blocks, to be read as it is. */
function asCode(blocks: readonly Block[], pictureOf: PictureOf): Block {
  return { type: 'code', language: 'text', lines: writeSlideBlocks(blocks, pictureOf).split('\n') }
}
