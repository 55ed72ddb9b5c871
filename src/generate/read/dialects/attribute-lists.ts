import type { ScannedLine, Scanner } from './scanner.ts'
import { readAttributes } from './attributes.ts'

const one = String.raw`(?:[.#][\w:-]+|[\w-]+=(?:"[^"]*"|'[^']*'|[^\s"'}]+))`
const list = String.raw`\{:?[ \t]*${one}(?:[ \t]+${one})*[ \t]*\}`
const wholeLine = new RegExp(String.raw`^(?:${list}[ \t]*)+$|^\{:[^{}]*\}[ \t]*$`)
const afterSomething = new RegExp(String.raw`(?<=[)\]*_\x60"'}>])[ \t]?${list}`, 'g')
const afterHeading = new RegExp(String.raw`[ \t]+(?:${list}|\{:[^{}]*\}|\{-\})[ \t]*$|[ \t]*\{#[\w:.-]+\}[ \t]*$`)

/** A line of attributes, as kramdown, MkDocs and pandoc put before or after a block. */
export function attributeLine(line: ScannedLine, scanner: Scanner): boolean {
  if (!wholeLine.test(line.text))
    return false
  const { values, classes } = readAttributes(line.text.replace(/^\{:?|\}\s*$/g, ''))
  const before = !scanner.input[line.number - 2]?.replace(/[>\s]/g, '')
  scanner.markLine(line, { type: 'attributes', attributes: values, classes, before, raw: line.text, line: line.number })
  return true
}

/** Attributes after a picture, a link or marked text, and after a heading. */
export function inlineAttributes(text: string, number: number, scanner: Scanner): string {
  if (!text.includes('{'))
    return text
  const mark = (raw: string) => {
    const { values, classes } = readAttributes(raw.trim().replace(/^\{:?|\}$/g, ''))
    return scanner.markInLine({ type: 'attributes', attributes: values, classes, before: false, raw, line: number })
  }
  return (/^#{1,6}\s/.test(text) ? text.replace(afterHeading, mark) : text).replace(afterSomething, mark)
}
