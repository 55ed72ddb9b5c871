import type { AdmonitionKind } from '../../document.ts'
import type { ScannedLine } from './block-rule.ts'
import type { MarkdownOutput } from './markdown-output.ts'
import type { Container } from './placeholders.ts'
import type { SourceLines } from './source-lines.ts'

/** Whether the body of a container may be indented, and whether it ends where its indentation does. */
export type ContainerBody = 'level' | 'indented' | 'ends with its indentation'

interface OpenContainer {
  /** What closes it. */
  key: string
  /** Index of its placeholder. */
  id: number
  /** Column of the opening line. */
  indent: number
  /** Column of the body; undefined until its first line is seen. */
  margin?: number
  body: ContainerBody
}

const MAX_DEPTH = 60

/** The containers that are open where the scanner is, each inside the one before it. */
export class Containers {
  readonly #source: SourceLines
  readonly #output: MarkdownOutput
  readonly #open: OpenContainer[] = []

  constructor(source: SourceLines, output: MarkdownOutput) {
    this.#source = source
    this.#output = output
  }

  /** Key of the innermost one. */
  get innermost(): string | undefined {
    return this.#open.at(-1)?.key
  }

  /** Columns that the bodies of all open containers are indented more than what opens them. */
  get shift(): number {
    return this.#shiftOf(this.#open.length)
  }

  has(key: string): boolean {
    return this.#open.some(open => open.key === key)
  }

  /**
   * Begins a container that ends at a closing of `key`, or where the indentation of its body ends.
   * @returns false where it would nest too deep
   */
  open(line: ScannedLine, raw: string, container: Container, key: string, body: ContainerBody = 'level'): boolean {
    if (this.#open.length >= MAX_DEPTH)
      return false
    const closed = body === 'ends with its indentation' || this.#source.isClosed(key, line.number - 1)
    const id = this.#output.writePlaceholder(line, { type: 'open', container, closed, raw, line: line.number })
    const margin = body === 'level' ? line.indent : undefined
    this.#open.push({ key, id, indent: line.indent, body, margin })
    return true
  }

  /** Ends the innermost container of `key`, and those inside it; false where there is none. */
  close(line: ScannedLine, raw: string, key: string): boolean {
    const at = this.#open.findLastIndex(open => open.key === key)
    if (at < 0)
      return false
    this.#closeFrom(at, line, raw)
    return true
  }

  /** Ends all containers with the document. */
  closeAll(): void {
    this.#closeFrom(0, { prefix: '', number: this.#source.length }, '')
  }

  #closeFrom(at: number, line: Pick<ScannedLine, 'prefix' | 'number'>, raw: string): void {
    for (const { id } of this.#open.splice(at).reverse())
      this.#output.writePlaceholder(line, { type: 'close', open: id, raw, line: line.number })
  }

  /** Gives the innermost admonition of this key a title, and the kind that it tells. */
  setTitle(key: string, title: string, kind: AdmonitionKind): void {
    const id = this.#open.findLast(open => open.key === key)?.id
    const placeholder = id === undefined ? undefined : this.#output.placeholders[id]
    if (placeholder?.type === 'open' && placeholder.container.type === 'admonition' && title)
      placeholder.container = { type: 'admonition', kind, title }
  }

  /** Ends containers whose indentation a line leaves; learns the margin of those whose first line it is. */
  enter(indent: number): void {
    const left = this.#open.findIndex(({ body, margin, indent: opening }) =>
      body === 'ends with its indentation' && indent < (margin ?? opening + 2))
    if (left >= 0) {
      const column = Math.max(0, Math.min(indent, this.#open[left]!.indent) - this.#shiftOf(left))
      this.#closeFrom(left, { prefix: ' '.repeat(column), number: this.#output.lastText }, '')
    }
    for (const open of this.#open)
      open.margin ??= Math.max(indent, open.indent)
  }

  #shiftOf(count: number): number {
    return this.#open.slice(0, count).reduce((sum, { margin, indent }) => sum + (margin ?? indent) - indent, 0)
  }
}
