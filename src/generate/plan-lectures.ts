import type { FootnoteDefinition, PhrasingContent, RootContent } from 'mdast'
import type { SourceDocument } from './document.ts'
import type { Phrases } from './phrases.ts'
import type { LectureInput } from './plan/lecture.ts'
import type { PlannedSection, Room } from './plan/section.ts'
import type { SlideDraft } from './plan/slide.ts'
import type { Section } from './sections.ts'
import type { Split } from './splits.ts'
import { toString } from 'mdast-util-to-string'
import { cleanTree, findAll } from './clean.ts'
import { resolveLinks } from './links.ts'
import { outlineOf } from './outline.ts'
import { phrasesIn } from './phrases.ts'
import { admonitionTitle, rankItems } from './plan/document-items.ts'
import { sectionItems } from './plan/items.ts'
import { planLecture } from './plan/lecture.ts'

export interface PlanOptions {
  split: Split
  title?: string
  language?: string
  /** Address of the document, from which its relative links lead. */
  baseUrl?: string
  /** 1 without it. */
  room?: Room
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
  const context = { language, titleOf: (node: Parameters<typeof admonitionTitle>[0]) => admonitionTitle(node, phrases) ?? node.kind[0]!.toUpperCase() + node.kind.slice(1) }
  const heading = outline.titleSection?.heading
  const keepsHeading = heading && (!options.title || options.title === outline.title)
  const title: PhrasingContent[] = keepsHeading && toString(heading) ? heading.children : [{ type: 'text', value: outline.title }]
  const intro: PlannedSection = { ...introTitle(title, phrases), items: sectionItems(outline.intro, context), children: [] }
  const sections = outline.sections.map(section => planned(section, context))
  const ranking = rankItems([intro, ...sections.flatMap(flatten)].map(({ title, items }) => ({ heading: textOf(title), items })))
  const planContext = { ranking, phrases, titleOf: (node: Parameters<typeof admonitionTitle>[0]) => admonitionTitle(node, phrases), room: options.room ?? (() => 1) }
  const inputs = lectureInputs({ title, heading, description: document.description, intro, sections }, options.split, phrases)
  return inputs.map((input) => {
    const slides = planLecture(input, planContext)
    addFootnotes(slides, footnotes, phrases)
    return { title: textOf(input.title), slides }
  })
}

interface Parts {
  title: PhrasingContent[]
  heading?: RootContent
  description?: string
  intro: PlannedSection
  sections: PlannedSection[]
}

function lectureInputs({ title, heading, description, intro, sections }: Parts, split: Split, phrases: Phrases): LectureInput[] {
  const titleSources = heading ? [heading] : []
  if (split === 'lecture' || !sections.length)
    return [{ title, titleSources, description, intro, sections }]
  const first: LectureInput[] = intro.items.length ? [{ title, titleSources, description, intro, sections: [] }] : []
  return [...first, ...sections.map((section): LectureInput => ({
    title: section.title,
    titleSources: section.heading ? [section.heading] : [],
    intro: { ...section, ...introTitle(section.title, phrases), heading: undefined, children: [] },
    sections: section.children,
  }))]
}

/** What stands below a title that asks something is its answer; below another it is an introduction. */
function introTitle(title: PhrasingContent[], { introduction }: Phrases): Pick<PlannedSection, 'title' | 'question' | 'intro'> {
  return isQuestion(textOf(title)) ? { title, question: true } : { title: [{ type: 'text', value: introduction }], question: false, intro: true }
}

function planned(section: Section, context: Parameters<typeof sectionItems>[1]): PlannedSection {
  return {
    title: section.heading!.children,
    question: isQuestion(section.title),
    heading: section.heading,
    items: sectionItems(section.blocks, context),
    children: section.children.map(child => planned(child, context)),
  }
}

function flatten(section: PlannedSection): PlannedSection[] {
  return [section, ...section.children.flatMap(flatten)]
}

/** Whether a heading asks something, whatever sign or picture stands after the question mark. */
export function isQuestion(title: string): boolean {
  return /[?？؟;][\p{Extended_Pictographic}\uFE0F\u200D\p{P}\s]*$/u.test(title) && /[?？؟]/.test(title)
}

function textOf(nodes: readonly PhrasingContent[]): string {
  return nodes.map(node => toString(node, { includeHtml: false })).join('').replace(/\s+/g, ' ').trim()
}

/** Footnotes go into the notes of the first slide that refers to them. */
function addFootnotes(slides: readonly SlideDraft[], footnotes: ReadonlyMap<string, FootnoteDefinition>, phrases: Phrases): void {
  const left = new Map(footnotes)
  const seen = new Set<RootContent>()
  for (const slide of slides) {
    const fresh = left.size ? slide.sources.filter(source => !seen.has(source)) : []
    fresh.forEach(source => seen.add(source))
    for (const { identifier } of fresh.flatMap(source => findAll(source, 'footnoteReference'))) {
      const note = left.get(identifier)
      if (!note)
        continue
      left.delete(identifier)
      slide.notes.push(...footnoteBlocks(note, phrases))
      slide.sources.push(note)
    }
  }
}

function footnoteBlocks(note: FootnoteDefinition, { footnote }: Phrases): RootContent[] {
  const [first, ...others] = note.children
  const mark: PhrasingContent[] = [{ type: 'emphasis', children: [{ type: 'text', value: `${footnote}:` }] }, { type: 'text', value: ' ' }]
  return first?.type === 'paragraph' ? [{ ...first, children: [...mark, ...first.children] }, ...others] : [...note.children]
}
