import type { Nodes as HastNodes, Root as HastRoot } from 'hast'
import type { Nodes, Root, RootContent } from 'mdast'
import type { Omission } from '../../document.ts'
import rehypeParse from 'rehype-parse'
import rehypeRemark from 'rehype-remark'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { omit } from '../omit.ts'
import { isComponentName, isHtmlName } from '../tag-names.ts'
import { fencesAsElements } from './code-tables.ts'
import { elementHandlers } from './elements.ts'
import { placeLooseItems } from './loose-items.ts'
import { omitSilent } from './silent-elements.ts'
import { flattenCells } from './tables.ts'

const WORD = /[\p{L}\p{N}]+/gu
const fragments = unified().use(rehypeParse, { fragment: true }).freeze()
const converter = unified().use(rehypeRemark, { handlers: elementHandlers }).freeze()

/** What an element of HTML inside Markdown holds; its blocks have lines between `first` and `last`. */
export function contentOfHtml(html: string, [first, last]: [number, number], omitted: Omission[]): RootContent[] {
  const content = contentOfTree(fragments.parse(withoutPlainBrackets(fencesAsElements(html))), [first, last], omitted)
  const tags = html.match(/<\/?[a-z][^<>]*>?/gi) ?? []
  // Broken tags can swallow the text behind them.
  const kept = new Set([...textsOf(content), ...tags].join(' ').match(WORD))
  const isWhole = (html.match(WORD) ?? []).every(part => kept.has(part))
  if (tags.length)
    omit(omitted, [first, last], isWhole ? tags.join('') : html, 'the tags of HTML; what they hold is shown')
  return content
}

/** HTML in which angle brackets around names that are none of an element are text. */
function withoutPlainBrackets(html: string): string {
  return html.replace(/<(\/?)([a-z][\w.:-]*)/gi, (tag: string, slash: string, name: string) =>
    slash || isHtmlName(name) || isComponentName(name) ? tag : `&lt;${name}`)
}

/** The blocks of a tree of HTML that stands on the lines from `first` to `last`. */
export function contentOfTree(tree: HastRoot, [first, last]: [number, number], omitted: Omission[]): RootContent[] {
  omitSilent(tree, first, omitted)
  placeLooseItems(tree)
  const root: Root = { type: 'root', children: slicesOf(tree).flatMap(slice => converted(slice).children) }
  flattenCells(root)
  addLines(root, [first, last], position => Math.min(last, position + first - 1))
  return root.children
}

function converted(tree: HastRoot): Root {
  return converter.runSync(tree as HastNodes as never) as unknown as Root
}

/** Children of a page that are converted at once: with some hundred thousand, calls of the library fail. */
const MAX_CHILDREN = 5000
/** What begins a block of its own, so that a page can be cut before it. */
const BLOCK = /^(?:h[1-6]|p|div|section|article|ul|ol|dl|table|pre|blockquote|hr)$/

/** A page in parts that have not too many children each. */
function slicesOf(tree: HastRoot): HastRoot[] {
  const children = childrenOf(tree)
  const slices: HastRoot[] = []
  let start = 0
  for (let i = MAX_CHILDREN; i < children.length; i++) {
    const child = children[i]!
    if (i - start >= MAX_CHILDREN && child.type === 'element' && BLOCK.test(child.tagName)) {
      slices.push({ type: 'root', children: children.slice(start, i) })
      start = i
    }
  }
  return slices.length ? [...slices, { type: 'root', children: children.slice(start) }] : [tree]
}

/** The children of a page, or of the only part that it consists of. */
function childrenOf(tree: HastRoot): HastRoot['children'] {
  let children = tree.children
  for (;;) {
    const [only, ...others] = children.filter(child => child.type !== 'text' || child.value.trim() !== '')
    if (others.length || only?.type !== 'element' || !/^(?:html|body|main|article|div|section)$/.test(only.tagName))
      return children
    children = only.children
  }
}

/** Lines of each node: its own, else those of what it holds, else those of what holds it. */
function addLines(node: Nodes, around: [number, number], lineAt: (line: number) => number): void {
  const own = ownLines(node)
  const lines: [number, number] = own ? [lineAt(own[0]), lineAt(own[1])] : around
  delete node.position
  node.data = { ...node.data, lines }
  if ('children' in node)
    node.children.forEach(child => addLines(child, lines, lineAt))
}

function ownLines(node: Nodes): [number, number] | undefined {
  if (node.position)
    return [node.position.start.line, node.position.end.line]
  const children: readonly Nodes[] = 'children' in node ? node.children : []
  const inside = children.map(ownLines).filter(lines => lines !== undefined)
  return inside.length ? [inside[0]![0], inside.at(-1)![1]] : undefined
}

function textsOf(nodes: readonly RootContent[]): string[] {
  const texts: string[] = []
  visit({ type: 'root', children: [...nodes] } as Root, (node: Nodes) => {
    for (const key of ['value', 'alt', 'title', 'label', 'url'] as const) {
      if (key in node)
        texts.push(String((node as unknown as Record<string, unknown>)[key] ?? ''))
    }
  })
  return texts
}
