import type { BlockContent, Definition, FootnoteDefinition, Nodes, Parent, PhrasingContent, Root, RootContent } from 'mdast'
import { visit } from 'unist-util-visit'
import { htmlBlock, inlineHtml } from './clean-html.ts'

declare module 'mdast' {
  interface Data {
    /** Text that stands in the notes and on no slide, as a comment of the author does. */
    notesOnly?: true
  }
}

export interface CleanTree {
  children: RootContent[]
  /** Footnotes by their identifier. */
  footnotes: Map<string, FootnoteDefinition>
}

const UNSPACED_BREAK = /(?<=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[ \t]*\n[ \t]*(?=[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])/gu

/** The tree without what depends on other places of it: references become links, HTML becomes Markdown, text has no line breaks. */
export function cleanTree(root: Root): CleanTree {
  const definitions = new Map<string, Definition>()
  const footnotes = new Map<string, FootnoteDefinition>()
  visit(root, (node) => {
    if (node.type === 'definition' && !definitions.has(node.identifier))
      definitions.set(node.identifier, node)
    if (node.type === 'footnoteDefinition' && !footnotes.has(node.identifier))
      footnotes.set(node.identifier, node)
  })
  const children = cleanBlocks(root.children, definitions)
  for (const note of footnotes.values())
    note.children = cleanBlocks(note.children, definitions) as FootnoteDefinition['children']
  return { children, footnotes }
}

function cleanBlocks(nodes: readonly RootContent[], definitions: ReadonlyMap<string, Definition>): RootContent[] {
  return nodes.flatMap((node): RootContent[] => {
    switch (node.type) {
      case 'yaml': case 'definition': case 'footnoteDefinition': case 'thematicBreak':
        return []
      case 'html':
        return htmlBlock(node)
      case 'paragraph': case 'heading': {
        const children = cleanPhrasing(node.children, definitions)
        return children.length ? [{ ...node, children }] : []
      }
      case 'table':
        return [{ ...node, children: node.children.map(row => ({ ...row, children: row.children.map(cell => ({ ...cell, children: cleanPhrasing(cell.children, definitions) })) })) }]
      default:
        if (isPhrasing(node))
          return cleanBlocks([{ type: 'paragraph', children: [node], data: node.data }], definitions)
        return 'children' in node ? [{ ...node, children: cleanBlocks(node.children as RootContent[], definitions) as BlockContent[] } as RootContent] : [node]
    }
  })
}

function cleanPhrasing(nodes: readonly PhrasingContent[], definitions: ReadonlyMap<string, Definition>, inside: readonly string[] = []): PhrasingContent[] {
  const cleaned = nodes.flatMap((node): PhrasingContent[] => {
    switch (node.type) {
      case 'text': {
        const value = node.value.replace(UNSPACED_BREAK, '').replace(/[\s\u0085]+/g, ' ').replace(/[\p{Cc}\u200B]/gu, '')
        return value ? [{ type: 'text', value }] : []
      }
      case 'inlineCode':
        return node.value.trim() ? [{ type: 'inlineCode', value: node.value.replace(/\s+/g, ' ').trim() }] : []
      case 'linkReference': {
        const target = definitions.get(node.identifier)
        const children = cleanPhrasing(node.children, definitions)
        return target ? [{ type: 'link', url: target.url, title: target.title, children } as PhrasingContent] : children
      }
      case 'imageReference': {
        const target = definitions.get(node.identifier)
        return target ? [{ type: 'image', url: target.url, alt: node.alt, title: target.title }] : node.alt ? [{ type: 'text', value: node.alt }] : []
      }
      case 'link': {
        const children = cleanPhrasing(node.children, definitions, inside)
        return node.url.trim() ? [{ ...node, url: node.url.trim(), children: children.length ? children : [{ type: 'text', value: node.url }] } as PhrasingContent] : children
      }
      case 'image':
        return node.url.trim() ? [node] : node.alt ? [{ type: 'text', value: node.alt }] : []
      default:
        if ('children' in node) {
          const children = cleanPhrasing(node.children as PhrasingContent[], definitions, [...inside, node.type])
          // A mark inside of the same mark adds nothing, and Markdown cannot write it.
          if (inside.includes(node.type))
            return children
          return children.length ? [{ ...node, children } as PhrasingContent] : []
        }
        return [node]
    }
  })
  return trimEnds(joinMarks(inlineHtml(cleaned)))
}

/** Equal marks side by side are one; written apart, their signs would run together. */
function joinMarks(nodes: PhrasingContent[]): PhrasingContent[] {
  return nodes.reduce<PhrasingContent[]>((joined, node) => {
    const last = joined.at(-1)
    if (last && last.type === node.type && (node.type === 'strong' || node.type === 'emphasis' || node.type === 'delete'))
      joined[joined.length - 1] = { ...node, children: joinMarks([...(last as typeof node).children, ...node.children]) }
    else
      joined.push(node)
    return joined
  }, [])
}

function trimEnds(nodes: PhrasingContent[]): PhrasingContent[] {
  while (nodes.at(-1)?.type === 'break')
    nodes.pop()
  while (nodes[0]?.type === 'break')
    nodes.shift()
  return nodes.every(node => node.type === 'text' && !node.value.trim()) ? [] : nodes
}

const PHRASING = new Set<Nodes['type']>(['text', 'emphasis', 'strong', 'delete', 'inlineCode', 'break', 'image', 'imageReference', 'link', 'linkReference', 'footnoteReference', 'inlineMath'])

/** Whether a node stands in a line of text; in a broken tree such a node may stand where a block belongs. */
export function isPhrasing(node: Nodes): node is PhrasingContent {
  return PHRASING.has(node.type)
}

/** All nodes of one type below a node, itself included. */
export function findAll<T extends Nodes['type']>(node: Nodes | Parent, type: T): Extract<Nodes, { type: T }>[] {
  const found: Extract<Nodes, { type: T }>[] = []
  visit(node as Nodes, (child) => {
    if (child.type === type)
      found.push(child as Extract<Nodes, { type: T }>)
  })
  return found
}
