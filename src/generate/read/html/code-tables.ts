import type { Element } from 'hast'
import type { State } from 'hast-util-to-mdast'
import type { RootContent } from 'mdast'
import type { Tab } from '../../document.ts'
import { scanMarkdown } from '../../../markdown/fences.ts'
import { findElement, findElements, lineOf } from './find-elements.ts'

/** Rows with code up to which each column is one part; a longer table has a part for each row. */
const MAX_ROWS = 2

/**
 * A table that sets code beside code or text, as parts that its header names: cells of Markdown hold no blocks.
 * Undefined where no cell has code of several lines.
 */
export function partsOfTable(state: State, table: Element): RootContent[] | undefined {
  const rows = findElements(table, ({ tagName }) => tagName === 'tr', 3).map(row =>
    findElements(row, ({ tagName }) => tagName === 'td' || tagName === 'th', 1))
  const body = rows.filter(cells => cells.some(({ tagName }) => tagName === 'td'))
  const withCode = body.filter(cells => cells.some(hasCode))
  if (!withCode.length)
    return undefined
  const header = rows.find(cells => cells.length > 0 && cells.every(({ tagName }) => tagName === 'th')) ?? []
  const labels = header.map(lineOf)
  const isByColumn = withCode.length <= MAX_ROWS && labels.length > 1 && labels.every(Boolean)
  return isByColumn
    ? labels.map((label, i) => tabOf(state, label, body.flatMap(cells => cells[i] ?? []), table))
    : body.flatMap(cells => partsOfRow(state, cells, table))
}

function hasCode(cell: Element): boolean {
  const pre = findElement(cell, ({ tagName }) => tagName === 'pre', 4)
  return pre !== undefined && textIn(pre).trim().includes('\n')
}

/** A row is called as its first cell says, where that is a name. */
function partsOfRow(state: State, cells: readonly Element[], table: Element): RootContent[] {
  const [first, ...others] = cells
  const isName = first && others.length > 0 && !findElement(first, ({ tagName }) => tagName === 'pre', 4)
  return isName && lineOf(first) ? [tabOf(state, lineOf(first), others, table)] : blocksOf(state, cells)
}

function tabOf(state: State, label: string, cells: readonly Element[], table: Element): Tab {
  const tab: Tab = { type: 'tab', label, children: blocksOf(state, cells) }
  state.patch(table, tab)
  return tab
}

function blocksOf(state: State, cells: readonly Element[]): RootContent[] {
  return cells.flatMap(cell => state.toFlow(state.all(cell)) as RootContent[])
}

function textIn(element: Element): string {
  return element.children.map((child) => {
    if (child.type === 'text')
      return child.value
    return child.type === 'element' ? textIn(child) : ''
  }).join('')
}

/** HTML in which fences of Markdown, as cells of tables have them, are elements; every line keeps its number. */
export function fencesAsElements(html: string): string {
  if (!/^\s*(?:`{3}|~{3})/m.test(html))
    return html
  const { lines, fences } = scanMarkdown(html)
  for (const { start, end, info, code } of fences.filter(({ closed }) => closed)) {
    const language = /^[\w+#-]+/.exec(info)?.[0]
    const open = language ? `<pre><code class="language-${language}">` : '<pre><code>'
    lines[start] = ''
    if (end > start + 1)
      code.split('\n').forEach((line, i) => lines[start + 1 + i] = (i ? '' : open) + escaped(line))
    lines[end] = end > start + 1 ? '</code></pre>' : ''
  }
  return lines.join('\n')
}

function escaped(code: string): string {
  return code.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
