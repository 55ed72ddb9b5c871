import type { Element } from 'hast'
import type { State } from 'hast-util-to-mdast'
import type { Nodes } from 'mdast'
import { toText } from 'hast-util-to-text'
import { classesOf, findElement, hasClass } from './find-elements.ts'

const FORMULA_CLASSES = new Set(['katex', 'katex-display', 'math', 'mwe-math-element'])
/** Levels below a formula on which its source can stand. */
const DEPTH = 12

/** A formula with the TeX that it was written in; other elements give what they hold. */
export function formula(state: State, node: Element): Nodes | Nodes[] {
  const tex = texOf(node)
  if (!tex)
    return state.all(node) as Nodes[]
  const isBlock = classesOf(node).includes('katex-display') || node.properties.display === 'block'
  const result: Nodes = isBlock ? { type: 'math', value: tex } : { type: 'inlineMath', value: tex }
  state.patch(node, result)
  return result
}

function texOf(node: Element): string | undefined {
  if (node.tagName !== 'math' && !hasClass(node, FORMULA_CLASSES))
    return undefined
  const source = findElement(node, isTexSource, DEPTH)
  const text = source ? toText(source) : String(node.properties.altText ?? node.properties.alttext ?? '')
  return text.trim()
}

function isTexSource({ tagName, properties }: Element): boolean {
  return tagName === 'annotation' && /tex/i.test(String(properties.encoding))
}
