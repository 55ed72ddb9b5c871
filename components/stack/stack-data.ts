import type { StackKind } from './stack-kinds.ts'
import type { DataPath, DataReport } from './stack-report.ts'
import { isStackKind, STACK_KIND_NAMES } from './stack-kinds.ts'
import { createReport, shown } from './stack-report.ts'

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

const DIAGRAM_KEYS = ['name', 'look', 'steps', 'stacks', 'layers', 'arrows']
const LAYER_KEYS = ['label', 'kind', 'id', 'children', 'span', 'emphasis']
// A path this long is a dozen layers deep, or data that contains itself.
const DEEPEST = 26
const EXAMPLE = 'For example: { label: Hardware, kind: hardware }'

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

/** Reads layers, and gives ids to those that have none once all are read. */
function createLayerReader(report: DataReport) {
  const boxes: { box: StackBox, path: DataPath, given?: string }[] = []

  function layers(input: unknown, path: DataPath): StackItem[] {
    if (path.length > DEEPEST) {
      report.add(path, 'Layers are nested too deeply to be drawn.', 'Draw the inner layers as a diagram of their own.')
      return []
    }
    return report.filledList(input, path, 'a list of layers, from bottom to top', EXAMPLE)
      .map((item, index) => readItem(item, [...path, index]))
  }

  function readItem(input: unknown, path: DataPath): StackItem {
    if (typeof input === 'object' && input !== null && 'columns' in input) {
      const row = report.record(input, path, 'columns', ['columns'])
      const columns = report.filledList(row?.columns, [...path, 'columns'], 'a list of columns, each a list of layers', 'For example: columns: [[{ label: App, kind: app }], [{ label: App, kind: app }]]')
      return { columns: columns.map((column, index) => layers(column, [...path, 'columns', index])) }
    }
    const layer = report.record(input, path, 'a layer with `label` and `kind`, or `columns`', LAYER_KEYS, EXAMPLE)
    const label = layer && report.needText(layer.label, [...path, 'label'], EXAMPLE)
    const given = layer && report.text(layer.id, [...path, 'id'])
    const box: StackBox = {
      label: label ?? '',
      kind: layer ? readKind(layer.kind, path) : 'app',
      id: '',
      emphasis: report.flag(layer?.emphasis ?? false, [...path, 'emphasis']),
      span: report.count(layer?.span ?? 1, [...path, 'span']),
      children: [],
    }
    boxes.push({ box, path, given })
    if (layer?.children !== undefined)
      box.children = layers(layer.children, [...path, 'children'])
    return box
  }

  function readKind(kind: unknown, path: DataPath): StackKind {
    if (isStackKind(kind))
      return kind
    report.unknownName(kind, [...path, 'kind'], 'kind of layer', STACK_KIND_NAMES)
    return 'app'
  }

  /** The ids by which arrows and steps may name boxes; what only labels give, and several of them, is unclear. */
  function finish(): KnownIds {
    const given = boxes.filter(entry => entry.given !== undefined)
    const labelled = boxes.filter(entry => entry.given === undefined)
    const taken = new Set<string>()
    for (const { box, path, given: id } of given) {
      if (taken.has(id!))
        report.add([...path, 'id'], `Two layers have the id ${shown(id)}.`, 'Give each layer an id of its own.')
      box.id = id!
      taken.add(id!)
    }
    const slugs = labelled.map(({ box }) => idFrom(box.label))
    const clear = slugs.filter((id, index) => slugs.indexOf(id) === slugs.lastIndexOf(id) && !taken.has(slugs[index]!))
    const ids = new Set([...taken, ...clear])
    labelled.forEach(({ box }, index) => {
      box.id = unlike(slugs[index]!, taken)
      taken.add(box.id)
    })
    return { ids, unclear: new Set(slugs) }
  }

  return { layers, finish }
}

/** What arrows and steps call a layer without an id: its label in small letters and digits, with hyphens between words. */
function idFrom(label: string): string {
  return label.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu)?.join('-') ?? 'layer'
}

/** The id, with a number where it is taken. */
function unlike(id: string, taken: ReadonlySet<string>): string {
  let next = id
  for (let count = 2; taken.has(next); count++)
    next = `${id}-${count}`
  return next
}

interface KnownIds { ids: ReadonlySet<string>, unclear: ReadonlySet<string> }

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
