import type { ScannedLine, Scanner } from './scanner.ts'
import { silent } from '../tag-names.ts'

export interface Tag {
  raw: string
  /** What stands between the name and the end of the tag. */
  attributes: string
  selfClosing: boolean
  /** What follows on the tag's last line. */
  rest: string
  /** Line, from 1, on which the tag ends. */
  last: number
}

const longest = 60

/** The tag at the start of a line, which may go over several; nothing where it does not end. */
export function readTag(line: ScannedLine, scanner: Scanner, name: string): Tag | undefined {
  let text = line.text
  let at = name.length + 1
  let quote = ''
  let braces = 0
  for (let last = line.number; last < line.number + longest; last++) {
    for (; at < text.length; at++) {
      const character = text[at]!
      if (quote)
        quote = character === quote ? '' : quote
      else if ('"\'`'.includes(character))
        quote = character
      else if (character === '{')
        braces++
      else if (character === '}')
        braces--
      else if (character === '>' && braces <= 0)
        return { raw: text.slice(0, at + 1), attributes: text.slice(name.length + 1, at).replace(/\/$/, ''), selfClosing: text[at - 1] === '/', rest: text.slice(at + 1), last }
    }
    const next = scanner.input[last]
    if (next === undefined || (!next.trim() && !braces))
      return
    text += `\n${next}`
  }
}

/** An element that is HTML to its end: one mark, from which the tree of its HTML is made. */
export function wholeElement(line: ScannedLine, scanner: Scanner, name: string): boolean | string {
  const end = scanner.isClosed(`tag:${name}`, line.number - 1) ? endOfElement(line, scanner, name) : undefined
  if (!end) {
    if (!silent.has(name) && !/^(?:embed|p)$/.test(name))
      return false
    const tag = readTag(line, scanner, name)
    if (tag && name !== 'p') {
      scanner.next = tag.last
      scanner.leftOut.push({ lines: [line.number, tag.last], what: tag.raw, why: 'shows nothing that the document says' })
      return tag.rest
    }
    return false
  }
  scanner.next = end.last
  if (silent.has(name))
    scanner.leftOut.push({ lines: [line.number, end.last], what: end.raw, why: 'shows nothing that the document says' })
  else
    scanner.markLine(line, { type: 'html', raw: end.raw, line: line.number, last: end.last })
  return end.rest
}

/** The text from an element's start to its own closing tag, other elements of its name inside it counted. */
function endOfElement(line: ScannedLine, scanner: Scanner, name: string): { raw: string, rest: string, last: number } | undefined {
  const tags = new RegExp(`<(/?)${name}(?=[\\s/>])`, 'gi')
  const parts: string[] = []
  let depth = 0
  for (let last = line.number; scanner.isClosed(`tag:${name}`, last - 1); last++) {
    const text = last === line.number ? line.text : scanner.input[last - 1]!
    for (const match of text.matchAll(tags)) {
      depth += match[1] ? -1 : 1
      const end = text.indexOf('>', match.index)
      if (depth === 0 && end >= 0)
        return { raw: [...parts, text.slice(0, end + 1)].join('\n'), rest: text.slice(end + 1), last }
    }
    parts.push(text)
  }
  scanner.giveUp(`tag:${name}`)
}
