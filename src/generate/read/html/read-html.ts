import type { Element, Root } from 'hast'
import type { LeftOut, SourceDocument } from '../../document.ts'
import { toText } from 'hast-util-to-text'
import { toString } from 'mdast-util-to-string'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { contentOf } from './content.ts'
import { dropAround, mainContent } from './main-content.ts'

const pages = unified().use(rehypeParse).freeze()

/** Reads a page: its main content, without what is around it. */
export function readHtml(file: string, text: string): Omit<SourceDocument, 'format'> {
  const tree = pages.parse(text) as Root
  const leftOut: LeftOut[] = []
  const head = readHead(tree)
  const main = mainContent(tree)
  const content: Root = { type: 'root', children: main.type === 'root' ? main.children : [main] }
  leaveOutRest(tree, main, leftOut)
  dropAround(content, leftOut)
  const last = text.split('\n').length
  const root = { type: 'root', children: contentOf(content, 1, last, leftOut) } satisfies SourceDocument['root']
  const h1 = root.children.find(node => node.type === 'heading' && node.depth === 1)
  return { file, text, ...head, title: (h1 && toString(h1)) || head.title, root, leftOut: leftOut.sort((a, b) => a.lines[0] - b.lines[0]) }
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

function describe(head: Head, name: string, content: string): void {
  if (name === 'description' || name === 'og:description')
    head.description ??= content
  else if (name === 'author' || name === 'article:author')
    head.author ??= content
  else if (/^(?:date|article:published_time|dcterms\.date|dc\.date)$/.test(name))
    head.date ??= content.slice(0, 10)
  else if (name === 'og:title')
    head.title ??= content
}

/** One entry for each part of the page that has text and does not hold the content. */
function leaveOutRest(tree: Root, main: Root | Element, leftOut: LeftOut[]): void {
  const holders = new Set<Root | Element>()
  const climb = (node: Root | Element): boolean => {
    const holds = node === main || node.children.some(child => child.type === 'element' && climb(child))
    if (holds)
      holders.add(node)
    return holds
  }
  climb(tree)
  for (const holder of holders) {
    if (holder === main)
      continue
    for (const child of holder.children) {
      if (child.type === 'element' && holders.has(child))
        continue
      const what = child.type === 'comment' ? `<!--${child.value}-->` : child.type === 'element' || child.type === 'text' ? toText(child).trim() : ''
      if (what)
        leftOut.push({ lines: [child.position?.start.line ?? 1, child.position?.end.line ?? 1], what, why: 'part of the page around the text' })
    }
  }
}
