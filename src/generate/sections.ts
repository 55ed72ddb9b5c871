import type { Heading, RootContent } from 'mdast'
import { toString } from 'mdast-util-to-string'

/** A heading with what stands below it, up to the next heading; sections below it are its children. */
export interface Section {
  /** Undefined for what stands before the first heading. */
  heading?: Heading
  depth: number
  title: string
  blocks: RootContent[]
  children: Section[]
}

/** The sections of a document as a tree; `blocks` of the root stand before the first heading. */
export function sectionTree(children: readonly RootContent[]): Section {
  const root: Section = { depth: 0, title: '', blocks: [], children: [] }
  const path = [root]
  for (const node of children) {
    if (node.type !== 'heading') {
      path.at(-1)!.blocks.push(node)
      continue
    }
    while (path.at(-1)!.depth >= node.depth)
      path.pop()
    const section: Section = { heading: node, depth: node.depth, title: headingText(node), blocks: [], children: [] }
    path.at(-1)!.children.push(section)
    path.push(section)
  }
  return root
}

/** Heading text on one line. */
export function headingText(node: Heading): string {
  return toString(node).replace(/\s+/g, ' ').trim()
}

/** First and last line of nodes, or undefined where none has lines. */
export function linesOf(nodes: readonly RootContent[]): [number, number] | undefined {
  let first = Infinity
  let last = 0
  for (const { data, position } of nodes) {
    const lines = data?.lines ?? (position && [position.start.line, position.end.line])
    if (lines) {
      first = Math.min(first, lines[0]!)
      last = Math.max(last, lines[1]!)
    }
  }
  return last ? [first, last] : undefined
}
