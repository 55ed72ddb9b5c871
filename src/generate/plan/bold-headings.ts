import type { Paragraph, PhrasingContent, RootContent } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { nodesOfType } from '../nodes.ts'
import { numberOfWords } from '../text/words.ts'

/** Words of a bold paragraph that is a heading. */
const MAX_WORDS = 9

/** A heading, or a bold line that has something other below it. */
export function beginsPart(node: RootContent, next: RootContent | undefined): boolean {
  return node.type === 'heading' || (isBoldHeading(node) && next !== undefined && !isHeading(next))
}

function isHeading(node: RootContent): boolean {
  return node.type === 'heading' || isBoldHeading(node)
}

function isBoldHeading(node: RootContent): boolean {
  if (node.type !== 'paragraph' || !boldText(node))
    return false
  const text = toString(node).trim()
  return numberOfWords(text) <= MAX_WORDS
    && /[\p{L}\p{N}?)]$/u.test(text)
    && nodesOfType(node, 'image').length === 0
}

/** The text of a paragraph that is bold as a whole. */
export function boldText({ children }: Paragraph): PhrasingContent[] | undefined {
  const [only] = children
  return children.length === 1 && only?.type === 'strong' ? only.children : undefined
}
