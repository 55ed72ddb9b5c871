import type { ScannedLine } from './block-rule.ts'
import type { Placeholder } from './placeholders.ts'
import { MAX_PARAGRAPH, shortLines } from '../markdown/short-lines.ts'
import { hideDollars, placeholderInLine, placeholderLine } from './placeholders.ts'

/** The Markdown that is written, with the line of the source that each of its lines comes from. */
export class MarkdownOutput {
  readonly lines: string[] = []
  /** Numbers, from 1, of the lines in the source. */
  readonly numbers: number[] = []
  readonly isCode: boolean[] = []
  readonly placeholders: Placeholder[] = []
  /** Number of the last line that was not empty. */
  lastText = 1
  /** Characters of the paragraph that is being written. */
  #paragraph = 0
  readonly #footnotes: { text: string, number: number }[] = []

  write(text: string, number: number, isCode = false): void {
    if (text.trim())
      this.lastText = number
    const parts = isCode ? [text] : shortLines(text)
    for (const part of parts) {
      this.#paragraph = isCode || !part.trim() ? 0 : this.#paragraph + part.length + 1
      // Parsing takes longer than its length for a very long paragraph; a table has to stay whole.
      if (this.#paragraph > MAX_PARAGRAPH && !part.startsWith('|')) {
        this.#push('', number, false)
        this.#paragraph = part.length
      }
      this.#push(part, number, isCode)
    }
  }

  #push(text: string, number: number, isCode: boolean): void {
    this.lines.push(text)
    this.numbers.push(number)
    this.isCode.push(isCode)
  }

  /**
   * Writes a placeholder in place of a line.
   * @returns its index
   */
  writePlaceholder({ prefix, number }: Pick<ScannedLine, 'prefix' | 'number'>, placeholder: Placeholder): number {
    const blank = prefix.trimEnd()
    const id = this.placeholders.push(placeholder) - 1
    this.write(blank, number)
    this.write(prefix + placeholderLine(id), number)
    this.write(blank, number)
    return id
  }

  /** The text that stands for a placeholder inside a line. */
  inlinePlaceholder(placeholder: Placeholder): string {
    return placeholderInLine(this.placeholders.push(placeholder) - 1)
  }

  /** A reference to a footnote whose text stands inside of a line; it is written when all lines are. */
  footnote(text: string, number: number): string {
    const name = `inline-note-${this.#footnotes.length + 1}`
    this.#footnotes.push({ text: `[^${name}]: ${text}`, number })
    return `[^${name}]`
  }

  /** Writes the footnotes that stood inside of lines. */
  writeFootnotes(): void {
    for (const { text, number } of this.#footnotes) {
      this.write('', number)
      this.write(text, number)
    }
  }

  /** Hides the dollars that begin or end no formula, paragraph by paragraph. */
  hideDollars(): void {
    let paragraph: number[] = []
    this.lines.forEach((line, i) => {
      const isText = !this.isCode[i] && line.trim() !== ''
      if (isText)
        paragraph.push(i)
      if (!isText || i === this.lines.length - 1) {
        this.#hideDollarsIn(paragraph)
        paragraph = []
      }
    })
  }

  #hideDollarsIn(paragraph: readonly number[]): void {
    const text = paragraph.map(i => this.lines[i]).join('\n')
    if (!text.includes('$'))
      return
    const hidden = hideDollars(text).split('\n')
    paragraph.forEach((i, at) => this.lines[i] = hidden[at]!)
  }
}
