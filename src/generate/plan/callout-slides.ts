import type { ItemOf } from './items.ts'
import type { PlanContext } from './section.ts'
import type { SectionInput, SlideRun } from './slide-run.ts'
import type { Block, SlideDraft } from './slide.ts'
import { heightLeft, heightOf } from '../fit/estimate-height.ts'
import { limits } from '../limits.ts'
import { calloutBody, isShortCallout } from './callout-body.ts'
import { calloutKind } from './callouts.ts'
import { flushProse } from './prose-slides.ts'
import { bulletsInBlocks, isFlexible, isVisual, wordsInBlocks } from './slide.ts'

type Callout = ItemOf<'callout'>
type PlanSlides = (input: SectionInput, context: PlanContext) => SlideDraft[]

/** Share of a slide's height that the frame of a callout leaves. */
const FRAME_SHARE = 0.8

/**
 * Puts a callout on the slide before it where it fits there, else on its own.
 * @param planSlides plans what a long callout holds
 */
export function addCallout(run: SlideRun, item: Callout, planSlides: PlanSlides): void {
  if (isShortCallout(item.items))
    addShortCallout(run, item)
  else
    addLongCallout(run, item, planSlides)
}

function addShortCallout(run: SlideRun, { source, items }: Callout): void {
  const { blocks, complete, candidates } = calloutBody(items, run.context.ranking)
  const block = frame(source, blocks, run.context)
  const notes = complete ? [] : [...source.children]
  flushProse(run)
  const { last } = run
  if (last && fitsOn(last, block)) {
    last.blocks.push(block)
    last.notes.push(...notes)
    last.sources.push(source)
  }
  else {
    run.start({ blocks: [block], notes, sources: [source], candidates })
  }
}

function frame(source: Callout['source'], blocks: Block[], { titleOf }: PlanContext): Block {
  return { type: 'callout', kind: calloutKind(source.kind), title: titleOf(source), blocks }
}

function fitsOn(slide: SlideDraft, block: Block): boolean {
  const blocks = [...slide.blocks, block]
  return !slide.blocks.some(other => isVisual(other) || other.type === 'callout')
    && wordsInBlocks(blocks) <= limits.words.target
    && heightOf(blocks) <= heightLeft(slide)
    && bulletsInBlocks(blocks) <= limits.bullets
}

/** A callout with more than a few lines: slides of its own, the first of which it frames. */
function addLongCallout(run: SlideRun, { source, items }: Callout, planSlides: PlanSlides): void {
  flushProse(run)
  const { input, context } = run
  const heightShare = (section: string) => context.heightShare(section) * FRAME_SHARE
  const slides = planSlides({ title: input.title, question: false, items }, { ...context, heightShare })
  const [first] = slides
  if (!first)
    return
  const inside = first.blocks.filter(block => !isFlexible(block) && block.type !== 'callout')
  const outside = first.blocks.filter(block => !inside.includes(block))
  first.blocks = [frame(source, inside, context), ...outside]
  if (run.beginsQuestion)
    run.start({})
  run.slides.push(...slides)
}
