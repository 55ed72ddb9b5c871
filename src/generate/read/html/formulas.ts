import type { Element } from 'hast'
import type { State } from 'hast-util-to-mdast'
import type { Nodes } from 'mdast'
import { toText } from 'hast-util-to-text'
import { classesOf } from './boilerplate.ts'
import { find } from './find-elements.ts'

/** A formula with the TeX that it was written in; other elements give what they hold. */
export function formula(state: State, node: Element): Nodes | Nodes[] {
  const classes = classesOf(node)
  const isFormula = node.tagName === 'math' || classes.some(name => /^(?:katex|katex-display|math|mwe-math-element)$/.test(name))
  const written = isFormula ? find(node, ({ tagName, properties }) => tagName === 'annotation' && /tex/i.test(String(properties.encoding)), 12) : undefined
  const tex = written ? toText(written).trim() : isFormula ? String(node.properties.altText ?? node.properties.alttext ?? '').trim() : ''
  if (!tex)
    return state.all(node) as Nodes[]
  const isBlock = classes.includes('katex-display') || node.properties.display === 'block'
  const result: Nodes = isBlock ? { type: 'math', value: tex } : { type: 'inlineMath', value: tex }
  state.patch(node, result)
  return result
}
