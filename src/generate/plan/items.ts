import type { Blockquote, Code, Heading, Image, List, ListItem, Paragraph, PhrasingContent, RootContent, Strong, Table } from 'mdast'
import type { Admonition, MissingFigure } from '../document.ts'
import type { Sentence } from '../text/sentences.ts'
import type { Block, Bullet } from './slide.ts'
import { toString } from 'mdast-util-to-string'
import { findAll } from '../clean.ts'
import { sentencesOf } from '../text/sentences.ts'
import { countWords } from '../text/words.ts'
import { chainOf } from './chain.ts'
import { shikiLanguage } from './languages.ts'
import { listBullets } from './lists.ts'
import { offerStacks } from './offer-stack.ts'

/** An item of a list that holds more than text: what it begins with is a bullet. */
export interface Step {
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

export interface ItemContext {
  language: string
  titleOf: (node: Admonition) => string
}

/** The items of a section's or a container's blocks; a paragraph that is only a few bold words is a heading to its author. */
export function sectionItems(blocks: readonly RootContent[], context: ItemContext): Item[] {
  const starts = blocks.flatMap((node, i) => node.type === 'heading' || (isBoldHeading(node) && i + 1 < blocks.length && !isBoldHeading(blocks[i + 1]!)) ? [i] : [])
  const [first] = starts
  if (first === undefined)
    return offerStacks(itemsOf(blocks, context))
  const parts = starts.map((start, i): Item => {
    const node = blocks[start] as Heading | Paragraph
    const title = node.type === 'heading' ? node.children : (node.children[0] as Strong).children
    return { type: 'part', source: node, title, question: toString(node).trim().endsWith('?'), items: offerStacks(itemsOf(blocks.slice(start + 1, starts[i + 1]), context)) }
  })
  return [...offerStacks(itemsOf(blocks.slice(0, first), context)), ...parts]
}

function isBoldHeading(node: RootContent): boolean {
  if (node.type === 'heading')
    return true
  if (node.type !== 'paragraph' || node.children.length !== 1 || node.children[0]!.type !== 'strong')
    return false
  const text = toString(node).trim()
  return countWords(text) <= 9 && /[\p{L}\p{N}?)]$/u.test(text) && findAll(node, 'image').length === 0
}

/** The items of blocks. Nothing is left out: what has no place on a slide is prose or an aside. */
export function itemsOf(blocks: readonly RootContent[], context: ItemContext): Item[] {
  return blocks.flatMap((node): Item[] => {
    switch (node.type) {
      case 'paragraph': return node.data?.notesOnly ? [{ type: 'aside', source: node }] : paragraphItems(node, context)
      case 'heading': return paragraphItems(asParagraph(node), context)
      case 'list': return listItems(node, context)
      case 'code': return [{ type: 'visual', source: node, block: (/^(?:text|txt)?$/.test(node.lang ?? '') && chainOf(node.value.trim())) || codeBlock(node) }]
      case 'math': return node.value.trim() ? [{ type: 'visual', source: node, block: { type: 'math', value: node.value } }] : []
      case 'table': return tableItems(node)
      case 'blockquote': return quoteItems(node, context)
      case 'missingFigure': return [{ type: 'visual', source: node, block: { type: 'missing', alt: (node as MissingFigure).alt } }]
      case 'admonition': return admonitionItems(node, context)
      case 'tab': return [{ type: 'part', source: node, title: [{ type: 'text', value: node.label }], question: false, items: sectionItems(node.children, context) }]
      default: return 'children' in node ? itemsOf(node.children as RootContent[], context) : []
    }
  })
}

function asParagraph(node: Heading): Paragraph {
  return { type: 'paragraph', data: node.data, children: [{ type: 'strong', children: node.children }] }
}

