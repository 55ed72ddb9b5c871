import type { Nodes } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { visibleTree } from './visible-tree.ts'

/** Words in which nothing can be a mark of Markdown. */
const WORDS = /^\p{L}[\p{L}\p{N} ,;?'’“”()–-]*$/u

/** The text of Markdown as a reader sees it: no marks, no HTML, no addresses; alt texts and code in lines stay. */
export function plainText(markdown: string): string {
  if (WORDS.test(markdown))
    return markdown.replace(/\s+/g, ' ').trim()
  return textOf(fromMarkdown(markdown), false).replace(/\s+/g, ' ').trim()
}

/** The texts of the paragraphs that stand for themselves, in no list or quotation. */
export function paragraphTexts(markdown: string): string[] {
  const { children } = fromMarkdown(markdown.replace(/^:{3}.*$/gm, ''))
  const paragraphs = children.filter(({ type }) => type === 'paragraph')
  return paragraphs.map(paragraph => textOf(paragraph, false).replace(/\s+/g, ' ').trim())
}

/** A title as the slide shows it: plain text with typographic quotes, as Slidev sets them; code keeps its own. */
export function titleText(markdown: string): string {
  if (WORDS.test(markdown))
    return typographicQuotes(markdown).replace(/\s+/g, ' ').trim()
  return textOf(fromMarkdown(markdown), false, typographicQuotes).replace(/\s+/g, ' ').trim()
}

function typographicQuotes(text: string): string {
  return text
    .replace(/(^|[\s([{–—-])"/g, '$1“')
    .replaceAll('"', '”')
    .replace(/(^|[\s([{–—-])'/g, '$1‘')
    .replaceAll('\'', '’')
}

/** Number of words of the visible text of Markdown, without code blocks, HTML tags and block marks. */
export function countWords(markdown: string): number {
  return textOf(visibleTree(markdown), true).match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.-]*/gu)?.length ?? 0
}

function textOf(node: Nodes, skipCode: boolean, ofText = (text: string) => text): string {
  switch (node.type) {
    case 'html': return node.value.replace(/<[^>]*>/g, ' ')
    case 'code': return skipCode ? '' : node.value
    case 'text': return ofText(node.value)
    case 'inlineCode': return node.value
    case 'image': case 'imageReference': return skipCode ? '' : node.alt ?? ''
    case 'break': return ' '
    default: {
      if (!('children' in node))
        return ''
      const separator = ['root', 'list', 'listItem', 'blockquote'].includes(node.type) ? '\n' : ''
      return (node.children as Nodes[]).map(child => textOf(child, skipCode, ofText)).join(separator)
    }
  }
}
