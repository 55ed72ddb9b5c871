import type { Nodes } from 'mdast'
import type { SourceDocument } from '../../../src/generate/document.ts'
import { toString } from 'mdast-util-to-string'

/** A document as a person can check it: a line for each block with its lines in the source, what it says, and what was left out. */
export function documentText({ format, title, description, author, date, language, root, omitted }: SourceDocument): string {
  const head = Object.entries({ format, title, description, author, date, language }).filter(([, value]) => value !== undefined).map(([key, value]) => `${key}: ${value}`)
  const left = omitted.map(({ lines, what, why }) => `${lines.join('-')} ${JSON.stringify(what)} (${why})`)
  return `${[...head, '', ...root.children.flatMap(node => nodeLines(node, 0)), '', 'left out:', ...left].join('\n')}\n`
}

function nodeLines(node: Nodes, depth: number): string[] {
  const said = Object.entries(node).filter(([key, value]) => !['type', 'children', 'data', 'value', 'align', 'spread', 'position'].includes(key) && value !== null && value !== undefined).map(([key, value]) => `${key}=${JSON.stringify(value)}`)
  const isText = ['paragraph', 'heading', 'tableCell'].includes(node.type)
  const text = isText ? inlineText(node) : 'value' in node ? JSON.stringify(node.value) : ''
  const line = ['  '.repeat(depth) + (node.data?.lines?.join('-') ?? '?'), node.type, ...said, text].filter(Boolean).join(' ')
  return [line, ...(isText || !('children' in node) ? [] : node.children.flatMap(child => nodeLines(child, depth + 1)))]
}

/** Text with its marks: `*emphasis*`, `[link](address)` and so on, and `<type>` for what has no text. */
function inlineText(node: Nodes): string {
  if (!('children' in node))
    return toString(node)
  return node.children.map((child) => {
    switch (child.type) {
      case 'text': return JSON.stringify(child.value).slice(1, -1)
      case 'emphasis': return `*${inlineText(child)}*`
      case 'strong': return `**${inlineText(child)}**`
      case 'inlineCode': return `\`${child.value}\``
      case 'inlineMath': return `$${child.value}$`
      case 'link': return `[${inlineText(child)}](${child.url})`
      case 'image': return `![${child.alt}](${[child.url, child.title && JSON.stringify(child.title)].filter(Boolean).join(' ')})`
      case 'html': return child.value
      default: return `<${child.type}>${inlineText(child)}`
    }
  }).join('')
}
