import type { Omission, SourceDocument } from '../../document.ts'
import { toString } from 'mdast-util-to-string'
import { omitBoilerplate } from './boilerplate.ts'
import { contentOfText } from './content.ts'
import { textBlocks } from './lines.ts'

/** Reads text as copying a page leaves it: no marks, only lines, bullets and the order of things. */
export function readPlainText(file: string, text: string): Omit<SourceDocument, 'format'> {
  const omitted: Omission[] = []
  const children = contentOfText(omitBoilerplate(textBlocks(text), omitted), true)
  const [first] = children
  if (first?.type !== 'heading')
    return { file, text, root: { type: 'root', children }, omitted }
  first.depth = 1
  return { file, text, title: toString(first), root: { type: 'root', children }, omitted }
}
