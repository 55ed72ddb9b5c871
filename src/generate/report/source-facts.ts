import type { Nodes, Paragraph, PhrasingContent } from 'mdast'
import type { AdmonitionKind, SourceDocument } from '../document.ts'
import { toString } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import { cleanTree } from '../clean.ts'
import { headingText } from '../sections.ts'
import { sentencesOf } from '../text/sentences.ts'
import { countWords, lettersOf } from '../text/words.ts'

/** What a document holds, and must not be lost. */
export interface SourceFacts {
  /** Sentences as people read them, with their lines. */
  sentences: { text: string, line?: number }[]
  /** Lines of code that are not blank. */
  code: string[]
  images: string[]
  /** Addresses of links to other hosts. */
  links: string[]
  admonitions: { kind: AdmonitionKind, title?: string }[]
  headings: string[]
  /** Words of prose. */
  words: number
}

/** Counts what the reader has found in a document. */
export function sourceFacts(document: SourceDocument, language = 'en'): SourceFacts {
  const { children, footnotes } = cleanTree(document.root)
  const facts: SourceFacts = { sentences: [], code: [], images: [], links: [], admonitions: [], headings: [], words: 0 }
  const add = (nodes: readonly PhrasingContent[], line?: number) => {
    for (const { plain, words } of sentencesOf(nodes, language)) {
      facts.words += words
      if (lettersOf(plain))
        facts.sentences.push({ text: plain, line })
    }
  }
  const see = (node: Nodes) => {
    const line = node.data?.lines?.[0]
    switch (node.type) {
      case 'heading':
        if (headingText(node))
          facts.headings.push(headingText(node))
        break
      case 'paragraph': case 'tableCell':
        add(withoutImages((node as Paragraph).children), line)
        break
      case 'code':
        facts.code.push(...node.value.replace(/\t/g, '    ').split('\n').filter(text => text.trim()))
        break
      case 'image':
        facts.images.push(node.url)
        break
      case 'missingFigure':
        facts.images.push(node.alt)
        break
      case 'link':
        if (/^https?:\/\//i.test(node.url) && toString(node).trim())
          facts.links.push(node.url)
        break
      case 'admonition':
        facts.admonitions.push({ kind: node.kind, title: node.title })
    }
  }
  for (const node of [...children, ...footnotes.values()])
    visit(node as Nodes, see)
  facts.headings = facts.headings.filter(heading => countWords(heading) > 0 || lettersOf(heading))
  return facts
}

function withoutImages(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  return nodes.flatMap((node): PhrasingContent[] => node.type === 'image' ? [] : 'children' in node ? [{ ...node, children: withoutImages(node.children) } as PhrasingContent] : [node])
}
