import type { Html, RootContent } from 'mdast'
import type { Scanner } from '../dialects/scanner.ts'
import { markOfLine, restore } from '../dialects/placeholders.ts'
import { contentOfHtml } from '../html/content.ts'

/** What a block of HTML in Markdown holds. Comments and marks of attributes stay. */
export function blockOfHtml(node: Html, scanner: Scanner): RootContent[] {
  const id = markOfLine(node.value)
  const mark = id === undefined ? undefined : scanner.marks[id]
  if (mark?.type === 'attributes' || (!mark && /^<!--(?:[^-]|-(?!->))*-->$/.test(node.value.trim())))
    return [node]
  if (mark?.type === 'figure')
    return [{ type: 'missingFigure', alt: mark.alt, data: { lines: [mark.line, mark.line] } }]
  const html = mark ? mark.raw : restore(node.value, scanner.marks)
  const first = mark ? mark.line : node.data?.lines?.[0] ?? 1
  const last = mark?.type === 'html' ? mark.last : node.data?.lines?.[1] ?? first
  return contentOfHtml(html, [first, last], scanner.leftOut)
}
