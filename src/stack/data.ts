import type { StackKind } from './kinds.ts'
import type { KnownIds } from './layers.ts'
import type { DataPath, DataReport } from './validator.ts'
import { createLayerReader } from './layers.ts'
import { createReport, shown } from './validator.ts'

/** A layer: a box with a label. */
export interface StackBox {
  label: string
  kind: StackKind
  /** Unique in the diagram. */
  id: string
  emphasis: boolean
  /** How many columns' width it takes where it stands in a column. */
  span: number
  /** Layers drawn inside the box, from bottom to top. */
  children: StackItem[]
}

/** Lists of layers that stand side by side. */
export interface StackColumns {
  columns: StackItem[][]
}

export type StackItem = StackBox | StackColumns

export interface Stack {
  title?: string
  /** From bottom to top. */
  layers: StackItem[]
}

/** An arrow between two boxes, named by their ids. */
export interface StackArrow {
  from: string
  to: string
  label?: string
}

export const STACK_LOOKS = ['flat', '3d'] as const
export type StackLook = typeof STACK_LOOKS[number]

/** `build`: a click a row of layers, from the bottom; lists of ids: a click moves the emphasis to them. */
export type StackSteps = 'none' | 'build' | string[][]

/** A diagram whose every part is known to be in order. */
export interface StackData {
  /** What the picture is called, where its author says so. */
  name?: string
  look: StackLook
  steps: StackSteps
  stacks: Stack[]
  arrows: StackArrow[]
}

export interface StackResult {
  /** There only when nothing is wrong. */
  data?: StackData
  problems: DataReport['problems']
}

/** What a diagram may say. */
export const DIAGRAM_KEYS: readonly string[] = ['name', 'look', 'steps', 'stacks', 'layers', 'arrows']

export function isColumns(item: StackItem): item is StackColumns {
  return 'columns' in item
}

/** Every box of some layers, those inside others too, from bottom to top and left to right. */
export function boxesOf(items: readonly StackItem[]): StackBox[] {
  return items.flatMap(item => isColumns(item) ? item.columns.flatMap(boxesOf) : [item, ...boxesOf(item.children)])
}

/** Reads what an author wrote, from YAML or props, into a diagram, or says all that is wrong with it. Never throws. */
export function readStackData(input: unknown): StackResult {
  const report = createReport()
  const root = report.record(input, [], 'a mapping with `layers` or `stacks`', DIAGRAM_KEYS)
  if (!root)
    return { problems: report.problems }
  const reader = createLayerReader(report)
  const name = report.text(root.name, ['name'])
  const look = report.choice(root.look ?? 'flat', ['look'], STACK_LOOKS)
  const stacks = readStacks(root, report, reader.layers)
  const ids = reader.finish()
  const arrows = root.arrows === undefined
    ? []
    : report.list(root.arrows, ['arrows'], 'a list of arrows').map((arrow, index) => readArrow(arrow, ['arrows', index], report, ids))
  const steps = readSteps(root.steps ?? 'none', report, ids)
  return report.problems.length ? { problems: report.problems } : { data: { name, look, steps, stacks, arrows }, problems: [] }
}

/**
 * The diagram that an author's data describes.
 * @throws Error that says all that is wrong with it
 */
export function parseStackData(input: unknown): StackData {
  const { data, problems } = readStackData(input)
  if (!data)
    throw new Error(problems.map(({ message }) => message).join('\n'))
  return data
}

function readStacks(root: Record<string, unknown>, report: DataReport, layers: (input: unknown, path: DataPath) => StackItem[]): Stack[] {
  if (root.stacks !== undefined && root.layers !== undefined)
    report.add(['layers'], 'A diagram has either `layers` or `stacks`, not both.', 'Put the layers into one of the stacks.')
  if (root.stacks === undefined)
    return [{ layers: layers(root.layers, ['layers']) }]
  return report.filledList(root.stacks, ['stacks'], 'a list of stacks', 'For example: stacks: [{ title: Docker, layers: [...] }]').map((input, index) => {
    const path = ['stacks', index]
    const stack = report.record(input, path, 'a stack with `layers`', ['title', 'layers'])
    return stack ? { title: report.text(stack.title, [...path, 'title']), layers: layers(stack.layers, [...path, 'layers']) } : { layers: [] }
  })
}

function readReference(input: unknown, path: DataPath, report: DataReport, { ids, unclear }: KnownIds): string {
  const id = typeof input === 'number' ? String(input) : input
  if (typeof id === 'string' && ids.has(id))
    return id
  if (typeof id === 'string' && unclear.has(id))
    report.add(path, `${shown(id)} could be any of several layers with that label.`, 'Give the layer that is meant an `id` and name that.')
  else
    report.unknownName(id, path, 'id of a layer', [...ids])
  return ''
}

function readArrow(input: unknown, path: DataPath, report: DataReport, ids: KnownIds): StackArrow {
  const arrow = report.record(input, path, 'an arrow with `from` and `to`', ['from', 'to', 'label'], 'For example: { from: container, to: linux, label: uses the Linux kernel }')
  if (!arrow)
    return { from: '', to: '' }
  const from = readReference(arrow.from, [...path, 'from'], report, ids)
  const to = readReference(arrow.to, [...path, 'to'], report, ids)
  if (from && from === to)
    report.add([...path, 'to'], `The arrow goes from ${shown(from)} to itself.`, 'Name another layer in `from` or in `to`.')
  return { from, to, label: report.text(arrow.label, [...path, 'label']) }
}

function readSteps(input: unknown, report: DataReport, ids: KnownIds): StackSteps {
  if (!Array.isArray(input))
    return report.choice<'none' | 'build'>(input, ['steps'], ['none', 'build'], 'or a list with a list of ids for each click')
  return input.map((step, index) => report.list(step, ['steps', index], 'a list of ids')
    .map((id, at) => readReference(id, ['steps', index, at], report, ids)))
}
