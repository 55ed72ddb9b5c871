import type { PhrasingContent, RootContent } from 'mdast'
import type { Item } from './items.ts'
import type { PlanContext } from './section.ts'
import type { Block, SlideDraft } from './slide.ts'
import { heightOf, roomOf } from '../fit/estimate-height.ts'
import { limits } from '../limits.ts'
import { shorten } from '../text/compress.ts'
import { phrasingText } from '../write/markdown.ts'
import { addCallout } from './callout-slides.ts'
import { chooseLines } from './choose.ts'
import { chooseLead } from './lead.ts'
import { groupProse, stepBullets, textOfGroup } from './prose-groups.ts'
import { bulletsOf, givesWay, isVisual, wordsOf } from './slide.ts'
import { splitBlock } from './split.ts'
import { ownTitle } from './titles.ts'

export type Prose = Extract<Item, { type: 'prose' }>

export interface SectionInput {
  title: PhrasingContent[]
  question: boolean
  items: readonly Item[]
}

/** The slides of one section: prose becomes bullets, what shows something gets a slide with the prose that leads to it. */
export class SectionSlides {
  readonly slides: SlideDraft[] = []
  #pending: Prose[] = []
  readonly input: SectionInput
  readonly context: PlanContext

  constructor(input: SectionInput, context: PlanContext) {
    this.input = input
    this.context = context
    for (const item of input.items)
      this.#add(item)
    this.flush()
  }

