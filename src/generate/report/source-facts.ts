import type { Nodes, Paragraph, TableCell } from 'mdast'
import type { AdmonitionKind, SourceDocument } from '../document.ts'
import { toString } from 'mdast-util-to-string'
import { SKIP, visit } from 'unist-util-visit'
import { cleanTree } from '../clean.ts'
import { withoutImages } from '../nodes.ts'
import { headingText } from '../sections.ts'
import { sentencesOf } from '../text/sentences.ts'
import { lettersOf, numberOfWords } from '../text/words.ts'

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

/** What the reader has found in a document. */
export function sourceFacts(document: SourceDocument): SourceFacts {
  const { children, footnotes } = cleanTree(document.root)
  const facts: SourceFacts = {
    sentences: [],
    code: [],
    images: [],
    links: [],
    admonitions: [],
    headings: [],
    words: 0,
  }
  for (const node of [...children, ...footnotes.values()]) {
    visit(node as Nodes, (node: Nodes) => {
      if (node.type === 'admonition' && node.kind === 'instructor') {
        // It is all in the notes, code and pictures too.
        visit(node as Nodes, 'paragraph', (paragraph: Paragraph) => addSentences(facts, paragraph))
        return SKIP
      }
      addFact(facts, node)
    })
  }
  return facts
}

function addFact(facts: SourceFacts, node: Nodes): void {
  switch (node.type) {
    case 'heading':
      if (numberOfWords(headingText(node)) || lettersOf(headingText(node)))
        facts.headings.push(headingText(node))
      break
    case 'paragraph':
    case 'tableCell':
      addSentences(facts, node)
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

function addSentences(facts: SourceFacts, { children, data }: Paragraph | TableCell): void {
  for (const { plain, words } of sentencesOf(withoutImages(children))) {
    facts.words += words
    if (lettersOf(plain))
      facts.sentences.push({ text: plain, line: data?.lines?.[0] })
  }
}
