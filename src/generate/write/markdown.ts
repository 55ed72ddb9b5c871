import type { Blockquote, Html, InlineCode, Link, ListItem, PhrasingContent, RootContent, Text } from 'mdast'
import type { Handle, Options } from 'mdast-util-to-markdown'
import type { Admonition } from '../document.ts'
import { toString } from 'mdast-util-to-string'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'

/** On the slide, Markdown is compiled as a Vue template; in the notes, it stands in an HTML comment. */
type Place = 'slide' | 'notes'

/** Takes no room, and keeps signs on its sides apart. */
export const WORD_JOINER = '\u2060'

// Marks of private notes until all lines are guarded.
const PRIVATE = '\uFDD3'
const END = '\uFDD4'

const writers = { slide: createWriter('slide'), notes: createWriter('notes') }

function createWriter(place: Place) {
  const settings: Options = {
    bullet: '-',
    fence: '`',
    fences: true,
    rule: '*',
    emphasis: '_',
    listItemIndent: 'one',
    incrementListMarker: true,
    resourceLink: true,
    handlers: {
      text: text(place),
      inlineCode: inlineCode(place),
      html: (node: Html) => place === 'notes' ? node.value.replace(/--/g, '-') : node.value,
      admonition,
      tab: container,
      missingFigure: () => '',
      footnoteReference: () => '',
    } as Options['handlers'],
  }
  return unified().use(remarkStringify, settings).use(remarkGfm).use(remarkMath).freeze()
}

/**
 * Blocks as Markdown that neither Slidev's parser, nor the deck's compiler, nor an HTML comment takes for something
 * else.
 */
export function writeBlocks(children: readonly RootContent[], place: Place): string {
  const markdown = writers[place].stringify({ type: 'root', children: children.map(child => safeNode(child)) })
  const lines = markdown.trim().split('\n').map(guardLine).join('\n')
  const guarded = lines.replaceAll(`${PRIVATE}\n\n`, '::: private\n').replaceAll(`\n\n${END}`, '\n:::')
  return place === 'notes' ? guarded.replace(/--(?=>)/g, '--\\').replace(/--!(?=>)/g, '--!\\') : guarded
}

/** Phrasing content on one line. */
export function writePhrasing(children: readonly PhrasingContent[], place: Place): string {
  return writeBlocks([{ type: 'paragraph', children: [...children] }], place).replace(/\\?\n\s*/g, ' ')
}

/** Marks that count only at the start of a line: slide separators, slots, containers, and imports of code. */
function guardLine(line: string): string {
  return line.replace(/^((?:\s|[-*+>]\s|\d+[.)]\s)*)(?=-{3}|:{2}|<<<)/, '$1\\')
}

/** Signs that count inside a line: click marks, comments, and footnotes in brackets. */
function guardSigns(text: string): string {
  return text
    .replace(/\[(?=click\b)/g, '\\[')
    .replace(/\\?<!--/g, '&lt;!--')
    .replace(/\^(?=\[)/g, '\\^')
    .replace(/\\\\(?=\[click)/g, '\\')
}

/** A deck makes signs of letters in brackets, "(c)" among them, which name the parts of a text. */
function withoutSymbols(text: string): string {
  return text.replace(/\((?:[crp]|tm)(?=\))/gi, `$&${WORD_JOINER}`)
}

function text(place: Place): Handle {
  return (node: Text, _, state, info) => {
    const safe = guardSigns(state.safe(node.value.replaceAll(WORD_JOINER, ''), info))
    return place === 'slide' ? withoutSymbols(safe).replace(/\{\{/g, '<span v-pre>{{</span>') : safe
  }
}

function inlineCode(place: Place): Handle {
  return (node: InlineCode) => {
    const { value } = node
    if (/<!--|-->/.test(value))
      return `<code${place === 'slide' ? ' v-pre' : ''}>${escapeCode(value)}</code>`
    let fence = '`'
    while (new RegExp(`(?:^|[^\`])${fence}(?:[^\`]|$)`).test(value))
      fence += '`'
    const pad = /^`|`$|^ .* $/.test(value) ? ' ' : ''
    // A pipe inside a table cell would end the cell.
    return `${fence}${pad}${value}${pad}${fence}`
  }
}

/** Code as HTML in Markdown. */
function escapeCode(code: string): string {
  return code
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/[\\`*_[\]]/g, '\\$&')
}

/** What is for who teaches stands between marks of private notes, whose colons the guard must not see. */
function admonition(...[node, parent, state, info]: Parameters<Handle>): string {
  const { kind, title } = node as Admonition
  const content = container(node, parent, state, info)
  if (kind !== 'instructor')
    return content
  const name = title ? [`**${state.safe(title, { ...info, before: '*', after: '*' })}**`] : []
  return [PRIVATE, ...name, content, END].join('\n\n')
}

/** A container has no mark of its own in notes: its blocks stand one below the other. */
function container(...[node, , state, info]: Parameters<Handle>): string {
  return state.containerFlow(node as Blockquote, info)
}

/** A node without links that a deck cannot follow, and with pictures by their descriptions. */
function safeNode(node: RootContent): RootContent {
  if (node.type === 'list')
    return { ...node, spread: false, children: node.children.map(safeItem) }
  if (!('children' in node))
    return node
  const children = (node.children as RootContent[]).flatMap((child): RootContent[] => {
    if (child.type === 'image')
      return child.alt ? [{ type: 'text', value: child.alt }] : []
    if (child.type === 'link' && !isFollowable(child))
      return (safeNode(child) as Link).children
    return [safeNode(child)]
  })
  return { ...node, children } as RootContent
}

function safeItem(item: ListItem): ListItem {
  const spread = item.children.slice(1).some(({ type }) => type === 'paragraph')
  return { ...item, spread, children: item.children.map(child => safeNode(child)) as ListItem['children'] }
}

/** Whether a link leads somewhere from a deck: to another host, or to a mail program. */
export function isFollowable({ url }: Pick<Link, 'url'>): boolean {
  return /^(?:https?:\/\/[^\s/]|mailto:|tel:)/i.test(url)
}

/** Phrasing content as the title of a `:::` block, which is Markdown without HTML: `<` and `{{` are text there. */
export function writeBlockTitle(children: readonly PhrasingContent[]): string {
  const title = writePhrasing(children.filter(({ type }) => type !== 'html'), 'notes')
  return title.replace(/\\<|--\\>/g, sign => sign === '\\<' ? '<' : '-->').replace(/^\{/, '\\{')
}

/** Text of phrasing content on one line. */
export function phrasingText(nodes: readonly PhrasingContent[]): string {
  return nodes.map(node => toString(node, { includeHtml: false })).join('').replace(/\s+/g, ' ').trim()
}
