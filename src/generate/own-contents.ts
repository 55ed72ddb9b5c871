import type { List, RootContent } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { numberOfWords } from './text/words.ts'

/** Entries that a list of contents has at least, and words of a line that only names it at most. */
const CONTENTS = { entries: 3, words: 5 }

/**
 * Blocks with the document's own table of contents for the notes, its heading and the line above it too: the agenda
 * shows what a lecture has.
 */
export function contentsInNotes(blocks: readonly RootContent[]): RootContent[] {
  return blocks.map((node, i) => {
    const [next, after] = [blocks[i + 1], blocks[i + 2]]
    if (isContents(node))
      return forNotes(node)
    if (node.type === 'paragraph' && isContents(next) && numberOfWords(toString(node)) <= CONTENTS.words)
      return forNotes(node)
    if (node.type === 'heading' && node.depth > 1 && isContents(next) && (!after || after.type === 'heading'))
      return forNotes({ ...node, type: 'paragraph' })
    return node
  })
}

function forNotes<Node extends RootContent>(node: Node): Node {
  return { ...node, data: { ...node.data, notesOnly: true } }
}

/** A list of links to places of the same document, and nothing else. */
function isContents(node: RootContent | undefined): node is List {
  const entries = node?.type === 'list' ? entriesOf(node) : undefined
  return entries !== undefined && entries >= CONTENTS.entries
}

/** How many entries a list has at all depths; undefined where one of them is no link into the document. */
function entriesOf(list: List): number | undefined {
  let entries = 0
  for (const { children } of list.children) {
    for (const child of children) {
      const own = child.type === 'list' ? entriesOf(child) : Number(leadsInside(child))
      if (!own)
        return undefined
      entries += own
    }
  }
  return entries
}

function leadsInside(node: RootContent): boolean {
  if (node.type !== 'paragraph')
    return false
  const shown = node.children.filter(child => toString(child).trim())
  return shown.length === 1 && shown[0]!.type === 'link' && shown[0].url.startsWith('#')
}
