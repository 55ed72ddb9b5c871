import type { Sentence } from '../text/sentences.ts'
import type { Item, ItemOf } from './items.ts'
import { asStep } from '../text/references.ts'
import { stepWordIn } from '../text/step-words.ts'
import { proseOf } from './rhetorical-questions.ts'

type Prose = ItemOf<'prose'>

/** Steps that a procedure has at least, and sentences that one of them has at most. */
const STEPS = { min: 3, sentences: 2 }

interface Placed {
  sentence: Sentence
  item: Prose
}

/** Prose that says "First … Then … Finally …" becomes numbered steps; what stands around them stays as it is. */
export function numberSteps(items: readonly Item[]): Item[] {
  const result: Item[] = []
  for (let i = 0; i < items.length;) {
    const end = endOfProse(items, i)
    if (end === i)
      result.push(items[i++]!)
    else
      result.push(...stepsIn(items.slice(i, end) as Prose[]))
    i = Math.max(i, end)
  }
  return result
}

function endOfProse(items: readonly Item[], from: number): number {
  const end = items.findIndex((item, i) => i >= from && (item.type !== 'prose' || item.step))
  return end < 0 ? items.length : end
}

function stepsIn(items: readonly Prose[]): Item[] {
  const all = items.flatMap(item => item.sentences.map((sentence): Placed => ({ sentence, item })))
  const kinds = all.map(({ sentence }) => stepWordIn(sentence.plain))
  const first = kinds.indexOf('first')
  if (first < 0)
    return [...items]
  const starts = [first]
  kinds.forEach((kind, i) => {
    const isNear = i - starts.at(-1)! <= STEPS.sentences
    if (i > first && kind && kind !== 'first' && isNear && kinds[starts.at(-1)!] !== 'last')
      starts.push(i)
  })
  if (starts.length < STEPS.min)
    return [...items]
  const after = endOfStep(all, starts.at(-1)!)
  return [
    ...proseFrom(all.slice(0, first)),
    ...starts.flatMap((start, i) => stepOf(all.slice(start, starts[i + 1] ?? after), i + 1)),
    ...proseFrom(all.slice(after)),
  ]
}

/** The last step goes as far as its paragraph, and no further than the others. */
function endOfStep(all: readonly Placed[], start: number): number {
  const end = all.findIndex(({ item }, i) => i > start && item !== all[start]!.item)
  return Math.min(end < 0 ? all.length : end, start + STEPS.sentences)
}

function stepOf(placed: readonly Placed[], number: number): Prose[] {
  const [step, ...others] = proseFrom(placed)
  const [first, ...rest] = step!.sentences
  const sentences = [asStep(first!), ...rest]
  return [{ ...step!, sentences, step: { number } }, ...others]
}

/** Sentences as prose, those of a paragraph together. */
function proseFrom(placed: readonly Placed[]): Prose[] {
  const items = [...new Set(placed.map(({ item }) => item))]
  return items.map((item) => {
    const own = placed.filter(one => one.item === item).map(({ sentence }) => sentence)
    return own.length === item.sentences.length ? item : proseOf(own, item.source)
  })
}
