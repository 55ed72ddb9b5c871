import type { BlockContent, RootContent } from 'mdast'
import type { Container } from '../dialects/placeholders.ts'
import type { NormalizedMarkdown } from './normalize.ts'
import { toString } from 'mdast-util-to-string'
import { placeholderIndex } from '../dialects/placeholders.ts'
import { omit } from '../omit.ts'
import { inlineContent } from './inline-content.ts'

interface Group {
  container: Container
  /** Index of the placeholder that opens it. */
  id: number
  /** Whether a placeholder somewhere closes it. */
  closed: boolean
  /** Line, from 1. */
  start: number
  nodes: RootContent[]
}

/** Puts what stands between an opening placeholder and its closing one into its container. */
export function groupContainers(nodes: readonly RootContent[], normalized: NormalizedMarkdown): RootContent[] {
  const { placeholders } = normalized
  const result: RootContent[] = []
  const stack: Group[] = []
  const target = () => stack.at(-1)?.nodes ?? result
  const finish = (end?: number) => {
    const group = stack.pop()!
    // Without a closing placeholder, a container is the next block alone; with one that stands elsewhere, all that is
    // left here.
    const inside = end === undefined && !group.closed ? group.nodes.slice(0, 1) : group.nodes
    const last = end ?? inside.at(-1)?.data?.lines?.[1] ?? group.start
    target().push(...contained(group, inside, last, normalized), ...group.nodes.slice(inside.length))
  }
  for (const node of nodes) {
    const id = node.type === 'html' ? placeholderIndex(node.value) : undefined
    const placeholder = id === undefined ? undefined : placeholders[id]
    if (placeholder?.type === 'open') {
      const { container, closed, line } = placeholder
      stack.push({ container, id: id!, closed, start: line, nodes: [] })
    }
    else if (placeholder?.type === 'close') {
      const { open, line } = placeholder
      if (!stack.some(({ id }) => id === open))
        continue
      while (stack.at(-1)!.id !== open)
        finish()
      finish(line)
    }
    else {
      target().push(node)
    }
  }
  while (stack.length)
    finish()
  return result
}

/** @param end last line, from 1 */
function contained(
  { container, id, start }: Group,
  children: RootContent[],
  end: number,
  normalized: NormalizedMarkdown,
): RootContent[] {
  const lines: [number, number] = [start, Math.max(start, end)]
  switch (container.type) {
    case 'admonition': {
      // A box around a heading begins a section.
      if (children.length && children.every(({ type }) => type === 'heading')) {
        const { raw = '' } = normalized.placeholders[id] as { raw?: string }
        if (!normalized.omitted.some(({ lines: [line], what }) => line === start && what === raw))
          omit(normalized.omitted, [start, start], raw, 'a box around nothing but a heading')
        return children
      }
      const { kind, title } = container
      return [{ type: 'admonition', kind, ...(title !== undefined && { title }), children, data: { lines } }]
    }
    case 'tab':
      return [{ type: 'tab', label: container.label, children, data: { lines } }]
    case 'tabs':
      return tabsByHeading(children, normalized)
    case 'code':
      return namedCode(children, container.title, start)
    case 'quote':
      return [{ type: 'blockquote', children: children as BlockContent[], data: { lines } }]
    case 'wrapper':
      return container.title ? [strongTitle(container.title, start), ...children] : children
  }
}

function strongTitle(title: string, line: number): RootContent {
  return {
    type: 'paragraph',
    children: [{ type: 'strong', children: [{ type: 'text', value: title }] }],
    data: { lines: [line, line] },
  }
}

/** Gives the first code its name; without code the name stands above what is there. */
function namedCode(children: RootContent[], title: string, line: number): RootContent[] {
  const code = children.find(node => node.type === 'code')
  if (!code)
    return [strongTitle(title, line), ...children]
  code.meta = [`[${title}]`, code.meta].filter(Boolean).join(' ')
  return children
}

/** Each heading of the highest level begins a tab. */
function tabsByHeading(children: readonly RootContent[], normalized: NormalizedMarkdown): RootContent[] {
  const result: RootContent[] = []
  const depth = Math.min(...children.map(node => node.type === 'heading' ? node.depth : 7))
  for (const node of children) {
    const last = result.at(-1)
    if (node.type === 'heading' && node.depth === depth) {
      const label = toString(inlineContent(node.children, normalized, node.data?.lines ?? [1, 1]))
      result.push({ type: 'tab', label, children: [], data: { ...node.data } })
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
