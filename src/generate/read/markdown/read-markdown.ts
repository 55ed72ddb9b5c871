import type { SourceDocument } from '../../document.ts'
import type { ReadFile } from '../dialects/include-source.ts'
import type { NormalizedMarkdown } from './normalize.ts'
import { toString } from 'mdast-util-to-string'
import { UserError } from '../../../core/errors.ts'
import { limits } from '../../limits.ts'
import { buildTree } from './build-tree.ts'
import { readFrontMatter } from './front-matter.ts'
import { normalize } from './normalize.ts'
import { parseMarkdown } from './parse-markdown.ts'

/** Reads Markdown of any dialect. */
export function readMarkdown(file: string, text: string, readFile: ReadFile): Omit<SourceDocument, 'format'> {
  const lines = text.split('\n')
  const { length, title, omitted, ...described } = readFrontMatter(lines)
  const normalized = normalize({ lines, start: length, file, readFile })
  checkPieces(normalized, file)
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

/** @throws UserError for a table, a list or a paragraph for which there would be no memory */
function checkPieces({ pieces, numbers }: NormalizedMarkdown, file: string): void {
  const tooLong = pieces.find(({ size }) => size > limits.block)
  if (!tooLong)
    return
  const [size, max] = [tooLong.size, limits.block].map(size => Math.round(size / 1e6))
  const message = `The text from here on has ${size} MB without a heading or a new block; ${max} MB are the most.`
  const line = numbers[tooLong.before]
  throw new UserError(message, 'Divide it with headings, or split the document.', { file, ...line && { line } })
}
