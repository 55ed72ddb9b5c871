import type { Omission } from '../../document.ts'
import type { ScannedLine } from './block-rule.ts'
import type { ContainerBody } from './containers.ts'
import type { ReadFile } from './include-source.ts'
import type { Container } from './placeholders.ts'
import { omit } from '../omit.ts'
import { Containers } from './containers.ts'
import { isMyst } from './directives.ts'
import { isLiaScript } from './liascript.ts'
import { MarkdownOutput } from './markdown-output.ts'
import { SourceLines } from './source-lines.ts'
import { hasInlineMath } from './tex-math.ts'
import { isWiki } from './wiki.ts'

export interface ScannerInput {
  lines: readonly string[]
  /** Lines at the beginning that are not read. */
  start: number
  /** Absolute path of the document, or `-`. */
  file: string
  readFile: ReadFile
}

/** What rules work with: the lines to read, the Markdown to write, and the containers that are open. */
export class Scanner {
  readonly file: string
  readonly readFile: ReadFile
  readonly source: SourceLines
  readonly output = new MarkdownOutput()
  readonly containers: Containers
  readonly omitted: Omission[] = []
  readonly #lines: readonly string[]
  #usesTex?: boolean
  #isLiaScript?: boolean
  #isWiki?: boolean
  #isMyst?: boolean

  constructor({ lines, start, file, readFile }: ScannerInput) {
    this.file = file
    this.#lines = lines
    this.readFile = readFile
    this.source = new SourceLines(lines, start)
    this.containers = new Containers(this.source, this.output)
  }

  /** Whether the document writes formulas between `\(` and `\)`. */
  get usesTex(): boolean {
    return this.#usesTex ??= hasInlineMath(this.#lines)
  }

  /** Whether the document says what LiaScript reads. */
  get isLiaScript(): boolean {
    return this.#isLiaScript ??= isLiaScript(this.#lines)
  }

  /** Whether the document links to pages as a wiki does. */
  get isWiki(): boolean {
    return this.#isWiki ??= isWiki(this.#lines)
  }

  /** Whether the document has directives of MyST. */
  get isMyst(): boolean {
    return this.#isMyst ??= isMyst(this.#lines)
  }

  /** @param lines number of a line, or of the first and the last one */
  omit(lines: number | [number, number], what: string, why: string): void {
    omit(this.omitted, lines, what, why)
  }

  /** Begins a container; what would nest too deep is omitted. */
  open(line: ScannedLine, raw: string, container: Container, key: string, body?: ContainerBody): void {
    if (!this.containers.open(line, raw, container, key, body))
      this.omit(line.number, raw, 'nested too deep')
  }

  /** Begins a container that holds the next block alone. */
  openNext(line: ScannedLine, raw: string, container: Container): void {
    this.output.writePlaceholder(line, { type: 'open', container, closed: false, raw, line: line.number })
  }
}
