import type { ScannedLine } from './block-rule.ts'
import type { Scanner } from './scanner.ts'
import { readAttributes } from './attributes.ts'

const ONE = String.raw`(?:[.#][\w:-]+|[\w-]+=(?:"[^"]*"|'[^']*'|[^\s"'}]+))`
const LIST = String.raw`\{:?[ \t]*${ONE}(?:[ \t]+${ONE})*[ \t]*\}`
const WHOLE_LINE = new RegExp(String.raw`^(?:${LIST}[ \t]*)+$|^\{:[^{}]*\}[ \t]*$`)
const AFTER_SOMETHING = new RegExp(String.raw`(?<=[)\]*_\x60"'}>])[ \t]?${LIST}`, 'g')
/** A span of pandoc: text in brackets, with no others inside; code and what a link refers to are none. */
const SPAN = new RegExp(String.raw`(\x60+)(?:(?!\1)[\s\S])*?\1(?!\x60)|(?<![\]!\\])\[([^\][^][^\][]*)\](${LIST})`, 'g')
const AFTER_HEADING = new RegExp(String.raw`[ \t]+(?:${LIST}|\{:[^{}]*\}|\{-\})[ \t]*$|[ \t]*\{#[\w:.-]+\}[ \t]*$`)

/** A line of attributes, as kramdown, MkDocs and pandoc put before or after a block. */
export function attributeLine(line: ScannedLine, scanner: Scanner): string[] | undefined {
  if (!WHOLE_LINE.test(line.text))
    return undefined
  const { values, classes } = readAttributes(line.text.replace(/^\{:?|\}\s*$/g, ''))
  scanner.output.writePlaceholder(line, {
    type: 'attributes',
    attributes: values,
    classes,
    before: !scanner.source.at(line.number - 1)?.replace(/[>\s]/g, ''),
    raw: line.text,
    line: line.number,
  })
  return []
}

/** Attributes after a picture, a link or marked text, and after a heading. */
export function inlineAttributes(text: string, number: number, scanner: Scanner): string {
  if (!text.includes('{'))
    return text
  const placeholder = (raw: string) => {
    const { values, classes } = readAttributes(raw.trim().replace(/^\{:?|\}$/g, ''))
    return scanner.output.inlinePlaceholder({
      type: 'attributes',
      attributes: values,
      classes,
      before: false,
      raw,
      line: number,
    })
  }
  const withoutHeading = /^#{1,6}\s/.test(text) ? text.replace(AFTER_HEADING, placeholder) : text
  return withoutSpans(withoutHeading, placeholder).replace(AFTER_SOMETHING, placeholder)
}

/** Spans without their brackets, those inside of others first. */
function withoutSpans(text: string, placeholder: (raw: string) => string): string {
  const result = text.replace(SPAN, (raw: string, ticks?: string, inside = '', list = '') =>
    ticks ? raw : inside + placeholder(list))
  return result === text ? text : withoutSpans(result, placeholder)
}
