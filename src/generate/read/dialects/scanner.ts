import type { AdmonitionKind, LeftOut } from '../../document.ts'
import type { Piece } from '../markdown/parse-markdown.ts'
import type { ReadFile } from './include-source.ts'
import type { Container, Mark } from './placeholders.ts'
import { inPieces } from '../markdown/parse-markdown.ts'
import { isHtmlName } from '../tag-names.ts'
import { closings } from './closings.ts'
import { hideDollars, markInLine, markLine } from './placeholders.ts'
import { longest, shortLines } from './short-lines.ts'

/** A line of the source without the quotation marks and the indentation before its text. */
export interface ScannedLine {
  /** What stands before the text, to be put before what replaces it. */
  prefix: string
  text: string
  /** From 1. */
  number: number
  indent: number
}

/** Takes a line that it knows: true when all is done, the texts that are left of the line to read, false when it is not one of its own. */
export type Recogniser = (line: ScannedLine, scanner: Scanner) => boolean | string | string[]

interface Open {
  key: string
  id: number
  /** Column of the opening line. */
  indent: number
  /** Column of the body; undefined until its first line is seen. */
  margin?: number
  body: Body
}

/** Whether the body of a container may be indented, and whether it ends where its indentation does. */
export type Body = 'level' | 'indented' | 'ends with its indentation'

const deepest = 60

/** Writes normalised Markdown, and remembers which source line each of its lines comes from. */
export class Scanner {
  readonly lines: string[] = []
  readonly sources: number[] = []
  readonly marks: Mark[] = []
  readonly leftOut: LeftOut[] = []
  private readonly stack: Open[] = []
  /** Characters of the paragraph that is being written. */
  private paragraph = 0
  /** Source line of the last line that was not empty. */
  private lastText = 1
  private readonly lastClosing: Map<string, number>
  private readonly isCode: boolean[] = []
  readonly input: readonly string[]
  readonly file: string
  readonly readFile: ReadFile
  /** Index of the next line of the input. */
  next: number

  constructor(input: readonly string[], first: number, file: string, readFile: ReadFile) {
    this.input = input
    this.next = first
    this.file = file
    this.readFile = readFile
    this.lastClosing = closings(input)
  }

  emit(text: string, number: number, isCode = false): void {
    if (text.trim())
      this.lastText = number
    const parts = isCode ? [text] : shortLines(text)
    for (const part of parts) {
      this.paragraph = isCode || !part.trim() ? 0 : this.paragraph + part.length + 1
      // Parsing takes longer than its length for a very long paragraph; a table has to stay whole.
      if (this.paragraph > longest && !part.startsWith('|')) {
        this.write('', number, false)
        this.paragraph = part.length
      }
      this.write(part, number, isCode)
    }
  }

  private write(text: string, number: number, isCode: boolean): void {
    this.lines.push(text)
    this.sources.push(number)
    this.isCode.push(isCode)
  }

  /** Writes a mark in place of a line. */
  markLine(line: ScannedLine, mark: Mark): number {
    const blank = line.prefix.trimEnd()
    this.marks.push(mark)
    this.emit(blank, line.number)
    this.emit(line.prefix + markLine(this.marks.length - 1), line.number)
    this.emit(blank, line.number)
    return this.marks.length - 1
  }

  /** The text that stands for a mark inside a line. */
  markInLine(mark: Mark): string {
    this.marks.push(mark)
    return markInLine(this.marks.length - 1)
  }

  /** Whether a closing line of this key follows. */
  isClosed(key: string, number: number): boolean {
    return (this.lastClosing.get(key) ?? 0) > number
  }

  leaveOut(line: { number: number }, what: string, why: string): void {
    this.leftOut.push({ lines: [line.number, line.number], what, why })
  }

  /** Begins a container that ends at a closing of `key`, or where the indentation of its body ends. */
  open(line: ScannedLine, raw: string, container: Container, key: string, body: Body = 'level'): void {
    if (this.stack.length >= deepest)
      return this.leaveOut(line, raw, 'nested too deep')
    const closed = body === 'ends with its indentation' || this.isClosed(key, line.number - 1)
    const id = this.markLine(line, { type: 'open', container, closed, raw, line: line.number })
    this.stack.push({ key, id, indent: line.indent, body, ...(body === 'level' ? { margin: line.indent } : {}) })
  }

