import type { Parents, Root, RootContent } from 'mdast'
import type { Admonition } from '../../document.ts'
import type { NormalizedMarkdown } from './normalize.ts'
import { toString } from 'mdast-util-to-string'
import { placeholderIndex, restoreSource } from '../dialects/placeholders.ts'
import { alertOf } from './alerts.ts'
import { applyAttributes } from './block-attributes.ts'
import { chunk } from './chunks.ts'
import { normalizeCode } from './code-info.ts'
import { definitionList } from './definition-lists.ts'
import { groupContainers } from './group-containers.ts'
import { blockOfHtml } from './html-blocks.ts'
import { inlineContent } from './inline-content.ts'

/** Gives the tree of normalized Markdown its lines, and puts in place of placeholders what they stand for. */
export function buildTree(root: Root, normalized: NormalizedMarkdown): void {
  addLines(root, normalized)
  buildBlocks(root, normalized)
}

/** Fields of nodes that can have placeholders in them. */
const FIELDS = ['value', 'url', 'title', 'alt', 'lang', 'meta', 'label', 'identifier'] as const

function addLines(node: Root | RootContent, normalized: NormalizedMarkdown): void {
  const { numbers, placeholders } = normalized
  const { position } = node
  delete node.position
  if (position) {
    const first = numbers[position.start.line - 1] ?? 1
    const last = numbers[position.end.line - 1] ?? numbers.at(-1) ?? 1
    node.data = { ...node.data, lines: [first, last] }
  }
  const fields = node as unknown as Record<string, unknown>
  for (const key of FIELDS) {
    const value = fields[key]
    if (typeof value === 'string' && !(key === 'value' && keepsPlaceholders(node)))
      fields[key] = restoreSource(value, placeholders, key === 'url')
  }
  if ('children' in node)
    node.children.forEach(child => addLines(child, normalized))
}

/** What is read again when the tree is built. */
function keepsPlaceholders(node: Root | RootContent): boolean {
  return node.type === 'text' || (node.type === 'html' && placeholderIndex(node.value) !== undefined)
}

function buildBlocks(parent: Parents, normalized: NormalizedMarkdown): void {
  if (parent.type === 'paragraph' || parent.type === 'heading' || parent.type === 'tableCell') {
    parent.children = inlineContent(parent.children, normalized, parent.data?.lines ?? [1, 1])
    return
  }
  const grouped = groupContainers(parent.children as RootContent[], normalized)
  const children = grouped.flatMap(node => buildBlock(node, normalized))
  // Attributes may say that a quotation is a box of another kind.
  parent.children = applyAttributes(children, normalized).map(titledQuote) as never
}

function buildBlock(node: RootContent, normalized: NormalizedMarkdown): RootContent[] {
  if (node.type === 'html')
    return blockOfHtml(node, normalized)
  if ('children' in node)
    buildBlocks(node, normalized)
  switch (node.type) {
    case 'admonition':
      takeTitle(node)
      return [node]
    case 'code': {
      const shown = chunk(node, normalized.omitted)
      if (!shown)
        normalizeCode(node, normalized.omitted)
      return [shown ?? node]
    }
    case 'blockquote':
      return [alertOf(node) ?? node]
    case 'paragraph':
      return node.children.length ? definitionList(node) : []
    default:
      return [node]
  }
}

/** A quotation below a heading of its own is a box with a title. */
function titledQuote(node: RootContent): RootContent {
  if (node.type !== 'blockquote' || node.children[0]?.type !== 'heading' || node.children.length < 2)
    return node
  const box: Admonition = { type: 'admonition', kind: 'note', children: [...node.children], data: node.data }
  takeTitle(box)
  return box.title === undefined ? node : box
}

/** An admonition that begins with a heading has it as its title, where that is no more than text. */
function takeTitle(node: Admonition): void {
  const [first] = node.children
  if (node.title !== undefined || first?.type !== 'heading')
    return
  if (!first.children.every(({ type }) => ['text', 'inlineCode', 'emphasis', 'strong'].includes(type)))
    return
  node.title = toString(first)
  node.children.shift()
}
