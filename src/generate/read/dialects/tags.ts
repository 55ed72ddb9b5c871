import type { ScannedLine } from './block-rule.ts'
import type { Container } from './placeholders.ts'
import type { Scanner } from './scanner.ts'
import type { Tag } from './tag-reader.ts'
import { kindOfFold } from '../admonition-words.ts'
import {
  holdingElements,
  isComponentName,
  isHtmlName,
  phrasingElements,
  silentElements,
  wholeElements,
} from '../tag-names.ts'
import { readAttributes } from './attributes.ts'
import { emptyComponent, writePicture } from './components.ts'
import { namedContainer } from './named-container.ts'
import { readTag, wholeElement } from './tag-reader.ts'

/** A paragraph that kramdown reads as Markdown. */
const HOLDS_MARKDOWN = /^<p\s(?:[^<>]*\s)?markdown\s*=/i

/** A tag of HTML or a component at the start of a line. */
export function openingTag(line: ScannedLine, scanner: Scanner): string[] | undefined {
  const name = /^<([a-z][\w.:-]*)(?=[\s/>]|$)/i.exec(line.text)?.[1]
  if (!name || phrasingElements.has(name))
    return undefined
  const holdsMarkdown = HOLDS_MARKDOWN.test(line.text)
  if ((wholeElements.has(name) && !holdsMarkdown) || silentElements.has(name))
    return wholeElement(line, scanner, name)
  const tag = readTag(line, scanner, name)
  if (!tag)
    return undefined
  if (name === 'summary')
    return summary(line, scanner, tag)
  const key = `tag:${name}`
  const isComponent = /^[A-Z]|\./.test(name)
  if (tag.selfClosing || !scanner.source.isClosed(key, tag.last - 1))
    return isComponent && tag.selfClosing ? emptyComponent(line, scanner, name, tag) : undefined
  const rest = tag.rest.trim()
  const isElement = holdingElements.has(name) || name.includes('-') || holdsMarkdown
  const holdsBlocks = isComponent ? !isInSentence(name, rest) : isElement
  if (!holdsBlocks)
    return undefined
  scanner.source.skipTo(tag.last)
  scanner.open(line, tag.raw, elementContainer(name, tag.attributes), key, 'indented')
  scanner.omit([line.number, tag.last], tag.raw, 'a tag around what is shown')
  if (isComponent)
    writePicture(line, scanner, name, tag)
  return [rest]
}

/** Whether text goes on after the end of a component: it marks words of a sentence. */
function isInSentence(name: string, rest: string): boolean {
  const closing = rest.indexOf(`</${name}`)
  return closing >= 0 && /\S/.test(rest.slice(rest.indexOf('>', closing) + 1))
}

/** Classes that say what kind of admonition an element is; those of its parts do not. */
const KIND_CLASS = new RegExp([
  '^(?:callout|alert|admonition|note|tip|info|important|warning|caution|danger|hint|exercise|solution|question',
  '|summary|objectives)(?:$|-(?!title|icon|content|body|heading|text))',
].join(''))
/** Classes of words that someone said. */
const QUOTE_CLASS = /^(?:p|pull|block)-?quote$/
const NEVER_ADMONITIONS = new Set(['body', 'html', 'head', 'figure', 'figcaption'])

function elementContainer(name: string, text: string): Container {
  const attributes = readAttributes(text)
  if (name === 'details')
    return { type: 'admonition', kind: 'note' }
  if (!holdingElements.has(name))
    return namedContainer(name, attributes)
  if (attributes.classes.some(word => QUOTE_CLASS.test(word)))
    return { type: 'quote' }
  const classes = attributes.classes.filter(word => KIND_CLASS.test(word))
  delete attributes.values.title
  if (!classes.length || NEVER_ADMONITIONS.has(name))
    return { type: 'wrapper' }
  const kinds = classes.filter(word => !['callout', 'alert', 'admonition'].includes(word))
  return namedContainer('callout', { ...attributes, classes: kinds })
}

/** The title of the part that folds. */
function summary(line: ScannedLine, scanner: Scanner, tag: Tag): string[] | undefined {
  const { source, containers } = scanner
  if (!containers.has('tag:details') || !source.isClosed('tag:summary', tag.last - 1))
    return undefined
  let text = tag.rest
  source.skipTo(tag.last)
  while (!text.includes('</summary') && source.hasMore)
    text += ` ${source.read().trim()}`
  const at = text.indexOf('</summary')
  const end = at < 0 ? text.length : at
  const inside = text.slice(0, end)
  const title = inside.replace(/<\/?[a-z][^<>]*>/gi, '').replace(/\s+/g, ' ').trim()
  containers.setTitle('tag:details', title, kindOfFold(title))
  scanner.omit([line.number, source.position], `${tag.raw}${inside}</summary>`, 'the title of a part that folds')
  return at < 0 ? [] : [text.slice(text.indexOf('>', end) + 1)]
}

/** Ends of containers that are read at the end of one line. */
const MAX_ENDS = 20

/** Closing tags at the start of a line, or after its text where they end containers. */
export function closingTags(line: ScannedLine, scanner: Scanner): string[] | undefined {
  const [raw, name] = /^<\/([a-z][\w.:-]*)\s*>/i.exec(line.text) ?? []
  if (raw === undefined || phrasingElements.has(name!))
    return tagsAtEnd(line.text.trimEnd(), scanner)
  if (!scanner.containers.close(line, raw, `tag:${name}`)) {
    if (!isComponentName(name!) && !isHtmlName(name!))
      return undefined
    scanner.omit(line.number, raw, 'ends a block that was not begun')
  }
  return [line.text.slice(raw.length)]
}

function tagsAtEnd(text: string, { containers }: Scanner): string[] | undefined {
  const ends: string[] = []
  while (ends.length < MAX_ENDS) {
    const [raw, name] = tagAtEnd(text) ?? []
    if (raw === undefined || !containers.has(`tag:${name}`))
      break
    ends.unshift(raw)
    text = text.slice(0, -raw.length).trimEnd()
  }
  return ends.length ? [text, ends.join('')] : undefined
}

function tagAtEnd(text: string): RegExpExecArray | null {
  return text.endsWith('>') ? /^<\/([a-z][\w.:-]*)\s*>$/i.exec(text.slice(text.lastIndexOf('</'))) : null
}

/** A tag with an attribute in braces, which may hold braces itself. */
const TAG_WITH_BRACES = new RegExp([
  String.raw`<[a-z][\w.]*(?:\s+[\w:-]+(?:=(?:"[^"]*"|'[^']*'|`,
  String.raw`\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}))?)*\s*\/?>`,
].join(''), 'gi')

/** Tags inside a line whose attributes HTML does not allow. */
export function inlineTags(text: string, number: number, scanner: Scanner): string {
  if (!text.includes('<') || !text.includes('{'))
    return text
  return text.replace(TAG_WITH_BRACES, (raw) => {
    if (!raw.includes('{'))
      return raw
    return scanner.output.inlinePlaceholder({
      type: 'drop',
      why: 'a tag around words that are shown',
      raw,
      line: number,
    })
  })
}
