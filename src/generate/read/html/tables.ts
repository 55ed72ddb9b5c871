import type { BlockContent, Nodes, PhrasingContent, Root } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'

/** Cells of Markdown hold text alone: blocks in cells come one after another with breaks between. */
export function flattenCells(root: Root): void {
  visit(root, 'tableCell', (cell) => {
    cell.children = (cell.children as (PhrasingContent | BlockContent)[]).flatMap((node, i, all) =>
      isBlock(node) ? [...(i ? [{ type: 'break' } as const] : []), ...inlineOf(node)] : i && isBlock(all[i - 1]!) ? [{ type: 'break' }, node as PhrasingContent] : [node as PhrasingContent])
  })
}

function isBlock(node: Nodes): boolean {
  return ['paragraph', 'list', 'code', 'blockquote', 'heading', 'table', 'admonition', 'tab', 'math', 'thematicBreak'].includes(node.type)
}

function inlineOf(node: Nodes): PhrasingContent[] {
  switch (node.type) {
    case 'paragraph': case 'heading': return node.children
    case 'code': return [{ type: 'inlineCode', value: node.value.replace(/\s+/g, ' ') }]
    case 'math': return [{ type: 'inlineMath', value: node.value }]
    case 'list': return node.children.flatMap((item, i) => [{ type: 'text', value: `${i ? ' ' : ''}• ` } as const, ...item.children.flatMap(child => inlineOf(child))])
    default: return 'children' in node ? node.children.flatMap(child => isBlock(child) ? inlineOf(child) : [child as PhrasingContent]) : [{ type: 'text', value: toString(node) }]
  }
}
