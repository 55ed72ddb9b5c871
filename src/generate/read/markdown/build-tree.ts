import type { Parents, Root, RootContent } from 'mdast'
import type { Admonition } from '../../document.ts'
import type { Container } from '../dialects/placeholders.ts'
import type { Scanner } from '../dialects/scanner.ts'
import { toString } from 'mdast-util-to-string'
import { markOfLine, restore } from '../dialects/placeholders.ts'
import { alertOf } from './alerts.ts'
import { applyAttributes } from './block-attributes.ts'
import { normaliseCode } from './code-info.ts'
import { definitionList } from './definition-lists.ts'
import { blockOfHtml } from './html-blocks.ts'
import { inlineContent } from './inline-content.ts'

type Lines = [number, number]

/** Gives the tree of normalised Markdown its lines, and puts in place of marks what they stand for. */
export function buildTree(root: Root, scanner: Scanner): void {
  addLines(root, scanner)
  buildBlocks(root, scanner)
}

function addLines(node: Root | RootContent, scanner: Scanner): void {
  const { position } = node
  delete node.position
  if (position)
    node.data = { ...node.data, lines: [scanner.sources[position.start.line - 1] ?? 1, scanner.sources[position.end.line - 1] ?? scanner.sources.at(-1) ?? 1] }
  for (const key of ['value', 'url', 'title', 'alt', 'lang', 'meta', 'label', 'identifier'] as const) {
    const fields = node as unknown as Record<string, unknown>
    if (typeof fields[key] === 'string' && !(key === 'value' && (node.type === 'text' || (node.type === 'html' && markOfLine(node.value) !== undefined))))
      fields[key] = restore(fields[key], scanner.marks, key === 'url')
  }
  if ('children' in node)
    node.children.forEach(child => addLines(child, scanner))
}

function buildBlocks(parent: Parents, scanner: Scanner): void {
  if (parent.type === 'paragraph' || parent.type === 'heading' || parent.type === 'tableCell') {
    parent.children = inlineContent(parent.children, scanner, parent.data?.lines ?? [1, 1])
    return
  }
  const children = grouped(parent.children as RootContent[], scanner).flatMap((node): RootContent[] => {
    if (node.type === 'html')
      return blockOfHtml(node, scanner)
    if ('children' in node)
      buildBlocks(node, scanner)
    if (node.type === 'admonition')
      entitle(node)
    if (node.type === 'code')
      normaliseCode(node, scanner)
    if (node.type === 'blockquote')
      return [alertOf(node) ?? node]
    if (node.type === 'paragraph')
      return node.children.length ? definitionList(node) : []
    return [node]
  })
  parent.children = applyAttributes(children, scanner) as never
}

interface Group { container: Container, id: number, closed: boolean, start: number, nodes: RootContent[] }

/** Puts what stands between an opening mark and its closing one into its container. */
function grouped(nodes: readonly RootContent[], scanner: Scanner): RootContent[] {
  const result: RootContent[] = []
  const stack: Group[] = []
  const target = () => stack.at(-1)?.nodes ?? result
  const finish = (end: number | undefined) => {
    const group = stack.pop()!
    // Without a closing mark, a container is the next block alone; with one that stands elsewhere, all that is left here.
    const inside = end === undefined && !group.closed ? group.nodes.slice(0, 1) : group.nodes
    target().push(...contained(scanner, group, inside, end ?? inside.at(-1)?.data?.lines?.[1] ?? group.start), ...group.nodes.slice(inside.length))
  }
  for (const node of nodes) {
    const id = node.type === 'html' ? markOfLine(node.value) : undefined
    const mark = id === undefined ? undefined : scanner.marks[id]
    if (mark?.type === 'open') {
      stack.push({ container: mark.container, id: id!, closed: mark.closed, start: mark.line, nodes: [] })
    }
    else if (mark?.type === 'close') {
      if (stack.some(group => group.id === mark.open)) {
        while (stack.at(-1)!.id !== mark.open)
          finish(undefined)
        finish(mark.line)
      }
    }
    else {
      target().push(node)
    }
  }
  while (stack.length)
    finish(undefined)
  return result
}

function contained(scanner: Scanner, { container, start }: Group, children: RootContent[], end: number): RootContent[] {
  const lines: Lines = [start, Math.max(start, end)]
  const strongTitle = (title: string): RootContent => ({ type: 'paragraph', children: [{ type: 'strong', children: [{ type: 'text', value: title }] }], data: { lines: [start, start] } })
  switch (container.type) {
    case 'admonition': {
      const { kind, title } = container
      return [{ type: 'admonition', kind, ...(title !== undefined && { title }), children, data: { lines } }]
    }
    case 'tab': return [{ type: 'tab', label: container.label, children, data: { lines } }]
    case 'tabs': return tabsByHeading(children, scanner)
    case 'code': {
      const code = children.find(node => node.type === 'code')
      if (code)
        code.meta = [`[${container.title}]`, code.meta].filter(Boolean).join(' ')
      return code ? children : [strongTitle(container.title), ...children]
    }
    case 'wrapper': return container.title ? [strongTitle(container.title), ...children] : children
  }
}

function tabsByHeading(children: readonly RootContent[], scanner: Scanner): RootContent[] {
  const result: RootContent[] = []
  const depth = Math.min(...children.map(node => node.type === 'heading' ? node.depth : 7))
  for (const node of children) {
    const last = result.at(-1)
    if (node.type === 'heading' && node.depth === depth) {
      buildBlocks(node, scanner)
      result.push({ type: 'tab', label: toString(node), children: [], data: { ...node.data } })
    }
    else if (last?.type === 'tab') {
      last.children.push(node)
      last.data!.lines![1] = Math.max(last.data!.lines![1], node.data?.lines?.[1] ?? 0)
    }
    else {
      result.push(node)
    }
  }
  return result
}

/** An admonition that begins with a heading has it as its title, where that is no more than text. */
function entitle(node: Admonition): void {
  const [first] = node.children
  if (node.title !== undefined || first?.type !== 'heading' || !first.children.every(child => ['text', 'inlineCode', 'emphasis', 'strong'].includes(child.type)))
    return
  node.title = toString(first)
  node.children.shift()
}
