import type { Omission } from '../../document.ts'
import type { Bundle, Cell, Output, Text } from './notebook-file.ts'
import { Buffer } from 'node:buffer'
import { stripVTControlCharacters } from 'node:util'
import { fenced } from '../../../markdown/fences.ts'
import { bundleOf, parseNotebook, textOf } from './notebook-file.ts'

/** A notebook as Markdown. */
export interface NotebookText {
  markdown: string
  /** For each line the cell that it comes from. */
  places: string[]
  media: Map<string, Uint8Array>
  omitted: Omission[]
}

/** Pictures that a page can show, best first. */
const PICTURES: Readonly<Record<string, string>> = {
  'image/svg+xml': 'svg',
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
}
const TEX_DELIMITERS = /^\s*(?:\$\$?|\\\[)|(?:\$\$?|\\\])\s*$/g
/** Tags of cells that are not meant for readers. */
const HIDDEN = new Set(['remove-cell', 'remove_cell', 'hide-cell', 'hide_cell'])
/** Languages of cells that begin with `%%name`; a file that a cell writes can be anything. */
const MAGICS: Record<string, string> = {
  bash: 'bash',
  sh: 'bash',
  html: 'html',
  javascript: 'javascript',
  js: 'javascript',
  latex: 'latex',
  sql: 'sql',
  R: 'r',
  perl: 'perl',
  ruby: 'ruby',
  writefile: '',
}
/** Lines of an output that are shown; what follows is left out, and told. */
const MAX_OUTPUT_LINES = 30

/**
 * Reads a Jupyter notebook: its text as it is, code with its language, outputs as text and pictures.
 * @param text the file, decoded
 * @throws UserError where it is no notebook
 */
export function readNotebook(file: string, text: string): NotebookText {
  const notebook = parseNotebook(file, text)
  const cells = notebook.cells ?? notebook.worksheets!.flatMap(({ cells }) => cells ?? [])
  const { language_info, kernelspec } = notebook.metadata ?? {}
  const writer = new NotebookWriter(language_info?.name ?? kernelspec?.language ?? kernelspec?.name ?? '')
  cells.forEach((cell, i) => writer.writeCell(cell, i + 1))
  return writer.result()
}

class NotebookWriter {
  readonly #lines: string[] = []
  readonly #places: string[] = []
  readonly #media = new Map<string, Uint8Array>()
  readonly #omitted: Omission[] = []
  readonly #language: string
  #cell = 0

  constructor(language: string) {
    this.#language = language.toLowerCase().replace(/^(?:ipython|python)\d*$/, 'python').replace(/^ir$/, 'r')
  }

  result(): NotebookText {
    return {
      markdown: `${this.#lines.join('\n').trimEnd()}\n`,
      places: this.#places,
      media: this.#media,
      omitted: this.#omitted,
    }
  }

  writeCell(cell: Cell, number: number): void {
    this.#cell = number
    const source = textOf(cell.source ?? cell.input)
    if (cell.metadata?.tags?.some(tag => HIDDEN.has(tag)))
      return this.#omit(source, 'a cell that its author hides')
    switch (cell.cell_type) {
      case 'code':
        this.#writeCode(source, cell.language)
        return cell.outputs?.forEach((output, i) => this.#writeOutput(output, i + 1))
      case 'heading':
        return this.#write(`${'#'.repeat(cell.level ?? 1)} ${source}`)
      case 'raw':
        return this.#writeRaw(source, cell.metadata?.format ?? cell.metadata?.raw_mimetype ?? '')
      default:
        return this.#write(this.#withAttachments(source, cell.attachments ?? {}))
    }
  }

  #omit(what: string, why: string): void {
    const line = Math.max(1, this.#lines.length)
    if (what.trim())
      this.#omitted.push({ lines: [line, line], what: `cell ${this.#cell}: ${what}`, why })
  }

  #write(text: string): void {
    if (!text.trim())
      return
    for (const line of [...text.replace(/\s+$/, '').split('\n'), '']) {
      this.#lines.push(line)
      this.#places.push(`cell ${this.#cell}`)
    }
  }

  #writeFence(language: string, text: string): void {
    this.#write(fenced(language, text.replace(/^\n+|\s+$/g, '')))
  }

  #writeCode(source: string, own?: string): void {
    const magic = /^\s*%%(\w+)/.exec(source)?.[1]
    if (source.trim())
      this.#writeFence((magic === undefined ? undefined : MAGICS[magic]) ?? own ?? this.#language, source)
  }

  /** Settings of Quarto at the top are front matter; HTML and Markdown are what they are, anything else is text. */
  #writeRaw(source: string, format: string): void {
    const isFrontMatter = !this.#lines.length && /^---\n[\s\S]*\n---\s*$/.test(source)
    if (isFrontMatter || /html|markdown/.test(format))
      this.#write(source)
    else if (source.trim())
      this.#writeFence(/latex|tex/.test(format) ? 'latex' : 'text', source)
  }

  #withAttachments(source: string, attachments: Record<string, Bundle>): string {
    return source.replace(/attachment:([^)\s"']+)/g, (address: string, name: string) => {
      const bundle = attachments[name] ?? attachments[decodeURIComponent(name)]
      return (bundle && this.#savePicture(bundle, name.replace(/\.\w+$/, ''))) ?? address
    })
  }

  /** @returns the address of the best picture in the bundle, where it has one */
  #savePicture(bundle: Bundle, name: string): string | undefined {
    const type = Object.keys(PICTURES).find(type => bundle[type] !== undefined)
    if (!type)
      return undefined
    const data = textOf(bundle[type] as Text)
    const address = `cell-${this.#cell}-${name}.${PICTURES[type]}`
    this.#media.set(address, Buffer.from(data, type.endsWith('xml') && data.includes('<') ? 'utf8' : 'base64'))
    return address
  }

  #writeOutput(output: Output, number: number): void {
    const { output_type: type, traceback, text } = output
    if (type === 'stream')
      return this.#writeOutputText(textOf(text))
    if (type === 'error' || type === 'pyerr')
      return this.#writeOutputText((traceback ?? []).join('\n'))
    const bundle = bundleOf(output)
    const picture = this.#savePicture(bundle, `output-${number}`)
    if (picture)
      return this.#write(`![](${picture})`)
    const [markdown, html, tex, plain] = ['text/markdown', 'text/html', 'text/latex', 'text/plain']
      .map(key => bundle[key] === undefined ? undefined : textOf(bundle[key] as Text))
    if (markdown?.trim())
      return this.#write(markdown)
    if (html && /<table[\s>]/i.test(html))
      return this.#write(html.replace(/<style[\s\S]*?<\/style>/gi, '').replace(/\n\s*\n/g, '\n').trim())
    if (tex?.trim())
      return this.#write(`$$\n${tex.replace(TEX_DELIMITERS, '').trim()}\n$$`)
    if (plain?.trim())
      return this.#writeOutputText(plain)
    this.#omit(html ?? Object.keys(bundle).join(', '), 'an output that only the notebook can show')
  }

  #writeOutputText(raw: string): void {
    // Each progress bar is drawn over the one before it.
    const text = stripVTControlCharacters(raw).replace(/^.*\r(?=[^\n])/gm, '').replace(/\s+$/, '')
    const lines = text.split('\n')
    if (text.trim())
      this.#writeFence('text', lines.slice(0, MAX_OUTPUT_LINES).join('\n'))
    this.#omit(lines.slice(MAX_OUTPUT_LINES).join('\n'), `an output of more than ${MAX_OUTPUT_LINES} lines ends here`)
  }
}
