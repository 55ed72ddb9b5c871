import type { RootContent } from 'mdast'
import type { ItemOf } from './items.ts'
import type { SlideRun } from './slide-run.ts'
import type { Block, SlideDraft } from './slide.ts'
import { fitsIn } from '../fit/choose-size.ts'
import { heightLeft, heightOf } from '../fit/estimate-height.ts'
import { limits } from '../limits.ts'
import { nodesOfType } from '../nodes.ts'
import { numberOfWords } from '../text/words.ts'
import { chooseLead } from './lead.ts'
import { takeLead } from './prose-slides.ts'
import { isFlexible } from './slide.ts'
import { excerptOf, splitCode } from './split-code.ts'
import { cutRows } from './split-table.ts'
import { splitBlock } from './split.ts'
import { subTopicOf } from './sub-topics.ts'

/** Something that is shown gets a slide with the prose that leads to it. */
export function addVisual(run: SlideRun, item: ItemOf<'visual'>): void {
  const { block, source } = item
  const lead = takeLead(run)
  if (!lead.length && (joinOutput(run, item) || tellOutput(run, item)))
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
  const { parts, listing } = partsOf(run, item, sources, blocks)
  const text = { blocks, notes: [...sources, ...listing], sources: [...sources, source], candidates }
  const [only, ...others] = parts
  // A lead that finds no place with what it leads to is in the notes.
  if (others.length || !placeWithText(run, only!, text))
    run.start({ ...text, blocks: [only!] })
  for (const part of others)
    run.start({ blocks: [part], sources: [source] })
}

/** Share of a slide's height that an excerpt has at least below the text that leads to it. */
const MIN_EXCERPT = 0.6

/** What is shown in parts that each fit; a long listing is shown in part, and is whole in the notes. */
function partsOf(
  run: SlideRun,
  { block, source }: ItemOf<'visual'>,
  lead: readonly RootContent[],
  above: readonly Block[],
): { parts: Block[], listing: RootContent[] } {
  if (block.type !== 'code')
    return { parts: splitBlock(block, run.heightLeft), listing: cutText(block, run.heightLeft) }
  const parts = splitCode(block, run.heightLeft)
  if (parts)
    return { parts, listing: [] }
  const mentioned = lead.flatMap(node => nodesOfType(node, 'inlineCode')).map(({ value }) => value)
  const { lines } = run.context.phrases
  // An excerpt is shorter by what leads to it, so that this stays on its slide.
  const withLead = heightOf([...above, block], { size: 'dense' })
  const below = run.heightLeft - (withLead - heightOf([block], { size: 'dense' }))
  const height = below >= MIN_EXCERPT * run.heightLeft ? below : run.heightLeft
  const excerpt = excerptOf(block, height, mentioned, (from, to, all) => `${lines} ${from}–${to} / ${all}`)
  return { parts: [excerpt], listing: [{ ...source, data: { ...source.data, isListing: true } } as RootContent] }
}

/** The cells of a table that slides show in parts, whole. */
function cutText(block: Block, height: number): RootContent[] {
  const rows = block.type === 'table' ? cutRows(block, height) : []
  return rows.flatMap(({ children }) => children.map(({ children }) => ({ type: 'paragraph' as const, children })))
}

/** Pixels of text above a picture, over which the picture is larger beside it. */
const MAX_ABOVE_PICTURE = 60

type WithText = Pick<SlideDraft, 'blocks' | 'notes' | 'sources' | 'candidates'>

/** Puts what is shown below the text that leads to it, or beside it; false where it fits in neither way. */
function placeWithText(run: SlideRun, block: Block, text: WithText): boolean {
  if (!text.blocks.length)
    return false
  const height = run.heightLeft
  const below = [...text.blocks, block]
  const { title } = run.input
  const share = height / heightLeft({ title, kind: 'content' })
  const canStandBeside = block.type === 'code' || block.type === 'image'
  const beside = canStandBeside && !run.beginsQuestion && run.input.role !== 'solution'
    ? { kind: 'beside' as const, title, blocks: text.blocks, right: [block] }
    : undefined
  const fitsBelow = heightOf(below, { size: block.type === 'code' ? 'dense' : 'normal' }) <= height
  const isTight = block.type === 'image'
    ? heightOf(text.blocks, { size: 'roomy' }) > MAX_ABOVE_PICTURE
    : heightOf(below, { size: 'roomy' }) > height
  const isBetterBeside = beside && isTight && fitsIn(beside, 'normal', share)
  if (isBetterBeside)
    run.start({ ...text, ...beside })
  else if (fitsBelow)
    run.start({ ...text, blocks: below })
  return fitsBelow || Boolean(isBetterBeside)
}

/** Lines that a command and its output have at most on one slide. */
const MAX_LINES = limits.code.lines - 4

/** What a command prints stands below the command, if both fit; false where it does not. */
function joinOutput({ last }: SlideRun, { block, source }: ItemOf<'visual'>): boolean {
  const before = last?.blocks.at(-1)
  if (!last || last.right || block.type !== 'code' || before?.type !== 'code' || !isOutput(before, block))
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

/** A word or two that long code prints, and that have no room below it, are told in the notes. */
function tellOutput({ last }: SlideRun, { block, source }: ItemOf<'visual'>): boolean {
  const before = last?.blocks.at(-1)
  if (!last || block.type !== 'code' || before?.type !== 'code' || before.language === 'text')
    return false
  if (block.language !== 'text' || block.name || block.lines.length > 1 || numberOfWords(block.lines[0] ?? '') > 2)
    return false
  last.notes.push({ ...source, data: { ...source.data, isListing: true } } as RootContent)
  last.sources.push(source)
  return true
}

type Code = Extract<Block, { type: 'code' }>

function isOutput(command: Code, output: Code): boolean {
  return !command.name && !output.name && !command.part && command.language !== 'text' && output.language === 'text'
}
