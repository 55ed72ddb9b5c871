import type { ScannedLine, Scanner } from './scanner.ts'
import { firstValue, readAttributes } from './attributes.ts'
import { verbatim } from './liquid.ts'
import { mediaLink, picture } from './media.ts'
import { namedContainer } from './named-container.ts'

const shortcode = /\{\{[<%]((?:[^>%}"{]|"[^"{]*"|[>%}](?!\})|\{(?!\{))*)[>%]\}\}/g

/** The name of a shortcode, whether it closes, and its parameters. */
function readShortcode(text: string): { closing: boolean, name: string, parameters: string } {
  const [begin = '', slash, name = ''] = /^\s*(?:(\/)\s*)?([\w/-]+)/.exec(text) ?? []
  return { closing: slash !== undefined, name, parameters: text.slice(begin.length).trimEnd().replace(/\/$/, '') }
}

/** Shortcodes of Hugo at the start of a line: `{{% alert title="Note" %}}`, `{{< figure src="a.png" >}}`. */
export function hugoLine(line: ScannedLine, scanner: Scanner): boolean | string {
  shortcode.lastIndex = 0
  const match = /^\{\{[<%]/.test(line.text) ? shortcode.exec(line.text) : null
  if (!match || match.index)
    return false
  const [raw, text = ''] = match
  const { closing, name, parameters } = readShortcode(text)
  const rest = line.text.slice(raw.length)
  const key = `hugo:${name}`
  if (closing)
    return scanner.close(line, raw, key) ? rest : leave(line, scanner, raw, rest)
  const attributes = readAttributes(parameters)
  const node = /^(?:figure|img|image|imgproc|screenshot)$/.test(name) ? picture(attributes) : /^(?:youtube|vimeo|gist|video|tweet|x|asciinema)$/.test(name) ? mediaLink(name, attributes) : undefined
  if (node !== undefined && !scanner.isClosed(key, line.number)) {
    scanner.emit(line.prefix + node, line.number)
    return leave(line, scanner, raw, rest, 'shown as a picture or a link')
  }
  if (/^(?:highlight|code)$/.test(name) && !rest.trim() && scanner.isClosed(key, line.number)) {
    return verbatim(line, scanner, firstValue(attributes, 'lang', 'language') ?? attributes.plain[0] ?? '', new RegExp(`^\\s*\\{\\{[<%]\\s*/\\s*${name}`), raw)
  }
  if (scanner.isClosed(key, line.number - (rest.includes(`/${name}`) || rest.includes(`/ ${name}`) ? 1 : 0))) {
    scanner.open(line, raw, namedContainer(name, attributes), key)
    return leave(line, scanner, raw, rest, 'its name and settings are not shown')
  }
  // Inside a line of text, a shortcode stands for a word of it.
  return rest.trim() ? false : leave(line, scanner, raw, rest)
}

function leave(line: ScannedLine, scanner: Scanner, raw: string, rest: string, why = 'a shortcode of the program that showed the document'): string {
  scanner.leaveOut(line, raw, why)
  return rest
}

/** Shortcodes inside a line: references give their path, the others the text that they name. */
export function inlineShortcodes(text: string, number: number, scanner: Scanner): string {
  if (!text.includes('{{<') && !text.includes('{{%'))
    return text
  return text.replace(shortcode, (raw: string, inner: string) => {
    const { name, parameters } = readShortcode(inner)
    const attributes = readAttributes(parameters)
    const shown = /^(?:rel)?ref$/.test(name) ? attributes.plain[0] ?? firstValue(attributes, 'path') : firstValue(attributes, 'text', 'title', 'label', 'content')
    if (shown)
      scanner.leaveOut({ number }, raw, 'the text that it names stands in its place')
    return scanner.markInLine(shown ? { type: 'text', text: shown, raw, line: number } : { type: 'drop', why: 'a shortcode of the program that showed the document', raw, line: number })
  })
}
