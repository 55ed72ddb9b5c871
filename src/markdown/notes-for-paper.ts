import type { Root } from 'hast'
import type { Root as MarkdownRoot } from 'mdast'
import type { FormulaSpeaker } from './math-to-speech.ts'
import type { NotesMedium } from './notes-html.ts'
import katex from 'katex'
import { toString } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import { escapeHtml } from '../core/escape.ts'
import { linkRemotePictures } from './link-remote-pictures.ts'
import { rawHtml } from './notes-html.ts'
import { shortAddress } from './short-address.ts'

export interface PaperOptions {
  speak: FormulaSpeaker
  /** BCP 47 tag; English without it. */
  language?: string
  /** Makes the ids of footnotes unique in the handout. */
  idPrefix: string
  /** Addresses that already have a number; those of the notes' links are added. */
  addresses: string[]
  /** Where a link leads on paper, and what its goal is called; it leads nowhere without an address. */
  link?: (address: string) => { href?: string, title?: string }
}

/**
 * Notes for paper: formulas as KaTeX draws them, with their words, and a number behind each link, under which its
 * address follows. What the author wrote in HTML loses its tags and keeps its words.
 */
export function forPaper(
  { speak, language, idPrefix, addresses, link = href => ({ href }) }: PaperOptions,
): NotesMedium {
  return {
    language,
    headingShift: 1,
    markdown: [wordsOfHtml, linkRemotePictures, [placeLinks, link]],
    conversion: { clobberPrefix: `${idPrefix}-` },
    html: [namePictures, [numberAddresses, addresses]],
    drawFormula: (latex, display) => rawHtml(formulaHtml(latex, speak, display)),
    formulaBlock: { tagName: 'p', properties: {} },
  }
}

function wordsOfHtml() {
  return (tree: MarkdownRoot): void => visit(tree, 'html', ({ value }, index, parent) => {
    if (!parent || index === undefined)
      return
    const words = { type: 'text', value: value.replace(/<!--[\s\S]*?-->|<[^>]*>/g, ' ').trim() } as const
    parent.children[index] = parent.type === 'paragraph' ? words : { type: 'paragraph', children: [words] }
  })
}

/** A link that leads nowhere on paper says in words what it led to. */
function placeLinks(place: NonNullable<PaperOptions['link']>) {
  return (tree: MarkdownRoot): void => visit(tree, (node, index, parent) => {
    if (node.type === 'definition')
      node.url = place(node.url).href ?? ''
    if (node.type !== 'link' || !parent || index === undefined)
      return
    const { href, title } = place(node.url)
    const words = toString(node)
    if (href) {
      node.url = href
      return
    }
    const named = title && !words.includes(title) ? [{ type: 'text', value: ` (${title})` } as const] : []
    parent.children.splice(index, 1, ...node.children, ...named)
    return index
  })
}

/** A picture without words is decoration. */
function namePictures() {
  return (tree: Root): void => visit(tree, 'element', ({ tagName, properties }) => {
    if (tagName === 'img')
      properties.alt ??= ''
  })
}

/** Paper cannot be clicked: the address of a link follows below the notes, under a number. */
function numberAddresses(addresses: string[]) {
  return (tree: Root): void => visit(tree, 'element', (link, index, parent) => {
    const href = link.tagName === 'a' ? String(link.properties.href ?? '') : ''
    const words = link.children.map(child => child.type === 'text' ? child.value : '').join('')
    if (!parent || index === undefined || !/^https?:/.test(href) || shortAddress(words) === shortAddress(href))
      return
    const known = addresses.indexOf(href)
    const number = known >= 0 ? known + 1 : addresses.push(href)
    parent.children.splice(index + 1, 0, {
      type: 'element',
      tagName: 'sup',
      properties: { className: ['address'] },
      children: [{ type: 'text', value: String(number) }],
    })
    return index + 2
  })
}

/** A formula as it is seen, with its words for whoever hears it. */
export function formulaHtml(latex: string, speak: FormulaSpeaker, displayMode = false): string {
  const html = katex.renderToString(latex, { output: 'html', displayMode, throwOnError: false })
  const words = escapeHtml(speak(latex))
  return `<span class="formula" role="img" aria-label="${words}">${html.replaceAll(' aria-hidden="true"', '')}</span>`
}
