import type { PlanContext, PlannedSection } from './section.ts'
import type { Block, SlideDraft } from './slide.ts'
import { heightLeft, heightOf } from '../fit/estimate-height.ts'
import { slideMetrics } from '../fit/slide-metrics.ts'
import { limits } from '../limits.ts'
import { numberOfWords } from '../text/words.ts'
import { phrasingText } from '../write/markdown.ts'
import { textOfGroup } from './prose-groups.ts'
import { bulletsInBlocks, wordsInBlocks, wordsInLines } from './slide.ts'

const COMPARED = /\b(?:vs\.?|versus|compared|comparison|comparing|differences?)\b/i
/** Titles that stand against each other. */
const OPPOSITES: readonly (readonly [RegExp, RegExp])[] = [
  [/^(?:advantages|benefits|strengths)$/i, /^(?:disadvantages|drawbacks|weaknesses|limitations)$/i],
  [/^pros$/i, /^cons$/i],
  [/^before$/i, /^after$/i],
  [/^(?:dos?|good)$/i, /^(?:don['’]ts?|bad)$/i],
]

/**
 * Two short sections that are compared with each other, as the columns of one slide; undefined where they are not, or
 * do not fit.
 */
export function columnsOf(section: PlannedSection, context: PlanContext): SlideDraft | undefined {
  const [left, right, ...others] = section.children
  if (!left || !right || others.length || section.question || !isPlain(left) || !isPlain(right))
    return undefined
  const areOpposites = isOpposite(phrasingText(left.title), phrasingText(right.title))
  if (!areOpposites && !COMPARED.test(phrasingText(section.title)) && !(isOneList(left) && isOneList(right)))
    return undefined
  const [first, second] = [columnBlocks(left, context), columnBlocks(right, context)]
  if (!first || !second)
    return undefined
  const draft: SlideDraft = {
    kind: 'columns',
    title: section.title,
    blocks: first,
    right: second,
    notes: [...left.items, ...right.items].map(({ source }) => source),
    sources: [left, right].flatMap(sourcesOf),
    candidates: [],
    section: phrasingText(section.title),
  }
  return fits(draft, first, second, context) ? draft : undefined
}

function isPlain({ children, question }: PlannedSection): boolean {
  return !children.length && !question
}

/** Two lists side by side are compared, whatever they are called. */
function isOneList({ items }: PlannedSection): boolean {
  return items.length === 1 && items[0]?.type === 'list' && items[0].bullets.length > 1
}

function isOpposite(left: string, right: string): boolean {
  return OPPOSITES.some(([one, other]) =>
    (one.test(left) && other.test(right)) || (other.test(left) && one.test(right)))
}

function sourcesOf({ heading, items }: PlannedSection) {
  return [...heading ? [heading] : [], ...items.map(({ source }) => source)]
}

function fits(draft: SlideDraft, left: readonly Block[], right: readonly Block[], context: PlanContext): boolean {
  const { column } = slideMetrics
  const height = Math.max(heightOf(left, { column }), heightOf(right, { column }))
  const both = [...left, ...right]
  return height <= heightLeft(draft) * context.heightShare(draft.section)
    && wordsInBlocks(both) <= limits.words.target
    && bulletsInBlocks(both) <= limits.bullets
}

function columnBlocks({ title, items }: PlannedSection, { ranking }: PlanContext): Block[] | undefined {
  const plain = phrasingText(title)
  const nodes = [{ type: 'strong' as const, children: title }]
  const head: Block = { type: 'line', line: { nodes, plain, words: numberOfWords(plain) } }
  const [only] = items
  if (items.length === 1 && only?.type === 'list' && only.complete)
    return [head, { type: 'bullets', items: only.bullets }]
  const prose = items.filter(item => item.type === 'prose')
  const words = wordsInLines(prose)
  if (!prose.length || prose.length < items.length || words > limits.words.target)
    return undefined
  return [head, ...textOfGroup(prose, ranking, words).blocks]
}
