import type { StackBox, StackItem } from './data.ts'
import type { OwnKinds } from './kinds.ts'
import type { DataPath, Validator } from './validator.ts'
import { PLAIN, STACK_KIND_NAMES, stackKindLook } from './kinds.ts'
import { shown } from './validator.ts'

/** Ids by which arrows and steps can name boxes, and those that could be any of several. */
export interface KnownIds { ids: ReadonlySet<string>, unclear: ReadonlySet<string> }

export const LAYER_KEYS = ['label', 'kind', 'id', 'children', 'span', 'emphasis'] as const
/** A path this long is a dozen layers deep, or data that contains itself. */
const MAX_PATH = 26
const LAYER_EXAMPLE = 'For example: { label: Hardware, kind: hardware }'
const COLUMNS_EXAMPLE = 'For example: columns: [[{ label: App, kind: app }], [{ label: App, kind: app }]]'

/** Reads layers, and gives ids to those that have none once all are read. */
export function createLayerReader(validator: Validator, own: OwnKinds = {}) {
  const boxes: { box: StackBox, path: DataPath, given?: string }[] = []

  function layers(input: unknown, path: DataPath): StackItem[] {
    if (path.length > MAX_PATH) {
      const hint = 'Draw the inner layers as a diagram of their own.'
      validator.add(path, 'Layers are nested too deeply to be drawn.', hint)
      return []
    }
    return validator.filledList(input, path, 'a list of layers, from bottom to top', LAYER_EXAMPLE)
      .map((item, index) => readItem(item, [...path, index]))
  }

  function readItem(input: unknown, path: DataPath): StackItem {
    return typeof input === 'object' && input !== null && 'columns' in input
      ? { columns: readColumns(input, path) }
      : readBox(input, path)
  }

  function readColumns(input: object, path: DataPath): StackItem[][] {
    const row = validator.record(input, path, 'columns', ['columns'])
    const place = [...path, 'columns']
    return validator.filledList(row?.columns, place, 'a list of columns, each a list of layers', COLUMNS_EXAMPLE)
      .map((column, index) => layers(column, [...place, index]))
  }

  function readBox(input: unknown, path: DataPath): StackBox {
    const what = 'a layer with a `label`, or `columns`'
    const layer = validator.record(input, path, what, LAYER_KEYS, LAYER_EXAMPLE)
    const label = layer && validator.requiredText(layer.label, [...path, 'label'], LAYER_EXAMPLE)
    const given = layer && validator.text(layer.id, [...path, 'id'])
    const box: StackBox = {
      label: label ?? '',
      kind: layer ? readKind(layer.kind, path) : PLAIN,
      id: '',
      emphasis: validator.flag(layer?.emphasis ?? false, [...path, 'emphasis']),
      span: validator.count(layer?.span ?? 1, [...path, 'span']),
      children: [],
    }
    boxes.push({ box, path, given })
    if (layer?.children !== undefined)
      box.children = layers(layer.children, [...path, 'children'])
    return box
  }

  function readKind(kind: unknown, path: DataPath): string {
    if (kind === undefined)
      return PLAIN
    if (typeof kind === 'string' && stackKindLook(kind, own))
      return kind
    const names = [...Object.keys(own), ...STACK_KIND_NAMES]
    validator.unknownName(kind, [...path, 'kind'], 'kind of layer', [...new Set(names)])
    return PLAIN
  }

  /** The ids by which arrows and steps may name boxes; what only labels give, and several of them, is unclear. */
  function finish(): KnownIds {
    const labelled = boxes.filter(entry => entry.given === undefined)
    const taken = new Set<string>()
    for (const { box, path, given } of boxes) {
      if (given === undefined)
        continue
      if (taken.has(given))
        validator.add([...path, 'id'], `Two layers have the id ${shown(given)}.`, 'Give each layer an id of its own.')
      box.id = given
      taken.add(given)
    }
    const slugs = labelled.map(({ box }) => idFrom(box.label))
    const clear = slugs.filter(id => slugs.indexOf(id) === slugs.lastIndexOf(id) && !taken.has(id))
    const ids = new Set([...taken, ...clear])
    // Those that nobody can name may have any id that is free.
    const used = new Set(ids)
    labelled.forEach(({ box }, index) => {
      const id = slugs[index]!
      box.id = clear.includes(id) ? id : freeId(id, used)
      used.add(box.id)
    })
    return { ids, unclear: new Set(slugs) }
  }

  return { layers, finish }
}

/** What arrows and steps call a layer without an id: its label in small letters and digits, with hyphens between. */
function idFrom(label: string): string {
  return label.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu)?.join('-') ?? 'layer'
}

/** The id, with a number where it is taken. */
function freeId(id: string, taken: ReadonlySet<string>): string {
  let next = id
  for (let count = 2; taken.has(next); count++)
    next = `${id}-${count}`
  return next
}
