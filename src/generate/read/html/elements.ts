import type { Element } from 'hast'
import type { Handle, State } from 'hast-util-to-mdast'
import type { Blockquote, RootContent } from 'mdast'
import { defaultHandlers } from 'hast-util-to-mdast'
import { admonitionOf, foldOf } from './admonition-elements.ts'
import { codeOf, nameCode } from './code-elements.ts'
import { partsOfTable } from './code-tables.ts'
import { classesOf, findElement, ignore, lineOf } from './find-elements.ts'
import { formula } from './formulas.ts'
import { tabsOf } from './tabs.ts'

/** How elements of pages become nodes of Markdown where the library's own way does not tell enough. */
export const elementHandlers: Record<string, Handle> = {
  pre: codeOf,
  div: container,
  aside: container,
  section: container,
  blockquote: (state, node) => admonitionOf(state, node) ?? quote(state, node),
  details: foldOf,
  span: formula,
  math: formula,
  iframe: embedded,
  embed: embedded,
  figure,
  table,
  u: (state, node) => state.all(node) as never,
  mark: (state, node) => state.all(node) as never,
}

function blocksOf(state: State, node: Element): RootContent[] {
  return state.toFlow(state.all(node)) as RootContent[]
}

function quote(state: State, node: Element): Blockquote {
  const result: Blockquote = { type: 'blockquote', children: blocksOf(state, node) as Blockquote['children'] }
  state.patch(node, result)
  return result
}

function container(state: State, node: Element): RootContent[] {
  nameCode(node)
  const tabs = tabsOf(state, node)
  if (tabs)
    return tabs
  const formulas = classesOf(node).includes('katex-display') ? formula(state, node) : undefined
  const result = formulas ?? admonitionOf(state, node)
  return result ? [result].flat() as RootContent[] : blocksOf(state, node)
}

/** A page inside the page becomes a link to it. */
function embedded(state: State, { properties, position }: Element): RootContent | undefined {
  const url = String(properties.src ?? properties.dataSrc ?? '')
  if (!url)
    return undefined
  const text = String(properties.title ?? '').trim() || url
  return { type: 'link', url: state.resolve(url), title: null, children: [{ type: 'text', value: text }], position }
}

/** A table below its caption. */
function table(state: State, node: Element): RootContent[] {
  const caption = findElement(node, child => child.tagName === 'caption', 1)
  const above = caption ? blocksOf(state, caption) : []
  const below = partsOfTable(state, node) ?? defaultHandlers.table(state, node)
  return [...above, ...[below ?? []].flat() as RootContent[]]
}

/** A picture without an alternative text has its caption for one. */
function figure(state: State, node: Element): RootContent[] {
  const image = findElement(node, child => child.tagName === 'img', 4)
  const caption = findElement(node, child => child.tagName === 'figcaption', 3)
  const isSaid = !image?.properties.alt || (caption && image.properties.alt === lineOf(caption))
  if (image && caption && isSaid && !findElement(caption, child => child.tagName === 'a', 5)) {
    image.properties.alt = lineOf(caption)
    ignore(caption)
  }
  return blocksOf(state, node)
}
