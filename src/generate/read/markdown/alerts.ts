import type { Blockquote, Paragraph, RootContent, Text } from 'mdast'
import type { Admonition, AdmonitionKind } from '../../document.ts'
import { toString } from 'mdast-util-to-string'
import { admonitionKind, admonitionSigns } from '../admonition-words.ts'

/** A quotation that is an admonition: `> [!NOTE] Title`, `> **Note:** …` or `> ⚠️ …`. */
export function alertOf(quote: Blockquote): Admonition | undefined {
  const [first] = quote.children
  const found = first?.type === 'paragraph' ? githubAlert(first) ?? namedAlert(first) ?? signedAlert(first) : undefined
  if (!found || first?.type !== 'paragraph')
    return
  const children: RootContent[] = first.children.length ? quote.children : quote.children.slice(1)
  return { type: 'admonition', ...found, children, data: quote.data }
}

type Found = Pick<Admonition, 'kind' | 'title'>

function githubAlert(paragraph: Paragraph): Found | undefined {
  const [text] = paragraph.children
  const match = text?.type === 'text' ? /^\[!([\w-]+)(?:\|[^\]\n]*)?\][+-]?([^\n]*)(?:\n|$)/.exec(text.value) : null
  const kind = match && admonitionKind(match[1]!)
  if (!match || !kind)
    return
  cutStart(paragraph, text as Text, match[0].length)
  // A title goes to the end of its line, with whatever marks it has.
  const rest = match[0].endsWith('\n') ? [] : paragraph.children.splice(0, endOfLine(paragraph))
  const title = (match[2]! + rest.map(node => toString(node)).join('')).trim()
  return { kind, ...(title ? { title } : titleOf(match[1]!.charAt(0) + match[1]!.slice(1).toLowerCase(), kind)) }
}

/** Index of the first child after the first line of a paragraph, which is cut there. */
function endOfLine(paragraph: Paragraph): number {
  const at = paragraph.children.findIndex(node => node.type === 'break' || (node.type === 'text' && node.value.includes('\n')))
  const node = paragraph.children[at]
  if (node?.type === 'text') {
    const [line = '', ...rest] = node.value.split('\n')
    paragraph.children.splice(at, 1, { type: 'text', value: line }, { type: 'text', value: rest.join('\n') })
  }
  return at < 0 ? paragraph.children.length : at + 1
}

function namedAlert(paragraph: Paragraph): Found | undefined {
  const [first, second] = paragraph.children
  if (first?.type === 'strong' || first?.type === 'emphasis') {
    const label = toString(first)
    const kind = kindOfLabel(label)
    const after = second?.type === 'text' ? /^\s*[:：—–-]?\s*/.exec(second.value)![0] : ''
    if (!kind || (second && !/[:：\n—–-]/.test(after) && !/[:：.!]\s*$/.test(label)))
      return
    paragraph.children.shift()
    if (second?.type === 'break')
      paragraph.children.shift()
    else if (second?.type === 'text')
      cutStart(paragraph, second, after.length)
    return { kind, ...titleOf(label, kind) }
  }
  const match = first?.type === 'text' ? /^(\p{L}[\p{L} -]{2,20})(?:[:：]\s+|\n)/u.exec(first.value) : null
  const kind = match && kindOfLabel(match[1]!)
  if (!match || !kind)
    return
  cutStart(paragraph, first as Text, match[0].length)
  return { kind, ...titleOf(match[1]!, kind) }
}

function kindOfLabel(label: string): AdmonitionKind | undefined {
  const plain = label.replace(/^\P{L}+|\P{L}+$/gu, '')
  return admonitionKind(plain)
}

/** A label that says more than its kind is a title. */
function titleOf(label: string, kind: AdmonitionKind): { title?: string } {
  const title = label.replace(/[:：\s]+$/, '').trim()
  return title.toLowerCase() === kind ? {} : { title }
}

function signedAlert(paragraph: Paragraph): Found | undefined {
  const [text] = paragraph.children
  const sign = text?.type === 'text' ? admonitionSigns.find(([sign]) => text.value.startsWith(sign)) : undefined
  if (!sign)
    return
  cutStart(paragraph, text as Text, sign[0].length + /^\s*/.exec((text as Text).value.slice(sign[0].length))![0].length)
  return { kind: sign[1] }
}

function cutStart(paragraph: Paragraph, text: Text, length: number): void {
  text.value = text.value.slice(length)
  if (!text.value)
    paragraph.children.splice(paragraph.children.indexOf(text), 1)
}
