import type { Item, ItemOf } from './items.ts'
import type { PlanContext } from './section.ts'
import type { SectionInput } from './slide-run.ts'
import type { Block, Bullet, SlideDraft } from './slide.ts'
import { heightOf } from '../fit/estimate-height.ts'
import { limits } from '../limits.ts'
import { shortenSentence } from '../text/compress.ts'
import { isAttribution } from '../text/statements.ts'
import { phrasingText } from '../write/markdown.ts'
import { takeAnswer } from './answers.ts'
import { addCallout } from './callout-slides.ts'
import { chooseLines } from './choose.ts'
import { chooseLead } from './lead.ts'
import { flushProse, takeLead } from './prose-slides.ts'
import { SlideRun } from './slide-run.ts'
import { bulletsInBlocks, wordsInBlocks, wordsInLines } from './slide.ts'
import { splitBlock } from './split.ts'
import { addVisual } from './visual-slides.ts'

/**
 * The slides of one section: prose becomes bullets, what shows something gets a slide with the prose that leads to it.
 */
export function planSectionSlides(input: SectionInput, context: PlanContext): SlideDraft[] {
  const run = new SlideRun(input, context)
  for (const item of withoutAnswer(run, input))
    addItem(run, item)
  flushProse(run)
  return run.slides
}

/** The items of a section; where it asks something, the first slide answers it, and the rest explains. */
function withoutAnswer(run: SlideRun, { question, title, items }: SectionInput): readonly Item[] {
  const answer = question ? takeAnswer(phrasingText(title), items, run.context.ranking) : undefined
  if (!answer)
    return items
  const { blocks, notes, candidates, rest } = answer
  run.start({ blocks, notes, sources: [...notes], candidates })
  return rest
}

function addItem(run: SlideRun, item: Item): void {
  switch (item.type) {
    case 'prose':
      run.pending.push(item)
      break
    case 'aside':
      run.remember(item.source)
      break
    case 'visual':
      addVisual(run, item)
      break
    case 'list':
      addList(run, item)
      break
    case 'quote':
      addQuote(run, item)
      break
    case 'callout':
      addCallout(run, item, planSectionSlides)
      break
    case 'part':
      throw new Error('Parts are planned as sections of their own.')
  }
}

/** Items of a list that is cut below the line that leads to it, before and after the cut at least. */
const MIN_PART = 2

/** A list with the line that leads to it, in several slides where it is long. */
function addList(run: SlideRun, { bullets: all, complete, source }: ItemOf<'list'>): void {
  const lead = takeLead(run)
  const [head, ...below] = all
  // An item that only leads to the items below it is a line above them.
  const isHeaded = head && !lead.length && below.length > 1 && head.level === 0 && /[:：]$/.test(head.plain)
    && below.every(({ level }) => level > 0)
  const bullets = isHeaded ? below.map(item => ({ ...item, level: 0 })) : all
  const { blocks: leadBlocks, candidates } = chooseLead(lead, run.context.ranking, {
    withLeadIn: true,
    named: false,
    questions: run.keepsQuestions,
  })
  const blocks: Block[] = isHeaded ? [{ type: 'line', line: head }] : leadBlocks
  const sources = lead.map(item => item.source)
  const [first, ...others] = partsOfList(run, blocks, bullets)
  const isAllShown = complete && !lead.length
  const withLead = first!.type === 'bullets' && fitsWithLead(run, blocks, first!.items)
  run.start({
    blocks: withLead ? [...blocks, first!] : [first!],
    notes: isAllShown ? sources : [...sources, source],
    sources: [...sources, source],
    candidates,
  })
  for (const part of others)
    run.start({ blocks: [part], sources: [source] })
}

/** A list in parts that fit; below a lead the first has as many items as find room there. */
function partsOfList(run: SlideRun, lead: readonly Block[], bullets: Bullet[]): Block[] {
  const parts = splitBlock({ type: 'bullets', items: bullets }, run.heightLeft)
  const [first] = parts
  if (!lead.length || first?.type !== 'bullets' || fitsWithLead(run, lead, first.items))
    return parts
  const { length } = bullets
  const ends = bullets.flatMap(({ level }, i) =>
    i >= MIN_PART && i <= length - MIN_PART && level === 0 ? [i] : [])
  const end = ends.findLast(end => fitsWithLead(run, lead, bullets.slice(0, end)))
  if (!end)
    return parts
  const rest = splitBlock({ type: 'bullets', items: bullets.slice(end) }, run.heightLeft)
  return [{ type: 'bullets', items: bullets.slice(0, end) }, ...rest]
}

function fitsWithLead(run: SlideRun, lead: readonly Block[], bullets: Bullet[]): boolean {
  const { target, tolerance } = limits.words
  const lines = lead.filter(block => block.type === 'line')
  return wordsInBlocks(lead) + wordsInLines(bullets) <= target + tolerance
    && heightOf([...lines, { type: 'bullets', items: bullets }]) <= run.heightLeft
    && bullets.length + bulletsInBlocks(lead) <= limits.bullets
}

function addQuote(run: SlideRun, { sentences, source }: ItemOf<'quote'>): void {
  flushProse(run)
  if (wordsInLines(sentences) <= limits.words.target) {
    const lines = sentences.map((sentence) => {
      const line = shortenSentence(sentence, Infinity)
      const isOneOfMany = sentences.length > 1 && !isAttribution(sentence.plain)
      const stop = isOneOfMany ? /[.。]$/.exec(sentence.plain)?.[0] : undefined
      return stop ? { ...line, nodes: [...line.nodes, { type: 'text' as const, value: stop }] } : line
    })
    const isWhole = lines.every(({ words }, i) => words === sentences[i]!.words)
    run.start({ blocks: [{ type: 'quote', lines }], notes: isWhole ? [] : [source], sources: [source] })
    return
  }
  const budget = { words: limits.words.target, lines: 2 }
  const last = sentences.at(-1)!
  const said = isAttribution(last.plain) ? sentences.slice(0, -1) : sentences
  const { lines, candidates } = chooseLines(said, run.context.ranking, budget)
  if (said !== sentences)
    lines.push(shortenSentence(last, Infinity))
  run.start({ blocks: [{ type: 'quote', lines }], notes: [source], sources: [source], candidates })
}
