import type { Html, PhrasingContent, RootContent } from 'mdast'

type Image = Extract<PhrasingContent, { type: 'image' }>

/** Inline HTML that Markdown has no marks for and that every deck shows. */
const KEPT = new Set([
  'kbd',
  'sub',
  'sup',
  'mark',
  'u',
  'small',
  'ins',
  'abbr',
  'cite',
  'q',
  'dfn',
  'var',
  'samp',
])
const TAG = /<(\/?)([a-z][\w-]*)((?:[\s/](?:"[^"]*"|'[^']*'|[^'">])*)?)>/gi
const ONE_TAG = new RegExp(`^${TAG.source}$`, 'i')
const SILENT = /<(script|style|template|noscript)\b[\s\S]*?(?:<\/\1\s*>|$)/gi

/** What is left of an HTML block: its pictures and its text; comments become prose that only notes show. */
export function htmlBlock({ value, data }: Html): RootContent[] {
  const comments: string[] = []
  const html = value.replace(/<!--([\s\S]*?)-->/g, (_, comment: string) => {
    comments.push(oneLine(comment))
    return ''
  }).replace(SILENT, '')
  const images = Array.from(html.matchAll(TAG)).flatMap(([, , name, attributes]) =>
    name!.toLowerCase() === 'img' ? imageOf(attributes!) ?? [] : [])
  const text = decodeEntities(oneLine(html.replace(TAG, ' ')))
  return [
    ...comments.flatMap(comment => paragraphOf(comment, { ...data, notesOnly: true })),
    ...images.map((image): RootContent => ({ type: 'paragraph', data, children: [image] })),
    ...paragraphOf(text, data),
  ]
}

/** Text as a paragraph; nothing without text. */
function paragraphOf(value: string, data: Html['data']): RootContent[] {
  return value ? [{ type: 'paragraph', data, children: [{ type: 'text', value }] }] : []
}

/** Phrasing content in which HTML tags are marks, pictures, breaks, or one of the few tags that a deck shows. */
export function inlineHtml(nodes: PhrasingContent[]): PhrasingContent[] {
  if (!nodes.some(({ type }) => type === 'html'))
    return nodes
  const result: PhrasingContent[] = []
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i]!
    if (node.type !== 'html') {
      result.push(node)
      continue
    }
    const { tag, attributes, isClosing } = readTag(node)
    const end = isClosing ? -1 : closingTag(nodes, i, tag)
    if (tag === 'br') {
      result.push({ type: 'break' })
    }
    else if (tag === 'img') {
      const image = imageOf(attributes)
      if (image)
        result.push(image)
    }
    else if (end > i) {
      result.push(...wrap(tag, attributes, inlineHtml(nodes.slice(i + 1, end))))
      i = end
    }
  }
  return result
}

/** The tag that a node of HTML is; without a name where it is none. */
function readTag({ value }: Html): { tag: string, attributes: string, isClosing: boolean } {
  const [, slash, name = '', attributes = ''] = ONE_TAG.exec(value) ?? []
  return { tag: name.toLowerCase(), attributes, isClosing: slash === '/' }
}

/** Index of the tag that closes the one at an index; -1 where there is none. */
function closingTag(nodes: readonly PhrasingContent[], from: number, tag: string): number {
  if (!tag)
    return -1
  let depth = 0
  for (let i = from; i < nodes.length; i++) {
    const node = nodes[i]!
    const other = node.type === 'html' ? readTag(node) : undefined
    if (other?.tag !== tag)
      continue
    depth += other.isClosing ? -1 : 1
    if (depth === 0)
      return i
  }
  return -1
}

function wrap(tag: string, attributes: string, children: PhrasingContent[]): PhrasingContent[] {
  if (!children.length)
    return []
  switch (tag) {
    case 'a': {
      const href = attributeOf('href', attributes)
      return href === undefined ? children : [{ type: 'link', url: decodeEntities(href), children } as PhrasingContent]
    }
    case 'b':
    case 'strong':
      return [{ type: 'strong', children }]
    case 'i':
    case 'em':
      return [{ type: 'emphasis', children }]
    case 's':
    case 'del':
    case 'strike':
      return [{ type: 'delete', children }]
    case 'code':
    case 'tt': {
      const text = children.map(child => 'value' in child ? child.value : '').join('')
      const isText = text && children.every(child => 'value' in child)
      return isText ? [{ type: 'inlineCode', value: text }] : children
    }
  }
  if (!KEPT.has(tag))
    return children
  return [{ type: 'html', value: `<${tag}>` }, ...children, { type: 'html', value: `</${tag}>` }]
}

function imageOf(attributes: string): Image | undefined {
  const url = decodeEntities(attributeOf('src', attributes)?.trim() ?? '')
  const alt = decodeEntities(attributeOf('alt', attributes)?.trim() ?? '')
  return url ? { type: 'image', url, alt } : undefined
}

/** The value of an attribute as it is written. */
function attributeOf(name: string, attributes: string): string | undefined {
  const pattern = new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i')
  const match = pattern.exec(attributes)
  return match?.slice(1).find(value => value !== undefined)
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

const ENTITIES = new Map([['amp', '&'], ['lt', '<'], ['gt', '>'], ['quot', '"'], ['apos', '\''], ['nbsp', ' ']])

function decodeEntities(text: string): string {
  return text.replace(/&(#\d+|#x[\da-f]+|\w+);/gi, (entity, name: string) => {
    if (!name.startsWith('#'))
      return ENTITIES.get(name) ?? entity
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : ''
  })
}
