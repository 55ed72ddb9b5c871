import type { OwnKinds, StackKindLook } from './kinds.ts'
import type { KnownIds } from './layers.ts'
import type { DataPath, DataProblem, Validator } from './validator.ts'
import { PLAIN, stackKindLook } from './kinds.ts'
import { createLayerReader } from './layers.ts'
import { readKinds } from './own-kinds.ts'
import { createValidator, shown } from './validator.ts'

/** A layer: a box with a label. */
export interface StackBox {
  label: string
  kind: string
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
type StackSteps = 'none' | 'build' | string[][]

/** A diagram whose every part is known to be in order. */
export interface StackData {
  /** What the picture is called, where its author says so. */
  name?: string
  look: StackLook
  steps: StackSteps
  stacks: Stack[]
  arrows: StackArrow[]
  /** Kinds that its author has defined. */
  kinds?: OwnKinds
}

export interface StackResult {
  /** There only when nothing is wrong. */
  data?: StackData
  problems: DataProblem[]
}

/** What a diagram may say. */
export const DIAGRAM_KEYS = ['name', 'look', 'steps', 'stacks', 'layers', 'arrows', 'kinds'] as const

export function isDiagramKey(name: string): boolean {
  return (DIAGRAM_KEYS as readonly string[]).includes(name)
}
const STACKS_EXAMPLE = 'For example: stacks: [{ title: Docker, layers: [...] }]'
const ARROW_EXAMPLE = 'For example: { from: container, to: linux, label: uses the Linux kernel }'

/** Reads a list of layers that stands at a path. */
type LayerReader = (input: unknown, path: DataPath) => StackItem[]

export function isColumns(item: StackItem): item is StackColumns {
  return 'columns' in item
}

/** Every box of some layers, those inside others too, from bottom to top and left to right. */
export function boxesOf(items: readonly StackItem[]): StackBox[] {
  return items.flatMap(item => isColumns(item) ? item.columns.flatMap(boxesOf) : [item, ...boxesOf(item.children)])
}

/** The look of a kind of layer in a diagram. */
export function lookOf({ kinds }: Pick<StackData, 'kinds'>, kind: string): StackKindLook {
  return stackKindLook(kind, kinds) ?? stackKindLook(PLAIN)!
}

/**
 * Reads what an author wrote, in YAML or in a tag, into a diagram, or says all that is wrong with it. Never throws.
 * @param courseKinds kinds that all diagrams of the course have
 */
export function readStackData(input: unknown, courseKinds: OwnKinds = {}): StackResult {
  const validator = createValidator()
  const root = validator.record(input, [], 'a mapping with `layers` or `stacks`', DIAGRAM_KEYS)
  if (!root)
    return { problems: validator.problems }
  const own = { ...courseKinds, ...root.kinds === undefined ? {} : readKinds(root.kinds, validator) }
  const reader = createLayerReader(validator, own)
  const name = validator.text(root.name, ['name'])
  const look = validator.oneOf(root.look ?? 'flat', ['look'], STACK_LOOKS)
  const stacks = readStacks(root, validator, reader.layers)
  const ids = reader.finish()
  const arrows = root.arrows === undefined ? [] : readArrows(root.arrows, validator, ids)
  const steps = readSteps(root.steps ?? 'none', validator, ids)
  return validator.problems.length
    ? { problems: validator.problems }
    : { data: { name, look, steps, stacks, arrows, kinds: Object.keys(own).length ? own : undefined }, problems: [] }
}

/**
 * The diagram that an author's data describes.
 * @throws Error that says all that is wrong with it
 */
export function parseStackData(input: unknown, courseKinds?: OwnKinds): StackData {
  const { data, problems } = readStackData(input, courseKinds)
  if (!data)
    throw new Error(problems.map(({ message }) => message).join('\n'))
  return data
}

function readStacks(root: Record<string, unknown>, validator: Validator, layers: LayerReader): Stack[] {
  if (root.stacks !== undefined && root.layers !== undefined) {
    const message = 'A diagram has either `layers` or `stacks`, not both.'
    validator.add(['layers'], message, 'Put the layers into one of the stacks.')
  }
  if (root.stacks === undefined)
    return [{ layers: layers(root.layers, ['layers']) }]
  return validator.filledList(root.stacks, ['stacks'], 'a list of stacks', STACKS_EXAMPLE).map((input, index) => {
    const path = ['stacks', index]
    const stack = validator.record(input, path, 'a stack with `layers`', ['title', 'layers'])
    if (!stack)
      return { layers: [] }
    return {
      title: validator.text(stack.title, [...path, 'title']),
      layers: layers(stack.layers, [...path, 'layers']),
    }
  })
}

function readReference(input: unknown, path: DataPath, validator: Validator, { ids, unclear }: KnownIds): string {
  const id = typeof input === 'number' ? String(input) : input
  if (typeof id === 'string' && ids.has(id))
    return id
  if (typeof id === 'string' && unclear.has(id)) {
    const message = `${shown(id)} could be any of several layers with that label.`
    validator.add(path, message, 'Give the layer that is meant an `id` and name that.')
  }
  else {
    validator.unknownName(id, path, 'id of a layer', [...ids])
  }
  return ''
}

function readArrows(input: unknown, validator: Validator, ids: KnownIds): StackArrow[] {
  return validator.list(input, ['arrows'], 'a list of arrows')
    .map((arrow, index) => readArrow(arrow, ['arrows', index], validator, ids))
}

function readArrow(input: unknown, path: DataPath, validator: Validator, ids: KnownIds): StackArrow {
  const arrow = validator.record(input, path, 'an arrow with `from` and `to`', ['from', 'to', 'label'], ARROW_EXAMPLE)
  if (!arrow)
    return { from: '', to: '' }
  const from = readReference(arrow.from, [...path, 'from'], validator, ids)
  const to = readReference(arrow.to, [...path, 'to'], validator, ids)
  if (from && from === to) {
    const message = `The arrow goes from ${shown(from)} to itself.`
    validator.add([...path, 'to'], message, 'Name another layer in `from` or in `to`.')
  }
  return { from, to, label: validator.text(arrow.label, [...path, 'label']) }
}

function readSteps(input: unknown, validator: Validator, ids: KnownIds): StackSteps {
  if (!Array.isArray(input)) {
    const lists = 'or a list with a list of ids for each click'
    return validator.oneOf<'none' | 'build'>(input, ['steps'], ['none', 'build'], lists)
  }
  return input.map((step, index) => validator.list(step, ['steps', index], 'a list of ids')
    .map((id, at) => readReference(id, ['steps', index, at], validator, ids)))
}
