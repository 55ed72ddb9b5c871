import type { Html, RootContent } from 'mdast'
import type { NormalizedMarkdown } from './normalize.ts'
import { placeholderOf, restoreSource } from '../dialects/placeholders.ts'
import { contentOfHtml } from '../html/content.ts'

const COMMENT = /^<!--(?:[^-]|-(?!->))*-->$/

/** What a block of HTML in Markdown holds. Comments and placeholders of attributes stay. */
export function blockOfHtml(node: Html, { placeholders, omitted }: NormalizedMarkdown): RootContent[] {
  const placeholder = placeholderOf(node.value, placeholders)
  const [first, last] = node.data?.lines ?? [1, 1]
  if (!placeholder) {
    if (COMMENT.test(node.value.trim()))
      return [node]
    return contentOfHtml(restoreSource(node.value, placeholders), [first, last], omitted)
  }
  const { type, line, raw } = placeholder
  if (type === 'attributes')
    return [node]
  if (type === 'figure')
    return [{ type: 'missingFigure', alt: placeholder.alt, data: { lines: [line, line] } }]
  const lastLine = type === 'html' ? placeholder.last : node.data?.lines?.[1] ?? line
  return contentOfHtml(raw, [line, lastLine], omitted)
}
