import type { Nodes } from 'mdast'
import { toString } from 'mdast-util-to-string'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { scanMarkdown } from '../../markdown/fences.ts'
import { parseSlides } from '../../slidev/contract/source.ts'
import { lettersOf, numberOfWords } from '../text/words.ts'
import { WORD_JOINER } from '../write/markdown.ts'

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMath).freeze()

/** What a reader finds on a slide, read from the Markdown that was written. */
export interface SlideFacts {
  title: string
  layout?: string
  /** Words of the body: no title, no code, no tables. */
  words: number
  bullets: string[]
  /** Sentences and bullets of the body. */
  lines: string[]
  code: { language: string, lines: string[] }[]
  /** Lines of code in the notes. */
  listings: string[]
  images: string[]
  tables: number
  links: string[]
  callouts: string[]
  /** Other things that are shown: formulas, diagrams. */
  drawn: number
  /** Letters of body, title, and notes. */
  letters: string
}

/** Facts of every slide of a lecture's file. */
export function readSlideFacts(markdown: string): SlideFacts[] {
  return parseSlides(markdown, 'lecture.md').map(({ content, note = '', frontmatter }) => {
    const layout = typeof frontmatter.layout === 'string' ? frontmatter.layout : undefined
    return { layout, ...slideFacts(content, note) }
  })
}

function slideFacts(content: string, note: string): SlideFacts {
  const { markdown, callouts } = withoutBlockMarks(content)
  const root = parser.parse(markdown)
  const notes = parser.parse(note)
  const facts: SlideFacts = {
    title: '',
    words: 0,
    bullets: [],
    lines: [],
    code: [],
    listings: [],
    images: [],
    tables: 0,
    links: [],
    callouts,
    drawn: 0,
    letters: lettersOf(`${blocksText(root)} ${blocksText(notes)}`),
  }
  visit(root, (node: Nodes, _, parent) => addFact(facts, node, parent?.type === 'listItem'))
  visit(notes, 'link', ({ url }) => void facts.links.push(url))
  visit(notes, 'code', ({ value }) => void facts.listings.push(...value.replaceAll(WORD_JOINER, '').split('\n')))
  return facts
}

function addFact(facts: SlideFacts, node: Nodes, isBullet: boolean): void {
  switch (node.type) {
    case 'heading':
      facts.title ||= toString(node, { includeImageAlt: false, includeHtml: false })
      break
    case 'paragraph':
      addLine(facts, toString(node, { includeImageAlt: false, includeHtml: false }).trim(), isBullet)
      break
    case 'code':
      facts.drawn += Number(node.lang === 'stack' || node.lang === 'mermaid')
      facts.code.push({ language: node.lang ?? '', lines: node.value.split('\n') })
      break
    case 'math':
      facts.drawn++
      break
    case 'image':
      facts.images.push(node.url)
      break
    case 'link':
      facts.links.push(node.url)
      break
    case 'table':
      facts.tables++
  }
}

function addLine(facts: SlideFacts, text: string, isBullet: boolean): void {
  if (isBullet)
    facts.bullets.push(text)
  if (!text)
    return
  facts.lines.push(text)
  // In brackets stands the description of a picture that is not there.
  if (!/^\[[^\]]*\]$/.test(text))
    facts.words += numberOfWords(text)
}

/** Markdown without the marks of blocks and slots: a question's title is a heading, a callout's a paragraph. */
function withoutBlockMarks(content: string): { markdown: string, callouts: string[] } {
  const callouts: string[] = []
  const { lines, isText } = scanMarkdown(content)
  const plain = lines.map((line, i) => {
    if (!isText[i])
      return line
    const question = /^:::question(?: *\{[^}]*\})?( .*)?$/.exec(line)
    if (question)
      return `# ${asText(question[1] ?? '')}`
    const [, kind, title = ''] = /^:::([a-z]+)( .*)?$/.exec(line) ?? []
    if (!kind)
      return line.replace(/^(?::::|::[a-z]+::)$/, '')
    callouts.push(kind)
    return title.trim() ? `\n${asText(title)}\n` : ''
  })
  return { markdown: plain.join('\n'), callouts }
}

/** A title of a block, in which `<` is text, as Markdown. */
function asText(title: string): string {
  return title.trim().replaceAll('<', '\\<')
}

/** Text of all blocks, with code and pictures' descriptions. */
function blocksText(root: Nodes): string {
  const parts: string[] = []
  visit(root, (node: Nodes) => {
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell')
      parts.push(toString(node, { includeHtml: false }))
    else if (node.type === 'code' || node.type === 'math')
      parts.push(node.value)
  })
  return parts.join('\n')
}
