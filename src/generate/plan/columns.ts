import type { PhrasingContent, RootContent } from 'mdast'
import type { Item } from './items.ts'
import type { PlanContext, PlannedSection } from './section.ts'
import type { Block, SlideDraft } from './slide.ts'
import { fitsIn } from '../fit/choose-size.ts'
import { heightLeft, heightOf } from '../fit/estimate-height.ts'
import { slideMetrics } from '../fit/slide-metrics.ts'
import { limits } from '../limits.ts'
import { areOpposites, comparedNames, isComparison, names } from '../text/comparisons.ts'
import { leansOnOthers } from '../text/statements.ts'
import { numberOfWords } from '../text/words.ts'
import { phrasingText } from '../write/markdown.ts'
import { chooseLines } from './choose.ts'
import { textBlocks, textOfGroup } from './prose-groups.ts'
import { bulletsInBlocks, isVisual, wordsInBlocks, wordsInLines } from './slide.ts'

/** Words of both columns together, and of the prose in one of them. */
const WORDS = { both: limits.words.target + limits.words.tolerance, side: 20, prose: 90 }

/** One of two things that are compared. */
interface Side {
  title: PhrasingContent[]
  items: readonly Item[]
  /** Blocks of the document that it stands for. */
  sources: RootContent[]
}

/**
 * Two short sections that are compared with each other, as the columns of one slide; undefined where they are not, or
 * do not fit.
 */
export function columnsOf(section: PlannedSection, context: PlanContext): SlideDraft | undefined {
  const [left, right, ...others] = section.children
  if (!left || !right || others.length || section.question || !isPlain(left) || !isPlain(right))
    return undefined
  const areCompared = areOpposites(phrasingText(left.title), phrasingText(right.title))
    || isComparison(phrasingText(section.title))
    || (isOneList(left) && isOneList(right))
  return areCompared ? columns(section.title, [sideOf(left), sideOf(right)], context) : undefined
}

/** Two neighbours among sections that stand against each other, as columns below the title of both. */
export function pairOf(
  left: PlannedSection,
  right: PlannedSection,
  parent: readonly PhrasingContent[],
  context: PlanContext,
): SlideDraft | undefined {
  const [one, other] = [left, right].map(({ title }) => phrasingText(title)) as [string, string]
  const compared = comparedNames(phrasingText(parent))
  const areNamed = compared !== undefined && names(one, compared[0]) && names(other, compared[1])
  if (!isPlain(left) || !isPlain(right) || !(areNamed || areOpposites(one, other)))
    return undefined
  const both = `${one} – ${other}`
  const above = phrasingText(parent)
  const title = areNamed ? above : [`${above}: ${both}`, both].find(text => text.length <= limits.title.characters)
  return title
    ? columns([{ type: 'text', value: title }], [sideOf(left), sideOf(right)], context)
    : undefined
}

/**
 * The prose of a section called "A vs. B" as two columns, one of the sentences on each; undefined where it does not
 * speak of them one after the other.
 */
export function comparedProse(section: PlannedSection, context: PlanContext): SlideDraft | undefined {
  const compared = comparedNames(phrasingText(section.title))
  const prose = section.items.filter(item => item.type === 'prose')
  if (!compared || section.question || !prose.length || prose.length < section.items.length)
    return undefined
  const sentences = prose.flatMap(item => item.step ? [] : item.sentences)
  if (wordsInLines(sentences) > WORDS.prose)
    return undefined
  const blocks = compared.map((name, i) => {
    const own = sentences.filter(({ plain }) => !leansOnOthers(plain) && !/[?:]$/.test(plain)
      && names(plain, name) && !names(plain, compared[1 - i]!))
    const { lines } = own.length
      ? chooseLines(own, context.ranking, { words: WORDS.side, lines: 2 })
      : { lines: [] }
    return lines.length ? [head([{ type: 'text', value: name }]), ...textBlocks(lines)] : []
  })
  const [left, right] = blocks as [Block[], Block[]]
  const sources = section.items.map(({ source }) => source)
  return left.length && right.length ? draftOf(section.title, [left, right], sources, context) : undefined
}

