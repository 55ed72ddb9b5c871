import type { Attributes } from './attributes.ts'
import type { ScannedLine } from './block-rule.ts'
import type { Scanner } from './scanner.ts'
import { firstValue, readAttributes } from './attributes.ts'
import { verbatim } from './liquid.ts'
import { mediaLink, picture } from './media.ts'
import { namedContainer } from './named-container.ts'

const SHORTCODE = /\{\{[<%]((?:[^>%}"{]|"[^"{]*"|[>%}](?!\})|\{(?!\{))*)[>%]\}\}/g
const PICTURES = new Set(['figure', 'img', 'image', 'imgproc', 'screenshot'])
const MEDIA = new Set(['youtube', 'vimeo', 'gist', 'video', 'tweet', 'x', 'asciinema'])
const CODE = new Set(['highlight', 'code'])
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
    const language = firstValue(attributes, 'lang', 'language') ?? attributes.plain[0] ?? ''
    return verbatim(line, scanner, { language, raw, end: new RegExp(`^\\s*\\{\\{[<%]\\s*/\\s*${name}`) })
  }
  const closesHere = rest.includes(`/${name}`) || rest.includes(`/ ${name}`)
  if (scanner.source.isClosed(key, line.number - Number(closesHere))) {
    scanner.open(line, raw, namedContainer(name, attributes), key)
    omit('its name and settings are not shown')
    return [rest]
  }
  // Inside a line of text, a shortcode stands for a word of it.
  if (rest.trim())
    return undefined
  omit(UNKNOWN)
  return [rest]
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
    const shown = name === 'ref' || name === 'relref'
      ? attributes.plain[0] ?? firstValue(attributes, 'path')
      : firstValue(attributes, 'text', 'title', 'label', 'content')
    if (!shown)
      return scanner.output.inlinePlaceholder({ type: 'drop', why: UNKNOWN, raw, line: number })
    scanner.omit(number, raw, 'the text that it names stands in its place')
    return scanner.output.inlinePlaceholder({ type: 'text', text: shown, raw, line: number })
  })
}
