import type { PhrasingContent, RootContent } from 'mdast'
import type { PlanContext, PlannedSection } from './section.ts'
import type { Block, Bullet, SlideDraft, TextLine } from './slide.ts'
import { chooseSize } from '../fit/choose-size.ts'
import { limits } from '../limits.ts'
import { numberOfWords } from '../text/words.ts'
import { phrasingText } from '../write/markdown.ts'
import { planSection } from './section.ts'
import { wordsInLines } from './slide.ts'
import { summaryOf } from './summary.ts'

/** A lecture before it is planned. */
export interface LectureInput {
  title: PhrasingContent[]
  titleSources: RootContent[]
  description?: string
  /** What stands below the title, before the first section. */
  intro: PlannedSection
  sections: PlannedSection[]
}

/** All slides of a lecture: cover, agenda, the document's, summary. */
export function planLecture(input: LectureInput, context: PlanContext): SlideDraft[] {
  const { intro, sections } = input
  const introSlides = intro.items.length || intro.children.length ? planSection(intro, context) : []
  const body = sections.flatMap(section => planSection(section, context))
  const slides = [...withIntro(coverOf(input), agendaOf(sections, context), introSlides), ...body]
  const all = [...slides, ...summaryOf(slides, sections.length, context.phrases)]
  return all.map((slide) => {
    const filled = withoutEmptyColumn({ ...slide, blocks: slide.blocks.map(loneLine) })
    return { ...filled, size: chooseSize(filled, context.heightShare(slide.section)) }
  })
}

/** An introduction of which no slide shows anything is told with the cover. */
function withIntro(cover: SlideDraft, agenda: SlideDraft[], intro: readonly SlideDraft[]): SlideDraft[] {
  const [only, ...others] = intro
  const isSilent = only && !others.length && !only.blocks.length && only.kind === 'content'
  if (!isSilent)
    return [cover, ...agenda, ...intro]
  const told = { notes: [...cover.notes, ...only.notes], sources: [...cover.sources, ...only.sources] }
  return [{ ...cover, ...told }, ...agenda]
}

/** Where the text of a slide became its title, the code beside it has all of the slide. */
function withoutEmptyColumn({ right, ...slide }: SlideDraft): SlideDraft {
  return right && !slide.blocks.length ? { ...slide, kind: 'content', blocks: right } : { ...slide, right }
}

/** A bullet beside no other is a line. */
function loneLine(block: Block): Block {
  const [only, ...others] = block.type === 'bullets' ? block.items : []
  return only && !others.length && only.number === undefined && only.checked === undefined
    ? { type: 'line', line: only }
    : block
}

function coverOf({ title, titleSources, description }: LectureInput): SlideDraft {
  return {
    kind: 'cover',
    title,
    blocks: description ? [{ type: 'line', line: plainLine(description) }] : [],
    notes: [],
    sources: titleSources,
    candidates: [],
    section: phrasingText(title),
  }
}

function plainLine(text: string): TextLine {
  const plain = text.replace(/\s+/g, ' ').trim()
  return { nodes: [{ type: 'text', value: plain }], plain, words: numberOfWords(plain) }
}

function agendaOf(sections: readonly PlannedSection[], { phrases }: PlanContext): SlideDraft[] {
  const named = sections.filter(({ title }) => phrasingText(title))
  const items = named.map(({ title }): Bullet => {
    const plain = phrasingText(title)
    return { nodes: title, plain, words: numberOfWords(plain), level: 0 }
  })
  const { min, max } = limits.agenda
  if (items.length < min || items.length > max || wordsInLines(items) > limits.words.target)
    return []
  const title = named.every(({ question }) => question) ? phrases.questions : phrases.agenda
  return [{
    kind: 'agenda',
    title: [{ type: 'text', value: title }],
    blocks: [{ type: 'bullets', items }],
    notes: [],
    sources: [],
    candidates: [],
    section: title,
  }]
}