function sideOf({ heading, title, items }: PlannedSection): Side {
  return { title, items, sources: [...heading ? [heading] : [], ...items.map(({ source }) => source)] }
}

function isPlain({ children, question }: PlannedSection): boolean {
  return !children.length && !question
}

/** Two lists side by side are compared, whatever they are called. */
function isOneList({ items }: PlannedSection): boolean {
  return items.length === 1 && items[0]?.type === 'list' && items[0].bullets.length > 1
}

function columns(title: PhrasingContent[], sides: readonly [Side, Side], context: PlanContext): SlideDraft | undefined {
  const [left, right] = sides.map(side => columnBlocks(side, context))
  if (!left || !right)
    return undefined
  const draft = draftOf(title, [left, right], sides.flatMap(({ items }) => items.map(({ source }) => source)), context)
  return draft && { ...draft, sources: sides.flatMap(({ sources }) => sources) }
}

function draftOf(
  title: PhrasingContent[],
  [left, right]: readonly [Block[], Block[]],
  sources: RootContent[],
  context: PlanContext,
): SlideDraft | undefined {
  const draft: SlideDraft = {
    kind: 'columns',
    title,
    blocks: left,
    right,
    notes: [...sources],
    sources: [...sources],
    candidates: [],
    section: phrasingText(title),
  }
  return fits(draft, left, right, context) ? draft : undefined
}

function fits(draft: SlideDraft, left: readonly Block[], right: readonly Block[], context: PlanContext): boolean {
  const { column } = slideMetrics
  const share = context.heightShare(draft.section)
  const height = Math.max(heightOf(left, { column }), heightOf(right, { column }))
  const both = [...left, ...right]
  return height <= heightLeft(draft) * share
    && (!both.some(isVisual) || fitsIn(draft, 'normal', share))
    && wordsInBlocks(both) <= WORDS.both
    && bulletsInBlocks(both) <= limits.bullets
}

function head(title: PhrasingContent[]): Block {
  const plain = phrasingText(title)
  return { type: 'line', line: { nodes: [{ type: 'strong', children: title }], plain, words: numberOfWords(plain) } }
}

/** The name of a side, and below it its list, its code with a line, or its best sentences. */
function columnBlocks({ title, items }: Side, { ranking }: PlanContext): Block[] | undefined {
  const [first, second, ...others] = items
  const shown = [first, second].find(item => item?.type === 'list' || (item?.type === 'visual' && isCode(item.block)))
  if (!first || others.length || (second && (!shown || first.type !== 'prose')))
    return proseColumn(title, items, ranking)
  if (!shown)
    return proseColumn(title, items, ranking)
  const blocks: Block[] = []
  if (first !== shown && first.type === 'prose') {
    const { lines } = chooseLines(first.sentences, ranking, { words: WORDS.side / 2, lines: 1 })
    blocks.push(...textBlocks(lines.filter(({ words, plain }) => words <= WORDS.side / 2 && !leansOnOthers(plain))))
  }
  if (shown.type === 'list')
    blocks.push({ type: 'bullets', items: shown.bullets })
  else if (shown.type === 'visual')
    blocks.push(shown.block)
  return [head(title), ...blocks]
}

function isCode({ type }: Block): boolean {
  return type === 'code'
}

function proseColumn(title: PhrasingContent[], items: readonly Item[], ranking: PlanContext['ranking']) {
  const prose = items.filter(item => item.type === 'prose')
  const words = wordsInLines(prose)
  if (!prose.length || prose.length < items.length || words > WORDS.prose)
    return undefined
  const { blocks } = textOfGroup(prose, ranking, Math.min(words, WORDS.side))
  return [head(title), ...blocks]
}
