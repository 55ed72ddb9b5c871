import type { SourceDocument } from '../document.ts'
import { Parser } from 'htmlparser2'
import { createMarkdownExit } from 'markdown-exit'

/** What a document says, read by parsers that the generator does not read it with. */
export interface SecondReading {
  sentences: string[]
  /** Lines of code that are not blank. */
  code: string[]
}

const markdown = createMarkdownExit({ html: true })

/** Reads a document again, as a browser would show it; undefined for plain text, which has no marks to misread. */
export function readAgain({ format, text, language = 'en' }: SourceDocument): SecondReading | undefined {
  switch (format) {
    case 'html':
      return readPage(text, language)
    case 'markdown':
      return readPage(markdown.render(text.replace(/^---\n[\s\S]*?\n---\n/, '')), language)
    default:
      return undefined
  }
}

/** Elements that show no text. */
const SILENT = new Set(['head', 'script', 'style', 'noscript', 'template', 'svg', 'button', 'select', 'math'])
/** Elements inside of a line. */
const INLINE = new Set([
  ...['a', 'abbr', 'b', 'bdi', 'bdo', 'cite', 'code', 'data', 'del', 'dfn', 'em', 'font', 'i', 'ins', 'kbd', 'label'],
  ...['mark', 'q', 's', 'samp', 'small', 'span', 'strike', 'strong', 'sub', 'sup', 'time', 'tt', 'u', 'var', 'wbr'],
])

function readPage(html: string, language: string): SecondReading {
  const blocks: string[] = []
  const code: string[] = []
  let text = ''
  let silent = 0
  let depthOfCode = 0
  const endBlock = () => {
    if (depthOfCode)
      code.push(...text.replace(/\t/g, '    ').split('\n').filter(line => line.trim()))
    else if (text.trim())
      blocks.push(text.replace(/\s+/g, ' ').trim())
    text = ''
  }
  const boundary = (name: string) => {
    if (!INLINE.has(name) && !depthOfCode)
      endBlock()
  }
  const parser = new Parser({
    onopentag(name) {
      boundary(name)
      if (name === 'br')
        text += '\n'
      if (name === 'pre') {
        endBlock()
        depthOfCode++
      }
      silent += Number(SILENT.has(name))
    },
    ontext(part) {
      if (!silent)
        text += part
    },
    onclosetag(name) {
      silent -= Number(SILENT.has(name))
      if (name === 'pre') {
        endBlock()
        depthOfCode--
      }
      boundary(name)
    },
  })
  parser.end(html)
  endBlock()
  return { sentences: blocks.flatMap(block => sentencesOf(block, language)), code }
}

function sentencesOf(block: string, language: string): string[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' })
  return Array.from(segmenter.segment(block), ({ segment }) => segment.trim())
}
