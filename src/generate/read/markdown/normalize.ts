import type { ReadFile } from '../dialects/include-source.ts'
import type { Recogniser, ScannedLine } from '../dialects/scanner.ts'
import { attributeLine, inlineAttributes } from '../dialects/attribute-lists.ts'
import { comment, pageFurniture } from '../dialects/boilerplate.ts'
import { codeDirective, colonFence } from '../dialects/colons.ts'
import { hugoLine, inlineShortcodes } from '../dialects/hugo.ts'
import { includeInCode, includeLine } from '../dialects/includes.ts'
import { indentedBlock } from '../dialects/indented.ts'
import { inlineLiquid, liquidLine } from '../dialects/liquid.ts'
import { inlineExpressions, mdxStatement } from '../dialects/mdx.ts'
import { dedent, indentOf, Scanner } from '../dialects/scanner.ts'
import { slashBlock } from '../dialects/slashes.ts'
import { closingTags, inlineTags, openingTag } from '../dialects/tags.ts'

const recognisers: readonly Recogniser[] = [comment, includeLine, colonFence, indentedBlock, slashBlock, liquidLine, hugoLine, attributeLine, mdxStatement, openingTag, closingTags, pageFurniture]
const inline = [inlineExpressions, inlineShortcodes, inlineLiquid, inlineAttributes, inlineTags]

/** Brings Markdown of any dialect, from the line with index `first` on, to one form that has marks where CommonMark has none. */
export function normalise(input: readonly string[], first: number, file: string, readFile: ReadFile): Scanner {
  const scanner = new Scanner(input, first, file, readFile)
  let fence: { close: RegExp, shift: number } | undefined
  /** Column of the text of the last list item, as long as lines can belong to it. */
  let itemColumn = 0
  let before: 'blank' | 'text' | 'indented code' = 'blank'
  while (scanner.next < input.length) {
    const number = scanner.next + 1
    const raw = input[scanner.next++]!
    if (!raw.trim()) {
      scanner.emit('', number, fence !== undefined)
      before = before === 'indented code' ? before : 'blank'
      continue
    }
    if (fence) {
      const text = dedent(raw, fence.shift)
      if (fence.close.test(text))
        fence = undefined
      if (!fence || !includeInCode(text, number, scanner))
        scanner.emit(text, number, true)
      continue
    }
    const indent = indentOf(raw)
    scanner.enter(indent)
    const text = withoutDepth(dedent(raw, scanner.shift))
    const column = indentOf(text)
    if (before === 'blank')
      itemColumn = Math.min(itemColumn, column)
    if (before !== 'text' && column >= itemColumn + 4) {
      scanner.emit(text, number, true)
      before = 'indented code'
      continue
    }
    before = 'text'
    const prefix = /^[ \t]*(?:>[ \t]?)*[ \t]*/.exec(text)![0]
    const line: ScannedLine = { prefix, text: text.slice(prefix.length), number, indent }
    const opening = /^(?:(?:[*+-]|\d{1,9}[.)])[ \t]+)*(`{3,}(?=[^`]*$)|~{3,})/.exec(line.text)?.[1]
    if (opening && !codeDirective(line, scanner)) {
      fence = { close: new RegExp(`^[\\s>]*${opening[0]}{${opening.length},}\\s*$`), shift: scanner.shift }
      scanner.emit(text, number, true)
    }
    else if (!opening) {
      const item = /^(?:[*+-]|\d{1,9}[.)])[ \t]+/.exec(line.text)
      if (item)
        itemColumn = column + item[0].length
      prose(line, scanner)
    }
  }
  return scanner
}

const deepest = 30

/** A line whose quotations and lists begin no more levels at once than a person would nest. */
function withoutDepth(text: string): string {
  if (!/^\s*(?:>|[*+-]\s+[*+-]\s)/.test(text))
    return text
  const [start] = /^(?:[ \t]*(?:>|[*+-](?=[ \t])))*/.exec(text)!
  const marks = start.match(/[>*+-]/g) ?? []
  return marks.length <= deepest ? text : `${marks.slice(0, deepest).map(mark => `${mark} `).join('')}${text.slice(start.length).trimStart()}`
}

/** A line outside of code: taken by the first dialect that knows it, otherwise text that may have marks in it. */
function prose(line: ScannedLine, scanner: Scanner): void {
  const texts = [line.text]
  for (let text = texts.pop(); text !== undefined; text = texts.pop()) {
    const part = { ...line, text }
    const result = take(part, scanner)
    if (result === false)
      scanner.emit(line.prefix + inline.reduce((text, replace) => replace(text, line.number, scanner), text), line.number)
    else if (result !== true)
      texts.push(...[result].flat().map(rest => rest.trim()).filter(Boolean).reverse())
  }
}

function take(line: ScannedLine, scanner: Scanner): ReturnType<Recogniser> {
  for (const recognise of recognisers) {
    const result = recognise(line, scanner)
    if (result !== false)
      return result
  }
  return false
}
