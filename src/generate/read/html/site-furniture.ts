import type { Element, Root } from 'hast'
import type { Omission } from '../../document.ts'
import { createHash } from 'node:crypto'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'

/** Texts of parts that most pages of a site repeat, as hashes. */
export type Furniture = ReadonlySet<string>

const pages = unified().use(rehypeParse).freeze()

/** Why furniture is left out. */
export const REPEATED = 'most pages of the site repeat it'

/** Parts of a page that can be furniture: what holds others, never a heading, a paragraph or code. */
const PARTS = new Set(['nav', 'header', 'footer', 'aside', 'div', 'section', 'ul', 'ol', 'table', 'form', 'menu', 'dl'])
const SILENT = new Set(['script', 'style', 'noscript', 'template'])
/** Pages that a site has at least, on how many of them a part stands, and letters that it has at least. */
const MIN = { pages: 5, share: 0.6, letters: 12 }

/**
 * What most pages of a site repeat: navigation, headers, footers.
 * @param texts the HTML of each page
 */
export function furnitureOf(texts: Iterable<string>): Furniture {
  const counts = new Map<string, number>()
  let number = 0
  for (const text of texts) {
    number++
    const seen = new Set<string>()
    visitParts(pages.parse(text) as Root, (_, hash) => {
      seen.add(hash)
      return false
    })
    for (const hash of seen)
      counts.set(hash, (counts.get(hash) ?? 0) + 1)
  }
  const least = Math.max(MIN.pages, Math.ceil(number * MIN.share))
  return new Set(Array.from(counts).flatMap(([hash, count]) => count >= least ? [hash] : []))
}

/** A page with spaces in place of its site's furniture: what stays keeps its place. */
export function withoutFurniture(text: string, furniture: Furniture): { text: string, omitted: Omission[] } {
  const omitted: Omission[] = []
  const ranges: [number, number][] = []
  if (!furniture.size)
    return { text, omitted }
  visitParts(pages.parse(text) as Root, (element, hash, what) => {
    if (!furniture.has(hash) || element.position?.start.offset === undefined)
      return false
    const { start, end } = element.position
    ranges.push([start.offset!, end.offset!])
    omitted.push({ lines: [start.line, end.line], what, why: REPEATED })
    return true
  })
  let result = ''
  let from = 0
  for (const [start, end] of ranges) {
    result += text.slice(from, start) + text.slice(start, end).replace(/[^\n]/g, ' ')
    from = end
  }
  return { text: result + text.slice(from), omitted }
}

/** Visits parts from the outside in; those in a part for which `visit` returns true are not visited. */
function visitParts(root: Root, visit: (element: Element, hash: string, text: string) => boolean): void {
  const texts = new Map<Element, string>()
  const textOf = (node: Root | Element): string => {
    const parts = node.children.map((child) => {
      if (child.type === 'text')
        return child.value
      return child.type === 'element' && !SILENT.has(child.tagName) ? textOf(child) : ''
    })
    const text = parts.join(' ')
    if (node.type === 'element' && PARTS.has(node.tagName))
      texts.set(node, text.replace(/\s+/g, ' ').trim())
    return text
  }
  textOf(root)
  const walk = (node: Root | Element): void => {
    for (const child of node.children) {
      if (child.type !== 'element')
        continue
      const text = texts.get(child)
      const isPart = text !== undefined && text.length >= MIN.letters
      if (!isPart || !visit(child, createHash('sha1').update(text).digest('base64'), text))
        walk(child)
    }
  }
  walk(root)
}
