import type { Element, Root } from 'hast'
import type { FootnoteDefinition, FootnoteReference, PhrasingContent, RootContent } from 'mdast'
import type { Omission } from '../../document.ts'
import { toText } from 'hast-util-to-text'
import { SKIP, visit } from 'unist-util-visit'
import { contentOfTree } from '../html/content.ts'

// No document has these code points: its text was freed of them.
const START = '\uFDD3'
const END = '\uFDD4'
/** Elements that can be a footnote. A heading that leads back to a table of contents is none. */
const NOTES = new Set(['li', 'div', 'p', 'aside', 'dd'])
const TOKEN = new RegExp(`${START}([^${END}]*)${END}`)

/**
 * Footnotes of converted HTML, whatever program made it: a link with an id leads to an element that links back to it.
 * Takes them out of the tree and leaves tokens where they are referred to.
 */
export class FootnoteReader {
  readonly #notes = new Map<string, Element>()

  constructor(tree: Root) {
    const byId = elementsById(tree)
    visit(tree, 'element', (element, index, parent) => {
      const id = targetOf(element)
      const note = id === undefined ? undefined : byId.get(id)
      if (!note || !NOTES.has(note.tagName) || !parent || index === undefined || !linksBack(note, element))
        return
      this.#notes.set(id!, note)
      parent.children[index] = { type: 'text', value: `${START}${id}${END}` }
      return SKIP
    })
    removeNotes(tree, new Set(this.#notes.values()))
  }

  /** Blocks with references in place of tokens, and the definitions behind them. */
  withReferences(blocks: readonly RootContent[], omitted: Omission[]): RootContent[] {
    const children = [...blocks, ...Array.from(this.#notes, ([id, note]) => definitionOf(id, note, omitted))]
    visit({ type: 'root', children } as { type: 'root', children: RootContent[] }, 'text', (node, index, parent) => {
      const parts = node.value.split(TOKEN)
      if (parts.length === 1 || !parent || index === undefined)
        return
      const { data } = node
      const nodes = parts.map((part, i): PhrasingContent => i % 2
        ? { type: 'footnoteReference', identifier: part, label: part, data } satisfies FootnoteReference
        : { type: 'text', value: part, data })
      parent.children.splice(index, 1, ...nodes.filter(node => node.type !== 'text' || node.value))
      return [SKIP, index + nodes.length]
    })
    return children
  }
}

function elementsById(tree: Root): Map<string, Element> {
  const found = new Map<string, Element>()
  visit(tree, 'element', (element) => {
    if (typeof element.properties.id === 'string')
      found.set(element.properties.id, element)
  })
  return found
}

/** Id of the element on the same page that a link leads to. */
function targetOf({ tagName, properties }: Element): string | undefined {
  const href = tagName === 'a' ? String(properties.href ?? '') : ''
  return href.startsWith('#') && properties.id !== undefined ? href.slice(1) : undefined
}

/** Whether a footnote links back to where it is referred to; that link is taken out of it. */
function linksBack(note: Element, reference: Element): boolean {
  let found = note.properties.dataFootnote === true
  visit(note, 'element', (element, index, parent) => {
    if (element.tagName !== 'a' || element.properties.href !== `#${String(reference.properties.id)}`)
      return
    found = true
    parent!.children.splice(index!, 1)
    return [SKIP, index!]
  })
  note.properties.dataFootnote = found
  return found
}

/** Takes footnotes out of the tree, and what only held them. */
function removeNotes(tree: Root, notes: ReadonlySet<Element>): void {
  const clean = (node: Root | Element): void => {
    node.children = node.children.filter((child) => {
      if (child.type !== 'element')
        return true
      if (notes.has(child))
        return false
      const before = child.children.length
      clean(child)
      const isBare = child.children.every(({ type, ...rest }) =>
        type === 'text' ? !(rest as { value: string }).value.trim() : (rest as Element).tagName === 'hr')
      return child.children.length === before || !isBare
    }) as typeof node.children
  }
  clean(tree)
  // The brackets that some programs put around the number of a footnote.
  visit(tree, 'element', (element, index, parent) => {
    if (element.tagName === 'sup' && parent && index !== undefined && TOKEN.test(toText(element)))
      parent.children[index] = { type: 'text', value: toText(element).replace(/^\[|\]$/g, '') }
  })
}

function definitionOf(id: string, note: Element, omitted: Omission[]): FootnoteDefinition {
  const line = note.position?.start.line ?? 1
  const first = note.children[0]
  // The number of the footnote stands in the link that was taken out; its full stop remains.
  if (first?.type === 'text')
    first.value = first.value.replace(/^\s*\.?\s*/, '')
  const second = note.children[1]
  if (first?.type === 'text' && !first.value && second?.type === 'text')
    second.value = second.value.replace(/^\s*\.\s*/, '')
  const tree: Root = { type: 'root', children: note.children }
  const blocks = contentOfTree(tree, [line, note.position?.end.line ?? line], omitted)
  const isText = blocks.every(block => block.type === 'text' || block.type === 'link' || block.type === 'emphasis'
    || block.type === 'strong' || block.type === 'inlineCode')
  const children = isText
    ? [{ type: 'paragraph' as const, children: blocks as PhrasingContent[] }]
    : blocks as FootnoteDefinition['children']
  return { type: 'footnoteDefinition', identifier: id, label: id, children, data: { lines: [line, line] } }
}
