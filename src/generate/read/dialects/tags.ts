import type { ScannedLine, Scanner } from './scanner.ts'
import { holding, phrasing, silent, whole } from '../tag-names.ts'
import { readAttributes } from './attributes.ts'
import { mediaLink, picture } from './media.ts'
import { kindOfFold, namedContainer } from './named-container.ts'
import { readTag, wholeElement } from './tag-reader.ts'

/** A tag of HTML or a component at the start of a line. */
export function openingTag(line: ScannedLine, scanner: Scanner): boolean | string {
  const name = /^<([a-z][\w.:-]*)(?=[\s/>]|$)/i.exec(line.text)?.[1]
  if (!name || phrasing.has(name))
    return false
  if (whole.has(name) || silent.has(name))
    return wholeElement(line, scanner, name)
  const tag = readTag(line, scanner, name)
  if (!tag)
    return false
  const rest = tag.rest.trim()
  const key = `tag:${name}`
  if (name === 'summary')
    return summary(line, scanner, tag)
  const isComponent = /^[A-Z]|\./.test(name)
  if (tag.selfClosing || !scanner.isClosed(key, tag.last - 1))
    return isComponent && tag.selfClosing ? emptyComponent(line, scanner, name, tag) : false
  const closing = rest.indexOf(`</${name}`)
  // Inside a sentence, a component marks words of it.
  if (isComponent ? closing >= 0 && /\S/.test(rest.slice(rest.indexOf('>', closing) + 1)) : !holding.has(name) && !name.includes('-'))
    return false
  scanner.next = tag.last
  scanner.open(line, tag.raw, elementContainer(name, tag.attributes), key, 'indented')
  scanner.leftOut.push({ lines: [line.number, tag.last], what: tag.raw, why: 'a tag around what is shown' })
  if (isComponent)
    emptyPicture(line, scanner, name, tag)
  return rest
}

type Tag = NonNullable<ReturnType<typeof readTag>>

function elementContainer(name: string, text: string) {
  const attributes = readAttributes(text)
  if (name === 'details')
    return { type: 'admonition', kind: 'note' } as const
  if (!holding.has(name))
    return namedContainer(name, attributes)
  const said = attributes.classes.filter(word => /^(?:callout|alert|admonition|note|tip|info|important|warning|caution|danger|hint|exercise|solution|question|summary|objectives)(?:$|-(?!title|icon|content|body|heading|text))/.test(word))
  delete attributes.values.title
  return said.length && !/^(?:body|html|head|figure|figcaption)$/.test(name) ? namedContainer('callout', { ...attributes, classes: said.filter(word => !/^(?:callout|alert|admonition)$/.test(word)) }) : { type: 'wrapper' } as const
}

/** The title of the part that folds. */
function summary(line: ScannedLine, scanner: Scanner, tag: Tag): string | boolean {
  if (!scanner.isOpen('tag:details') || !scanner.isClosed('tag:summary', tag.last - 1))
    return false
  let text = tag.rest
  scanner.next = tag.last
  while (!text.includes('</summary') && scanner.next < scanner.input.length)
    text += ` ${scanner.input[scanner.next++]!.trim()}`
  const end = text.indexOf('</summary')
  const title = text.slice(0, end < 0 ? undefined : end).replace(/<\/?[a-z][^<>]*>/gi, '').replace(/\s+/g, ' ').trim()
  scanner.entitle('tag:details', title, kindOfFold(title))
  scanner.leftOut.push({ lines: [line.number, scanner.next], what: `${tag.raw}${text.slice(0, end < 0 ? undefined : end)}</summary>`, why: 'the title of a part that folds' })
  return end < 0 ? true : text.slice(text.indexOf('>', end) + 1)
}

/** A component without content: a picture, a link, or the words that its attributes hold. */
function emptyComponent(line: ScannedLine, scanner: Scanner, name: string, tag: Tag): string {
  scanner.next = tag.last
  scanner.leftOut.push({ lines: [line.number, tag.last], what: tag.raw, why: 'a component of the program that showed the document' })
  if (!emptyPicture(line, scanner, name, tag)) {
    const attributes = readAttributes(tag.attributes)
    const { values } = attributes
    const address = values.href ?? values.to ?? values.url
    const words = [values.title, values.label, values.text, values.caption, values.description, values.alt].filter(Boolean).map(text => text!.replace(/([\\[\]<>*_`])/g, '\\$1')).join(': ')
    if (address || words)
      scanner.emit(line.prefix + (address ? mediaLink('link', { ...attributes, values: { ...values, href: address } }) ?? '' : words), line.number)
  }
  scanner.emit(line.prefix.trimEnd(), line.number)
  return tag.rest
}

/** Writes the picture or the link that the attributes of a component describe; false where they describe none. */
function emptyPicture(line: ScannedLine, scanner: Scanner, name: string, tag: Tag): boolean {
  const attributes = readAttributes(tag.attributes)
  const { src, image, alt } = attributes.values
  const isPicture = /image|img|illustration|figure|picture|photo|screenshot|diagram/i.test(name) || /\.(?:png|jpe?g|gif|svg|webp|avif)$/i.test(src ?? image ?? '')
  const node = /youtube|vimeo|video|iframe|embed|player/i.test(name) ? mediaLink(name, attributes) : isPicture ? picture(attributes) : undefined
  if (node)
    scanner.emit(line.prefix + node, line.number)
  else if (isPicture && alt)
    scanner.markLine(line, { type: 'figure', alt, raw: tag.raw, line: line.number })
  return node !== undefined || (isPicture && alt !== undefined)
}

/** Closing tags at the start of a line, or after its text where they end containers. */
export function closingTags(line: ScannedLine, scanner: Scanner): false | string | string[] {
  const start = /^<\/([a-z][\w.:-]*)\s*>/i.exec(line.text)
  if (start && !phrasing.has(start[1]!)) {
    if (!scanner.close(line, start[0], `tag:${start[1]}`)) {
      if (!scanner.wasTag(start[1]!))
        return false
      scanner.leaveOut(line, start[0], 'ends a block that was not begun')
    }
    return line.text.slice(start[0].length)
  }
  let text = line.text.trimEnd()
  const ends: string[] = []
  for (let end = closingAtEnd(text); end && ends.length < 20 && scanner.isOpen(`tag:${end[1]}`); end = closingAtEnd(text)) {
    ends.unshift(end[0])
    text = text.slice(0, -end[0].length).trimEnd()
  }
  if (!ends.length)
    return false
  return [text, ends.join('')]
}

function closingAtEnd(text: string): RegExpExecArray | null {
  return text.endsWith('>') ? /^<\/([a-z][\w.:-]*)\s*>$/i.exec(text.slice(text.lastIndexOf('</'))) : null
}

/** Tags inside a line whose attributes HTML does not allow. */
export function inlineTags(text: string, number: number, scanner: Scanner): string {
  if (!text.includes('<') || !text.includes('{'))
    return text
  return text.replace(/<[a-z][\w.]*(?:\s+[\w:-]+(?:=(?:"[^"]*"|'[^']*'|\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}))?)*\s*\/?>/gi, raw =>
    raw.includes('{') ? scanner.markInLine({ type: 'drop', why: 'a tag around words that are shown', raw, line: number }) : raw)
}
