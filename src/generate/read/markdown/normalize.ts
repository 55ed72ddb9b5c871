import type { Omission } from '../../document.ts'
import type { BlockRule, InlineRule, ScannedLine } from '../dialects/block-rule.ts'
import type { Placeholder } from '../dialects/placeholders.ts'
import type { ScannerInput } from '../dialects/scanner.ts'
import type { Piece } from './parse-markdown.ts'
import { attributeLine, inlineAttributes } from '../dialects/attribute-lists.ts'
import { codeDirective, colonFence } from '../dialects/colons.ts'
import { dedent, indentOf } from '../dialects/columns.ts'
import { codeOpening, dataDirective, mystLine } from '../dialects/directives.ts'
import { gatedDirective } from '../dialects/gated.ts'
import { hugoLine, inlineShortcodes } from '../dialects/hugo.ts'
import { includeInCode, includeLine } from '../dialects/includes.ts'
import { indentedBlock } from '../dialects/indented.ts'
import { bookMarks, inlineRoles } from '../dialects/inline-roles.ts'
import { isStep, liaScript } from '../dialects/liascript.ts'
import { inlineLiquid, liquidLine } from '../dialects/liquid.ts'
import { inlineExpressions, mdxStatement } from '../dialects/mdx.ts'
import { comment, programPlace } from '../dialects/page-marks.ts'
import { Scanner } from '../dialects/scanner.ts'
import { slashBlock } from '../dialects/slashes.ts'
import { closingTags, inlineTags, openingTag } from '../dialects/tags.ts'
import { inlineMath, mathBlock } from '../dialects/tex-math.ts'
import { abbreviation, taskMarks, textMarks } from '../dialects/text-marks.ts'
import { wikiEmbed, wikiLinks } from '../dialects/wiki.ts'
import { inPieces } from './parse-markdown.ts'
import { withoutDepth } from './without-depth.ts'

/** Markdown of one form, with placeholders where CommonMark has none. */
export interface NormalizedMarkdown {
  pieces: Piece[]
  /** For each line its number in the source, from 1. */
  numbers: number[]
  placeholders: Placeholder[]
  omitted: Omission[]
}

/** The first that knows a line takes it. */
const blockRules: readonly BlockRule[] = [
  comment,
  mathBlock,
  wikiEmbed,
  includeLine,
  colonFence,
  indentedBlock,
  slashBlock,
  liquidLine,
  hugoLine,
  attributeLine,
  liaScript,
  mdxStatement,
  openingTag,
  closingTags,
  programPlace,
  abbreviation,
  mystLine,
]
const inlineRules: readonly InlineRule[] = [
  wikiLinks,
  taskMarks,
  textMarks,
  inlineRoles,
  bookMarks,
  inlineMath,
  inlineExpressions,
  inlineShortcodes,
  inlineLiquid,
  inlineAttributes,
  inlineTags,
]

const LIST_ITEM = /^(?:[*+-]|\d{1,9}[.)])[ \t]+/
const OPENING_FENCE = /^(?:(?:[*+-]|\d{1,9}[.)])[ \t]+)*(`{3,}(?=[^`]*$)|~{3,})/

/** Brings Markdown of any dialect to one form. */
export function normalize(input: ScannerInput): NormalizedMarkdown {
  const scanner = new Scanner(input)
  readLines(scanner)
  scanner.containers.closeAll()
  scanner.output.writeFootnotes()
  scanner.output.hideDollars()
  const { lines, isCode, numbers, placeholders } = scanner.output
  return { pieces: inPieces(lines, isCode), numbers, placeholders, omitted: scanner.omitted }
}

interface OpenFence {
  /** The line that closes it. */
  close: RegExp
  /** Columns that its lines are indented more than they should. */
  shift: number
}

