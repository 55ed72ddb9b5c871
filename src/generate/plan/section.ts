import type { PhrasingContent, RootContent } from 'mdast'
import type { Phrases } from '../phrases.ts'
import type { Ranking } from '../text/ranking.ts'
import type { Item } from './items.ts'
import type { SlideDraft } from './slide.ts'
import { limits } from '../limits.ts'
import { shorten } from '../text/compress.ts'
import { phrasingText } from '../write/markdown.ts'
import { columnsOf } from './columns.ts'
import { SectionSlides } from './section-slides.ts'
import { nameSlides } from './titles.ts'

/** A section with its items, as the planner takes it. */
export interface PlannedSection {
  title: PhrasingContent[]
  question: boolean
  /** Whether it stands below the lecture's title and has no heading of its own. */
  intro?: boolean
  /** The heading, where it is one of the document. */
  heading?: RootContent
  items: Item[]
  children: PlannedSection[]
}

/** Share of a slide's height that may be used in a section of this title; less where a browser has measured an overflow. */
export type Room = (section: string) => number

export interface PlanContext {
  ranking: Ranking
  phrases: Phrases
  titleOf: (node: Extract<Item, { type: 'callout' }>['source']) => string | undefined
  room: Room
}

/** The slides of a section and of all sections below it, in the document's order. */
export function planSection(section: PlannedSection, context: PlanContext): SlideDraft[] {
  const columns = columnsOf(section, context)
  if (columns && !section.items.length) {
    columns.sources.unshift(...section.heading ? [section.heading] : [])
    return [columns]
  }
  const own = hasDivider(section) ? [divider(section, context)] : [...titleOnly(section), ...planItems(section, context)]
  if (section.heading && own[0])
    own[0].sources.unshift(section.heading)
  if (columns)
    return [...own, { ...columns, title: [...section.title, { type: 'text', value: ` (${context.phrases.continued})` }] }]
  return [...own, ...section.children.flatMap(child => planSection(child, context))]
}

/** A heading with others below it and little text of its own gets a slide that only announces it. */
function hasDivider({ items, children, question }: PlannedSection): boolean {
  if (!items.length)
    return true
  const words = items.reduce((sum, item) => sum + (item.type === 'prose' ? item.words : Infinity), 0)
  return children.length > 0 && !question && words <= limits.prose.bullet * 1.7
}

function divider({ title, items }: PlannedSection, { ranking }: PlanContext): SlideDraft {
  const sentences = items.flatMap(item => item.type === 'prose' ? item.sentences : [])
  const [best] = [...sentences].sort((a, b) => ranking.scoreOf(b) - ranking.scoreOf(a))
  const line = best && shorten(best)
  const sources = items.map(({ source }) => source)
  return {
    kind: 'section',
    title,
    blocks: line && line.words <= limits.bullet.most && !/[?:]$/.test(line.plain) ? [{ type: 'line', line }] : [],
    notes: [...sources],
    sources,
    choices: sentences.map(sentence => ({ text: sentence.plain, score: ranking.scoreOf(sentence), chosen: sentence === best, central: ranking.isCentral(sentence) })),
    section: phrasingText(title),
  }
}

/** Where the first words below a heading stand below another one, the heading has a slide without text. */
function titleOnly({ title, items, intro = false }: Pick<PlannedSection, 'title' | 'items' | 'intro'>): SlideDraft[] {
  return items[0]?.type === 'part' && items[0].source.type !== 'tab' && !intro ? [{ kind: 'section', title, blocks: [], notes: [], sources: [], choices: [], section: phrasingText(title) }] : []
}

/** Slides of items; a part among them has a title of its own, and what follows it continues the section. */
function planItems({ title, question, items, intro = false }: Pick<PlannedSection, 'title' | 'question' | 'items' | 'intro'>, context: PlanContext): SlideDraft[] {
  const slides: SlideDraft[] = []
  let run: Item[] = []
  const flush = () => {
    if (!run.length)
      return
    const planned = new SectionSlides({ title, question: question && !slides.length, items: run }, context).slides
    slides.push(...planned)
    run = []
  }
  const runs: SlideDraft[][] = []
  for (const item of items) {
    if (item.type !== 'part') {
      run.push(item)
      continue
    }
    flush()
    const named = item.source.type === 'tab' && !intro ? { ...item, title: [...title, { type: 'text' as const, value: ': ' }, ...item.title] } : item
    const part = [...titleOnly(named), ...planItems(named, context)]
    part[0]?.sources.unshift(item.source)
    // A part without a word of its own is still a title of the document.
    const own: SlideDraft[] = part.length ? part : [{ kind: 'section', title: named.title, blocks: [], notes: [], sources: [item.source], choices: [], section: phrasingText(named.title) }]
    runs.push(own)
    slides.push(...own)
  }
  flush()
  const inParts = new Set(runs.flat())
  nameSlides(slides.filter(slide => !inParts.has(slide)), title, context.phrases, intro)
  return slides
}
