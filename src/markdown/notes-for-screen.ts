import type { Root } from 'hast'
import type { Root as MarkdownRoot } from 'mdast'
import type { NotesMedium } from './notes-html.ts'
import katex from 'katex'
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize'
import { visit } from 'unist-util-visit'
import { linkRemotePictures } from './link-remote-pictures.ts'
import { rawHtml } from './notes-html.ts'

interface ScreenOptions {
  /** BCP 47 tag; English without it. */
  language?: string
  /** Level that a heading of the first level has in the page, from 1. */
  headingLevel?: number
  /** Address that stands for a link that the author wrote, e.g. of `#/other-slide`. */
  link?: (href: string) => string
  /** Prefix of ids within the text (footnotes), unique in the page. */
  idPrefix?: string
}

// Pictures in notes would be asked from wherever the author found them; their words stay.
const schema = {
  ...defaultSchema,
  tagNames: defaultSchema.tagNames?.filter(name => name !== 'img'),
  clobber: [],
  attributes: {
    ...defaultSchema.attributes,
    code: [['className', /^language-./, 'math-inline', 'math-display']] as never,
  },
}

const FOOTNOTES = 'footnote-label'

/** Notes for a web page: safe, with formulas as MathML. HTML that the author wrote is left out, its text stays. */
export function forScreen({ language, headingLevel = 3, link, idPrefix = '' }: ScreenOptions = {}): NotesMedium {
  return {
    language,
    headingShift: headingLevel - 1,
    markdown: [linkRemotePictures, wordsOfPictures, [rewriteLinks, link]],
    conversion: { clobberPrefix: `${idPrefix}note-`, footnoteLabelTagName: 'p' },
    html: [[rehypeSanitize, schema], scrollByKeyboard, styleAlignment, [prefixFootnotes, idPrefix]],
    drawFormula: (latex, displayMode) =>
      rawHtml(katex.renderToString(latex, { output: 'mathml', displayMode, throwOnError: false })),
    formulaBlock: { tagName: 'div', properties: { className: ['formula'] } },
  }
}

function wordsOfPictures() {
  return (tree: MarkdownRoot): void => visit(tree, 'image', (image, index, parent) => {
    if (parent && index !== undefined)
      parent.children[index] = { type: 'text', value: image.alt ?? '' }
  })
}

function rewriteLinks(link: ScreenOptions['link']) {
  return (tree: MarkdownRoot): void => visit(tree, 'link', (node) => {
    node.url = link?.(node.url) ?? node.url
  })
}

/** A box that scrolls can be reached by keyboard. */
function scrollByKeyboard() {
  return (tree: Root): void => visit(tree, 'element', ({ tagName, properties }) => {
    if (tagName === 'pre')
      properties.tabIndex = 0
  })
}

function styleAlignment() {
  return (tree: Root): void => visit(tree, 'element', ({ properties }) => {
    if (!properties.align)
      return
    properties.style = `text-align: ${properties.align}`
    delete properties.align
  })
}

/** The label of the footnotes, which is not a footnote itself, has an id of its own too. */
function prefixFootnotes(idPrefix: string) {
  return (tree: Root): void => visit(tree, 'element', ({ properties }) => {
    if (properties.id === FOOTNOTES)
      properties.id = idPrefix + FOOTNOTES
    if ([properties.ariaDescribedBy].flat().includes(FOOTNOTES))
      properties.ariaDescribedBy = [idPrefix + FOOTNOTES]
  })
}
