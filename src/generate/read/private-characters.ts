import type { Nodes } from 'mdast'
import type { SourceDocument } from '../document.ts'
import { omit } from './omit.ts'

const PRIVATE = /[\uE000-\uF8FF\u{F0000}-\u{FFFFD}\u{100000}-\u{10FFFD}]/gu
const WHY = 'a character that only one font of icons draws'

/**
 * Takes characters for private use out of a document's text, where no font of a deck draws them, and names each as
 * omitted. In code they stay: its author may need them, and the check of a course names them.
 */
export function dropPrivateCharacters(document: Pick<SourceDocument, 'root' | 'omitted' | 'title'>): void {
  const drop = (node: Nodes, around: [number, number]) => {
    const lines = node.data?.lines ?? around
    if (node.type === 'text' && node.value.search(PRIVATE) >= 0) {
      for (const character of new Set(node.value.match(PRIVATE)))
        omit(document.omitted, lines, nameOf(character), WHY)
      node.value = node.value.replace(PRIVATE, '')
    }
    if ('children' in node)
      node.children.forEach(child => drop(child, lines))
  }
  drop(document.root, [1, 1])
  document.title = document.title?.replace(PRIVATE, '').trim() || undefined
}

function nameOf(character: string): string {
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase()}`
}
