import type { Root, RootContent } from 'mdast'
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
  /** Its characters outside of code, which the parser takes apart. */
  size: number
}

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMath).freeze()
/** Characters above which a piece ends at the next heading, or at any other block that stands by itself. */
const SIZE = { atHeading: 100_000, atBlock: 300_000 }
/** A text of more definitions consists of little else: they are not given to all pieces. */
const MAX_DEFINITIONS = 2000

/**
 * Lines in pieces that begin at headings, or for want of them at other blocks that stand by themselves; most texts are
 * one piece.
 */
export function inPieces(lines: readonly string[], isCode: readonly boolean[]): Piece[] {
  const pieces: Piece[] = []
  let before = 0
  let size = 0
  let code = 0
  lines.forEach((line, i) => {
    const isAfterBlank = i > 0 && !isCode[i] && !isCode[i - 1] && !lines[i - 1]!.trim()
    if (isAfterBlank && beginsPiece(line, size)) {
      pieces.push({ text: lines.slice(before, i).join('\n'), before, size: size - code })
      before = i
      size = 0
      code = 0
    }
    size += line.length + 1
    code += isCode[i] ? line.length + 1 : 0
  })
  return [...pieces, { text: lines.slice(before).join('\n'), before, size: size - code }]
}

function beginsPiece(line: string, size: number): boolean {
  return (size > SIZE.atHeading && /^#{1,6}\s/.test(line)) || (size > SIZE.atBlock && /^[\p{L}<]/u.test(line))
}

/** The tree of Markdown without any dialect: GFM with footnotes and math. */
export function parseMarkdown(pieces: readonly Piece[]): Root {
  const definitions = pieces.length > 1 ? definitionsIn(pieces) : []
  const children = pieces.flatMap((piece, i) =>
    parsePiece(piece, definitions.filter(({ piece }) => piece !== i).map(({ line }) => line)))
  return { type: 'root', children }
}

/** @param definitions lines of other pieces that this one may refer to */
function parsePiece({ text, before }: Piece, definitions: readonly string[]): RootContent[] {
  const length = text.split('\n').length
  const tree = parser.parse(definitions.length ? `${text}\n\n${definitions.join('\n')}` : text)
  const own = tree.children.filter(node => node.position!.start.line <= length)
  if (before) {
    visit(tree, ({ position }) => {
      if (position) {
        position.start.line += before
        position.end.line += before
      }
    })
  }
  return own
}

/** Definitions that other pieces may refer to. */
function definitionsIn(pieces: readonly Piece[]): { piece: number, line: string }[] {
  const found = pieces.flatMap(({ text }, piece) =>
    Array.from(text.matchAll(/^ {0,3}\[[^\]\n]+\]:[^\n]+$/gm), ([line]) => ({ piece, line })))
  return found.length <= MAX_DEFINITIONS ? found : []
}
