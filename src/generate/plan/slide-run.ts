import type { PhrasingContent, RootContent } from 'mdast'
import type { Item, ItemOf } from './items.ts'
import type { PlanContext } from './section.ts'
import type { SlideDraft, SlideKind } from './slide.ts'
import { heightLeft } from '../fit/estimate-height.ts'
import { phrasingText } from '../write/markdown.ts'
import { isFlexible } from './slide.ts'

export interface SectionInput {
  title: PhrasingContent[]
  question: boolean
  items: readonly Item[]
  /** An exercise, whose questions are what it asks for, or its solution, which answers on every slide. */
  role?: 'task' | 'solution'
}

/** What a new slide has; what is not said is empty. */
export type NewSlide = Partial<Pick<SlideDraft, 'kind' | 'blocks' | 'right' | 'notes' | 'sources' | 'candidates'>>

/** The slides of a section so far, and the prose that waits for one. */
export class SlideRun {
  readonly slides: SlideDraft[] = []
  /** Prose that no slide shows yet. */
  pending: ItemOf<'prose'>[] = []
  readonly input: SectionInput
  readonly context: PlanContext

  constructor(input: SectionInput, context: PlanContext) {
    this.input = input
    this.context = context
  }

  get last(): SlideDraft | undefined {
    return this.slides.at(-1)
  }

  /** Whether the next slide is the one that asks. */
  get beginsQuestion(): boolean {
    return this.input.question && this.slides.length === 0
  }

  /** Pixels for blocks of the next slide. */
  get heightLeft(): number {
    const { title } = this.input
    return heightLeft({ title, kind: this.#nextKind }) * this.context.heightShare(phrasingText(title))
  }

  get #nextKind(): SlideKind {
    return this.beginsQuestion || this.input.role === 'solution' ? 'question' : 'content'
  }

  /** Begins a slide of this section. */
  start({ kind = this.#nextKind, blocks = [], right, notes = [], sources = [], candidates = [] }: NewSlide): void {
    const { title } = this.input
    const section = phrasingText(title)
    const isAnswer = this.input.role === 'solution' && !right && blocks.length > 0 && !blocks.some(isFlexible)
    const own = isAnswer ? 'question' : kind
    this.slides.push({ kind: own, title, blocks, ...right && { right }, notes, sources, candidates, section })
  }

  /** Whether what it asks stands on its slides. */
  get keepsQuestions(): boolean {
    return this.input.role === 'task'
  }

  /** Takes all prose that waits. */
  takePending(): ItemOf<'prose'>[] {
    const pending = this.pending
    this.pending = []
    return pending
  }

  /** What no slide shows stays with the slide before it, or with the prose that waits. */
  remember(source: RootContent): void {
    if (this.last && !this.pending.length)
      this.addToLast([source])
    else
      this.pending.push({ type: 'prose', source, sentences: [], words: 0 })
  }

  /** Gives blocks of the document to the last slide; its notes carry them. */
  addToLast(sources: readonly RootContent[]): void {
    this.last?.notes.push(...sources)
    this.last?.sources.push(...sources)
  }
}
