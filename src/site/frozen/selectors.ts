import type { Node, Pseudo, Selector } from 'postcss-selector-parser'
import type { UsedNames } from './used-names.ts'
import parser from 'postcss-selector-parser'

/** Class of the element that stands for a slide's document: in a shadow root there is no `html`. */
export const ROOT_CLASS = 'docent-root'

/** When a rule holds: always, or only where slides are dark, or only where they are not. */
export type When = 'always' | 'dark' | 'light'

export interface FrozenSelector { text: string, when: When }

/** What says that a slide is dark, or is not. */
const SCHEMES = new Map<string, Exclude<When, 'always'>>([['dark', 'dark'], ['light', 'light']])

/** The parts of a selector list that some slide may need, as they are written in a shadow root. */
export function frozenSelectors(list: string, slides: readonly UsedNames[]): FrozenSelector[] {
  return parser().astSync(list).nodes.flatMap((selector): FrozenSelector[] => {
    const when = takeScheme(selector)
    standForRoot(selector)
    return slides.some(names => matches(selector, names)) ? [{ text: String(selector).trim(), when }] : []
  })
}

/** Takes what asks for dark or light out of a selector. */
function takeScheme(selector: Selector): When {
  let when: When = 'always'
  for (const node of [...selector.nodes]) {
    const found = schemeOf(node)
    if (!found)
      continue
    when = found
    const { isAlone } = compoundOf(selector, node)
    if (isAlone)
      node.replaceWith(rootClass())
    else
      node.remove()
  }
  return when
}

function schemeOf(node: Node): Exclude<When, 'always'> | undefined {
  if (node.type === 'class')
    return SCHEMES.get(node.value)
  if (node.type !== 'pseudo' || !node.nodes.length)
    return undefined
  const inside = new Set(node.nodes.map((selector) => {
    const [first, ...rest] = selector.nodes.filter(({ type }) => type !== 'combinator')
    const isRest = rest.every(({ type }) => type === 'universal')
    return first && isRest ? schemeOf(first) : undefined
  }))
  const [only] = inside
  if (inside.size !== 1 || !only)
    return undefined
  if (node.value === ':not')
    return only === 'dark' ? 'light' : 'dark'
  return node.value === ':is' || node.value === ':where' ? only : undefined
}

/** What stands around a node up to the next combinators. */
function compoundOf(selector: Selector, node: Node): { isAlone: boolean, nodes: Node[] } {
  const index = selector.index(node)
  const isEnd = (at: number) => selector.nodes[at] === undefined || selector.nodes[at].type === 'combinator'
  let from = index
  let to = index
  while (!isEnd(from - 1))
    from--
  while (!isEnd(to + 1))
    to++
  return { isAlone: from === to, nodes: selector.nodes.slice(from, to + 1) }
}

/** Puts the element that stands for the document where selectors name `html`, `:root` and `body`. */
function standForRoot(selector: Selector): void {
  selector.walk((node) => {
    if (node.type === 'tag' && /^(?:html|body)$/i.test(node.value)) {
      // Types weigh less than classes.
      const weightless = parser.pseudo({ value: ':where' })
      weightless.append(parser.selector({ value: '', nodes: [rootClass()] }) as never)
      node.replaceWith(weightless)
    }
    else if (node.type === 'pseudo' && node.value === ':root') {
      node.replaceWith(rootClass())
    }
  })
}

function rootClass(): Node {
  return parser.className({ value: ROOT_CLASS })
}

/** Whether some element of a slide may be what a selector asks for. */
export function mayMatch(selector: string, names: UsedNames): boolean {
  return parser().astSync(selector).nodes.every(one => matches(one, names))
}

/** Whether a slide has all the names that a selector asks for. */
function matches(selector: Selector, names: UsedNames): boolean {
  return selector.nodes.every((node) => {
    switch (node.type) {
      case 'class': return node.value === ROOT_CLASS || names.classes.has(node.value)
      case 'id': return names.ids.has(node.value)
      case 'tag': return names.tags.has(node.value.toLowerCase())
      case 'attribute': return names.attributes.has(node.attribute.toLowerCase())
      case 'pseudo': return matchesPseudo(node, names)
      default: return true
    }
  })
}

function matchesPseudo(node: Pseudo, names: UsedNames): boolean {
  if (!node.nodes.length || !/^:(?:is|where|has|matches|-webkit-any|host)$/.test(node.value))
    return true
  return node.nodes.some(selector => matches(selector, names))
}
