import type { Item, ItemOf } from './items.ts'
import type { Block, StackLayer } from './slide.ts'
import { layersOf } from './chain.ts'

/** What the drawing of a stack is called. */
const STACKED = /\b(?:stack|stacks|stacked|layers?|layered)\b/i
const UPWARDS = /\b(?:bottom to top|bottom up|from the bottom|upwards?)\b/i

/** How texts name layers of a machine, from the bottom to the top. */
const NAMES: readonly (readonly [string, RegExp])[] = [
  ['hardware', /\b(?:hardware|computer|physical machine|physical server|laptop)\b/i],
  ['os', /\b(?:host operating system|host OS|operating system|Linux host|MacOS|Windows|Linux)\b/i],
  ['hypervisor', /\bhypervisor\b/i],
  ['vm', /\b(?:virtual machine|VM)\b/i],
  ['engine', /\b(?:Docker|container engine|container runtime|containerd|Podman)\b/i],
  ['container', /\b(?:Docker containers?|Linux containers?|containers?)\b/i],
  ['app', /\b(?:container program|programs?|applications?|apps?|process(?:es)?)\b/i],
]

/** Layers of a stack, and words of one that is named in a list. */
const MIN_LAYERS = 3
const LISTED = { maxLayers: 8, maxWords: 5 }
/** Items after a picture that can speak of it. */
const MAX_AFTER = 2

/**
 * Puts drawings in the place of pictures that are missing and called a stack, where the text names its layers; adds one
 * to a list of layers.
 */
export function offerStacks(items: readonly Item[]): Item[] {
  return items.flatMap((item, i): Item[] => {
    if (item.type === 'visual' && item.block.type === 'missing') {
      const block = stackFromText(item.block.alt, textAround(items, i))
      return block ? [{ ...item, block }] : [item]
    }
    if (item.type === 'list') {
      const block = stackFromList(item, textBefore(items, i))
      return block ? [item, { type: 'visual', source: item.source, block }] : [item]
    }
    return [item]
  })
}

function stackFromText(alt: string, text: string): Block | undefined {
  if (!STACKED.test(alt))
    return undefined
  const named = NAMES.filter(([, pattern]) => pattern.test(alt)).map(([kind]) => kind)
  const others = otherKinds(named)
  const layers = NAMES.flatMap(([kind, pattern]): StackLayer[] => {
    const label = others.includes(kind) ? undefined : (pattern.exec(alt) ?? pattern.exec(text))?.[0]
    return label ? [{ label: label[0]!.toUpperCase() + label.slice(1), kind }] : []
  })
  return named.length && layers.length >= MIN_LAYERS ? { type: 'stack', layers, comment: alt } : undefined
}

/** A stack of containers has no virtual machine unless it is called by it, and the other way round. */
function otherKinds(named: readonly string[]): string[] {
  if (named.includes('vm'))
    return ['engine', 'container']
  return named.includes('engine') || named.includes('container') ? ['vm', 'hypervisor'] : []
}

function stackFromList({ bullets }: ItemOf<'list'>, text: string): Block | undefined {
  const areLayers = bullets.length >= MIN_LAYERS
    && bullets.length <= LISTED.maxLayers
    && bullets.every(({ words, level }) => words <= LISTED.maxWords && level === 0)
  if (!areLayers || !STACKED.test(text))
    return undefined
  const labels = bullets.map(({ plain }) => plain)
  const layers = layersOf(labels)
  if (layers.length < labels.length)
    return undefined
  const isUpwards = UPWARDS.test(text) || !/\btop\b/i.test(text)
  return { type: 'stack', layers: isUpwards ? layers : layers.reverse(), comment: labels.join(', ') }
}

/** The prose before an item, back to what is shown before it, and the paragraphs after it. */
function textAround(items: readonly Item[], index: number): string {
  return [textBefore(items, index), ...items.slice(index + 1, index + 1 + MAX_AFTER).map(textOf)].join(' ')
}

function textBefore(items: readonly Item[], index: number): string {
  const shown = items.slice(0, index).findLastIndex(({ type }) => type === 'visual')
  return items.slice(shown + 1, index).map(textOf).join(' ')
}

function textOf(item: Item): string {
  return item.type === 'prose' ? item.sentences.map(({ plain }) => plain).join(' ') : ''
}
