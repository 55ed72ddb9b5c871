import type { Nodes, PhrasingContent } from 'mdast'
import { visit } from 'unist-util-visit'

/** All nodes of one type below a node, itself included. */
export function nodesOfType<T extends Nodes['type']>(node: Nodes, type: T): Extract<Nodes, { type: T }>[] {
  const found: Extract<Nodes, { type: T }>[] = []
  visit(node, (child) => {
    if (child.type === type)
      found.push(child as Extract<Nodes, { type: T }>)
  })
  return found
}

/** Phrasing content without pictures, and without marks that held nothing else. */
export function withoutImages(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return nodes.flatMap((node): PhrasingContent[] => {
    if (node.type === 'image')
      return []
    if (!('children' in node))
      return [node]
    const children = withoutImages(node.children)
    return children.length ? [{ ...node, children } as PhrasingContent] : []
  })
}
