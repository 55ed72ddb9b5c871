import type { BlockContent, Code, DefinitionContent, List, ListItem, Paragraph, RootContent, Table } from 'mdast'
import type { Admonition } from '../../document.ts'
import type { TextBlock, TextList } from './lines.ts'
import { admonitionKind } from '../admonition-words.ts'
import { mergedCode } from './code-blocks.ts'
import { isCode, isFileName } from './code.ts'
import { isAnnounced, isHeading, isMissingFigure } from './headings.ts'

type Lines = [number, number]
type Block = TextBlock | TextList

/** Content of a page, or of an item of a list, which has no headings. */
export function contentOf(all: readonly Block[], headings: boolean): RootContent[] {
  const blocks = mergedCode(all)
  const content: RootContent[] = []
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i]!
    const next = blocks[i + 1]
    const line = singleLine(block)
    const word = line === undefined ? undefined : admonitionWord(line)
    const code = next && 'lines' in next && isCode(next.lines) ? next : undefined
    if (word && next) {
      content.push({ type: 'admonition', ...word, children: contentOf([next], false), data: { lines: [linesOf(block)[0], linesOf(next)[1]] } })
      i++
    }
    else if (line !== undefined && code && isFileName(line)) {
      content.push({ type: 'code', value: code.lines.join('\n'), meta: `[${line.trim()}]`, data: { lines: [linesOf(block)[0], linesOf(code)[1]] } })
      i++
    }
    else if (line !== undefined && code && isVariant(line)) {
      content.push({ type: 'tab', label: line.trim(), children: [codeOf(code)], data: { lines: [linesOf(block)[0], linesOf(code)[1]] } })
      i++
    }
    else if ('items' in block) {
      content.push(listOf(block))
    }
    else {
      content.push(i === 0 && !headings ? paragraphOf(block) : blockOf(block, blocks[i - 1], next, headings))
    }
  }
  return content
}

const admonitionWords = /^(?:note|tip|info|information|important|warning|caution|danger|hint|attention|pro[- ]?tip|success|remember|technical details|see also|check|pitfall|deep dive|hinweis|tipp|wichtig|warnung|achtung|vorsicht|gefahr)$/i

/** A line that is the title of an admonition alone; `!!! note "Title"` where the page's program did not know it. */
function admonitionWord(line: string): Pick<Admonition, 'kind' | 'title'> | undefined {
  const title = line.trim().replace(/[:\s]+$/, '')
  const word = title.replace(/^\P{L}+/u, '')
  if (!admonitionWords.test(word))
    return
  const kind = admonitionKind(word) ?? 'note'
  return { kind, ...(title.toLowerCase() !== kind && { title }) }
}

/** What the tabs of pages are called that show the same code for several programs. */
function isVariant(line: string): boolean {
  return /^(?:(?:python|node(?:\.js)?|java|ruby|php|go|vue|react) \d[\d.+x]*(?: .{1,30})?|linux|mac ?os|windows|unix|ubuntu|fedora|npm|yarn|pnpm|bun|pip|uv|poetry|conda|bash|zsh|powershell|git bash|linux, macos.{0,20}|windows powershell|javascript|typescript|jsx?|tsx?|python|java|ruby|go|rust|c#)$/i.test(line.trim())
}

function blockOf(block: TextBlock, before: Block | undefined, after: Block | undefined, headings: boolean): RootContent {
  const line = singleLine(block)
  if (isCode(block.lines) || (line !== undefined && (isAnnounced(before) || !headings) && isBareCode(line)))
    return codeOf(block)
  const unknown = /^(?:!!!|\?\?\?\+?) +([a-z]+)(?: +"([^"]*)")?(?: |$)/i.exec(block.lines[0]!)
  const kind = unknown && admonitionKind(unknown[1]!)
  if (kind)
    return { type: 'admonition', kind, ...(unknown[2] && { title: unknown[2] }), children: [paragraphOf({ ...block, lines: [block.lines[0]!.slice(unknown[0].length), ...block.lines.slice(1)] })], data: { lines: linesOf(block) } }
  if (block.lines.length > 1 && block.lines.every(row => row.includes('\t')))
    return tableOf(block)
  if (block.isPicture || (line !== undefined && isMissingFigure(line, before, after, headings)))
    return { type: 'missingFigure', alt: block.lines.join(' ').trim(), data: { lines: linesOf(block) } }
  if (line !== undefined && headings && isHeading(line, before, after))
    return { type: 'heading', depth: 2, children: [{ type: 'text', value: line.trim() }], data: { lines: linesOf(block) } }
  return paragraphOf(block)
}

/** A few words without a capital or an end, where code can be expected. */
function isBareCode(line: string): boolean {
  return /^[a-z.][\w./-]*(?: \S+){0,6}$/.test(line) && !/[.!?:,;]$/.test(line)
}

function codeOf(block: TextBlock): Code {
  const [first = '', ...rest] = block.lines
  const isNamed = rest.length > 0 && isFileName(first)
  return { type: 'code', value: (isNamed ? rest : block.lines).join('\n'), ...(isNamed && { meta: `[${first.trim()}]` }), data: { lines: linesOf(block) } }
}

function paragraphOf(block: TextBlock): Paragraph {
  return { type: 'paragraph', children: [{ type: 'text', value: block.lines.map(part => part.trim()).join('\n').trim() }], data: { lines: linesOf(block) } }
}

function tableOf(block: TextBlock): Table {
  const children = block.lines.map((row, i) => ({
    type: 'tableRow' as const,
    data: { lines: [block.line + i, block.line + i] as Lines },
    children: row.trim().split('\t').map(cell => ({ type: 'tableCell' as const, children: [{ type: 'text' as const, value: cell.trim() }], data: { lines: [block.line + i, block.line + i] as Lines } })),
  }))
  return { type: 'table', children, data: { lines: linesOf(block) } }
}

function listOf(list: TextList): List {
  const children = list.items.map((item): ListItem => ({
    type: 'listItem',
    spread: item.blocks.length > 1,
    children: contentOf(item.blocks, false) as (BlockContent | DefinitionContent)[],
    data: { lines: [item.line, item.blocks.length ? linesOf(item.blocks.at(-1)!)[1] : item.line] },
  }))
  const start = Number.parseInt(list.items[0]!.marker)
  return { type: 'list', ordered: list.ordered, ...(list.ordered ? { start } : {}), spread: false, children, data: { lines: linesOf(list) } }
}

function singleLine(block: Block): string | undefined {
  return 'lines' in block && block.lines.length === 1 ? block.lines[0] : undefined
}

function linesOf(block: Block): Lines {
  if ('lines' in block)
    return [block.line, block.line + block.lines.length - 1]
  const last = block.items.at(-1)!
  return [block.line, last.blocks.length ? linesOf(last.blocks.at(-1)!)[1] : last.line]
}
