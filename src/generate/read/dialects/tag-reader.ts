import type { ScannedLine } from './block-rule.ts'
import type { Scanner } from './scanner.ts'
import { silentElements } from '../tag-names.ts'

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

/** Lines over which a tag may go. */
const MAX_LINES = 60

/** The tag at the start of a line, which may go over several; nothing where it does not end. */
export function readTag(line: ScannedLine, { source }: Scanner, name: string): Tag | undefined {
  let text = line.text
  let at = name.length + 1
  let quote = ''
  let braces = 0
  for (let last = line.number; last < line.number + MAX_LINES; last++) {
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
        return tagOf(text, name, at, last)
    }
    const next = source.at(last + 1)
    if (next === undefined || (!next.trim() && !braces))
      return undefined
    text += `\n${next}`
  }
}

function tagOf(text: string, name: string, end: number, last: number): Tag {
  return {
    raw: text.slice(0, end + 1),
    attributes: text.slice(name.length + 1, end).replace(/\/$/, ''),
    selfClosing: text[end - 1] === '/',
    rest: text.slice(end + 1),
    last,
  }
}

const SILENT = 'shows nothing that the document says'

/** An element that is HTML to its end: one placeholder, from which the tree of its HTML is made. */
export function wholeElement(line: ScannedLine, scanner: Scanner, name: string): string[] | undefined {
  const { source, output } = scanner
  const isSilent = silentElements.has(name)
  const end = source.isClosed(`tag:${name}`, line.number - 1) ? endOfElement(line, scanner, name) : undefined
  if (end) {
    source.skipTo(end.last)
    if (isSilent)
      scanner.omit([line.number, end.last], end.raw, SILENT)
    else
      output.writePlaceholder(line, { type: 'html', raw: end.raw, line: line.number, last: end.last })
    return [end.rest]
  }
  const tag = isSilent || name === 'embed' ? readTag(line, scanner, name) : undefined
  if (!tag)
    return undefined
  source.skipTo(tag.last)
  scanner.omit([line.number, tag.last], tag.raw, SILENT)
  return [tag.rest]
}

/** The text from an element's start to its own closing tag, other elements of its name inside it counted. */
function endOfElement(
  line: ScannedLine,
  { source }: Scanner,
  name: string,
): Pick<Tag, 'raw' | 'rest' | 'last'> | undefined {
  const tags = new RegExp(`<(/?)${name}(?=[\\s/>])`, 'gi')
  const parts: string[] = []
  let depth = 0
  for (let last = line.number; source.isClosed(`tag:${name}`, last - 1); last++) {
    const text = last === line.number ? line.text : source.at(last)!
    for (const match of text.matchAll(tags)) {
      depth += match[1] ? -1 : 1
      const end = text.indexOf('>', match.index)
      if (depth === 0 && end >= 0)
        return { raw: [...parts, text.slice(0, end + 1)].join('\n'), rest: text.slice(end + 1), last }
    }
    parts.push(text)
  }
  source.giveUp(`tag:${name}`)
}
