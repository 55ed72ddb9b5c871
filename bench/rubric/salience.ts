import type { Nodes, Paragraph, RootContent } from 'mdast'
import type { Admonition, SourceDocument } from '../../src/generate/document.ts'
import { toString } from 'mdast-util-to-string'
import { SKIP, visit } from 'unist-util-visit'
import { cleanTree } from '../../src/generate/clean.ts'
import { planLectures } from '../../src/generate/plan-lectures.ts'
import { sentencesOf } from '../../src/generate/text/sentences.ts'
import { contentWords, numberOfWords } from '../../src/generate/text/words.ts'

export interface Salience {
  /** Share of the words of the human key points that stand on the slides. */
  chosen: number
  /** The same share for as many words of first sentences. */
  first: number
}

const SUMMARY_HEADING = /^(?:key ?points|summary|recap|takeaways?)$/i
/** Fewer different words of key points say too little of a document. */
const MIN_WORDS = 8

/**
 * How much of a document's own key points the sentences recall that were chosen for what they say.
 * The key points are taken out before; first sentences are taken from the same prose, as many as have as many words.
 * Undefined for a document without key points.
 */
export function salienceOf(document: SourceDocument): Salience | undefined {
  const { points, rest } = takeKeyPoints(document.root.children)
  const wanted = new Set(contentWords(points.join(' ')))
  if (wanted.size < MIN_WORDS)
    return undefined
  const reduced = { ...document, root: { ...document.root, children: rest } }
  const chosen = centralSentences(reduced)
  const words = chosen.reduce((sum, text) => sum + numberOfWords(text), 0)
  return { chosen: recall(wanted, chosen), first: recall(wanted, firstSentences(reduced, words)) }
}

/** The texts of key points, and the document without them and without its objectives and questions. */
function takeKeyPoints(nodes: readonly RootContent[]): { points: string[], rest: RootContent[] } {
  const points: string[] = []
  const rest = nodes.filter((node) => {
    if (node.type !== 'admonition')
      return true
    if (node.kind === 'objectives' || node.kind === 'question')
      return false
    if (node.kind !== 'summary' && !SUMMARY_HEADING.test(node.title ?? ''))
      return true
    points.push(textOf(node))
    return false
  })
  return { points, rest }
}

/** The sentences on slides that stand for the whole document. */
function centralSentences(document: SourceDocument): string[] {
  return planLectures(document, { split: 'lecture' })
    .flatMap(({ slides }) => slides.flatMap(({ candidates }) => candidates))
    .filter(({ chosen, central }) => chosen && central)
    .map(({ text }) => text)
}

function textOf(node: Admonition): string {
  const parts: string[] = []
  visit(node as Nodes, 'paragraph', (paragraph: Paragraph) => void parts.push(toString(paragraph)))
  return parts.join(' ')
}

function recall(wanted: ReadonlySet<string>, texts: readonly string[]): number {
  const found = new Set(texts.flatMap(contentWords))
  return [...wanted].filter(word => found.has(word)).length / wanted.size
}

/** First sentences of paragraphs, section by section in turns, as many as have `budget` words. */
function firstSentences(document: SourceDocument, budget: number): string[] {
  const sections: string[][] = [[]]
  for (const node of cleanTree(document.root).children) {
    if (node.type === 'heading' || node.type === 'admonition')
      sections.push([])
    sections.at(-1)!.push(...leads(node))
  }
  const taken: string[] = []
  let words = 0
  for (let i = 0; words < budget && sections.some(section => i < section.length); i++) {
    for (const section of sections) {
      const sentence = section[i]
      if (sentence === undefined || words >= budget)
        continue
      taken.push(sentence)
      words += numberOfWords(sentence)
    }
  }
  return taken
}

function leads(node: RootContent): string[] {
  const found: string[] = []
  visit(node as Nodes, (child: Nodes) => {
    if (child.type === 'list' || child.type === 'table')
      return SKIP
    const [first] = child.type === 'paragraph' ? sentencesOf(child.children) : []
    if (first)
      found.push(first.plain)
  })
  return found
}
