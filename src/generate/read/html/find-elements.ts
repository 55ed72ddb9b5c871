import type { Element, Nodes } from 'hast'

/** The first element below a node, not deeper than `depth`, that passes a test. */
export function find(node: Nodes, test: (element: Element) => boolean, depth: number): Element | undefined {
  return findAll(node, test, depth)[0]
}

/** All elements below a node, not deeper than `depth`, that pass a test; not those inside of one that does. */
export function findAll(node: Nodes, test: (element: Element) => boolean, depth: number): Element[] {
  if (!('children' in node) || depth === 0)
    return []
  return node.children.flatMap(child => child.type !== 'element' ? [] : test(child) ? [child] : findAll(child, test, depth - 1))
}
