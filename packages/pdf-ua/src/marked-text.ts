import type { PDFRef } from '@cantoo/pdf-lib'
import type { ContentReader } from './content-reader.ts'
import type { MarkedContentStack, PropertyFinder } from './marked-content.ts'
import type { TextState } from './text-state.ts'

/** Operators that show text. */
export const TEXT_SHOWING: ReadonlySet<string> = new Set(['Tj', 'TJ', '\'', '"'])

interface MarkedText {
  /** The stream that is read: a page or a form. */
  owner: PDFRef
  stack: MarkedContentStack
  text: TextState
  properties: PropertyFinder
  /** How many sequences were open before the stream, which it cannot close. */
  outside?: number
}

/** Follows the operator that was just read where it marks content or shows text; says which, undefined for others. */
export function followText(
  reader: ContentReader,
  { owner, stack, text, properties, outside = 0 }: MarkedText,
): 'mark' | 'text' | undefined {
  const { operator } = reader
  if (TEXT_SHOWING.has(operator)) {
    text.show(reader, stack.takeActualText())
    return 'text'
  }
  if (!['BDC', 'BMC', 'EMC'].includes(operator))
    return
  text.flush()
  if (operator !== 'EMC')
    stack.open(owner, reader, properties)
  else if (stack.depth > outside)
    stack.close()
  return 'mark'
}
