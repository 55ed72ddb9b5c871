import type { Nodes } from 'mdast'
import { parseSync } from '@slidev/parser'
import { toString } from 'mdast-util-to-string'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { countWords, lettersOf } from '../text/words.ts'

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
  images: string[]
  tables: { rows: number, columns: number }[]
  links: string[]
  callouts: string[]
  question: boolean
  /** Other things that are shown: formulas, diagrams. */
  drawn: number
  /** Letters of body, title, and notes. */
  letters: string
  notes: string
}

/** Facts of every slide of a lecture's file. */
export function deckFacts(markdown: string): SlideFacts[] {
  return parseSync(markdown, 'lecture.md').slides.map(({ content, note = '', frontmatter }) => slideFacts(content, note, typeof frontmatter.layout === 'string' ? frontmatter.layout : undefined))
}

function slideFacts(content: string, note: string, layout: string | undefined): SlideFacts {
  const callouts: string[] = []
  let question = false
  const markdown = outsideFences(content, line => line
    .replace(/^:::question(?: *\{[^}]*\})?( .*)?$/, (_, title = '') => {
      question = true
      return `# ${title.trim()}`
    })
    .replace(/^:::([a-z]+)( .*)?$/, (_, kind: string, title = '') => {
      callouts.push(kind)
      return title.trim() ? `\n${title.trim()}\n` : ''
    })
    .replace(/^(?::::|::[a-z]+::)$/, ''))
  const facts: SlideFacts = { title: '', layout, words: 0, bullets: [], lines: [], code: [], images: [], tables: [], links: [], callouts, question, drawn: 0, letters: '', notes: note }
  const root = parser.parse(markdown)
  visit(root, (node: Nodes, _, parent) => {
    if (node.type === 'heading' && !facts.title) {
      facts.title = toString(node, { includeImageAlt: false, includeHtml: false })
    }
    else if (node.type === 'paragraph') {
      const text = toString(node, { includeImageAlt: false, includeHtml: false }).trim()
      if (parent?.type === 'listItem')
        facts.bullets.push(text)
      if (text) {
        facts.lines.push(text)
        facts.words += countWords(text)
      }
    }
    else if (node.type === 'code') {
      if (node.lang === 'stack' || node.lang === 'mermaid')
        facts.drawn++
      facts.code.push({ language: node.lang ?? '', lines: node.value.split('\n') })
    }
    else if (node.type === 'math') {
      facts.drawn++
    }
    else if (node.type === 'image') {
      facts.images.push(node.url)
    }
    else if (node.type === 'link') {
      facts.links.push(node.url)
    }
    else if (node.type === 'table') {
      facts.tables.push({ rows: node.children.length, columns: node.children[0]?.children.length ?? 0 })
    }
  })
  const notes = parser.parse(note)
  visit(notes, 'link', node => void facts.links.push(node.url))
  facts.letters = lettersOf(`${blocksText(root)} ${blocksText(notes)}`)
  return facts
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

function outsideFences(markdown: string, change: (line: string) => string): string {
  let fence = ''
  return markdown.split('\n').map((line) => {
    const mark = /^(`{3,}|~{3,})/.exec(line)?.[1]
    if (fence) {
      if (mark?.startsWith(fence))
        fence = ''
      return line
    }
    if (mark) {
      fence = mark
      return line
    }
    return change(line)
  }).join('\n')
}
