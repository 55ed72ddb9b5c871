import type { PlanContext, PlannedSection } from './section.ts'
import type { Block, SlideDraft } from './slide.ts'
import { heightOf, roomOf } from '../fit/estimate-height.ts'
import { limits } from '../limits.ts'
import { countWords } from '../text/words.ts'
import { phrasingText } from '../write/markdown.ts'
import { textOfGroup } from './prose-groups.ts'
import { bulletsOf, wordsOf } from './slide.ts'

const COMPARED = /\b(?:vs\.?|versus|compared|comparison|comparing|differences?)\b/i
/** Titles that stand against each other. */
const OPPOSITES: readonly (readonly [RegExp, RegExp])[] = [
  [/^(?:advantages|benefits|strengths)$/i, /^(?:disadvantages|drawbacks|weaknesses|limitations)$/i],
  [/^pros$/i, /^cons$/i],
  [/^before$/i, /^after$/i],
  [/^(?:dos?|good)$/i, /^(?:don['’]ts?|bad)$/i],
]
/** Share of the slide's width that a column has. */
const COLUMN = 0.46

/** Two short sections that are compared with each other, as the columns of one slide; undefined where they are not, or do not fit. */
export function columnsOf(section: PlannedSection, context: PlanContext): SlideDraft | undefined {
  const [left, right, ...others] = section.children
  if (!left || !right || others.length || section.question || left.children.length || right.children.length || left.question || right.question)
    return undefined
  const titles = [left, right].map(({ title }) => phrasingText(title))
  const opposite = OPPOSITES.some(([one, other]) => (one.test(titles[0]!) && other.test(titles[1]!)) || (other.test(titles[0]!) && one.test(titles[1]!)))
  if (!opposite && !COMPARED.test(phrasingText(section.title)))
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
    sources: [left, right].flatMap(({ heading, items }) => [...heading ? [heading] : [], ...items.map(({ source }) => source)]),
    choices: [],
    section: phrasingText(section.title),
  }
  const tall = Math.max(heightOf(first, COLUMN), heightOf(second, COLUMN)) > roomOf(draft) * context.room(draft.section)
  return tall || wordsOf([...first, ...second]) > limits.words.target || bulletsOf([...first, ...second]) > limits.bullets ? undefined : draft
}

function columnBlocks({ title, items }: PlannedSection, { ranking }: PlanContext): Block[] | undefined {
  const plain = phrasingText(title)
  const head: Block = { type: 'line', line: { nodes: [{ type: 'strong', children: title }], plain, words: countWords(plain) } }
  const [only] = items
  if (items.length === 1 && only?.type === 'list' && only.complete)
    return [head, { type: 'bullets', items: only.bullets }]
  const prose = items.filter(item => item.type === 'prose')
  const words = prose.reduce((sum, item) => sum + item.words, 0)
  if (!prose.length || prose.length < items.length || words > limits.words.target)
    return undefined
  return [head, ...textOfGroup(prose, ranking, words).blocks]
}
