import type { PhrasingContent, RootContent } from 'mdast'
import type { Admonition, SourceDocument } from './document.ts'
import type { Outline } from './outline.ts'
import type { Phrases } from './phrases.ts'
import type { Item, ItemContext } from './plan/items.ts'
import type { LectureInput } from './plan/lecture.ts'
import type { HeightShare, PlanContext, PlannedSection } from './plan/section.ts'
import type { SlideDraft } from './plan/slide.ts'
import type { Section } from './sections.ts'
import type { Split } from './splits.ts'
import { toString } from 'mdast-util-to-string'
import { cleanTree } from './clean.ts'
import { addFootnotes, addOtherFootnotes } from './footnotes.ts'
import { limits } from './limits.ts'
import { resolveLinks } from './links.ts'
import { divideLecture } from './long-lectures.ts'
import { outlineOf } from './outline.ts'
import { phrasesIn } from './phrases.ts'
import { admonitionTitle, rankItems } from './plan/document-items.ts'
import { sectionItems } from './plan/items.ts'
import { planLecture } from './plan/lecture.ts'
import { askQuestions } from './plan/rhetorical-questions.ts'
import { phrasingText } from './write/markdown.ts'

export interface PlanOptions {
  split: Split
  title?: string
  language?: string
  /** Titles of the lectures that the document became in a former run. */
  formerTitles?: ReadonlySet<string>
  /** Address of the document, from which its relative links lead. */
  baseUrl?: string
  /** All of the height without it. */
  heightShare?: HeightShare
}

/** A lecture as it will be written. */
export interface PlannedLecture {
  title: string
  slides: SlideDraft[]
}

/** The lectures of a document. Pure: the same document gives the same slides on every machine. */
export function planLectures(document: SourceDocument, options: PlanOptions): PlannedLecture[] {
  const language = options.language ?? document.language ?? 'en'
  const phrases = phrasesIn(language)
  const { children, footnotes } = cleanTree(document.root)
  resolveLinks({ type: 'root', children: [...children, ...footnotes.values()] }, options.baseUrl)
  const outline = outlineOf({ ...document, root: { type: 'root', children } }, options.title)
  const parts = partsOf(outline, options, phrases, language)
  const ranked = [parts.intro, ...parts.sections.flatMap(flatten)]
  const context = {
    ranking: rankItems(ranked.map(({ title, items }) => ({ heading: phrasingText(title), items }))),
    phrases,
    titleOf: (node: Admonition) => admonitionTitle(node, phrases),
    heightShare: options.heightShare ?? (() => 1),
    pace: limits.prose,
  }
  const lectures = lectureInputs({ ...parts, description: document.description }, options.split, phrases)
  const inputs = options.split !== 'auto'
    ? lectures
    : divideLecture(lectures[0]!, {
        slidesOf: input => planLecture(input, context).length,
        formerTitles: options.formerTitles ?? new Set(),
        lectureOf: section => lectureOf(section, phrases),
      })
  const planned = inputs.map((input) => {
    const slides = planLecture(input, { ...context, pace: paceOf(input) })
    addFootnotes(slides, footnotes, phrases)
    return { title: phrasingText(input.title), slides }
  })
  addOtherFootnotes(planned, footnotes, phrases)
  return planned
}

function paceOf({ intro, sections }: LectureInput): PlanContext['pace'] {
  const all = [intro, ...sections].flatMap(flatten).flatMap(({ items }) => items)
  return wordsIn(all) <= limits.shortLecture.words ? limits.shortLecture : limits.prose
}

function wordsIn(items: readonly Item[]): number {
  return items.reduce((sum, item) => {
    if (item.type === 'prose')
      return sum + item.words
    return sum + ('items' in item ? wordsIn(item.items) : 0)
  }, 0)
}

interface Parts {
  title: PhrasingContent[]
  heading?: RootContent
  description?: string
  intro: PlannedSection
  sections: PlannedSection[]
}

function partsOf(outline: Outline, { title: wanted }: PlanOptions, phrases: Phrases, language: string): Parts {
  const heading = outline.titleSection?.heading
  const keepsHeading = heading && (!wanted || wanted === outline.title) && toString(heading)
  const title: PhrasingContent[] = keepsHeading ? heading.children : [{ type: 'text', value: outline.title }]
  const titleOf = (node: Admonition) =>
    admonitionTitle(node, phrases) ?? node.kind[0]!.toUpperCase() + node.kind.slice(1)
  const context = { language, titleOf }
  return {
    title,
    heading,
    intro: {
      ...introTitle(title, phrases, outline.sections.length > 0),
      items: askQuestions(sectionItems(outline.intro, context)),
      children: [],
    },
    sections: outline.sections.map(section => sectionOf(section, context)),
  }
}

function sectionOf(section: Section, context: ItemContext): PlannedSection {
  return {
    title: withoutStop(section.heading!.children),
    question: isQuestion(section.title),
    heading: section.heading,
    items: askQuestions(sectionItems(section.blocks, context)),
    children: section.children.map(child => sectionOf(child, context)),
  }
}

/** A heading without the full stop that some authors put behind it; an ellipsis and an abbreviation stay. */
function withoutStop(title: PhrasingContent[]): PhrasingContent[] {
  const last = title.at(-1)
  const isOne = last?.type === 'text' && /\p{L}{3,}\.\s*$/u.test(last.value)
  if (!isOne || /[.!?]\s|\betc\.\s*$/.test(last.value.trim()))
    return title
  return [...title.slice(0, -1), { ...last, value: last.value.replace(/\.\s*$/, '') }]
}

function flatten(section: PlannedSection): PlannedSection[] {
  return [section, ...section.children.flatMap(flatten)]
}

function lectureInputs(parts: Parts, split: Split, phrases: Phrases): LectureInput[] {
  const { title, heading, description, intro, sections } = parts
  const titleSources = heading ? [heading] : []
  if (split !== 'section' || !sections.length)
    return [{ title, titleSources, description, intro, sections }]
  const first: LectureInput[] = intro.items.length
    ? [{ title, titleSources, description, intro, sections: [] }]
    : []
  return [...first, ...sections.map(section => lectureOf(section, phrases))]
}

/** A lecture of one section. */
function lectureOf(section: PlannedSection, phrases: Phrases): LectureInput {
  return {
    title: section.title,
    titleSources: section.heading ? [section.heading] : [],
    intro: {
      ...section,
      ...introTitle(section.title, phrases, section.children.length > 0),
      heading: undefined,
      children: [],
    },
    sections: section.children,
  }
}

type IntroTitle = Pick<PlannedSection, 'title' | 'question' | 'intro' | 'isWhole'>

/** Below a title that asks something stands its answer; below another an introduction, where sections follow it. */
function introTitle(title: PhrasingContent[], { introduction }: Phrases, hasSections: boolean): IntroTitle {
  if (isQuestion(phrasingText(title)))
    return { title, question: true }
  const ownTitle: PhrasingContent[] = [{ type: 'text', value: introduction }]
  return { title: hasSections ? ownTitle : title, question: false, intro: true, isWhole: !hasSections }
}

/** Whether a heading asks something, whatever sign or picture stands after the question mark. */
export function isQuestion(title: string): boolean {
  return /[?？؟;][\p{Extended_Pictographic}\uFE0F\u200D\p{P}\s]*$/u.test(title) && /[?？؟]/.test(title)
}
