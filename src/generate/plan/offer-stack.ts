import type { Item } from './items.ts'
import type { Block, StackLayer } from './slide.ts'
import { layerKind } from './chain.ts'

/** What the drawing of a stack is called. */
const STACKED = /\b(?:stack|stacks|stacked|layers?|layered)\b/i

/** How texts name layers of a machine, from the bottom to the top. */
const NAMES: readonly [string, RegExp][] = [
  ['hardware', /\b(?:hardware|computer|physical machine|physical server|laptop)\b/i],
  ['os', /\b(?:host operating system|host OS|operating system|Linux host|MacOS|Windows|Linux)\b/i],
  ['hypervisor', /\bhypervisor\b/i],
  ['vm', /\b(?:virtual machine|VM)\b/i],
  ['engine', /\b(?:Docker|container engine|container runtime|containerd|Podman)\b/i],
  ['container', /\b(?:Docker containers?|Linux containers?|containers?)\b/i],
  ['app', /\b(?:container program|programs?|applications?|apps?|process(?:es)?)\b/i],
]

/** Puts drawings in the place of pictures that are missing and called a stack, where the text names its layers; adds one to a list of layers. */
export function offerStacks(items: readonly Item[]): Item[] {
  return items.flatMap((item, i): Item[] => {
    if (item.type === 'visual' && item.block.type === 'missing') {
      const block = stackFromText(item.block.alt, textAround(items, i))
      return block ? [{ ...item, block }] : [item]
    }
    if (item.type === 'list') {
      const block = stackFromList(item, textAround(items.slice(0, i + 1), i))
      return block ? [item, { type: 'visual', source: item.source, block }] : [item]
    }
    return [item]
  })
}

function stackFromText(alt: string, text: string): Block | undefined {
  if (!STACKED.test(alt))
    return undefined
  const named = NAMES.filter(([, pattern]) => pattern.test(alt)).map(([kind]) => kind)
  // A stack of containers has no virtual machine unless it is called by it, and the other way round.
  const without = named.includes('vm') ? ['engine', 'container'] : named.includes('engine') || named.includes('container') ? ['vm', 'hypervisor'] : []
  const layers = NAMES.flatMap(([kind, pattern]): StackLayer[] => {
    const label = without.includes(kind) ? undefined : (pattern.exec(alt) ?? pattern.exec(text))?.[0]
    return label ? [{ label: label[0]!.toUpperCase() + label.slice(1), kind }] : []
  })
  return named.length && layers.length >= 3 ? { type: 'stack', layers, comment: alt } : undefined
}

function stackFromList({ bullets }: Extract<Item, { type: 'list' }>, text: string): Block | undefined {
  if (!STACKED.test(text) || bullets.length < 3 || bullets.length > 8 || bullets.some(({ words, level }) => words > 5 || level > 0))
    return undefined
  const layers = bullets.flatMap(({ plain }): StackLayer[] => {
    const kind = layerKind(plain)
    return kind ? [{ label: plain, kind }] : []
  })
  if (layers.length < bullets.length)
    return undefined
  const upwards = /\b(?:bottom to top|bottom up|from the bottom|upwards?)\b/i.test(text)
  return { type: 'stack', layers: upwards || !/\btop\b/i.test(text) ? layers : layers.reverse(), comment: bullets.map(({ plain }) => plain).join(', ') }
}

/** The prose before an item, back to what is shown before it, and the paragraph after it. */
function textAround(items: readonly Item[], index: number): string {
  const texts: string[] = []
  for (let i = index - 1; i >= 0 && items[i]!.type !== 'visual'; i--)
    texts.unshift(textOf(items[i]!))
  for (let i = index + 1; i < Math.min(items.length, index + 3); i++)
    texts.push(textOf(items[i]!))
  return texts.join(' ')
}

function textOf(item: Item): string {
  return item.type === 'prose' ? item.sentences.map(({ plain }) => plain).join(' ') : ''
}
