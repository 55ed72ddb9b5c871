import type { Item } from './items.ts'
import type { Block } from './slide.ts'
import { heightOf, roomOf } from '../fit/estimate-height.ts'
import { limits } from '../limits.ts'
import { calloutBody, isShort } from './callout-body.ts'
import { calloutKind } from './callouts.ts'
import { SectionSlides } from './section-slides.ts'
import { bulletsOf, givesWay, isVisual, wordsOf } from './slide.ts'

type Callout = Extract<Item, { type: 'callout' }>

/** Share of a slide's height that the frame of a callout leaves. */
const CALLOUT_ROOM = 0.8

/** A callout with more than a few lines: slides of its own, the first of which it frames. */
function addLongCallout(section: SectionSlides, { source, items }: Callout): void {
  section.flush()
  const slides = new SectionSlides({ title: section.input.title, question: false, items }, { ...section.context, room: title => section.context.room(title) * CALLOUT_ROOM }).slides
  const [first] = slides
  if (!first)
    return
  const outside = first.blocks.filter(block => givesWay(block) || block.type === 'callout')
  first.blocks = [{ type: 'callout', kind: calloutKind(source.kind), title: section.context.titleOf(source), blocks: first.blocks.filter(block => !outside.includes(block)) }, ...outside]
  if (section.slides.length === 0 && section.input.question)
    section.start([], [], [])
  section.slides.push(...slides)
}

/** Puts a callout on the slide before it where it fits there, else on its own. */
export function addCallout(section: SectionSlides, item: Callout): void {
  if (!isShort(item.items)) {
    addLongCallout(section, item)
    return
  }
  const { source, items } = item
  const body = calloutBody(items, section.context.ranking)
  const block: Block = { type: 'callout', kind: calloutKind(source.kind), title: section.context.titleOf(source), blocks: body.blocks }
  section.flush()
  const last = section.slides.at(-1)
  const notes = body.complete ? [] : source.children
  if (last && !last.blocks.some(other => isVisual(other) || other.type === 'callout') && wordsOf([...last.blocks, block]) <= limits.words.target && heightOf([...last.blocks, block]) <= roomOf(last) && bulletsOf([...last.blocks, block]) <= limits.bullets) {
    last.blocks.push(block)
    last.notes.push(...notes)
    last.sources.push(source)
  }
  else {
    section.start([block], [...notes], [source], body.choices)
  }
}
