import type { Nodes } from 'mdast'
import type { SourceDocument } from '../document.ts'
import { toString } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import { readFrontMatter } from './front-matter.ts'
import { parseMarkdown } from './parse-markdown.ts'

export function readMarkdown(file: string, text: string): Omit<SourceDocument, 'format'> {
  const lines = text.split('\n')
  const { length, leftOut, title, ...described } = readFrontMatter(lines)
  const root = parseMarkdown(lines.slice(length).join('\n'))
  visit(root, (node: Nodes) => {
    if (node.position)
      node.data = { ...node.data, lines: [node.position.start.line + length, node.position.end.line + length] }
    delete node.position
  })
  const h1 = root.children.find(node => node.type === 'heading' && node.depth === 1)
  return { file, text, root, leftOut, ...described, title: h1 ? toString(h1) : title }
}
