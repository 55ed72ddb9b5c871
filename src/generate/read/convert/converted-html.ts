import type { Root } from 'hast'
import type { Omission, SourceDocument } from '../../document.ts'
import { toString } from 'mdast-util-to-string'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import { contentOfTree } from '../html/content.ts'
import { findElement, findElements, lineOf } from '../html/find-elements.ts'
import { liftFormulas } from '../html/tex-formulas.ts'
import { FootnoteReader } from './footnotes.ts'
import { tidy } from './tidy.ts'

const pages = unified().use(rehypeParse).freeze()

type Head = Pick<SourceDocument, 'title' | 'author' | 'date' | 'description'>
type Read = Head & Pick<SourceDocument, 'named' | 'language' | 'root' | 'omitted'>

/**
 * Reads HTML that a program has made of a document: all of it is the document's, nothing is around it.
 * A `header` at its top tells the title; authors and the date stand in it as `address` and `time`.
 */
export function readConvertedHtml(html: string): Read {
  const tree = pages.parse(html) as Root
  const omitted: Omission[] = []
  const language = findElement(tree, ({ tagName }) => tagName === 'html', 1)?.properties.lang
  const body = findElement(tree, ({ tagName }) => tagName === 'body', 2)
  const content: Root = { type: 'root', children: body?.children ?? tree.children }
  const head = takeHead(content)
  tidy(content, omitted)
  const footnotes = new FootnoteReader(content)
  const lines: [number, number] = [1, html.split('\n').length]
  const children = footnotes.withReferences(contentOfTree(content, lines, omitted), omitted)
  liftFormulas({ type: 'root', children })
  const h1 = children.find(node => node.type === 'heading' && node.depth === 1)
  return {
    title: h1 && toString(h1),
    ...head,
    ...head.title && { named: true as const },
    ...typeof language === 'string' && language && { language },
    root: { type: 'root', children },
    omitted: omitted.sort((a, b) => a.lines[0] - b.lines[0]),
  }
}

/** What the header of the document says, without the header. */
function takeHead(content: Root): Head {
  const index = content.children.findIndex(node => node.type === 'element')
  const header = content.children[index]
  if (header?.type !== 'element' || header.tagName !== 'header')
    return {}
  content.children.splice(index, 1)
  const textOf = (name: string) => findElements(header, ({ tagName }) => tagName === name, 2).map(lineOf).join(', ')
  const found = { title: textOf('h1'), author: textOf('address'), date: textOf('time'), description: textOf('p') }
  return Object.fromEntries(Object.entries(found).filter(([, text]) => text))
}
