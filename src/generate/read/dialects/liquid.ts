import type { Attributes } from './attributes.ts'
import type { ScannedLine } from './block-rule.ts'
import type { Scanner } from './scanner.ts'
import { readAttributes } from './attributes.ts'
import { mediaLink, picture } from './media.ts'
import { namedContainer } from './named-container.ts'

const TAG = /^\{%((?:[^%{]|%(?!\})|\{(?!%))*)%\}/
/** A comment of Jinja, Nunjucks or Twig; `{#id}` names a heading. */
const COMMENT = /^\{#(?:[^#]|#(?!\}))*#\}/
const MEDIA = new Set(['embed', 'youtube', 'vimeo', 'video', 'content-ref', 'file'])
const PICTURES = new Set(['include', 'image', 'img', 'figure', 'responsive_image', 'picture'])
/** Instructions that hold no content of their own. */
const CONTROL = new Set(['raw', 'if', 'unless', 'for', 'capture', 'assign', 'else', 'elsif', 'case', 'when'])
const INSTRUCTION = 'an instruction to the program that showed the document'

/** Tags of Liquid and its relatives on a line of their own: GitBook, Jekyll, Markdoc, Zola. */
export function liquidLine(line: ScannedLine, scanner: Scanner): string[] | undefined {
  const [comment] = COMMENT.exec(line.text) ?? []
  if (comment) {
    scanner.omit(line.number, comment, 'a comment')
    return [line.text.slice(comment.length)]
  }
  const [raw, inner = ''] = TAG.exec(line.text) ?? []
  const rest = line.text.slice(raw?.length)
  if (raw === undefined || !canFollow(line.text, rest))
    return undefined
  const { closing, name, parameters } = readInstruction(inner)
  if (closing)
    return closingTag(line, scanner, raw, name, rest)
  const { source, output } = scanner
  const attributes = readAttributes(parameters.replace(/\/\s*$/, ''))
  const key = `liquid:${name}`
  const isClosed = source.isClosed(key, line.number)
  const shown = markdownOf(name, parameters, attributes)
  if (shown !== undefined && !isClosed) {
    output.write(line.prefix + shown, line.number)
    scanner.omit(line.number, raw, 'shown as a picture or a link')
    return [rest]
  }
  if (name === 'highlight' && isClosed) {
    const language = parameters.trim().split(/\s+/)[0] ?? ''
    return verbatim(line, scanner, { language, raw, end: /^\s*\{%-?\s*endhighlight/ })
  }
  if (name === 'comment' && isClosed)
    return verbatim(line, scanner, { raw, end: /^\s*\{%-?\s*endcomment/ })
  scanner.omit(line.number, raw, INSTRUCTION)
  const openKey = isClosed ? key : 'liquid:'
  if (source.isClosed(openKey, line.number) && !CONTROL.has(name))
    scanner.open(line, raw, namedContainer(name, attributes), openKey)
  return [rest]
}

/** Whether what follows a tag on its line leaves it a tag of its own, not one inside a sentence. */
function canFollow(text: string, rest: string): boolean {
  return !rest.trim() || /^\s*(?:\{%|[>{<])/.test(rest) || /^\{%-?\s*(?:end|\/)/.test(text)
}

function closingTag(line: ScannedLine, scanner: Scanner, raw: string, name: string, rest: string): string[] {
  const ends = [`liquid:${name}`, 'liquid:'].some(key => scanner.containers.close(line, raw, key))
  scanner.omit(line.number, raw, ends ? INSTRUCTION : 'ends a block that was not begun')
  return [rest]
}

function readInstruction(text: string): { closing: boolean, name: string, parameters: string } {
  const [begin = '', closing, name = ''] = /^-?\s*(end|\/)?\s*([\w-]*)/.exec(text) ?? []
  return { closing: closing !== undefined, name, parameters: text.slice(begin.length).replace(/-$/, '') }
}

/** The Markdown of a tag that has no content. */
function markdownOf(name: string, parameters: string, attributes: Attributes): string | undefined {
  if (MEDIA.has(name))
    return mediaLink(name, attributes)
  if (PICTURES.has(name) && /\.(?:png|jpe?g|gif|svg|webp)\b/i.test(parameters))
    return picture(attributes)
  const { content } = attributes.values
  if (name === 'include' && content)
    return `> **${/^[a-z]+/i.exec(parameters.trim())?.[0] ?? 'note'}:** ${content}`
}

export interface VerbatimBlock {
  /** Language of the code; what has none is a comment and omitted. */
  language?: string
  /** The opening as it stands in the source. */
  raw: string
  /** What the closing line looks like. */
  end: RegExp
}

/** Lines up to the closing one, as a fence of code. */
export function verbatim(line: ScannedLine, scanner: Scanner, { language, raw, end }: VerbatimBlock): string[] {
  const { source, output } = scanner
  const first = source.position + 1
  const body: string[] = []
  while (source.hasMore && !end.test(source.peek()!))
    body.push(source.read())
  const last = source.read()
  if (language === undefined) {
    scanner.omit([line.number, source.position], [raw, ...body, last].join('\n'), 'a comment')
    return []
  }
  scanner.omit(line.number, raw, 'written as a code block')
  scanner.omit(source.position, last.trim(), 'the end of a code block')
  output.write('', line.number)
  output.write(`${line.prefix}~~~~~~~~ ${language}`, line.number)
  body.forEach((text, i) => output.write(line.prefix + text, first + i, true))
  output.write(`${line.prefix}~~~~~~~~`, source.position)
  return []
}

const LINKED_PAGE = /(?<=\]\()[ \t]*\{%-?\s*(?:link|post_url)\s+([^\s%]+)\s*-?%\}/g
const LINKED_VARIABLE = /(?<=\]\()[ \t]*\{\{\s*(?:site|page)\.[\w.]+\s*(?:\|[^{}]*)?\}\}/g
const INLINE_TAG = /\{%(?:[^%\n]|%(?!\}))*%\}/g

/** Instructions inside a line, and variables of the page. */
export function inlineLiquid(text: string, number: number, scanner: Scanner): string {
  if (!text.includes('{%') && !text.includes('{{'))
    return text
  const address = (shown: string, raw: string) => {
    scanner.omit(number, raw.trim(), 'the address that it names stands in its place')
    return shown
  }
  return text
    .replace(LINKED_PAGE, (raw, target: string) => address(target, raw))
    .replace(LINKED_VARIABLE, raw => address('', raw))
    .replace(INLINE_TAG, raw =>
      scanner.output.inlinePlaceholder({ type: 'drop', why: INSTRUCTION, raw, line: number }))
}
