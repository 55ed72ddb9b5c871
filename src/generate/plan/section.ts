import type { PhrasingContent, RootContent } from 'mdast'
import type { Phrases } from '../phrases.ts'
import type { Ranking } from '../text/ranking.ts'
import type { Item, ItemOf } from './items.ts'
import type { SectionSlides } from './join-sections.ts'
import type { SectionInput } from './slide-run.ts'
import type { SlideDraft } from './slide.ts'
import { fitsIn } from '../fit/choose-size.ts'
import { phrasingText } from '../write/markdown.ts'
import { columnsOf, comparedProse, pairOf } from './columns.ts'
import { divider, emptySlide, hasDivider } from './divider.ts'
import { joinSections } from './join-sections.ts'
import { joinThin } from './join.ts'
import { saysSomething } from './prose-slides.ts'
import { shortReferences } from './references.ts'
import { inRuns, pairOfParts } from './runs.ts'
import { planSectionSlides } from './section-slides.ts'
import { nameSlides } from './titles.ts'

/** A section with its items, as the planner takes it. */
export interface PlannedSection {
  title: PhrasingContent[]
  question: boolean
  /** Whether it stands below the lecture's title and has no heading of its own. */
  intro?: boolean
  /** Whether an introduction is all that the lecture has, so that its slides are called as the lecture is. */
  isWhole?: boolean
  /** The heading, where it is one of the document. */
  heading?: RootContent
  items: Item[]
  children: PlannedSection[]
}

/**
 * Share of a slide's height that may be used in a section of this title; less where a browser has measured an overflow.
 */
export type HeightShare = (section: string) => number

export interface PlanContext {
  ranking: Ranking
  phrases: Phrases
  titleOf: (node: ItemOf<'callout'>['source']) => string | undefined
  heightShare: HeightShare
  /** Words of prose for each text slide, and fewer than which get no slide of their own. */
  pace: { slide: number, widow: number }
}

/** The slides of a section and of all sections below it, in the document's order. */
export function planSection(section: PlannedSection, context: PlanContext): SlideDraft[] {
  const columns = columnsOf(section, context)
  if (columns && !section.items.length) {
    columns.sources.unshift(...section.heading ? [section.heading] : [])
    return [columns]
  }
  const compared = columns ? undefined : comparedProse(section, context)
  const own = compared ? [compared] : ownSlides(section, context)
  if (section.heading && own[0])
    own[0].sources.unshift(section.heading)
  if (columns)
    return [...own, { ...columns, title: withNote(section.title, context.phrases.continued) }]
  const children = planChildren(section, context)
  const below = joinSections(children, section.title, context.heightShare(phrasingText(section.title)))
  return announcesOne(own, below) ? [joinAnnounced(own[0]!, below[0]!)] : [...own, ...below]
}

function ownSlides(section: PlannedSection, context: PlanContext): SlideDraft[] {
  return hasDivider(section)
    ? [divider(section, context)]
    : shortReferences(section, [...titleOnly(section), ...planItems(section, context)])
}

/** The slides of each section below one; two neighbours that stand against each other share a slide. */
function planChildren({ children, title }: PlannedSection, context: PlanContext): SectionSlides[] {
  const planned: SectionSlides[] = []
  for (let i = 0; i < children.length; i++) {
    const [child, next] = [children[i]!, children[i + 1]]
    const pair = next && pairOf(child, next, title, context)
    planned.push({ section: child, slides: pair ? [pair] : planSection(child, context) })
    i += pair ? 1 : 0
  }
  return planned
}

/** A slide that only announces the one slide below it says nothing. */
function announcesOne([first, ...others]: readonly SlideDraft[], below: readonly SlideDraft[]): boolean {
  return first?.kind === 'section' && !others.length && !first.blocks.length
    && below.length === 1 && phrasingText(below[0]!.title) === phrasingText(first.title)
}

function joinAnnounced(announced: SlideDraft, slide: SlideDraft): SlideDraft {
  return {
    ...slide,
    notes: [...announced.notes, ...slide.notes],
    sources: [...announced.sources, ...slide.sources],
  }
}

function withNote(title: readonly PhrasingContent[], note: string): PhrasingContent[] {
  return [...title, { type: 'text', value: ` (${note})` }]
}

type TitledItems = Pick<PlannedSection, 'title' | 'items' | 'intro' | 'isWhole'>

/** Where the first words below a heading stand below another one, the heading has a slide without text. */
function titleOnly({ title, items, intro = false }: TitledItems): SlideDraft[] {
  const [first] = items
  return first?.type === 'part' && first.source.type !== 'tab' && !intro ? [emptySlide(title, [])] : []
}

/** Slides of items; a part among them has a title of its own, and what follows it continues the section. */
function planItems(
  section: TitledItems & Pick<SectionInput, 'question' | 'role'>,
  context: PlanContext,
): SlideDraft[] {
  const { title, items, intro = false, isWhole = false } = section
  const slides: SlideDraft[] = []
  const own: SlideDraft[] = []
  const share = context.heightShare(phrasingText(title))
  const runs = inRuns(items)
  for (let i = 0; i < runs.length; i++) {
    const run = runs[i]!
    const last = slides.at(-1)
    const pair = pairOfParts(run, runs[i + 1], title, context)
    if (pair) {
      slides.push(pair)
      i++
      continue
    }
    if (Array.isArray(run) && last && run.every(isForNotes)) {
      const sources = run.map(({ source }) => source)
      last.notes.push(...sources)
      last.sources.push(...sources)
    }
    else if (Array.isArray(run)) {
      const question = section.question && !slides.length
      const input = { title, question, items: run, role: section.role }
      const planned = joinThin(planSectionSlides(input, context), share)
      own.push(...planned)
      slides.push(...planned)
    }
    else {
      slides.push(...planPart(run, section, context))
    }
  }
  const isUnnamed = intro && !isWhole
  nameSlides(own, title, context.phrases, { isUnnamed, fits: slide => fitsIn(slide, 'dense', share) })
  return slides
}

/** Whether no slide of its own could show an item. */
function isForNotes(item: Item): boolean {
  return item.type === 'aside' || (item.type === 'prose' && !saysSomething(item))
}

/** A solution without a title of its own is called as its exercise is. */
function nameSolution(part: ItemOf<'part'>, section: readonly PhrasingContent[], phrases: Phrases): void {
  const exercise = `${phrases.exercise}: `
  const above = phrasingText(section)
  if (roleOf(part) === 'solution' && phrasingText(part.title) === phrases.solution && above.startsWith(exercise))
    part.title = [{ type: 'text', value: `${phrases.solution}: ${above.slice(exercise.length)}` }]
}

function roleOf({ source }: ItemOf<'part'>): SectionInput['role'] {
  if (source.type !== 'admonition')
    return undefined
  return ({ exercise: 'task', solution: 'solution' } as const)[source.kind as 'exercise' | 'solution']
}

/** Slides of a part of a section; a tab is called as the section and as itself. */
function planPart(part: ItemOf<'part'>, { title, intro }: TitledItems, context: PlanContext): SlideDraft[] {
  const isTab = part.source.type === 'tab' && !intro
  const named: ItemOf<'part'> = isTab
    ? { ...part, title: [...title, { type: 'text', value: ': ' }, ...part.title] }
    : part
  nameSolution(named, title, context.phrases)
  const slides = [...titleOnly(named), ...planItems({ ...named, role: roleOf(part) }, context)]
  slides[0]?.sources.unshift(part.source)
  // A part without a word of its own is still a title of the document.
  return slides.length ? slides : [emptySlide(named.title, [part.source])]
}
