import type { Element, ElementContent, Root } from 'hast'
import type { Root as MdastRoot, PhrasingContent, RootContent } from 'mdast'
import { SKIP, visit } from 'unist-util-visit'
import { hasClass } from './find-elements.ts'

const VERBATIM = new Set(['code', 'pre', 'kbd', 'samp', 'script', 'style', 'math', 'annotation', 'textarea'])
const FORMULA = /(\\\((?:(?!\\\)).)+\\\)|\\\[(?:(?!\\\])[\s\S])+\\\])/s

/** Puts `math` elements in place of what stands between `\(` and `\)` or `\[` and `\]` in the text of a page. */
export function markFormulas(tree: Root): void {
  visit(tree, (node, index, parent) => {
    if (node.type === 'element' && VERBATIM.has(node.tagName))
      return SKIP
    if (node.type !== 'text' || !parent || index === undefined)
      return
    const parts = node.value.split(FORMULA)
    if (parts.length === 1)
      return
    const { position } = node
    parent.children.splice(index, 1, ...parts.map((value, i): ElementContent =>
      i % 2 ? { ...formulaOf(value), position } : { type: 'text', value, position }))
    return [SKIP, index + parts.length]
  })
}

const MATH_CLASS = new Set(['math'])

/** Puts `math` elements in place of pictures of formulas, which Sphinx describes with their TeX. */
export function readPictures(tree: Root): void {
  visit(tree, 'element', (node, index, parent) => {
    const tex = String(node.properties.alt ?? '').trim()
    if (node.tagName !== 'img' || !hasClass(node, MATH_CLASS) || !tex || !parent || index === undefined)
      return
    const isBlock = parent.type === 'element' && parent.tagName !== 'span' && parent.children.every(child =>
      child === node || (child.type === 'text' && !child.value.trim()))
    parent.children[index] = { ...mathOf(tex, isBlock), position: node.position }
  })
}

const PROGRAM = /mathjax|tex-mml-|\bkatex\b|tex2jax/i

/** Whether a page shows formulas: it loads a program that sets them, or marks them as pandoc does. */
export function hasFormulaProgram(html: string): boolean {
  return PROGRAM.test(html) || /class="math (?:inline|display)"/.test(html)
}

/** A formula between `\(` and `\)`, or as a block between `\[` and `\]`. */
function formulaOf(text: string): Element {
  return mathOf(text.slice(2, -2).trim(), text.startsWith('\\['))
}

function mathOf(alttext: string, isBlock: boolean): Element {
  const display = isBlock ? 'block' : 'inline'
  return { type: 'element', tagName: 'math', properties: { alttext, display }, children: [] }
}

/** Formulas that stand by themselves leave the paragraphs that pages put them into. */
export function liftFormulas(tree: MdastRoot): void {
  visit(tree, 'paragraph', (paragraph, index, parent) => {
    const children = paragraph.children as RootContent[]
    if (!parent || index === undefined || !children.some(({ type }) => type === 'math'))
      return
    const blocks: RootContent[] = []
    for (const child of children) {
      const last = blocks.at(-1)
      if (child.type === 'math')
        blocks.push(child)
      else if (last?.type === 'paragraph')
        last.children.push(child as PhrasingContent)
      else if (child.type !== 'text' || child.value.trim())
        blocks.push({ ...paragraph, children: [child as PhrasingContent] })
    }
    parent.children.splice(index, 1, ...blocks as typeof parent.children)
    return [SKIP, index + blocks.length]
  })
}
