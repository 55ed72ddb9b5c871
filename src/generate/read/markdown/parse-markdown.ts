import type { Root } from 'mdast'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'

/** Part of a Markdown text. */
export interface Piece {
  text: string
  /** Lines of the text before it. */
  before: number
}

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMath).freeze()
const enough = 100_000

/** Lines in pieces that begin at headings, or for want of them at other blocks that stand by themselves; most texts are one piece. */
export function inPieces(lines: readonly string[], isCode: readonly boolean[]): Piece[] {
  const pieces: Piece[] = []
  let before = 0
  let size = 0
  lines.forEach((line, i) => {
    const begins = !isCode[i] && i > 0 && !lines[i - 1]!.trim() && !isCode[i - 1]
    if ((size > enough && begins && /^#{1,6}\s/.test(line)) || (size > 3 * enough && begins && /^[\p{L}<]/u.test(line))) {
      pieces.push({ text: lines.slice(before, i).join('\n'), before })
      before = i
      size = 0
    }
    size += line.length + 1
  })
  return [...pieces, { text: lines.slice(before).join('\n'), before }]
}

/** The tree of Markdown without any dialect: GFM with footnotes and math. */
export function parseMarkdown(pieces: readonly Piece[]): Root {
  const definitions = pieces.length > 1 ? definitionsIn(pieces) : []
  const root: Root = { type: 'root', children: [] }
  pieces.forEach(({ text, before }, i) => {
    const others = definitions.filter(({ piece }) => piece !== i).map(({ line }) => line)
    const length = text.split('\n').length
    const part = parser.parse(others.length ? `${text}\n\n${others.join('\n')}` : text)
    for (const node of part.children) {
      if (node.position!.start.line <= length)
        root.children.push(node)
    }
    if (before) {
      visit(part, ({ position }) => {
        if (position) {
          position.start.line += before
          position.end.line += before
        }
      })
    }
  })
  return root
}

/** Definitions that other pieces may refer to; a text of little else goes without. */
function definitionsIn(pieces: readonly Piece[]): { piece: number, line: string }[] {
  const found = pieces.flatMap(({ text }, piece) => Array.from(text.matchAll(/^ {0,3}\[[^\]\n]+\]:[^\n]+$/gm), ([line]) => ({ piece, line })))
  return found.length <= 2000 ? found : []
}