function readLines(scanner: Scanner): void {
  const { source, output, containers } = scanner
  let fence: OpenFence | undefined
  /** Column of the text of the last list item, as long as lines can belong to it. */
  let itemColumn = 0
  let before: 'blank' | 'text' | 'indented code' = 'blank'
  while (source.hasMore) {
    const raw = source.read()
    const number = source.position
    if (!raw.trim()) {
      output.write('', number, fence !== undefined)
      before = before === 'indented code' ? before : 'blank'
      continue
    }
    if (!fence && isStep(raw)) {
      scanner.omit(number, raw.trim(), 'when a part of the document is shown')
      output.write('', number)
      continue
    }
    if (fence) {
      fence = lineInFence(dedent(raw, fence.shift), number, fence, scanner)
      continue
    }
    const indent = indentOf(raw)
    containers.enter(indent)
    const text = withoutDepth(dedent(raw, containers.shift))
    const column = indentOf(text)
    if (before === 'blank')
      itemColumn = Math.min(itemColumn, column)
    if (before !== 'text' && column >= itemColumn + 4) {
      output.write(text, number, true)
      before = 'indented code'
      continue
    }
    before = 'text'
    const prefix = /^[ \t]*(?:>[ \t]?)*[ \t]*/.exec(text)![0]
    const line: ScannedLine = { prefix, text: text.slice(prefix.length), number, indent }
    const mark = OPENING_FENCE.exec(line.text)?.[1] ?? /^:{3,}(?=\{[\w:-]+\})/.exec(line.text)?.[0]
    if (mark) {
      fence = readFence(mark, text, line, scanner)
      continue
    }
    const item = LIST_ITEM.exec(line.text)
    if (item)
      itemColumn = column + item[0].length
    readText(line, scanner)
  }
}

/** @returns the fence, unless it was a directive of MyST that holds no code */
function readFence(mark: string, text: string, line: ScannedLine, scanner: Scanner): OpenFence | undefined {
  if (gatedDirective(line, scanner))
    return undefined
  const code = mark.startsWith(':') ? undefined : codeOpening(line, scanner)
  if (code !== undefined)
    return openFence(mark, line.prefix + code, line.number, scanner)
  const lines = dataDirective(line, scanner)
  for (const { text, number } of lines ?? [])
    readText({ ...line, text, number }, scanner)
  if (lines)
    return undefined
  if (mark.startsWith(':'))
    readText(line, scanner)
  return mark.startsWith(':') || codeDirective(line, scanner) ? undefined : openFence(mark, text, line.number, scanner)
}

function openFence(mark: string, text: string, number: number, { output, containers }: Scanner): OpenFence {
  output.write(text, number, true)
  return { close: new RegExp(`^[\\s>]*${mark[0]}{${mark.length},}\\s*$`), shift: containers.shift }
}

/** @returns the fence, as long as it is open */
function lineInFence(text: string, number: number, fence: OpenFence, scanner: Scanner): OpenFence | undefined {
  const closes = fence.close.test(text)
  if (closes || !includeInCode(text, number, scanner))
    scanner.output.write(text, number, true)
  return closes ? undefined : fence
}

/** A line outside of code: taken by the first rule that knows it, otherwise text that may have placeholders in it. */
function readText(line: ScannedLine, scanner: Scanner): void {
  const texts = [line.text]
  for (let text = texts.pop(); text !== undefined; text = texts.pop()) {
    const rest = applyBlockRules({ ...line, text }, scanner)
    if (rest)
      texts.push(...rest.map(part => part.trim()).filter(Boolean).reverse())
    else
      scanner.output.write(line.prefix + applyInlineRules(text, line.number, scanner), line.number)
  }
}

function applyBlockRules(line: ScannedLine, scanner: Scanner): string[] | undefined {
  for (const rule of blockRules) {
    const rest = rule(line, scanner)
    if (rest)
      return rest
  }
}

function applyInlineRules(text: string, number: number, scanner: Scanner): string {
  return inlineRules.reduce((text, rule) => rule(text, number, scanner), text)
}
