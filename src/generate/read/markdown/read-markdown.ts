import type { SourceDocument } from '../../document.ts'
import type { ReadFile } from '../dialects/include-source.ts'
import { toString } from 'mdast-util-to-string'
import { buildTree } from './build-tree.ts'
import { readFrontMatter } from './front-matter.ts'
import { normalise } from './normalize.ts'
import { parseMarkdown } from './parse-markdown.ts'

/** Reads Markdown of any dialect. */
export function readMarkdown(file: string, text: string, readFile: ReadFile): Omit<SourceDocument, 'format'> {
  const lines = text.split('\n')
  const { length, leftOut, title, ...described } = readFrontMatter(lines)
  const scanner = normalise(lines, length, file, readFile)
  const root = parseMarkdown(scanner.finish())
  buildTree(root, scanner)
  const h1 = root.children.find(node => node.type === 'heading' && node.depth === 1)
  const heading = h1 && toString(h1)
  if (heading && title && heading !== title)
    leftOut.push({ lines: [1, length], what: title, why: 'the heading of the document is its title' })
  return { file, text, root, leftOut: [...leftOut, ...scanner.leftOut].sort((a, b) => a.lines[0] - b.lines[0]), ...described, title: heading || title }
}
