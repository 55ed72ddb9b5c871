import type { Element, ElementContent, Root, Text } from 'hast'
import type { Root as MarkdownRoot } from 'mdast'
import type { FormulaSpeaker } from '../../markdown/math-to-speech.ts'
import type { NoteReader } from '../../shared/readers.ts'
import katex from 'katex'
import rehypeStringify from 'rehype-stringify'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { SKIP, visit } from 'unist-util-visit'
import { mayRead, noteParts, notesFor } from '../../course/notes.ts'
import { shortAddress } from './address.ts'

export interface NotesHtmlOptions {
  speak: FormulaSpeaker
  /** Makes the ids of footnotes unique in the handout. */
  idPrefix: string
  /** Addresses that already have a number; those of the notes' links are added. */
  addresses: string[]
}

/** What a part of the notes is called where not everybody may read it. */
const LABELS = { private: 'Private', answer: 'Answer' } as const

/** The notes that a reader may see as HTML for paper; blocks that others do not see are marked, and links get the number of their address. */
export function notesHtml(markdown: string, reader: NoteReader, options: NotesHtmlOptions): string {
  return noteParts(markdown)
    .filter(({ blocks }) => blocks.every(block => mayRead(block, reader)))
    .map(({ blocks, markdown }, i) => {
      const html = paperHtml(notesFor(markdown, reader), { ...options, idPrefix: `${options.idPrefix}-${i}` })
      const block = blocks.includes('private') ? 'private' : blocks[0]
      return block ? `<div class="marked ${block}"><p class="mark">${LABELS[block]}</p>${html}</div>` : html
    })
    .join('\n')
}

/** Markdown as HTML for paper. What the author wrote in HTML loses its tags and keeps its words. */
export function paperHtml(markdown: string, { speak, idPrefix, addresses }: NotesHtmlOptions): string {
  return unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkMath)
    .use(() => (tree: MarkdownRoot) => {
      visit(tree, 'html', (node, index, parent) => {
        const words = { type: 'text', value: node.value.replace(/<!--[\s\S]*?-->|<[^>]*>/g, ' ').trim() } as const
        parent!.children[index!] = parent!.type === 'paragraph' ? words : { type: 'paragraph', children: [words] }
      })
      visit(tree, 'heading', (heading) => {
        heading.depth = Math.min(6, heading.depth + 1) as typeof heading.depth
      })
    })
    .use(remarkRehype, { clobberPrefix: `${idPrefix}-` })
    .use(() => (tree: Root) => visit(tree, 'element', (element, index, parent) => {
      if (element.tagName === 'a')
        return numberAddress(element, index!, parent as Element, addresses)
      if (element.tagName === 'img')
        element.properties.alt ??= ''
      if (element.tagName === 'input')
        element.properties = { ...element.properties, ariaLabel: element.properties.checked ? 'done' : 'to do' }
      return drawFormula(element, index!, parent as Element, speak)
    }))
    .use(rehypeStringify, { allowDangerousHtml: true })
    .processSync(markdown)
    .toString()
}

/** Paper cannot be clicked: the address of a link follows below the notes, under a number. */
function numberAddress(link: Element, index: number, parent: Element, addresses: string[]) {
  const href = String(link.properties.href ?? '')
  const words = link.children.map(child => child.type === 'text' ? child.value : '').join('')
  if (!/^https?:/.test(href) || shortAddress(words) === shortAddress(href))
    return
  const known = addresses.indexOf(href)
  const number = known >= 0 ? known + 1 : addresses.push(href)
  parent.children.splice(index + 1, 0, { type: 'element', tagName: 'sup', properties: { className: ['address'] }, children: [{ type: 'text', value: String(number) }] })
  return index + 2
}

function drawFormula(element: Element, index: number, parent: Element, speak: FormulaSpeaker) {
  const classes = [element.properties.className].flat()
  if (element.tagName !== 'code' || !classes.includes('language-math'))
    return
  const latex = (element.children[0] as Text | undefined)?.value ?? ''
  const display = classes.includes('math-display')
  const drawn = katex.renderToString(latex, { output: 'html', displayMode: display, throwOnError: false })
  const formula: Element = {
    type: 'element',
    tagName: 'span',
    properties: { role: 'img', ariaLabel: speak(latex), className: ['formula'] },
    children: [{ type: 'raw', value: drawn.replaceAll(' aria-hidden="true"', '') } as unknown as ElementContent],
  }
  if (parent.tagName === 'pre')
    Object.assign(parent, { tagName: 'p', properties: {}, children: [formula] })
  else
    parent.children[index] = formula
  return SKIP
}
