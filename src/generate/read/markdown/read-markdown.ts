import type { SourceDocument } from '../../document.ts'
import type { ReadFile } from '../dialects/include-source.ts'
import { toString } from 'mdast-util-to-string'
import { buildTree } from './build-tree.ts'
import { readFrontMatter } from './front-matter.ts'
import { normalize } from './normalize.ts'
import { parseMarkdown } from './parse-markdown.ts'

/** Reads Markdown of any dialect. */
export function readMarkdown(file: string, text: string, readFile: ReadFile): Omit<SourceDocument, 'format'> {
  const lines = text.split('\n')
  const { length, title, omitted, ...described } = readFrontMatter(lines)
  const normalized = normalize({ lines, start: length, file, readFile })
  const root = parseMarkdown(normalized.pieces)
  buildTree(root, normalized)
  const h1 = root.children.find(node => node.type === 'heading' && node.depth === 1)
  return {
    file,
    text,
    root,
    omitted: [...omitted, ...normalized.omitted].sort((a, b) => a.lines[0] - b.lines[0]),
    ...described,
    title: title || (h1 && toString(h1)),
    ...title && { named: true as const },
  }
}
