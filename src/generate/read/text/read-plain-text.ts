import type { LeftOut, SourceDocument } from '../../document.ts'
import { toString } from 'mdast-util-to-string'
import { withoutLeftovers } from './boilerplate.ts'
import { contentOf } from './content.ts'
import { textBlocks } from './lines.ts'

/** Reads text as copying a page leaves it: no marks, only lines, bullets and the order of things. */
export function readPlainText(file: string, text: string): Omit<SourceDocument, 'format'> {
  const leftOut: LeftOut[] = []
  const children = contentOf(withoutLeftovers(textBlocks(text), leftOut), true)
  const [first] = children
  if (first?.type === 'heading')
    first.depth = 1
  return { file, text, title: first?.type === 'heading' ? toString(first) : undefined, root: { type: 'root', children }, leftOut }
}
