import type { PhrasingContent } from 'mdast'
import type { Omission } from '../../document.ts'
import { toString } from 'mdast-util-to-string'
import { readAttributes } from '../dialects/attributes.ts'
import { omit } from '../omit.ts'
import { isComponentName, isHtmlName } from '../tag-names.ts'

/** A tag that is not yet closed. */
interface OpenTag {
  name: string
  raw: string
  /** Its place among the nodes, where it stands as text until it is closed. */
  at: number
}

/** Elements without content. */
const VOID = new Set(['br', 'img', 'hr', 'wbr', 'input'])
/** Elements that a deck shows and that Markdown has no marks for. */
const KEPT = new Set(['kbd', 'sub', 'sup', 'mark', 'u', 'small'])
const STRONG = new Set(['strong', 'b'])
const EMPHASIS = new Set(['em', 'i', 'cite', 'dfn'])
const DELETED = new Set(['del', 's', 'strike'])
const CODE = new Set(['code', 'samp', 'tt'])

/** Nodes of a line in which an opening and a closing tag become one node. */
export class InlineTags {
  readonly #omitted: Omission[]
  readonly #lines: [number, number]
  readonly #open: OpenTag[] = []
  readonly #nodes: PhrasingContent[] = []

  /** @param lines first and last line in the source, from 1 */
  constructor(omitted: Omission[], lines: [number, number]) {
    this.#omitted = omitted
    this.#lines = lines
  }

  get last(): PhrasingContent | undefined {
    return this.#nodes.at(-1)
  }

  add(...nodes: PhrasingContent[]): void {
    this.#nodes.push(...nodes)
  }

  /** Adds a tag as the source writes it. */
  addTag(raw: string): void {
    const [begin = '', slash, name = ''] = /^<(\/?)([a-z][\w.:-]*)/i.exec(raw) ?? []
    if (!name) {
      this.#omit(raw, raw.startsWith('<!--') ? 'a comment' : 'a tag that shows nothing')
    }
    else if (slash) {
      this.#close(raw, name)
    }
    else if (raw.endsWith('/>') || VOID.has(name.toLowerCase())) {
      this.#addEmpty(raw, name.toLowerCase(), raw.slice(begin.length).replace(/\/?>$/, ''))
    }
    else {
      this.#open.push({ name, raw, at: this.#nodes.length })
      this.#nodes.push({ type: 'text', value: raw })
    }
  }

  /** All nodes, with tags that were not closed as text. */
  finish(): PhrasingContent[] {
    while (this.#open.length)
      this.#leaveOpen(this.#open.pop()!)
    return joinTexts(this.#nodes)
  }

  #omit(what: string, why: string): void {
    omit(this.#omitted, [...this.#lines], what, why)
  }

  #close(raw: string, name: string): void {
    const at = this.#open.findLastIndex(tag => tag.name === name)
    if (at < 0) {
      if (isHtmlName(name) || isComponentName(name))
        this.#omit(raw, 'a tag without its other end')
      else
        this.#nodes.push({ type: 'text', value: raw })
      return
    }
    while (this.#open.length > at + 1)
      this.#leaveOpen(this.#open.pop()!)
    const begun = this.#open.pop()!
    const children = joinTexts(this.#nodes.splice(begun.at + 1))
    this.#nodes.splice(begun.at, 1, ...this.#element(begun, children, raw))
  }

  #addEmpty(raw: string, name: string, attributes: string): void {
    const { src, alt = '', title = null } = readAttributes(attributes).values
    if (name === 'br')
      this.#nodes.push({ type: 'break' })
    else if (src)
      this.#nodes.push({ type: 'image', url: src, alt, title })
    if (!/^<br\s*\/?>$/i.test(raw))
      this.#omit(raw, src ? 'shown as a picture' : 'a tag that shows nothing')
  }

  #element({ name, raw }: OpenTag, children: PhrasingContent[], end: string): PhrasingContent[] {
    const lower = name.toLowerCase()
    if (KEPT.has(lower)) {
      if (raw !== `<${lower}>`)
        this.#omit(raw, 'attributes of a tag')
      return [{ type: 'html', value: `<${lower}>` }, ...children, { type: 'html', value: `</${lower}>` }]
    }
    this.#omit(raw + end, 'a tag around words that are shown')
    if (STRONG.has(lower))
      return [{ type: 'strong', children }]
    if (EMPHASIS.has(lower))
      return [{ type: 'emphasis', children }]
    if (DELETED.has(lower))
      return [{ type: 'delete', children }]
    if (CODE.has(lower) && children.every(child => child.type === 'text'))
      return [{ type: 'inlineCode', value: toString(children) }]
    const { href, title = null } = readAttributes(raw.slice(name.length + 1, -1)).values
    if (lower === 'a' && href && children.length)
      return [{ type: 'link', url: href, title, children: children as never }]
    return children
  }

  /** A name in angle brackets is text, unless HTML has an element of that name. */
  #leaveOpen({ name, raw, at }: OpenTag): void {
    if (isHtmlName(name) && name.length > 1) {
      this.#omit(raw, 'a tag without its other end')
      this.#nodes[at] = { type: 'text', value: '' }
    }
  }
}

function joinTexts(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const result: PhrasingContent[] = []
  for (const node of nodes) {
    const last = result.at(-1)
    if (node.type === 'text' && last?.type === 'text')
      result[result.length - 1] = { type: 'text', value: last.value + node.value }
    else if (node.type !== 'text' || node.value)
      result.push(node)
  }
  return result
}
