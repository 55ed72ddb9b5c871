import type { Nodes as HastNodes, Root as HastRoot } from 'hast'
import type { Nodes, Root, RootContent } from 'mdast'
import type { LeftOut } from '../../document.ts'
import rehypeParse from 'rehype-parse'
import rehypeRemark from 'rehype-remark'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { isHtmlName } from '../tag-names.ts'
import { dropSilent } from './boilerplate.ts'
import { elementHandlers } from './elements.ts'
import { flattenCells } from './tables.ts'

const word = /[\p{L}\p{N}]+/gu
const fragments = unified().use(rehypeParse, { fragment: true }).freeze()
const converter = unified().use(rehypeRemark, { handlers: elementHandlers }).freeze()

/** What an element of HTML inside Markdown holds; its blocks have lines between `first` and `last`. */
export function contentOfHtml(html: string, [first, last]: [number, number], leftOut: LeftOut[]): RootContent[] {
  const tree = fragments.parse(html.replace(/<(\/?)([a-z][\w.:-]*)/gi, (tag: string, slash: string, name: string) => isHtmlName(name) || slash || /^[A-Z]/.test(name) ? tag : `&lt;${name}`))
  const tags = html.match(/<\/?[a-z][^<>]*>?/gi) ?? []
  const content = contentOf(tree, first, last, leftOut)
  // Broken tags can swallow the text behind them.
  const kept = new Set([...textsOf(content), ...tags].join(' ').match(word))
  const isWhole = (html.match(word) ?? []).every(part => kept.has(part))
  if (tags.length)
    leftOut.push({ lines: [first, last], what: isWhole ? tags.join('') : html, why: 'the tags of HTML; what they hold is shown' })
  return content
}

/** The blocks of a tree of HTML; its lines count from `first`. */
export function contentOf(tree: HastRoot, first: number, last: number, leftOut: LeftOut[]): RootContent[] {
  dropSilent(tree, first, leftOut)
  const root = converter.runSync(tree as HastNodes as never) as unknown as Root
  flattenCells(root)
  addLines(root, [first, last], position => Math.min(last, position + first - 1))
  return root.children
}

/** Lines of each node: its own, else those of what it holds, else those of what holds it. */
function addLines(node: Nodes, around: [number, number], lineOf: (line: number) => number): void {
  const own = linesOf(node)
  const lines: [number, number] = own ? [lineOf(own[0]), lineOf(own[1])] : around
  delete node.position
  node.data = { ...node.data, lines }
  if ('children' in node)
    node.children.forEach(child => addLines(child, lines, lineOf))
}

function linesOf(node: Nodes): [number, number] | undefined {
  if (node.position)
    return [node.position.start.line, node.position.end.line]
  const inside = 'children' in node ? (node.children as Nodes[]).map(linesOf).filter(lines => lines !== undefined) : []
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
