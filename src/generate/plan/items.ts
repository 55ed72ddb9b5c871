import type {
  Blockquote,
  Heading,
  Image,
  List,
  ListItem,
  Paragraph,
  PhrasingContent,
  RootContent,
  Table,
} from 'mdast'
import type { Admonition } from '../document.ts'
import type { Sentence } from '../text/sentences.ts'
import type { Block, Bullet } from './slide.ts'
import { toString } from 'mdast-util-to-string'
import { nodesOfType, withoutImages } from '../nodes.ts'
import { resolveReferences } from '../text/references.ts'
import { sentencesOf } from '../text/sentences.ts'
import { isAttribution } from '../text/statements.ts'
import { numberOfWords } from '../text/words.ts'
import { beginsPart, boldText } from './bold-headings.ts'
import { chainOf } from './chain.ts'
import { codeBlock } from './code-block.ts'
import { listBullets } from './lists.ts'
import { offerStacks } from './offer-stack.ts'
import { isOrnament, ornamentNote } from './ornaments.ts'
import { numberSteps } from './steps.ts'
import { leadsToTranslations } from './translations.ts'

/** An item of a list that holds more than text: what it begins with is a bullet. */
interface Step {
  /** In an ordered list. */
  number?: number
}

/** What a section is made of, in order: prose to choose from, and what is kept as it is. */
export type Item
  = | { type: 'prose', source: RootContent, sentences: Sentence[], words: number, step?: Step }
    | { type: 'list', source: List, bullets: Bullet[], complete: boolean }
    | { type: 'visual', source: RootContent, block: Block }
    | { type: 'quote', source: Blockquote, sentences: Sentence[] }
    | { type: 'callout', source: Admonition, items: Item[] }
    /** A part that gets slides with a title of its own. */
    | { type: 'part', source: RootContent, title: PhrasingContent[], question: boolean, items: Item[] }
    /** What only the notes show. */
    | { type: 'aside', source: RootContent }

export type ItemOf<Type extends Item['type']> = Extract<Item, { type: Type }>

export interface ItemContext {
  language: string
  titleOf: (node: Admonition) => string
}

/**
 * The items of a section's or a container's blocks; a paragraph that is only a few bold words is a heading to its
 * author.
 */
export function sectionItems(blocks: readonly RootContent[], context: ItemContext): Item[] {
  const starts = blocks.flatMap((node, i) => beginsPart(node, blocks[i + 1]) ? [i] : [])
  const itemsBetween = (start: number, end?: number) =>
    numberSteps(offerStacks(withoutLoneLinks(itemsOf(blocks.slice(start, end), context))))
  const parts = starts.map((start, i): Item => {
    const node = blocks[start] as Heading | Paragraph
    return {
      type: 'part',
      source: node,
      title: node.type === 'heading' ? node.children : boldText(node)!,
      question: toString(node).trim().endsWith('?'),
      items: itemsBetween(start + 1, starts[i + 1]),
    }
  })
  return [...itemsBetween(0, starts[0]), ...parts]
}

/** Words of a link that names where it leads, and says nothing of the subject. */
const MAX_LINK = 12

/** A link that stands alone beside other things, to a recording or the next page, is for the notes. */
function withoutLoneLinks(items: readonly Item[]): Item[] {
  const isLone = ({ type, source }: Item) => (type === 'prose' || type === 'list') && isLink(source)
  return items.every(isLone)
    ? [...items]
    : items.map(item => isLone(item) ? { type: 'aside', source: item.source } : item)
}

function isLink(node: RootContent): boolean {
  if (node.type !== 'paragraph')
    return 'children' in node && node.children.length === 1 && isLink(node.children[0]!)
  const shown = node.children.filter(child => toString(child).trim())
  return shown.length === 1 && shown[0]!.type === 'link' && numberOfWords(toString(node)) <= MAX_LINK
}

/** The items of blocks. Nothing is omitted: what has no place on a slide is prose or an aside. */
function itemsOf(blocks: readonly RootContent[], context: ItemContext): Item[] {
  return blocks.flatMap((node, i) => itemsOfBlock(leadsTo(node, blocks[i + 1]), context))
}

/** What goes on without a sign in a list, or in code, leads to it. */
function leadsTo(node: RootContent, next: RootContent | undefined): RootContent {
  const isLead = node.type === 'paragraph' && (next?.type === 'list' || next?.type === 'code')
    && node.children.at(-1)?.type === 'text' && /\p{Ll}\s+\p{L}+\s*$/u.test(toString(node))
  return isLead ? { ...node, children: [...node.children, { type: 'text', value: ':' }] } : node
}

