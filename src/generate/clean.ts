import type {
  BlockContent,
  Definition,
  FootnoteDefinition,
  Heading,
  Nodes,
  PhrasingContent,
  Root,
  RootContent,
  Table,
} from 'mdast'
import type { Definitions } from './clean-links.ts'
import { visit } from 'unist-util-visit'
import { htmlBlock, inlineHtml } from './clean-html.ts'
import { cleanLink, imageOf, linkOf, textNodes } from './clean-links.ts'
import { nodesOfType, withoutImages } from './nodes.ts'
import { contentsInNotes } from './own-contents.ts'

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

/**
 * The tree without what depends on other places of it: references become links, HTML becomes Markdown, text has no line
 * breaks.
 */
export function cleanTree(root: Root): CleanTree {
  const definitions = new Map<string, Definition>()
  const footnotes = new Map<string, FootnoteDefinition>()
  visit(root, (node) => {
    if (node.type === 'definition' && !definitions.has(node.identifier))
      definitions.set(node.identifier, node)
    if (node.type === 'footnoteDefinition' && !footnotes.has(node.identifier))
      footnotes.set(node.identifier, node)
  })
  const children = contentsInNotes(cleanBlocks(root.children, definitions))
  for (const note of footnotes.values())
    note.children = cleanBlocks(note.children, definitions) as FootnoteDefinition['children']
  return { children, footnotes }
}

function cleanBlocks(nodes: readonly RootContent[], definitions: Definitions): RootContent[] {
  return nodes.flatMap(node => cleanBlock(node, definitions))
}

function cleanBlock(node: RootContent, definitions: Definitions): RootContent[] {
  switch (node.type) {
    case 'yaml':
    case 'definition':
    case 'footnoteDefinition':
    case 'thematicBreak':
      return []
    case 'html':
      return htmlBlock(node)
    case 'paragraph': {
      const children = cleanPhrasing(node.children, definitions)
      return children.length ? [{ ...node, children }] : []
    }
    case 'heading':
      return cleanHeading(node, definitions)
    case 'table':
      return [cleanTable(node, definitions)]
  }
  if (isPhrasing(node))
    return cleanBlock({ type: 'paragraph', children: [node], data: node.data }, definitions)
  if (!('children' in node))
    return [node]
  const children = cleanBlocks(node.children as RootContent[], definitions) as BlockContent[]
  return [{ ...node, children } as RootContent]
}

/** A heading with its pictures below it; one of pictures alone is called as they are described. */
function cleanHeading(heading: Heading, definitions: Definitions): RootContent[] {
  const pictures = cleanPhrasing(heading.children.filter(holdsPicture), definitions)
  const others = heading.children.filter(child => !holdsPicture(child))
  const [first] = others
  if (pictures.length && first?.type === 'text')
    others[0] = { ...first, value: first.value.trimStart() }
  const children = unmarked(cleanPhrasing(others, definitions))
  const shown = [...pictures, ...children.filter(holdsPicture)]
  if (!shown.length)
    return children.length ? [{ ...heading, children }] : []
  const images = shown.flatMap(child => nodesOfType(child, 'image'))
  const text = trimEnds(withoutImages(children))
  const names = textNodes(images.map(({ alt }) => alt).filter(Boolean).join(' '))
  const title = text.length ? text : names
  const below = { type: 'paragraph' as const, children: shown, data: heading.data }
  return title.length ? [{ ...heading, children: title }, below] : [below]
}

function holdsPicture(node: PhrasingContent): boolean {
  return nodesOfType(node, 'image').length > 0 || nodesOfType(node, 'imageReference').length > 0
}

/** A heading that is stressed as a whole says no more than one that is not. */
function unmarked(nodes: PhrasingContent[]): PhrasingContent[] {
  const [only] = nodes
  return nodes.length === 1 && (only?.type === 'strong' || only?.type === 'emphasis') ? unmarked(only.children) : nodes
}

function cleanTable(table: Table, definitions: Definitions): Table {
  const children = table.children.map(row => ({
    ...row,
    children: row.children.map(cell => ({ ...cell, children: cleanPhrasing(cell.children, definitions) })),
  }))
  return { ...table, children }
}

/** @param inside types of the marks around the nodes */
function cleanPhrasing(
  nodes: readonly PhrasingContent[],
  definitions: Definitions,
  inside: readonly string[] = [],
): PhrasingContent[] {
  const cleaned = nodes.flatMap(node => cleanInline(node, definitions, inside))
  return trimEnds(joinMarks(inlineHtml(cleaned)))
}

function cleanInline(node: PhrasingContent, definitions: Definitions, inside: readonly string[]): PhrasingContent[] {
  switch (node.type) {
    case 'text':
      return textNodes(withoutBreaks(node.value))
    case 'inlineCode': {
      const value = node.value.replace(/\s+/g, ' ').trim()
      return value ? [{ type: 'inlineCode', value }] : []
    }
    case 'linkReference':
      return linkOf(node, cleanPhrasing(node.children, definitions), definitions)
    case 'imageReference':
      return imageOf(node, definitions)
    case 'link':
      return cleanLink(node, cleanPhrasing(node.children, definitions, inside))
    case 'image':
      return node.url.trim() ? [node] : textNodes(node.alt)
  }
  if (!('children' in node))
    return [node]
  const children = cleanPhrasing(node.children as PhrasingContent[], definitions, [...inside, node.type])
  // A mark inside of the same mark adds nothing, and Markdown cannot write it.
  if (inside.includes(node.type))
    return children
  return children.length ? [{ ...node, children } as PhrasingContent] : []
}

const UNSPACED = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]`
/** A line break in a script that has no spaces between words. */
const UNSPACED_BREAK = new RegExp(String.raw`(?<=${UNSPACED})[ \t]*\n[ \t]*(?=${UNSPACED})`, 'gu')

function withoutBreaks(text: string): string {
  return text.replace(UNSPACED_BREAK, '').replace(/[\s\u0085]+/g, ' ').replace(/[\p{Cc}\u200B]/gu, '')
}

/** Equal marks side by side are one; written apart, their signs would run together. */
function joinMarks(nodes: PhrasingContent[]): PhrasingContent[] {
  const joined: PhrasingContent[] = []
  for (const node of nodes) {
    const last = joined.at(-1)
    const isMark = node.type === 'strong' || node.type === 'emphasis' || node.type === 'delete'
    if (isMark && last?.type === node.type)
      joined[joined.length - 1] = { ...node, children: joinMarks([...last.children, ...node.children]) }
    else
      joined.push(node)
  }
  return joined
}

function trimEnds(nodes: PhrasingContent[]): PhrasingContent[] {
  while (nodes.at(-1)?.type === 'break')
    nodes.pop()
  while (nodes[0]?.type === 'break')
    nodes.shift()
  return nodes.every(node => node.type === 'text' && !node.value.trim()) ? [] : nodes
}

const PHRASING = new Set<Nodes['type']>([
  'text',
  'emphasis',
  'strong',
  'delete',
  'inlineCode',
  'break',
  'image',
  'imageReference',
  'link',
  'linkReference',
  'footnoteReference',
  'inlineMath',
])

/** Whether a node stands in a line of text; in a broken tree such a node may stand where a block belongs. */
function isPhrasing(node: Nodes): node is PhrasingContent {
  return PHRASING.has(node.type)
}
