import type { Element, Root } from 'hast'
import type { Omission } from '../../document.ts'
import { toText } from 'hast-util-to-text'
import { SKIP, visit } from 'unist-util-visit'
import { numberOfWords } from '../../text/words.ts'
import { omit } from '../omit.ts'
import { classesOf } from './find-elements.ts'

const SILENT = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'link',
  'meta',
  'base',
  'canvas',
  'button',
  'svg',
  'nav',
  'dialog',
])

/** Classes of what stands beside headings and code to be clicked, or only to be heard. */
const SILENT_CLASSES = new Set([
  'headerlink',
  'hash-link',
  'header-anchor',
  'heading-anchor',
  'anchor',
  'anchorjs-link',
  'linenos',
  'lineno',
  'linenodiv',
  'gutter',
  'rouge-gutter',
  'line-numbers-rows',
  'hljs-ln-numbers',
  'copybtn',
  'clipboard',
  'sr-only',
  'visually-hidden',
  'screen-reader-text',
  'mw-editsection',
])

/**
 * Takes out what a page shows nothing of, or only to be clicked.
 * @param first line of the source on which the tree begins
 */
export function omitSilent(tree: Root, first: number, omitted: Omission[]): void {
  visit(tree, (node, index, parent) => {
    if (index === undefined || !parent)
      return
    const isComment = node.type === 'comment'
    if (!isComment && !(node.type === 'element' && isSilent(node)))
      return
    const what = isComment ? `<!--${node.value}-->` : toText(node).trim()
    if (node.type === 'element' && saysSomething(node, what, parent))
      return
    const { start, end } = node.position ?? { start: { line: 1 }, end: { line: 1 } }
    // The sign of a link to a heading says nothing.
    if (what.replace(/[#¶§\u200B\s]/g, '')) {
      const lines: [number, number] = [start.line + first - 1, end.line + first - 1]
      omit(omitted, lines, what, isComment ? 'a comment' : 'shows nothing that the document says')
    }
    parent.children.splice(index, 1)
    return [SKIP, index]
  })
}

/** Characters and words of what a page shows to be clicked; a column of numbers may have more. */
const MAX_LABEL = 40
const MAX_LABEL_WORDS = 5

/** A heading that folds a part is a button; a class alone makes no text silent. */
function saysSomething({ tagName }: Element, what: string, parent: Root | Element): boolean {
  const parentName = parent.type === 'element' ? parent.tagName : ''
  const isInHeading = /^(?:h\d|summary)$/.test(parentName)
  if (isInHeading && /[\p{L}\p{N}]/u.test(what) && what === toText(parent).trim())
    return true
  return (tagName === 'button' || !SILENT.has(tagName))
    && what.length > MAX_LABEL
    && /\p{L}/u.test(what)
    && numberOfWords(what) > MAX_LABEL_WORDS
}

function isSilent(element: Element): boolean {
  const { tagName, properties } = element
  // Formulas and diagrams say in other ways what they show.
  if (tagName === 'script' && String(properties.type).startsWith('math/tex'))
    return false
  const isHeading = /^h\d$/.test(tagName)
  if (tagName === 'sup' && classesOf(element).includes('reference'))
    return true
  return SILENT.has(tagName)
    || classesOf(element).some(name => SILENT_CLASSES.has(name) && !(name === 'anchor' && isHeading))
}
