import type { Element, ElementContent, Nodes, Root, Text } from 'hast'
import type { Root as MarkdownRoot } from 'mdast'
import katex from 'katex'
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize'
import rehypeStringify from 'rehype-stringify'
import remarkGfm from 'remark-gfm'
import remarkMath from 'remark-math'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { SKIP, visit } from 'unist-util-visit'

export interface NotesHtmlOptions {
  /** Level that a heading of the first level has in the page, from 1. */
  headingLevel?: number
  /** Address that stands for a link that the author wrote, e.g. of `#/other-slide`. */
  link?: (href: string) => string
  /** Prefix of ids within the text (footnotes), unique in the page. */
  idPrefix?: string
}

// Pictures in notes would be asked from wherever the author found them; their words stay.
const schema = { ...defaultSchema, tagNames: defaultSchema.tagNames!.filter(name => name !== 'img'), clobber: [], attributes: { ...defaultSchema.attributes, code: [['className', /^language-./, 'math-inline', 'math-display']] as never } }

/**
 * Safe HTML of the Markdown of notes and answers: GitHub's Markdown with formulas as MathML. HTML that the author wrote is left out, its text stays.
 */
export function notesHtml(markdown: string, { headingLevel = 3, link, idPrefix = '' }: NotesHtmlOptions = {}): string {
  return unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(remarkMath)
    .use(() => (tree: MarkdownRoot) => {
      visit(tree, 'heading', (heading) => {
        heading.depth = Math.min(6, heading.depth + headingLevel - 1) as typeof heading.depth
      })
      visit(tree, 'image', (image, index, parent) => {
        parent!.children[index!] = { type: 'text', value: image.alt ?? '' }
      })
      visit(tree, 'link', (node) => {
        node.url = link?.(node.url) ?? node.url
      })
    })
    .use(remarkRehype, { clobberPrefix: `${idPrefix}note-`, footnoteLabelTagName: 'p' })
    .use(rehypeSanitize, schema)
    .use(() => (tree: Root) => visit(tree, 'element', (element, index, parent) => finishElement(element, index, parent, idPrefix)))
    .use(rehypeStringify, { allowDangerousHtml: true })
    .processSync(markdown)
    .toString()
}

const FOOTNOTES = 'footnote-label'

function finishElement(element: Element, index: number | undefined, parent: Nodes | undefined, idPrefix: string) {
  const { properties } = element
  // A box that scrolls can be reached by keyboard.
  if (element.tagName === 'pre')
    properties.tabIndex = 0
  if (properties.align) {
    properties.style = `text-align: ${properties.align}`
    delete properties.align
  }
  if (properties.id === FOOTNOTES)
    properties.id = idPrefix + FOOTNOTES
  if ([properties.ariaDescribedBy].flat().includes(FOOTNOTES))
    properties.ariaDescribedBy = [idPrefix + FOOTNOTES]
  if (element.tagName === 'input')
    properties.ariaLabel = properties.checked ? 'done' : 'to do'
  const className = [properties.className].flat()
  if (element.tagName === 'code' && className.includes('language-math') && parent && 'children' in parent) {
    const html = katex.renderToString((element.children[0] as Text | undefined)?.value ?? '', { output: 'mathml', displayMode: className.includes('math-display'), throwOnError: false })
    const raw = { type: 'raw', value: html } as unknown as ElementContent
    // Whoever replaces the content of a `pre` with a formula wants no `pre`.
    if ((parent as Element).tagName === 'pre') {
      Object.assign(parent, { tagName: 'div', properties: { className: ['formula'] }, children: [raw] })
      return SKIP
    }
    parent.children[index!] = raw
    return SKIP
  }
}
