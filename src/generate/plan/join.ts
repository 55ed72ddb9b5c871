import type { Block, Bullet, SlideDraft } from './slide.ts'
import { fitsIn } from '../fit/choose-size.ts'
import { limits } from '../limits.ts'
import { bulletsInBlocks, isFlexible, isVisual, wordsInBlocks } from './slide.ts'

/** Blocks of code that one slide shows at most. */
const MAX_CODE = 2

/**
 * Joins slides of one section with the one before where both together are read with ease.
 * @param heightShare share of a slide's height that may be used
 */
export function joinThin(slides: readonly SlideDraft[], heightShare: number): SlideDraft[] {
  const joined: SlideDraft[] = []
  for (const slide of slides) {
    const last = joined.at(-1)
    const both = last && joinTwo(last, slide)
    if (both && isEasy(both) && fitsIn(both, 'roomy', heightShare))
      joined[joined.length - 1] = both
    else
      joined.push(slide)
  }
  return joined
}

function joinTwo(a: SlideDraft, b: SlideDraft): SlideDraft | undefined {
  if (a.kind !== 'content' || b.kind !== 'content')
    return undefined
  return {
    ...a,
    blocks: joinBlocks(a.blocks, b.blocks),
    notes: [...a.notes, ...b.notes],
    sources: [...a.sources, ...b.sources],
    candidates: [...a.candidates, ...b.candidates],
  }
}

/** Blocks one below the other; text that meets becomes one list. */
function joinBlocks(above: readonly Block[], below: readonly Block[]): Block[] {
  const last = above.at(-1)
  const [first, ...others] = below
  const upper = last && plainBullets(last)
  const lower = first && plainBullets(first)
  if (!upper || !lower || others.some(isVisual))
    return [...above, ...below]
  return [...above.slice(0, -1), { type: 'bullets', items: [...upper, ...lower] }, ...others]
}

/** Text as bullets without numbers; undefined where it is none, or leads to what follows. */
function plainBullets(block: Block): Bullet[] | undefined {
  if (block.type === 'line')
    return /[:：]$/.test(block.line.plain) ? undefined : [{ ...block.line, level: 0 }]
  return block.type === 'bullets' && block.items.every(({ number }) => number === undefined)
    ? block.items
    : undefined
}

/** Whether a slide shows one thing, with no more text than is read beside it. */
function isEasy({ blocks }: SlideDraft): boolean {
  const { target, tolerance, beside } = limits.words
  const code = blocks.filter(({ type }) => type === 'code').length
  const others = blocks.filter(block => isVisual(block) && block.type !== 'code').length
  const callouts = blocks.filter(({ type }) => type === 'callout').length
  const shown = others + Math.ceil(code / MAX_CODE)
  const words = blocks.some(isFlexible) ? beside : target + tolerance
  return shown + callouts <= 1
    && blocks.every(block => block.type !== 'code' || !block.part)
    && wordsInBlocks(blocks) <= words
    && bulletsInBlocks(blocks) <= limits.bullets
}