function itemsOfBlock(node: RootContent, context: ItemContext): Item[] {
  switch (node.type) {
    case 'paragraph':
      return node.data?.notesOnly ? [{ type: 'aside', source: node }] : paragraphItems(node, context)
    case 'heading':
      return paragraphItems(asParagraph(node), context)
    case 'list':
      return node.data?.notesOnly ? [{ type: 'aside', source: node }] : listItems(node, context)
    case 'code':
      return node.data?.notesOnly
        ? [{ type: 'aside', source: node }]
        : [{ type: 'visual', source: node, block: codeBlock(node) }]
    case 'math':
      return node.value.trim() ? [{ type: 'visual', source: node, block: { type: 'math', value: node.value } }] : []
    case 'table':
      return tableItems(node)
    case 'blockquote':
      return quoteItems(node, context)
    case 'missingFigure':
      return [{ type: 'visual', source: node, block: { type: 'missing', alt: node.alt } }]
    case 'admonition':
      return admonitionItems(node, context)
    case 'tab': {
      const title: PhrasingContent[] = [{ type: 'text', value: node.label }]
      return [{ type: 'part', source: node, title, question: false, items: sectionItems(node.children, context) }]
    }
    default:
      return 'children' in node ? itemsOf(node.children as RootContent[], context) : []
  }
}

function asParagraph({ data, children }: Heading): Paragraph {
  return { type: 'paragraph', data, children: [{ type: 'strong', children }] }
}

function paragraphItems(node: Paragraph, { language }: ItemContext): Item[] {
  const images = nodesOfType(node, 'image').map(image => imageItem(node, image))
  const children = images.length ? withoutImages(node.children) : node.children
  const text = toString({ type: 'paragraph', children }).trim()
  if (!text)
    return images
  const source: Paragraph = { ...node, children }
  const chain = chainOf(text)
  if (chain)
    return [{ type: 'visual', source, block: chain }, { type: 'aside', source }, ...images]
  if (isAttribution(text) || isTemplate(text) || leadsToTranslations(node))
    return [{ type: 'aside', source }, ...images]
  const sentences = resolveReferences(sentencesOf(children, language))
  return [{ type: 'prose', source, sentences, words: numberOfWords(text) }, ...images]
}

/** Whether a text is only what the program that showed the document would have put something else for. */
function isTemplate(text: string): boolean {
  return /\{\{[^{}]+\}\}/.test(text) && !/[\p{L}\p{N}]/u.test(text.replace(/\{\{[^{}]+\}\}/g, ''))
}

function imageItem(node: Paragraph, image: Image): Item {
  const link = nodesOfType(node, 'link').find(link => nodesOfType(link, 'image').includes(image))?.url
  if (isOrnament(image))
    return { type: 'aside', source: ornamentNote(image, link, node.data?.lines) }
  return {
    type: 'visual',
    source: { ...image, data: { ...image.data, lines: node.data?.lines } },
    block: { type: 'image', image, link },
  }
}

function listItems(node: List, context: ItemContext): Item[] {
  if (isSimple(node)) {
    const { bullets, complete } = listBullets(node, context.language)
    return bullets.length ? [{ type: 'list', source: node, bullets, complete }] : []
  }
  const start = node.start ?? 1
  return node.children.flatMap((item, i) => {
    const items = itemsOf(item.children, context)
    const [first] = items
    if (first?.type === 'prose')
      first.step = { number: node.ordered ? start + i : undefined }
    return items
  })
}

/** Whether a list holds only text, at any depth. */
function isSimple(node: List): boolean {
  return node.children.every((item: ListItem) => item.children.every(child =>
    child.type === 'list'
      ? isSimple(child)
      : child.type === 'paragraph' && !child.data?.notesOnly && nodesOfType(child, 'image').length === 0))
}

function tableItems(node: Table): Item[] {
  const images = nodesOfType(node, 'image').map((image): Item =>
    ({ type: 'visual', source: node, block: { type: 'image', image } }))
  const rows = node.children.map(row => ({
    ...row,
    children: row.children.map(cell => ({ ...cell, children: withoutImages(cell.children) })),
  }))
  if (!rows.length)
    return images
  return [{ type: 'visual', source: node, block: { type: 'table', align: node.align ?? [], rows } }, ...images]
}

function quoteItems(node: Blockquote, context: ItemContext): Item[] {
  const isOnlyText = node.children.every(child =>
    child.type === 'paragraph' && nodesOfType(child, 'image').every(isOrnament))
  if (!isOnlyText)
    return itemsOf(node.children, context)
  const ornaments = node.children.flatMap(child =>
    nodesOfType(child, 'image').map(image => imageItem(child as Paragraph, image)))
  const sentences = node.children.flatMap(child =>
    sentencesOf(withoutImages((child as Paragraph).children), context.language))
  return [...sentences.length ? [{ type: 'quote', source: node, sentences } as const] : [], ...ornaments]
}

/** Kinds of admonitions that get slides of their own. */
const OWN_SLIDES = new Set<Admonition['kind']>(['exercise', 'solution', 'summary', 'objectives', 'question'])

function admonitionItems(node: Admonition, context: ItemContext): Item[] {
  if (node.kind === 'instructor')
    return [{ type: 'aside', source: node }]
  const items = sectionItems(node.children, context)
  const title = context.titleOf(node)
  const question = title.endsWith('?')
  if (!question && !OWN_SLIDES.has(node.kind) && items.every(({ type }) => type !== 'part'))
    return [{ type: 'callout', source: node, items }]
  return [{ type: 'part', source: node, title: [{ type: 'text', value: title }], question, items }]
}
