import type { Say } from '../language/say.ts'
import type { StackBox, StackData, StackItem } from './data.ts'
import { speak } from '../language/languages.ts'
import { boxesOf, isColumns, lookOf } from './data.ts'

/** What the diagram is called: its author's name for it, else the titles of its stacks. */
export function stackName({ name, stacks }: StackData, language = 'en'): string {
  const say = speak(language, 'stacks')
  const titles = stacks.map(stack => stack.title).filter(title => title !== undefined)
  return name ?? (titles.length ? say('titled', { titles: joined(titles, say) }) : say('diagram'))
}

/** A diagram in words: each stack from bottom to top, then the arrows. */
export function stackDescription(data: StackData, language = 'en'): string {
  const teller: Teller = { data, say: speak(language, 'stacks'), kind: speak(language, 'layerKinds') }
  const { say } = teller
  const labels = new Map(boxNames(data))
  const stacks = data.stacks.map((stack, index) => {
    const title = stack.title ?? (data.stacks.length > 1 ? say('stack', { number: index + 1 }) : undefined)
    const layers = layersInWords(stack.layers, teller)
    return title ? say('titledUpwards', { title, layers }) : say('upwards', { layers })
  })
  const arrows = data.arrows.map(({ from, to, label }) => {
    const ends = { from: labels.get(from) ?? from, to: labels.get(to) ?? to }
    return label ? say('arrowSaying', { ...ends, label }) : say('arrow', ends)
  })
  return [...stacks, ...arrows].join(' ')
}

/** A diagram, and how it is told. */
interface Teller { data: StackData, say: Say<'stacks'>, kind: Say<'layerKinds'> }

function layersInWords(items: readonly StackItem[], teller: Teller): string {
  return itemsInWords(items, teller).join('; ')
}

function itemsInWords(items: readonly StackItem[], teller: Teller, depth = 0): string[] {
  return items.map(item => isColumns(item) ? columnsInWords(item.columns, teller, depth) : boxInWords(item, teller))
}

/** Columns are numbered; those within a column have letters, so that a listener knows where one ends. */
function columnsInWords(columns: readonly StackItem[][], teller: Teller, depth: number): string {
  const { say } = teller
  const inWords = columns.map(column => itemsInWords(column, teller, depth + 1)
    .reduce((below, above) => say('onIt', { below, above })))
  const n = columns.length
  const mark = (index: number) => depth % 2 ? String.fromCodePoint(97 + index) : index + 1
  return new Set(inWords).size === 1 && columns.length > 1
    ? say('sideBySideEach', { n, column: inWords[0]! })
    : say('sideBySide', { n, columns: inWords.map((words, index) => `(${mark(index)}) ${words}`).join(', ') })
}

function boxInWords({ label, kind, emphasis, children }: StackBox, teller: Teller): string {
  const { data, say } = teller
  const { words: own, alike = [], name } = lookOf(data, kind)
  const words = name ? teller.kind(name) : own
  const saysKind = [words, ...alike].some(word => label.toLowerCase().includes(word.toLowerCase()))
  const notes = [
    saysKind ? '' : words,
    emphasis ? say('emphasised') : '',
    children.length ? say('inside', { layers: layersInWords(children, teller) }) : '',
  ].filter(Boolean)
  return notes.length ? `${label} (${notes.join(', ')})` : label
}

/** Boxes by id as the arrows call them: with a number where several have the same label. */
function boxNames({ stacks }: StackData): [string, string][] {
  const boxes = stacks.flatMap(stack => boxesOf(stack.layers))
  return boxes.map((box) => {
    const alike = boxes.filter(other => other.label === box.label)
    return [box.id, alike.length > 1 ? `${box.label} ${alike.indexOf(box) + 1}` : box.label]
  })
}

function joined(names: readonly string[], say: Say<'stacks'>): string {
  const last = names.at(-1) ?? ''
  return names.length > 1 ? say('and', { first: names.slice(0, -1).join(', '), last }) : last
}
