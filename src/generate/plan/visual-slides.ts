import type { ItemOf } from './items.ts'
import type { SlideRun } from './slide-run.ts'
import type { Block } from './slide.ts'
import { heightLeft, heightOf } from '../fit/estimate-height.ts'
import { slideMetrics } from '../fit/slide-metrics.ts'
import { limits } from '../limits.ts'
import { chooseLead } from './lead.ts'
import { takeLead } from './prose-slides.ts'
import { isFlexible } from './slide.ts'
import { splitBlock } from './split.ts'
import { subTopicOf } from './sub-topics.ts'

/** Something that is shown gets a slide with the prose that leads to it. */
export function addVisual(run: SlideRun, item: ItemOf<'visual'>): void {
  const { block, source } = item
  const lead = takeLead(run)
  if (!lead.length && joinOutput(run, item))
    return
  const { blocks, candidates } = chooseLead(lead, run.context.ranking, {
    withLeadIn: !isFlexible(block) && block.type !== 'missing',
    named: subTopicOf({ blocks: [block] }) !== undefined,
    questions: run.keepsQuestions,
  })
  const sources = lead.map(item => item.source)
  // The answer to a question grows as it must; a picture of it has the next slide.
  if (run.beginsQuestion && isFlexible(block) && !blocks.length) {
    run.start({ blocks: [block], notes: [...sources], sources: [...sources, source], candidates })
    return
  }
  if (run.beginsQuestion && isFlexible(block)) {
    run.start({ blocks, notes: [...sources], sources, candidates })
    run.start({ blocks: [block], sources: [source] })
    return
  }
  const parts = splitBlock(block, run.heightLeft)
  const beside = parts.length === 1 ? partBeside(run, block, blocks) : undefined
  // A lead that finds no place beside what it leads to is in the notes.
  run.start({
    blocks: beside ? [...blocks, beside] : [parts[0]!],
    notes: sources,
    sources: [...sources, source],
    candidates,
  })
  for (const part of parts.slice(1))
    run.start({ blocks: [part], sources: [source] })
}

/** The block as it fits on one slide with the text that leads to it. */
function partBeside(run: SlideRun, block: Block, text: readonly Block[]): Block | undefined {
  const height = text.length ? heightOf(text) + slideMetrics.gap : 0
  const parts = splitBlock(block, run.heightLeft - height)
  return parts.length === 1 && heightOf([block]) + height <= run.heightLeft ? parts[0] : undefined
}

/** Lines that a command and its output have at most on one slide. */
const MAX_LINES = limits.code.lines - 2

/** What a command prints stands below the command, if both fit; false where it does not. */
function joinOutput({ last }: SlideRun, { block, source }: ItemOf<'visual'>): boolean {
  const before = last?.blocks.at(-1)
  if (!last || block.type !== 'code' || before?.type !== 'code' || !isOutput(before, block))
    return false
  // What stands above the command gives way to its output: it is in the notes, and the command names the slide.
  const above = heightOf([...last.blocks, block]) <= heightLeft(last) ? last.blocks.slice(0, -1) : []
  const blocks = [...above, before, block]
  if (before.lines.length + block.lines.length > MAX_LINES || heightOf(blocks) > heightLeft(last))
    return false
  last.blocks = blocks
  last.sources.push(source)
  return true
}

type Code = Extract<Block, { type: 'code' }>

function isOutput(command: Code, output: Code): boolean {
  return !command.name && !output.name && command.language !== 'text' && output.language === 'text'
}
