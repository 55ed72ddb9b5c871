import type { StackBox, StackData, StackItem } from './data.ts'
import { boxesOf, isColumns, lookOf } from './data.ts'

/** What the diagram is called: its author's name for it, else the titles of its stacks. */
export function stackName({ name, stacks }: StackData): string {
  const titles = stacks.map(stack => stack.title).filter(title => title !== undefined)
  return name ?? (titles.length ? `${joined(titles)}: stack diagram` : 'Stack diagram')
}

/** A diagram in words: each stack from bottom to top, then the arrows. */
export function stackDescription(data: StackData): string {
  const labels = new Map(boxNames(data))
  const stacks = data.stacks.map((stack, index) => {
    const title = stack.title ?? (data.stacks.length > 1 ? `Stack ${index + 1}` : undefined)
    return `${title ? `${title}, from` : 'From'} bottom to top: ${layersInWords(stack.layers, data)}.`
  })
  const arrows = data.arrows.map(({ from, to, label }) =>
    `An arrow from ${labels.get(from)} to ${labels.get(to)}${label ? `: ${label}` : ''}.`)
  return [...stacks, ...arrows].join(' ')
}

function layersInWords(items: readonly StackItem[], data: StackData, between = '; ', depth = 0): string {
  return items
    .map(item => isColumns(item) ? columnsInWords(item.columns, data, depth) : boxInWords(item, data))
    .join(between)
}

/** Columns are numbered; those within a column have letters, so that a listener knows where one ends. */
function columnsInWords(columns: readonly StackItem[][], data: StackData, depth: number): string {
  const inWords = columns.map(column => layersInWords(column, data, ', on it ', depth + 1))
  const start = `${columns.length} side by side`
  const mark = (index: number) => depth % 2 ? String.fromCodePoint(97 + index) : index + 1
  return new Set(inWords).size === 1 && columns.length > 1
    ? `${start}, each: ${inWords[0]}`
    : `${start}: ${inWords.map((words, index) => `(${mark(index)}) ${words}`).join(', ')}`
}

function boxInWords({ label, kind, emphasis, children }: StackBox, data: StackData): string {
  const { words, alike = [] } = lookOf(data, kind)
  const saysKind = [words, ...alike].some(word => label.toLowerCase().includes(word.toLowerCase()))
  const notes = [
    saysKind ? '' : words,
    emphasis ? 'emphasised' : '',
    children.length ? `inside it, from bottom to top: ${layersInWords(children, data)}` : '',
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

function joined(names: readonly string[]): string {
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} and ${names.at(-1)}` : names[0] ?? ''
}
