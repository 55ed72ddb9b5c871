import type { ScannedLine } from './block-rule.ts'
import type { Scanner } from './scanner.ts'
import { wordList } from '../../text/patterns.ts'
import { csvTable, listTable } from './directive-tables.ts'

/** A directive of MyST whose body is no text of its own, to the line that closes it. */
export interface Directive {
  name: string
  /** What stands behind the name. */
  argument: string
  options: ReadonlyMap<string, string>
  body: string[]
}

const OPENING = /^(`{3,}|~{3,}|:{3,})\{([\w:-]+)\}(.*)$/
const OPTION = /^\s*:([\w-]+):(.*)$/
/** Lines of settings that a block has at most. */
const MAX_OPTIONS = 30
const SETTINGS = 'settings of a block'

/** Directives that hold code, by its language; the argument says it where none stands here. */
const CODE: Readonly<Record<string, string>> = {
  'code-cell': '',
  'code-block': '',
  'code': '',
  'sourcecode': '',
  'jupyter-execute': 'python',
  'ipython': 'python',
  'doctest': 'python',
  'testcode': 'python',
  'prompt': '',
  'console': 'console',
  'parsed-literal': 'text',
  'mermaid': 'mermaid',
  'graphviz': 'dot',
  'digraph': 'dot',
  'eval-rst': 'rst',
}
/** Places for what a program adds, and what is for one form of the document. */
const PLACES = new Set(wordList(`
  tableofcontents toctree contents bibliography index tocdepth raw list-of-figures autosummary currentmodule
  printindex footbibliography
`))
const MEDIA = new Set(wordList('video youtube iframe vimeo audio'))

/** The Markdown that a directive becomes; undefined for one that is read otherwise. */
function markdownOf(directive: Directive): string[] | undefined {
  const { name, argument, options, body } = directive
  if (PLACES.has(name))
    return []
  if (MEDIA.has(name) && argument)
    return [`[${options.get('title') ?? argument}](<${argument}>)`, '', ...body]
  switch (name) {
    case 'figure':
    case 'image':
      return argument ? picture(directive) : undefined
    case 'list-table':
      return listTable(directive)
    case 'csv-table':
      return csvTable(directive)
    case 'glossary':
      return glossary(body)
    case 'include':
    case 'literalinclude':
      return argument ? [`--8<-- "${argument}${rangeOf(options.get('lines'))}"`, '', ...body] : undefined
  }
}

function rangeOf(lines = ''): string {
  const [, first, last] = /^(\d+)-(\d*)$/.exec(lines) ?? []
  return first ? `:${first}:${last}` : ''
}

/** A picture that its caption describes; what stands below the caption is text. */
function picture({ argument, options, body }: Directive): string[] {
  const text = body.join('\n').trim()
  const [caption = '', ...legend] = text.split(/\n[ \t]*\n/)
  const alt = (options.get('alt') ?? caption).replace(/\s+/g, ' ').replace(/[[\]\\]/g, '\\$&')
  const below = options.has('alt') ? text : legend.join('\n\n')
  return [`![${alt}](<${argument}>)`, '', ...below.split('\n')]
}

/** Terms, each above its indented explanation, as a list of definitions. */
function glossary(body: readonly string[]): string[] {
  return body.filter(line => line.trim()).map((line, i, lines) => {
    const isFirst = /^\s/.test(line) && !/^\s/.test(lines[i - 1] ?? '')
    return isFirst ? `: ${line.trim()}` : line
  })
}

/** A line that a directive becomes, with its number in the source. */
type Line = Pick<ScannedLine, 'text' | 'number'>

/** Reads a directive of MyST that holds no text of its own: a picture, a formula, a table, a place for a list. */
export function dataDirective(line: ScannedLine, scanner: Scanner): Line[] | undefined {
  const [, sign = '', name = '', argument = ''] = OPENING.exec(line.text) ?? []
  const { source } = scanner
  if (!name)
    return undefined
  const close = new RegExp(`^[\\s>]*${sign[0]}{${sign.length},}\\s*$`)
  const inside = bodyOf(line, scanner, close)
  const directive = inside && { name, argument: argument.trim(), ...inside }
  const isMath = name === 'math'
  const lines = directive && (isMath ? [] : markdownOf(directive))
  if (!lines)
    return undefined
  const last = line.number + inside.size + 1
  const raw = source.between(line.number, last)
  if (PLACES.has(name))
    scanner.omit([line.number, last], raw.join('\n'), 'a place for what the program that showed the document adds')
  else
    scanner.omit(line.number, line.text, 'its name and settings are not shown')
  for (const [key, value] of inside.options)
    scanner.omit(line.number, `:${key}: ${value}`.trim(), SETTINGS)
  source.skipTo(last)
  const first = last - inside.body.length
  if (isMath)
    writeFormula(line, [...argument ? [argument] : [], ...inside.body], first, scanner)
  return ['', ...lines, ''].map((text, i) => ({ text, number: Math.min(last, first + Math.max(0, i - 1)) }))
}

function writeFormula({ prefix }: ScannedLine, body: readonly string[], first: number, { output }: Scanner): void {
  output.write(`${prefix}$$`, first, true)
  body.forEach((text, i) => text.trim() && output.write(prefix + text.trim(), first + i, true))
  output.write(`${prefix}$$`, first + body.length, true)
}

function bodyOf({ number }: ScannedLine, { source }: Scanner, close: RegExp) {
  const lines: string[] = []
  for (let next = number + 1; next <= source.length; next++) {
    const text = source.at(next)!
    if (close.test(text)) {
      const { options, size } = optionsIn(lines)
      return { options, body: lines.slice(size), size: lines.length }
    }
    lines.push(text)
  }
}

/** Settings at the beginning of a body: `:name: value`, or YAML between lines of hyphens. */
function optionsIn(lines: readonly string[]): { options: Map<string, string>, size: number } {
  const options = new Map<string, string>()
  const end = lines[0]?.trim() === '---' ? lines.findIndex((line, i) => i > 0 && line.trim() === '---') : -1
  if (end > 0) {
    for (const line of lines.slice(1, end)) {
      const [, key, value = ''] = /^([\w-]+):(.*)$/.exec(line) ?? []
      if (key)
        options.set(key, value.trim())
    }
    return { options, size: end + 1 }
  }
  let size = 0
  for (let match = OPTION.exec(lines[0] ?? ''); match; match = OPTION.exec(lines[++size] ?? ''))
    options.set(match[1]!, match[2]!.trim())
  return { options, size }
}

/** The opening of a fence that a directive with code becomes; its settings leave the code. */
export function codeOpening(line: ScannedLine, scanner: Scanner): string | undefined {
  const [, sign = '', name = '', argument = ''] = OPENING.exec(line.text) ?? []
  const known = CODE[name]
  if (known === undefined)
    return undefined
  const { source } = scanner
  const { options, size } = optionsIn(source.between(source.position + 1, source.position + MAX_OPTIONS))
  const last = line.number + size
  scanner.omit([line.number, last], source.between(line.number, last).join('\n'), SETTINGS)
  source.skipTo(last)
  // What separates the settings from the code is no line of it.
  if (size && source.peek()?.trim() === '')
    source.read()
  const title = options.get('caption') ?? options.get('filename')
  const marked = options.get('emphasize-lines')
  const language = known || argument.trim().replace(/^ipython\d*$/, 'python') || options.get('language') || 'text'
  return [
    sign + language,
    ...title ? [`[${title.replace(/[[\]`]/g, '')}]`] : [],
    ...marked ? [`{${marked.replace(/\s/g, '')}}`] : [],
  ].join(' ')
}

/** What MyST has on lines of their own, and what each is. */
const LINES = [
  { form: /^%(?!%)/, why: 'a comment' },
  { form: /^\+\+\+(?:[ \t]|$)/, why: SETTINGS },
  { form: /^\([\w:.-]+\)=\s*$/, why: 'a name to refer to' },
]

/** A comment of MyST, the end of a notebook's cell, or a name of the block below. */
export function mystLine(line: ScannedLine, scanner: Scanner): string[] | undefined {
  const found = LINES.find(({ form }) => form.test(line.text))
  if (!found || !scanner.isMyst)
    return undefined
  scanner.omit(line.number, line.text, found.why)
  scanner.output.write(line.prefix.trimEnd(), line.number)
  return []
}

/** Whether a document has directives or names of places as MyST writes them. */
export function isMyst(lines: readonly string[]): boolean {
  return lines.some(line => /^(?:`{3,}|:{3,})\{[a-z][\w:-]+\}|^\([\w:-]+\)=\s*$/i.test(line))
}
