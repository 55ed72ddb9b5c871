import type { BlockContent, Nodes, PhrasingContent, Root } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'

type CellContent = PhrasingContent | BlockContent

/** Cells of Markdown hold text alone: blocks in cells come one after another with breaks between. */
export function flattenCells(root: Root): void {
  visit(root, 'tableCell', (cell) => {
    cell.children = (cell.children as CellContent[]).flatMap((node, i, all): PhrasingContent[] => {
      const needsBreak = i > 0 && (isBlock(node) || isBlock(all[i - 1]!))
      return [...needsBreak ? [{ type: 'break' } as const] : [], ...phrasingOf(node)]
    })
  })
}

const BLOCKS = new Set<Nodes['type']>([
  'paragraph',
  'list',
  'code',
  'blockquote',
  'heading',
  'table',
  'admonition',
  'tab',
  'math',
  'thematicBreak',
])

function isBlock(node: Nodes): boolean {
  return BLOCKS.has(node.type)
}

function phrasingOf(node: Nodes): PhrasingContent[] {
  return isBlock(node) ? textOfBlock(node) : [node as PhrasingContent]
}

function textOfBlock(node: Nodes): PhrasingContent[] {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
      return node.children
    case 'code':
      return [{ type: 'inlineCode', value: node.value.replace(/\s+/g, ' ') }]
    case 'math':
      return [{ type: 'inlineMath', value: node.value }]
    case 'list':
      return node.children.flatMap((item, i): PhrasingContent[] =>
        [{ type: 'text', value: i ? ' • ' : '• ' }, ...item.children.flatMap(textOfBlock)])
    default:
      return 'children' in node ? node.children.flatMap(phrasingOf) : [{ type: 'text', value: toString(node) }]
  }
}
