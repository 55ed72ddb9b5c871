import type { Nodes, Parents } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { unescapeText } from './unescape.ts'

/** How short a stretch of words may be that still says where it comes from. */
export interface Shortest {
  words: number
  letters: number
}

const MAX_WORDS = 8

/** Words over an end of a sentence come together elsewhere, where slides show sentences of the notes. */
const SENTENCE_END = /\n|[.!?:;][)"'”’]*\s+(?=[\p{Lu}\p{N}])/u

const TAG = /<\/?[a-z](?:"[^"]*"|'[^']*'|[^"'>])*>/gi
const COMMENT = /<!--[\s\S]*?(?:-->|$)/g

/** Tokens that name something elsewhere and are no words: addresses, paths, files, ids. */
const NAMES = [
  /\b[a-z][a-z\d+.-]*:\/\/\S+/gi,
  /\bwww\.\S+/gi,
  /\S[^\s@]*@\S+\.\S+/g,
  /\S*#[\w-]\S*/g,
  /(?:\S*\/){2}\S*|\.{1,2}\/\S*|\S+\.(?:html?|md|xml|json|ya?ml|toml|js|ts|css|svg|png)\b\S*/gi,
  /\w+(?:-\w+){3,}|\w+(?:_\w+){2}/g,
]

/** The words of a text as they are compared: small letters, no signs. */
export function comparedWords(text: string): string[] {
  return text.normalize('NFKC').toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
}

/**
 * Stretches of at most eight words of what Markdown says, each such that a copy of the Markdown holds it in whatever
 * form: of texts that nothing interrupts, neither a mark nor an end of line, and of paragraphs as they are read.
 * What links lead to, HTML and names of files are no proof of anything, and are left out.
 */
export function passages(markdown: string, shortest: Shortest): string[][] {
  const found = new Map<string, string[]>()
  const add = (text: string) => {
    for (const line of text.split(SENTENCE_END)) {
      const words = comparedWords(line)
      // The last stretch reaches back, so that it is no shorter than the others.
      for (let i = 0; i < words.length; i += MAX_WORDS) {
        const part = words.slice(Math.max(0, Math.min(i, words.length - MAX_WORDS)), i + MAX_WORDS)
        if (part.length >= shortest.words && part.join('').length >= shortest.letters)
          found.set(part.join(' '), part)
      }
    }
  }
  const visit = (node: Nodes): void => {
    if ('value' in node)
      add(node.type === 'html' ? withoutTags(node.value, '\n') : withoutNames(node.value))
    if ('alt' in node && node.alt)
      add(node.alt)
    if ('children' in node) {
      // Code stands elsewhere anyway: it does not make a stretch of the few words beside it.
      const isLong = comparedWords(lineText(withoutInlineCode(node))).length >= shortest.words
      if (node.children.length > 1 && isLine(node) && isLong)
        add(withoutNames(lineText(node)))
      node.children.forEach(visit)
    }
  }
  visit(fromMarkdown(markdown))
  return [...found.values()]
}

/** The comments of Markdown or HTML that stand outside of code, and the text without them. */
export function splitComments(markdown: string): { text: string, comments: string[] } {
  if (!markdown.includes('<!--'))
    return { text: markdown, comments: [] }
  const comments: string[] = []
  let text = ''
  let next = 0
  const visit = (node: Nodes): void => {
    if (node.type === 'html') {
      for (const [comment] of node.value.matchAll(COMMENT)) {
        const start = markdown.indexOf(comment, Math.max(next, node.position?.start.offset ?? 0))
        if (start === -1)
          continue
        comments.push(comment.replace(/^<!--|-->$/g, ''))
        text += `${markdown.slice(next, start)}\n`
        next = start + comment.length
      }
    }
    if ('children' in node)
      node.children.forEach(visit)
  }
  visit(fromMarkdown(markdown))
  return { text: text + markdown.slice(next), comments }
}

/**
 * The words of Markdown in each way in which somebody may copy them: as it is written, with all that its links lead to,
 * and as it is read, without HTML, also without code: on paper the text around code can stand together.
 */
export function readingsOf(markdown: string): string[][] {
  const read: string[] = []
  const withoutCode: string[] = []
  const visit = (node: Nodes): void => {
    if ('children' in node && !isLine(node)) {
      node.children.forEach(visit)
      return
    }
    read.push(lineText(node))
    if (node.type !== 'code')
      withoutCode.push(lineText(node))
  }
  visit(fromMarkdown(markdown))
  const written = markdown.includes('<') ? [withoutTags(markdown, ' '), withoutTags(markdown, '')] : []
  const around = withoutCode.length < read.length ? [withoutCode.join('\n')] : []
  const texts = [markdown, ...written, read.join('\n'), ...around]
  // Outputs are read so, whatever a backslash meant.
  const unescaped = /[\\&]/.test(markdown) ? texts.map(unescapeText) : []
  return [...texts, ...unescaped].map(comparedWords)
}

function isLine(node: Parents): boolean {
  return node.type === 'paragraph' || node.type === 'heading'
}

/** What is read of a node, in one line where it is one of text; a line break of the author stays one. */
function lineText(node: Nodes): string {
  if (node.type === 'html')
    return withoutTags(node.value, '')
  if (node.type === 'break')
    return '\n'
  if ('value' in node)
    return node.value
  if ('children' in node)
    return node.children.map(lineText).join('')
  return 'alt' in node ? node.alt ?? '' : ''
}

function withoutInlineCode(node: Parents): Parents {
  return { ...node, children: node.children.filter(({ type }) => type !== 'inlineCode') } as Parents
}

function withoutTags(html: string, instead: string): string {
  return html.replace(COMMENT, '\n').replace(TAG, instead)
}

function withoutNames(text: string): string {
  return NAMES.reduce((rest, name) => rest.replace(name, '\n'), text)
}
