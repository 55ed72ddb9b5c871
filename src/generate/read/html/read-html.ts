import type { Element, Nodes, Root } from 'hast'
import type { Omission, SourceDocument } from '../../document.ts'
import { toText } from 'hast-util-to-text'
import { toString } from 'mdast-util-to-string'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { omit } from '../omit.ts'
import { AROUND_THE_TEXT, omitBoilerplate } from './boilerplate.ts'
import { contentOfTree } from './content.ts'
import { mainContent } from './main-content.ts'
import { readOffice } from './office.ts'
import { hasFormulaProgram, liftFormulas, markFormulas, readPictures } from './tex-formulas.ts'

const pages = unified().use(rehypeParse).freeze()

/** Reads a page: its main content, without what is around it. */
export function readHtml(file: string, text: string): Omit<SourceDocument, 'format'> {
  const tree = pages.parse(text) as Root
  readOffice(tree)
  readPictures(tree)
  if (hasFormulaProgram(text))
    markFormulas(tree)
  const omitted: Omission[] = []
  const head = readHead(tree)
  const main = mainContent(tree)
  const content: Root = { type: 'root', children: main.flatMap(part => part.type === 'root' ? part.children : [part]) }
  omitAround(tree, main, omitted)
  omitBoilerplate(content, omitted)
  const children = contentOfTree(content, [1, text.split('\n').length], omitted)
  liftFormulas({ type: 'root', children })
  const h1 = children.find(node => node.type === 'heading' && node.depth === 1)
  return {
    file,
    text,
    ...head,
    title: (h1 && toString(h1)) || head.title,
    root: { type: 'root', children },
    omitted: omitted.sort((a, b) => a.lines[0] - b.lines[0]),
  }
}

type Head = Pick<SourceDocument, 'title' | 'description' | 'author' | 'date' | 'language'>

function readHead(tree: Root): Head {
  const head: Head = {}
  let pageTitle: string | undefined
  visit(tree, 'element', ({ tagName, properties, children }) => {
    const content = String(properties.content ?? '').trim()
    const name = String(properties.name ?? properties.property ?? '').toLowerCase()
    if (tagName === 'html' && properties.lang)
      head.language ??= String(properties.lang)
    else if (tagName === 'title' && !pageTitle)
      pageTitle = toText({ type: 'root', children }).trim()
    else if (tagName === 'meta' && content)
      describe(head, name, content)
  })
  // Pages put the name of their site after the title.
  head.title = (pageTitle ?? head.title)?.split(/\s+[|·–—»-]\s+/)[0]?.trim() || undefined
  return head
}

const DATE_NAMES = new Set(['date', 'article:published_time', 'dcterms.date', 'dc.date'])

function describe(head: Head, name: string, content: string): void {
  if (name === 'description' || name === 'og:description')
    head.description ??= content
  else if (name === 'author' || name === 'article:author')
    head.author ??= content
  else if (DATE_NAMES.has(name))
    head.date ??= content.slice(0, 10)
  else if (name === 'og:title')
    head.title ??= content
}

/** One entry for each part of the page that has text and does not hold the content. */
function omitAround(tree: Root, main: readonly (Root | Element)[], omitted: Omission[]): void {
  const parts = new Set(main)
  const holders = holdersOf(tree, parts)
  for (const holder of holders) {
    if (parts.has(holder))
      continue
    for (const child of holder.children) {
      const what = child.type === 'element' && holders.has(child) ? '' : shownText(child)
      const { start, end } = child.position ?? { start: { line: 1 }, end: { line: 1 } }
      if (what)
        omit(omitted, [start.line, end.line], what, isProgram(child) ? 'a program or a style' : AROUND_THE_TEXT)
    }
  }
}

function isProgram(node: Nodes): boolean {
  return node.type === 'element' && ['script', 'style', 'noscript', 'template'].includes(node.tagName)
}

/** The nodes in which parts stand, themselves too; inner ones first. */
function holdersOf(tree: Root, parts: ReadonlySet<Root | Element>): Set<Root | Element> {
  const holders = new Set<Root | Element>()
  const climb = (node: Root | Element): boolean => {
    const holds = parts.has(node) || node.children.filter(child => child.type === 'element' && climb(child)).length > 0
    if (holds)
      holders.add(node)
    return holds
  }
  climb(tree)
  return holders
}

function shownText(node: Nodes): string {
  switch (node.type) {
    case 'comment':
      return `<!--${node.value}-->`
    case 'element':
    case 'text':
      return toText(node).trim()
    default:
      return ''
  }
}
