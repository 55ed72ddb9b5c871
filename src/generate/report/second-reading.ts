import type { SourceDocument } from '../document.ts'
import { Parser } from 'htmlparser2'
import { createMarkdownExit } from 'markdown-exit'
import { scanMarkdown } from '../../markdown/fences.ts'
import { admonitionKind } from '../read/admonition-words.ts'
import { roleText } from '../read/convert/roles.ts'
import { withoutDialectMarks } from './dialect-marks.ts'

/** What a document says, read by parsers that the generator does not read it with. */
export interface SecondReading {
  /** Headings are among them. */
  sentences: string[]
  headings: string[]
  /** Lines of code that are not blank. */
  code: string[]
}

const markdown = createMarkdownExit({ html: true })

/**
 * Reads a document again, as a browser would show it, one of another format as it was converted; undefined for plain
 * text, which has no marks to misread.
 */
export function readAgain({ format, text, language = 'en' }: SourceDocument): SecondReading | undefined {
  switch (format) {
    case 'text':
      return undefined
    case 'markdown':
    case 'deck':
    case 'notebook':
      return readPage(render(text), { language })
    case 'html':
      return readPage(text, { language })
    default:
      return readPage(text, { language, isConverted: true })
  }
}

/**
 * Reads slides again, each with its front matter and with its notes in a comment; sentences are whole paragraphs.
 * @param withMarks whether marks of other dialects are text, as the document had them in its text
 */
export function readSlidesAgain(slides: readonly string[], withMarks = false): SecondReading {
  const html = slides.map(slide => withMarks ? toHtml(withOpenNotes(slide)) : render(withOpenNotes(slide)))
  return readPage(html.join('\n'), { withAlt: true })
}

/** A slide with its notes as text below it: they stand in its first comment that is not in code. */
function withOpenNotes(slide: string): string {
  const { lines, fences } = scanMarkdown(slide)
  const start = lines.findIndex((line, i) => line === '<!--' && !fences.some(({ start, end }) => i > start && i <= end))
  if (start < 0)
    return slide
  const end = lines.lastIndexOf('-->')
  return lines.filter((_, i) => i !== start && i !== end).join('\n')
}

function render(text: string): string {
  return markdown.render(withoutDialectMarks(withoutHead(text)))
}

function toHtml(text: string): string {
  return markdown.render(withoutHead(text).replace(/^:{3,}[\w-]*(?:\{[^}\n]*\})?|^::[\w-]+::/gm, '\n'))
}

function withoutHead(text: string): string {
  return text.replace(/^(---|\+\+\+)\n(?:[\s\S]*?\n)?\1\n/, '')
}

/** Elements that show no text. */
const SILENT = new Set(['head', 'script', 'style', 'noscript', 'template', 'svg', 'button', 'select', 'math'])
/** Elements inside of a line. */
const INLINE = new Set([
  ...['a', 'abbr', 'b', 'bdi', 'bdo', 'cite', 'code', 'data', 'del', 'dfn', 'em', 'font', 'i', 'ins', 'kbd', 'label'],
  ...['mark', 'q', 's', 'samp', 'small', 'span', 'strike', 'strong', 'sub', 'sup', 'time', 'tt', 'u', 'var', 'wbr'],
])

/** Names of what says nothing of its own: marks that are to be clicked, and the second form of a formula. */
const MARKS = /\b(?:katex-html|mw-editsection|mw-jump-link|tabbed-labels)\b/

/** Whether an element is one of these, or the number of a footnote or of a source, or leads back from one. */
function isMark(tag: string, { class: names = '', role = '' }: Record<string, string>): boolean {
  if (MARKS.test(names) || (tag === 'sup' && /\breference\b/.test(names)))
    return true
  return /\bfootnote-(?:ref|back|backref)\b/.test(names) || /^doc-(?:noteref|backlink)$/.test(role)
}

interface PageOptions {
  /** Of the text, where it is to be divided into sentences. */
  language?: string
  /** Whether what pictures are described with is text. */
  withAlt?: boolean
  /** Whether the page was made of a document, whose authors and date it has in its header. */
  isConverted?: boolean
}

function readPage(html: string, { language, withAlt = false, isConverted = false }: PageOptions): SecondReading {
  const blocks: string[] = []
  const headings: string[] = []
  const code: string[] = []
  let text = ''
  /** For each open element whether it shows no text. */
  const silent: boolean[] = []
  let depthOfCode = 0
  let role: { name: string, start: number } | undefined
  const endBlock = () => {
    if (depthOfCode)
      text.replace(/\t/g, '    ').split('\n').filter(line => line.trim()).forEach(line => code.push(line))
    else if (text.trim() && !admonitionKind(text))
      blocks.push(text.replace(/\s+/g, ' ').trim())
    text = ''
  }
  const boundary = (name: string) => {
    if (!INLINE.has(name) && !depthOfCode)
      endBlock()
  }
  const parser = new Parser({
    onopentag(name, attributes) {
      boundary(name)
      if (name === 'code' && attributes.role)
        role = { name: attributes.role, start: text.length }
      if (name === 'br')
        text += '\n'
      if (withAlt && name === 'img')
        blocks.push(attributes.alt ?? '')
      if (name === 'pre') {
        endBlock()
        depthOfCode++
      }
      const isHead = isConverted && (name === 'address' || name === 'time')
      silent.push(silent.at(-1) || isHead || SILENT.has(name) || isMark(name, attributes))
    },
    ontext(part) {
      if (!silent.at(-1))
        text += part
    },
    onclosetag(name) {
      silent.pop()
      if (name === 'code' && role) {
        text = text.slice(0, role.start) + roleText(role.name, text.slice(role.start)).text
        role = undefined
      }
      if (/^h[1-6]$/.test(name))
        headings.push(text.replace(/\s+/g, ' ').trim())
      if (name === 'pre') {
        endBlock()
        depthOfCode--
      }
      boundary(name)
    },
  })
  parser.end(html)
  endBlock()
  return { sentences: language ? sentencesOf(blocks, language) : blocks, headings, code }
}

function sentencesOf(blocks: readonly string[], language: string): string[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' })
  return blocks.flatMap(block => Array.from(segmenter.segment(block), ({ segment }) => segment.trim()))
}
