import type { Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'

/** How many trees are kept, of the texts that were read last. */
const KEPT = 2000

const trees = new Map<string, Root>()

/**
 * The tree of what Markdown shows: the marks of blocks and comments are gone, lines stand where they stood. Whoever
 * counts its words and whoever checks it share one tree, so nobody may change it.
 */
export function visibleTree(markdown: string): Root {
  const kept = trees.get(markdown)
  if (kept)
    return kept
  const comments = /<!--[\s\S]*?-->/g
  const visible = markdown.replace(/^:{3,}\w*/gm, '').replace(comments, text => text.replace(/[^\n]/g, ''))
  const tree = fromMarkdown(visible)
  trees.set(markdown, tree)
  for (const oldest of trees.keys()) {
    if (trees.size <= KEPT)
      break
    trees.delete(oldest)
  }
  return tree
}
