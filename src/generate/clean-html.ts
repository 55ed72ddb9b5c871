import type { Html, PhrasingContent, RootContent } from 'mdast'

/** Inline HTML that Markdown has no marks for and that every deck shows. */
const KEPT = new Set(['kbd', 'sub', 'sup', 'mark', 'u', 'small', 'ins', 'abbr', 'cite', 'q', 'dfn', 'var', 'samp'])
const TAG = /<(\/?)([a-z][\w-]*)((?:[\s/](?:"[^"]*"|'[^']*'|[^'">])*)?)>/gi
const ONE_TAG = /^<(\/?)([a-z][\w-]*)((?:[\s/](?:"[^"]*"|'[^']*'|[^'">])*)?)>$/i

/** What is left of an HTML block: its pictures and its text; comments become prose that only notes show. */
export function htmlBlock({ value, data }: Html): RootContent[] {
  const blocks: RootContent[] = []
  const rest = value
    .replace(/<!--([\s\S]*?)-->/g, (_, comment: string) => {
      if (comment.trim())
        blocks.push({ type: 'paragraph', data: { ...data, notesOnly: true }, children: [{ type: 'text', value: oneLine(comment) }] })
      return ''
    })
    .replace(/<(script|style|template|noscript)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, '')
  for (const [, , name, attributes] of rest.matchAll(TAG)) {
    const image = name!.toLowerCase() === 'img' ? imageOf(attributes!) : undefined
    if (image)
      blocks.push({ type: 'paragraph', data, children: [image] })
  }
  const text = decodeEntities(oneLine(rest.replace(TAG, ' ')))
  if (text)
    blocks.push({ type: 'paragraph', data, children: [{ type: 'text', value: text }] })
  return blocks
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
    const [, closing, name = '', attributes = ''] = ONE_TAG.exec(node.value) ?? []
    const tag = name.toLowerCase()
    const end = closing ? -1 : closingTag(nodes, i, tag)
    if (tag === 'br') {
      result.push({ type: 'break' })
    }
    else if (tag === 'img') {
      result.push(...[imageOf(attributes)].filter(image => image !== undefined))
    }
    else if (end > i) {
      const inner = inlineHtml(nodes.slice(i + 1, end))
      result.push(...wrap(tag, attributes, inner))
      i = end
    }
  }
  return result
}

function closingTag(nodes: readonly PhrasingContent[], from: number, tag: string): number {
  let depth = 0
  for (let i = from; i < nodes.length; i++) {
    const node = nodes[i]!
    const [, closing, name = ''] = node.type === 'html' ? ONE_TAG.exec(node.value) ?? [] : []
    if (name.toLowerCase() !== tag || !tag)
      continue
    depth += closing ? -1 : 1
    if (depth === 0)
      return i
  }
  return -1
}

function wrap(tag: string, attributes: string, children: PhrasingContent[]): PhrasingContent[] {
  if (!children.length)
    return []
  const href = /\bhref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/i.exec(attributes)
  if (tag === 'a' && href)
    return [{ type: 'link', url: decodeEntities((href[1] ?? href[2] ?? href[3])!), children } as PhrasingContent]
  if (tag === 'b' || tag === 'strong')
    return [{ type: 'strong', children }]
  if (tag === 'i' || tag === 'em')
    return [{ type: 'emphasis', children }]
  if (tag === 's' || tag === 'del' || tag === 'strike')
    return [{ type: 'delete', children }]
  if (tag === 'code' || tag === 'tt') {
    const text = children.map(child => 'value' in child ? child.value : '').join('')
    return text && children.every(child => 'value' in child) ? [{ type: 'inlineCode', value: text }] : children
  }
  return KEPT.has(tag) ? [{ type: 'html', value: `<${tag}>` }, ...children, { type: 'html', value: `</${tag}>` }] : children
}

function imageOf(attributes: string): Extract<PhrasingContent, { type: 'image' }> | undefined {
  const read = (name: string) => {
    const match = new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, 'i').exec(attributes)
    return match && decodeEntities((match[1] ?? match[2] ?? match[3])!.trim())
  }
  const url = read('src')
  return url ? { type: 'image', url, alt: read('alt') ?? '' } : undefined
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: '\'', nbsp: ' ' }

function decodeEntities(text: string): string {
  return text.replace(/&(#\d+|#x[\da-f]+|\w+);/gi, (entity, name: string) => {
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : name.startsWith('#') ? Number(name.slice(1)) : undefined
    return code === undefined ? ENTITIES[name] ?? entity : code > 0 && code < 0x110000 ? String.fromCodePoint(code) : ''
  })
}
