import type { StackBox, StackItem } from './data.ts'
import type { StackKind } from './kinds.ts'
import type { DataPath, DataReport } from './validator.ts'
import { isStackKind, STACK_KIND_NAMES } from './kinds.ts'
import { shown } from './validator.ts'

/** Ids by which arrows and steps can name boxes, and those that could be any of several. */
export interface KnownIds { ids: ReadonlySet<string>, unclear: ReadonlySet<string> }

const LAYER_KEYS = ['label', 'kind', 'id', 'children', 'span', 'emphasis']
// A path this long is a dozen layers deep, or data that contains itself.
const DEEPEST = 26
const EXAMPLE = 'For example: { label: Hardware, kind: hardware }'

/** Reads layers, and gives ids to those that have none once all are read. */
export function createLayerReader(report: DataReport) {
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
    const clear = slugs.filter(id => slugs.indexOf(id) === slugs.lastIndexOf(id) && !taken.has(id))
    const ids = new Set([...taken, ...clear])
    // Those that nobody can name may have any id that is free.
    const used = new Set(ids)
    labelled.forEach(({ box }, index) => {
      const id = slugs[index]!
      box.id = clear.includes(id) ? id : unlike(id, used)
      used.add(box.id)
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
