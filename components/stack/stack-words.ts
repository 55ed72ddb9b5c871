import type { StackBox, StackData, StackItem } from './stack-data.ts'
import { boxesOf, isColumns } from './stack-data.ts'
import { stackKindLook } from './stack-kinds.ts'

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
    return `${title ? `${title}, from` : 'From'} bottom to top: ${layersInWords(stack.layers)}.`
  })
  const arrows = data.arrows.map(({ from, to, label }) => `An arrow from ${labels.get(from)} to ${labels.get(to)}${label ? `: ${label}` : ''}.`)
  return [...stacks, ...arrows].join(' ')
}

function layersInWords(items: readonly StackItem[]): string {
  return items.map(item => isColumns(item) ? columnsInWords(item.columns) : boxInWords(item)).join('; ')
}

function columnsInWords(columns: readonly StackItem[][]): string {
  const same = new Set(columns.map(layersInWords))
  if (same.size === 1 && columns.length > 2)
    return `side by side ${columns.length} times: ${layersInWords(columns[0]!)}`
  return `side by side: ${columns.map(column => column.length === 1 ? layersInWords(column) : `(${layersInWords(column)})`).join(' and ')}`
}

function boxInWords(box: StackBox): string {
  const { words } = stackKindLook(box.kind)
  const saysKind = box.label.toLowerCase().includes(words) || words.split(' ').every(word => box.label.toLowerCase().includes(word))
  const inside = box.children.length ? `, containing ${layersInWords(box.children)}` : ''
  return `${box.label}${saysKind ? '' : ` (${words})`}${inside ? `[${inside.slice(2)}]` : ''}${box.emphasis ? ' – emphasised' : ''}`
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