function paragraphItems(node: Paragraph, { language }: ItemContext): Item[] {
  const images: Item[] = findAll(node, 'image').map(image => ({ type: 'visual', source: { ...image, data: { ...image.data, lines: node.data?.lines } }, block: { type: 'image', image, link: linkAround(node, image) } }))
  const children = images.length ? withoutImages(node.children) : node.children
  const text = toString({ type: 'paragraph', children }).trim()
  if (!text)
    return images
  const source: Paragraph = { ...node, children }
  const chain = chainOf(text)
  const sentences = sentencesOf(children, language)
  const prose: Item = { type: 'prose', source, sentences, words: countWords(text) }
  if (chain)
    return [{ type: 'visual', source, block: chain }, { type: 'aside', source }, ...images]
  return [prose, ...images]
}

function linkAround(node: Paragraph, image: Image): string | undefined {
  return findAll(node, 'link').find(link => findAll(link, 'image').includes(image))?.url
}

function withoutImages(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return nodes.flatMap((node): PhrasingContent[] => {
    if (node.type === 'image')
      return []
    if (!('children' in node))
      return [node]
    const children = withoutImages(node.children)
    return children.length ? [{ ...node, children } as PhrasingContent] : []
  })
}

function listItems(node: List, context: ItemContext): Item[] {
  if (isSimple(node)) {
    const { bullets, complete } = listBullets(node, context.language)
    return bullets.length ? [{ type: 'list', source: node, bullets, complete }] : []
  }
  const start = node.start ?? 1
  return node.children.flatMap((item, i) => {
    const items = itemsOf(item.children, context)
    const number = node.ordered ? start + i : undefined
    const first = items[0]
    if (first?.type === 'prose')
      first.step = { number }
    return items
  })
}

/** Whether a list holds only text, at any depth. */
function isSimple(node: List): boolean {
  return node.children.every((item: ListItem) => item.children.every(child =>
    child.type === 'list' ? isSimple(child) : child.type === 'paragraph' && !child.data?.notesOnly && findAll(child, 'image').length === 0))
}

function codeBlock({ lang, meta, value }: Code): Block {
  const name = /\btitle=(?:"([^"]*)"|'([^']*)'|(\S+))|^\[([^\]]+)\]/.exec(meta ?? '')
  const lines = value.replace(/\r/g, '').split('\n').map(line => line.replace(/\t/g, '    ').trimEnd())
  while (lines.length > 1 && !lines.at(-1)!.trim())
    lines.pop()
  return { type: 'code', language: shikiLanguage(lang), name: name?.slice(1).find(Boolean), lines }
}

function tableItems(node: Table): Item[] {
  const images: Item[] = findAll(node, 'image').map(image => ({ type: 'visual', source: node, block: { type: 'image', image } }))
  const rows = node.children.map(row => ({ ...row, children: row.children.map(cell => ({ ...cell, children: withoutImages(cell.children) })) }))
  return rows.length ? [{ type: 'visual', source: node, block: { type: 'table', align: node.align ?? [], rows } }, ...images] : images
}

function quoteItems(node: Blockquote, context: ItemContext): Item[] {
  const onlyText = node.children.every(child => child.type === 'paragraph' && findAll(child, 'image').length === 0)
  if (!onlyText)
    return itemsOf(node.children, context)
  const sentences = node.children.flatMap(child => sentencesOf((child as Paragraph).children, context.language))
  return sentences.length ? [{ type: 'quote', source: node, sentences }] : []
}

function admonitionItems(node: Admonition, context: ItemContext): Item[] {
  const items = sectionItems(node.children, context)
  const title = context.titleOf(node)
  const ownSlides = node.kind === 'exercise' || node.kind === 'solution' || node.kind === 'summary' || node.kind === 'objectives' || node.kind === 'question' || title.endsWith('?')
  if (ownSlides || items.some(({ type }) => type === 'part'))
    return [{ type: 'part', source: node, title: [{ type: 'text', value: title }], question: title.endsWith('?'), items }]
  return [{ type: 'callout', source: node, items }]
}