  /** Begins a container that holds the next block alone. */
  openNext(line: ScannedLine, raw: string, container: Container): void {
    this.markLine(line, { type: 'open', container, closed: false, raw, line: line.number })
  }

  /** Ends the innermost container of `key`, and those inside it; false where there is none. */
  close(line: ScannedLine, raw: string, key: string): boolean {
    const at = this.stack.findLastIndex(open => open.key === key)
    if (at < 0)
      return false
    this.closeFrom(at, line, raw)
    return true
  }

  private closeFrom(at: number, line: ScannedLine, raw: string): void {
    for (const { id } of this.stack.splice(at).reverse())
      this.markLine(line, { type: 'close', open: id, raw, line: line.number })
  }

  isOpen(key: string): boolean {
    return this.stack.some(open => open.key === key)
  }

  /** Whether an opening tag of this name stood somewhere above. */
  wasTag(name: string): boolean {
    return this.stack.some(open => open.key === `tag:${name}`) || /^[A-Z]/.test(name) || isHtmlName(name)
  }

  /** Says that no closing of this key is for what is still to come, so that nobody looks for it again. */
  giveUp(key: string): void {
    this.lastClosing.delete(key)
  }

  /** Gives the innermost admonition of this key a title, and the kind that it tells. */
  entitle(key: string, title: string, kind: AdmonitionKind): void {
    const id = this.stack.findLast(open => open.key === key)?.id
    const mark = id === undefined ? undefined : this.marks[id]
    if (mark?.type === 'open' && mark.container.type === 'admonition' && title)
      mark.container = { type: 'admonition', kind, title }
  }

  get innermost(): string | undefined {
    return this.stack.at(-1)?.key
  }

  /** Ends containers whose indentation a line leaves; learns the margin of those whose first line it is. */
  enter(indent: number): void {
    const left = this.stack.findIndex(open => open.body === 'ends with its indentation' && indent < (open.margin ?? open.indent + 2))
    if (left >= 0) {
      const column = Math.max(0, Math.min(indent, this.stack[left]!.indent) - this.shiftOf(left))
      this.closeFrom(left, { prefix: ' '.repeat(column), text: '', number: this.lastText, indent }, '')
    }
    for (const open of this.stack)
      open.margin ??= Math.max(indent, open.indent)
  }

  /** Columns that the bodies of the open containers are indented more than what opens them. */
  get shift(): number {
    return this.shiftOf(this.stack.length)
  }

  private shiftOf(containers: number): number {
    return this.stack.slice(0, containers).reduce((sum, { margin, indent }) => sum + (margin ?? indent) - indent, 0)
  }

  /** The normalised Markdown in pieces that can be parsed alone; containers that are still open end with the document. */
  finish(): Piece[] {
    this.closeFrom(0, { prefix: '', text: '', number: this.input.length, indent: 0 }, '')
    let paragraph: number[] = []
    this.lines.forEach((line, i) => {
      if (!this.isCode[i] && line.trim())
        paragraph.push(i)
      if (this.isCode[i] || !line.trim() || i === this.lines.length - 1) {
        hideDollars(paragraph.map(at => this.lines[at]).join('\n')).split('\n').forEach((text, at) => paragraph[at] !== undefined && (this.lines[paragraph[at]!] = text))
        paragraph = []
      }
    })
    return inPieces(this.lines, this.isCode)
  }
}

/** Columns before the text of a line; a tab goes to the next multiple of four. */
export function indentOf(line: string): number {
  let column = 0
  for (const character of line) {
    if (character === ' ')
      column++
    else if (character === '\t')
      column += 4 - column % 4
    else
      break
  }
  return column
}

/** A line without its first columns, as far as they are white space. */
export function dedent(line: string, columns: number): string {
  let column = 0
  let i = 0
  for (; i < line.length && column < columns; i++) {
    if (line[i] === ' ')
      column++
    else if (line[i] === '\t')
      column += 4 - column % 4
    else
      break
  }
  return ' '.repeat(Math.max(0, column - columns)) + line.slice(i)
}
