import type { Blockquote, Paragraph, RootContent, Text } from 'mdast'
import type { Admonition, AdmonitionKind } from '../../document.ts'
import { toString } from 'mdast-util-to-string'
import { admonitionKind, admonitionSigns } from '../admonition-words.ts'

type Found = Pick<Admonition, 'kind' | 'title'>

/** A quotation that is an admonition: `> [!NOTE] Title`, `> **Note:** …` or `> ⚠️ …`. */
export function alertOf(quote: Blockquote): Admonition | undefined {
  const [first] = quote.children
  if (first?.type !== 'paragraph')
    return undefined
  const found = githubAlert(first) ?? markedAlert(first) ?? namedAlert(first) ?? signedAlert(first)
  if (!found)
    return undefined
  const children: RootContent[] = first.children.length ? quote.children : quote.children.slice(1)
  return { type: 'admonition', ...found, children, data: quote.data }
}

function githubAlert(paragraph: Paragraph): Found | undefined {
  const [text] = paragraph.children
  if (text?.type !== 'text')
    return undefined
  const [mark, word, rest] = /^\[!([\w-]+)(?:\|[^\]\n]*)?\][+-]?([^\n]*)(?:\n|$)/.exec(text.value) ?? []
  // People name boxes as they like.
  const kind = word && (admonitionKind(word) ?? 'note')
  if (mark === undefined || !kind)
    return undefined
  cutStart(paragraph, text, mark.length)
  // A title goes to the end of its line, with whatever marks it has.
  const others = mark.endsWith('\n') ? [] : paragraph.children.splice(0, endOfLine(paragraph))
  const title = (rest! + others.map(node => toString(node)).join('')).trim()
  const name = word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()
  if (!title)
    return { kind, ...titleOf(name, kind) }
  return { kind, title: admonitionKind(word) ? title : `${name}: ${title}` }
}

/** Index of the first child after the first line of a paragraph, which is cut there. */
function endOfLine(paragraph: Paragraph): number {
  const at = paragraph.children.findIndex(node =>
    node.type === 'break' || (node.type === 'text' && node.value.includes('\n')))
  const node = paragraph.children[at]
  if (node?.type === 'text') {
    const [line = '', ...rest] = node.value.split('\n')
    paragraph.children.splice(at, 1, { type: 'text', value: line }, { type: 'text', value: rest.join('\n') })
  }
  return at < 0 ? paragraph.children.length : at + 1
}

/** `**Note:** …`, or `**Note**` on a line of its own. */
function markedAlert(paragraph: Paragraph): Found | undefined {
  const [first, second] = paragraph.children
  if (first?.type !== 'strong' && first?.type !== 'emphasis')
    return undefined
  const label = toString(first)
  const kind = kindOfLabel(label)
  const after = second?.type === 'text' ? /^\s*[:：—–-]?\s*/.exec(second.value)![0] : ''
  const isLabel = !second || /[:：\n—–-]/.test(after) || /[:：.!]\s*$/.test(label)
  if (!kind || !isLabel)
    return undefined
  paragraph.children.shift()
  if (second?.type === 'break')
    paragraph.children.shift()
  else if (second?.type === 'text')
    cutStart(paragraph, second, after.length)
  return { kind, ...titleOf(label, kind) }
}

/** `Note: …` without marks. */
function namedAlert(paragraph: Paragraph): Found | undefined {
  const [text] = paragraph.children
  if (text?.type !== 'text')
    return undefined
  const [begin, label] = /^(\p{L}[\p{L} -]{2,20})(?:[:：]\s+|\n)/u.exec(text.value) ?? []
  const kind = label && kindOfLabel(label)
  if (begin === undefined || !kind)
    return undefined
  cutStart(paragraph, text, begin.length)
  return { kind, ...titleOf(label, kind) }
}

function kindOfLabel(label: string): AdmonitionKind | undefined {
  return admonitionKind(label.replace(/^\P{L}+|\P{L}+$/gu, ''))
}

/** A label that says more than its kind is a title. */
function titleOf(label: string, kind: AdmonitionKind): { title?: string } {
  const title = label.replace(/[:：\s]+$/, '').trim()
  return title.toLowerCase() === kind ? {} : { title }
}

function signedAlert(paragraph: Paragraph): Found | undefined {
  const [text] = paragraph.children
  if (text?.type !== 'text')
    return undefined
  const [sign, kind] = admonitionSigns.find(([sign]) => text.value.startsWith(sign)) ?? []
  if (sign === undefined || !kind)
    return undefined
  const space = /^\s*/.exec(text.value.slice(sign.length))![0]
  cutStart(paragraph, text, sign.length + space.length)
  return { kind }
}

function cutStart(paragraph: Paragraph, text: Text, length: number): void {
  text.value = text.value.slice(length)
  if (!text.value)
    paragraph.children.splice(paragraph.children.indexOf(text), 1)
}
