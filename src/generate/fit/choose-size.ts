import type { Block, SlideDraft } from '../plan/slide.ts'
import type { Space } from './estimate-height.ts'
import type { TypeSize } from './type-sizes.ts'
import { isFlexible, wordsInBlocks } from '../plan/slide.ts'
import { numberOfWords } from '../text/words.ts'
import { phrasingText } from '../write/markdown.ts'
import { codeLines, heightLeft, heightOf } from './estimate-height.ts'
import { slideMetrics } from './slide-metrics.ts'
import { typeSizes } from './type-sizes.ts'

/** Share of the height below the title that a slide may fill in each size: the larger the type, the more air. */
const FULL: Record<TypeSize, number> = { statement: 0.8, huge: 0.8, large: 0.88, roomy: 0.95, normal: 1, dense: 1 }
/** The same for the text above a picture, which needs the rest. */
const BESIDE_PICTURE = 0.36
/** Up to how many words, items and lines a slide has the largest sizes; more is read as text, not as a poster. */
const MAX = { statement: 30, statementTitle: 9, hugeWords: 40, hugeItems: 4, hugeCode: 6 }
/** Share of lines of code that may wrap, so that the others are large enough for a room. */
const MAX_WRAPPED = 0.25

/** Kinds of slides of which the layout says how large its type is. */
const OWN_SIZES = new Set<SlideDraft['kind']>(['cover', 'section', 'statement'])

type SizedSlide = Pick<SlideDraft, 'kind' | 'title' | 'blocks' | 'right'>

/**
 * The largest type in which a slide's blocks fit; the smallest where they fit in none.
 * @param heightShare share of the slide's height that may be used
 */
export function chooseSize(slide: SizedSlide, heightShare = 1): TypeSize {
  if (OWN_SIZES.has(slide.kind) || !slide.blocks.length)
    return 'normal'
  const sizes = Object.keys(typeSizes) as TypeSize[]
  return sizes.find(size => isSuited(slide, size) && fitsIn(slide, size, heightShare)) ?? 'dense'
}

/** Whether the blocks of a slide fit on it in a size of type. */
export function fitsIn(slide: SizedSlide, size: TypeSize, heightShare = 1): boolean {
  const { blocks, right = [] } = slide
  const height = heightLeft(slide) * heightShare
  const [left, other] = columnsOf(slide)
  return [{ part: blocks, column: left }, { part: right, column: other }].every(({ part, column }) =>
    keepsLines(part, { size, column }) && partFits(part, { size, column }, height))
}

/** Shares of the slide's width that its two columns have. */
function columnsOf({ kind, right }: SizedSlide): readonly [number, number] {
  const { column, beside } = slideMetrics
  if (!right)
    return [1, 1]
  return kind === 'beside' ? [beside.text, beside.code] : [column, column]
}

function partFits(blocks: readonly Block[], space: Space & { size: TypeSize }, height: number): boolean {
  const text = blocks.filter(block => !isFlexible(block))
  const hasPicture = text.length < blocks.length
  if (hasPicture && typeSizes[space.size].text > typeSizes.normal.text)
    return heightOf(text, space) <= height * BESIDE_PICTURE
  return heightOf(blocks, space) <= height * FULL[space.size]
}

/** Code is not set so large that its lines wrap, but for a few where it would else be small. */
function keepsLines(blocks: readonly Block[], space: Space & { size: TypeSize }): boolean {
  const mayWrap = typeSizes[space.size].text <= typeSizes.roomy.text && (space.column ?? 1) === 1
  return blocks.every((block) => {
    switch (block.type) {
      case 'code': {
        const least = codeLines(block.lines, { size: 'dense' })
        return codeLines(block.lines, space) - least <= (mayWrap ? Math.ceil(block.lines.length * MAX_WRAPPED) : 0)
      }
      case 'callout':
        return keepsLines(block.blocks, space)
      default:
        return true
    }
  })
}

/** Whether a slide may have a size of type at all. */
function isSuited({ kind, title, blocks, right }: SizedSlide, size: TypeSize): boolean {
  const all = [...blocks, ...right ?? []]
  switch (size) {
    case 'statement':
      return kind === 'content' && !right && isStatement(blocks)
        && numberOfWords(phrasingText(title)) <= MAX.statementTitle
    case 'huge':
      return kind !== 'question' && !right && all.every(isPoster)
        && wordsInBlocks(all) <= MAX.hugeWords && itemsIn(all) <= MAX.hugeItems
    case 'large':
      return !right || (kind === 'columns' && all.every(isPoster))
    default:
      return true
  }
}

/** One sentence and nothing else. */
function isStatement(blocks: readonly Block[]): boolean {
  const [only] = blocks
  return blocks.length === 1
    && (only?.type === 'line' || (only?.type === 'quote' && only.lines.length === 1))
    && wordsInBlocks(blocks) <= MAX.statement
}

function isPoster(block: Block): boolean {
  return block.type === 'line' || block.type === 'bullets' || block.type === 'quote'
    || (block.type === 'code' && block.lines.length <= MAX.hugeCode)
    || (block.type === 'callout' && block.blocks.every(isPoster))
}

function itemsIn(blocks: readonly Block[]): number {
  return blocks.reduce((sum, block) => sum + (block.type === 'bullets' ? block.items.length : 1), 0)
}
