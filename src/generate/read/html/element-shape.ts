import type { Element, Nodes, Root } from 'hast'

/** What an element holds, counted. */
export interface Shape {
  /** Characters of text, without white space at the ends of its pieces. */
  letters: number
  /** Of these, those in links and controls. */
  linked: number
  headings: number
  /** Whether it holds a heading of the first level. */
  hasTitle: boolean
  /** Blocks that only a document has: code, tables, quotations, figures, formulas. */
  solid: number
  /** Buttons and fields. */
  controls: number
}

const LINKS = new Set(['a', 'button', 'select', 'label', 'option', 'input', 'textarea'])
const CONTROLS = new Set(['button', 'input', 'select', 'textarea'])
const SOLID = new Set(['pre', 'table', 'blockquote', 'figure', 'math', 'dl', 'video'])
const UNREAD = new Set(['script', 'style', 'noscript', 'template', 'svg'])

/** The shapes of all elements of a tree, counted in one walk. */
export function shapesOf(tree: Root): (element: Element | Root) => Shape {
  const shapes = new Map<Nodes, Shape>()
  measure(tree, false, shapes)
  return element => shapes.get(element) ?? emptyShape()
}

function emptyShape(): Shape {
  return { letters: 0, linked: 0, headings: 0, hasTitle: false, solid: 0, controls: 0 }
}

function measure(node: Nodes, isLinked: boolean, shapes: Map<Nodes, Shape>): Shape {
  const shape = emptyShape()
  if (node.type === 'text') {
    shape.letters = node.value.trim().length
    shape.linked = isLinked ? shape.letters : 0
    return shape
  }
  const name = node.type === 'element' ? node.tagName : ''
  if (!('children' in node) || UNREAD.has(name))
    return shape
  for (const child of node.children)
    add(shape, measure(child, isLinked || LINKS.has(name), shapes))
  shape.headings += Number(/^h[1-6]$/.test(name))
  shape.hasTitle ||= name === 'h1'
  shape.solid += Number(SOLID.has(name))
  shape.controls += Number(CONTROLS.has(name))
  shapes.set(node, shape)
  return shape
}

function add(sum: Shape, other: Shape): void {
  sum.letters += other.letters
  sum.linked += other.linked
  sum.headings += other.headings
  sum.hasTitle ||= other.hasTitle
  sum.solid += other.solid
  sum.controls += other.controls
}

/** Share of the letters of a menu that stand in its links. */
const MENU_SHARE = 0.6
/** Letters of a remark such as "Last updated on 3 May". */
const BRIEF = 80

/** Little else than links and controls. */
export function isMenu({ letters, linked, solid }: Shape): boolean {
  return !solid && linked > 0 && linked >= MENU_SHARE * letters
}

/** No more than a remark. */
export function isBrief({ letters, headings, solid }: Shape): boolean {
  return !solid && !headings && letters <= BRIEF
}