  #add(item: Item): void {
    switch (item.type) {
      case 'prose':
        this.#pending.push(item)
        break
      case 'aside':
        this.#remember([item.source])
        break
      case 'visual':
        this.#visual(item)
        break
      case 'list':
        this.#list(item)
        break
      case 'quote':
        this.#quote(item)
        break
      case 'callout':
        addCallout(this, item)
        break
      case 'part':
        throw new Error('Parts are planned as sections of their own.')
    }
  }

  /** Begins a slide of this section. */
  start(blocks: Block[], notes: RootContent[], sources: RootContent[], choices: SlideDraft['choices'] = []): SlideDraft {
    const first = this.slides.length === 0
    const slide: SlideDraft = { kind: first && this.input.question ? 'question' : 'content', title: this.input.title, blocks, notes, sources, choices, section: phrasingText(this.input.title) }
    this.slides.push(slide)
    return slide
  }

  get #room(): number {
    return roomOf({ title: this.input.title, kind: this.slides.length === 0 && this.input.question ? 'question' : 'content' }) * this.context.room(phrasingText(this.input.title))
  }

  /** Prose that no slide shows stays with the slide before it. */
  #remember(sources: RootContent[]): void {
    const last = this.slides.at(-1)
    if (last && !this.#pending.length) {
      last.notes.push(...sources)
      last.sources.push(...sources)
    }
    else {
      this.#pending.push(...sources.map((source): Prose => ({ type: 'prose', source, sentences: [], words: 0 })))
    }
  }

  #visual({ block, source }: Extract<Item, { type: 'visual' }>): void {
    const lead = this.#takeLead()
    const combined = this.#joinOutput(block, source, lead)
    if (combined)
      return
    const chosen = chooseLead(lead, this.context.ranking, !givesWay(block) && block.type !== 'missing', ownTitle({ blocks: [block] }) !== undefined)
    // The answer to a question grows as it must; a picture of it has the next slide.
    if (this.slides.length === 0 && this.input.question && givesWay(block)) {
      this.start(chosen.blocks, lead.map(({ source }) => source), lead.map(({ source }) => source), chosen.choices)
      this.start([block], [], [source])
      return
    }
    const room = this.#room
    const besides = chosen.blocks.length ? heightOf(chosen.blocks) + 20 : 0
    const whole = splitBlock(block, room)
    const beside = whole.length === 1 ? splitBlock(block, room - besides) : []
    const textFits = beside.length === 1 && heightOf([block]) + besides <= room
    const parts = textFits ? beside : whole
    // A lead that finds no place beside what it leads to is in the notes.
    const blocks: Block[] = textFits ? [...chosen.blocks, parts[0]!] : [parts[0]!]
    this.start(blocks, lead.map(({ source }) => source), [...lead.map(({ source }) => source), source], chosen.choices)
    for (const part of parts.slice(1))
      this.start([part], [], [source])
  }

  /** What a command prints stands below the command. */
  #joinOutput(block: Block, source: RootContent, lead: readonly Prose[]): boolean {
    const last = this.slides.at(-1)
    const before = last?.blocks.at(-1)
    if (block.type !== 'code' || before?.type !== 'code' || lead.length || !last || before.name || block.name || block.language !== 'text' || before.language === 'text')
      return false
    // What stands above the command gives way to its output: it is in the notes, and the command names the slide.
    const above = last.blocks.slice(0, -1)
    const kept = heightOf([...last.blocks, block]) <= roomOf(last) ? above : []
    if (before.lines.length + block.lines.length > limits.code.lines - 2 || heightOf([...kept, before, block]) > roomOf(last))
      return false
    last.blocks = [...kept, before]
    last.blocks.push(block)
    last.sources.push(source)
    return true
  }

  /** Prose before something that is shown: the last of it leads, what stands before gets slides of its own where it is long. */
  #takeLead(): Prose[] {
    const pending = this.#pending
    this.#pending = []
    const words = pending.reduce((sum, item) => sum + item.words, 0)
    const step = pending.findLastIndex(item => item.step)
    if (step < 1 && (words <= limits.prose.bullet * 2 || pending.length < 2))
      return pending
    const lead = step >= 0 ? pending.splice(step) : [pending.pop()!]
    if (!pending.length)
      return lead
    const rest = pending.reduce((sum, item) => sum + item.words, 0)
    if (rest < limits.prose.widow)
      return [...pending, ...lead]
    this.#pending = pending
    this.flush()
    return lead
  }

  #list({ bullets, complete, source }: Extract<Item, { type: 'list' }>): void {
    const pending = this.#takeLead()
    const chosen = chooseLead(pending, this.context.ranking)
    const room = this.#room
    const words = wordsOf(chosen.blocks)
    const total = bullets.reduce((sum, bullet) => sum + bullet.words, 0)
    const leads = chosen.blocks.filter(block => block.type === 'line')
    const withLead = words + total <= limits.words.target + 6 && heightOf([...leads, { type: 'bullets', items: bullets }]) <= room && bullets.length + bulletsOf(chosen.blocks) <= limits.bullets
    const sources = pending.map(item => item.source)
    const runs = splitBlock({ type: 'bullets', items: bullets }, room)
    const blocks = withLead ? [...chosen.blocks, runs[0]!] : [runs[0]!]
    this.start(blocks, [...sources, ...complete && !pending.length ? [] : [source]], [...sources, source], chosen.choices)
    for (const run of runs.slice(1))
      this.start([run], [], [source])
  }

  #quote({ sentences, source }: Extract<Item, { type: 'quote' }>): void {
    this.flush()
    const words = sentences.reduce((sum, sentence) => sum + sentence.words, 0)
    const whole = words <= limits.words.target
    const { lines, choices } = whole
      ? { lines: sentences.map(sentence => shorten(sentence, Infinity)), choices: [] }
      : chooseLines(sentences, this.context.ranking, { words: limits.words.target, lines: 2 })
    this.start([{ type: 'quote', lines }], whole ? [] : [source], [source], choices)
  }

  /** Makes slides of the prose that waits. */
  flush(): void {
    const pending = this.#pending
    this.#pending = []
    if (!pending.length)
      return
    const words = pending.reduce((sum, item) => sum + item.words, 0)
    const sources = pending.map(item => item.source)
    if (!words) {
      const last = this.slides.at(-1)
      if (last) {
        last.notes.push(...sources)
        last.sources.push(...sources)
      }
      else {
        this.start([], sources, sources)
      }
      return
    }
    if (words < limits.prose.widow && this.#joinLast(pending, sources))
      return
    for (const group of groupProse(pending, words)) {
      const own = group.reduce((sum, item) => sum + item.words, 0)
      const { blocks, choices } = textOfGroup(group, this.context.ranking, own)
      this.start(blocks, group.map(item => item.source), group.map(item => item.source), choices)
    }
  }

  /** A few words after something else stay with it. */
  #joinLast(pending: readonly Prose[], sources: readonly RootContent[]): boolean {
    const last = this.slides.at(-1)
    if (!last)
      return false
    last.notes.push(...sources)
    last.sources.push(...sources)
    const steps = stepBullets(pending.filter(({ step }) => step?.number !== undefined))
    const [line] = pending.flatMap(item => item.sentences).map(sentence => shorten(sentence)).filter(({ plain }) => !/[?:]$/.test(plain))
    const block: Block | undefined = steps.length ? { type: 'bullets', items: steps } : line && { type: 'line', line }
    const most = last.blocks.some(isVisual) ? limits.words.beside : limits.words.target
    if (line && block && line.words <= limits.bullet.most && wordsOf([...last.blocks, block]) <= most && heightOf([...last.blocks, block]) <= roomOf(last))
      last.blocks.push(block)
    return true
  }
}
