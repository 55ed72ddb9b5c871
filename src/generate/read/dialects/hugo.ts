import type { Attributes } from './attributes.ts'
import type { ScannedLine } from './block-rule.ts'
import type { Scanner } from './scanner.ts'
import { escapePattern } from '../../text/patterns.ts'
import { firstValue, readAttributes } from './attributes.ts'
import { verbatim } from './liquid.ts'
import { mediaLink, picture } from './media.ts'
import { namedContainer } from './named-container.ts'

const SHORTCODE = /\{\{[<%]((?:[^>%}"{]|"[^"{]*"|[>%}](?!\})|\{(?!\{))*)[>%]\}\}/g
const PICTURES = new Set(['figure', 'img', 'image', 'imgproc', 'screenshot'])
const MEDIA = new Set(['youtube', 'vimeo', 'gist', 'video', 'tweet', 'x', 'asciinema'])
const CODE = new Set(['highlight', 'code', 'mermaid'])
const FORMULAS = new Set(['katex', 'math'])
const LINKS = new Set(['button', 'link', 'a'])
/** Shortcodes that stand for a value, by its name. */
const VALUES = new Set(['param', 'var', 'get', 'version'])
const UNKNOWN = 'a shortcode of the program that showed the document'

/** The name of a shortcode, whether it closes, and its parameters. */
function readShortcode(text: string): { closing: boolean, name: string, parameters: string } {
  const [begin = '', slash, name = ''] = /^\s*(?:(\/)\s*)?([\w/-]+)/.exec(text) ?? []
  return { closing: slash !== undefined, name, parameters: text.slice(begin.length).trimEnd().replace(/\/$/, '') }
}

/** Shortcodes of Hugo at the start of a line: `{{% alert title="Note" %}}`, `{{< figure src="a.png" >}}`. */
export function hugoLine(line: ScannedLine, scanner: Scanner): string[] | undefined {
  SHORTCODE.lastIndex = 0
  const match = /^\{\{[<%]/.test(line.text) ? SHORTCODE.exec(line.text) : null
  if (!match || match.index)
    return undefined
  const [raw, text = ''] = match
  const { closing, name, parameters } = readShortcode(text)
  const rest = line.text.slice(raw.length)
  const key = `hugo:${name}`
  const omit = (why: string) => scanner.omit(line.number, raw, why)
  if (closing) {
    if (!scanner.containers.close(line, raw, key))
      omit(UNKNOWN)
    return [rest]
  }
  const attributes = readAttributes(parameters)
  const isClosed = scanner.source.isClosed(key, line.number)
  const shown = markdownOf(name, attributes)
  if (shown !== undefined && !isClosed) {
    scanner.output.write(line.prefix + shown, line.number)
    omit('shown as a picture or a link')
    return [rest]
  }
  if (CODE.has(name) && !rest.trim() && isClosed) {
    const named = name === 'mermaid' ? name : attributes.plain[0]
    const language = firstValue(attributes, 'lang', 'language') ?? named ?? ''
    return verbatim(line, scanner, { language, raw, end: new RegExp(`^\\s*\\{\\{[<%]\\s*/\\s*${name}`) })
  }
  const address = LINKS.has(name) ? firstValue(attributes, 'href', 'url', 'link', 'relref', 'ref') : undefined
  const [label, close] = /^(.*?)\{\{[<%]\s*\/\s*\w+\s*[>%]\}\}/.exec(rest)?.slice(0, 2).reverse() ?? []
  if (address && label?.trim() && close) {
    omit('shown as a picture or a link')
    scanner.output.write(`${line.prefix}[${label.trim()}](<${address}>)`, line.number)
    return [rest.slice(close.length)]
  }
  if (FORMULAS.has(name) && isClosed && !rest.trim())
    return formula(line, scanner, name)
  const closesHere = rest.includes(`/${name}`) || rest.includes(`/ ${name}`)
  if (scanner.source.isClosed(key, line.number - Number(closesHere))) {
    scanner.open(line, raw, namedContainer(name, attributes), key)
    omit('its name and settings are not shown')
    const end = rest.search(new RegExp(String.raw`\{\{[<%]\s*\/\s*${escapePattern(name)}(?![\w-])`))
    return end > 0 ? [rest.slice(0, end), rest.slice(end)] : [rest]
  }
  // Inside a line of text, a shortcode stands for a word of it.
  if (rest.trim())
    return undefined
  omit(UNKNOWN)
  return [rest]
}

/** The lines of a shortcode that holds a formula. */
function formula(line: ScannedLine, scanner: Scanner, name: string): string[] {
  const { source, output } = scanner
  output.write(`${line.prefix}$$`, line.number, true)
  while (source.hasMore && !new RegExp(`\\{\\{[<%]\\s*/\\s*${escapePattern(name)}`).test(source.peek()!)) {
    const text = source.read()
    if (text.trim())
      output.write(line.prefix + text.trim(), source.position, true)
  }
  source.read()
  output.write(`${line.prefix}$$`, source.position, true)
  scanner.omit(line.number, line.text, 'written as a formula')
  return []
}

/** The Markdown of a shortcode that shows a picture or names an address. */
function markdownOf(name: string, attributes: Attributes): string | undefined {
  if (PICTURES.has(name))
    return picture(attributes)
  return MEDIA.has(name) ? mediaLink(name, attributes) : undefined
}

/** Shortcodes inside a line: references give their path, the others the text that they name. */
export function inlineShortcodes(text: string, number: number, scanner: Scanner): string {
  if (!text.includes('{{<') && !text.includes('{{%'))
    return text
  return text.replace(SHORTCODE, (raw: string, inner: string) => {
    const { name, parameters } = readShortcode(inner)
    const attributes = readAttributes(parameters)
    const value = VALUES.has(name) ? attributes.plain[0] : undefined
    const shown = name === 'ref' || name === 'relref'
      ? attributes.plain[0] ?? firstValue(attributes, 'path')
      : firstValue(attributes, 'text', 'title', 'label', 'content') ?? value
    if (!shown)
      return scanner.output.inlinePlaceholder({ type: 'drop', why: UNKNOWN, raw, line: number })
    scanner.omit(number, raw, 'the text that it names stands in its place')
    return scanner.output.inlinePlaceholder({ type: 'text', text: shown, raw, line: number })
  })
}
