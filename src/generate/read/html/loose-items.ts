import type { Element, ElementContent, Root } from 'hast'
import { visit } from 'unist-util-visit'

/** What a list may hold beside its items. */
const BESIDE_ITEMS = new Set(['ul', 'ol', 'script', 'template', 'style', 'noscript'])

/**
 * Gives what stands loose in a list a place that Markdown has: a list without items only moves its text to the right,
 * and what stands between two items belongs to the one before it.
 */
export function placeLooseItems(tree: Root): void {
  visit(tree, 'element', (list) => {
    if (list.tagName !== 'ul' && list.tagName !== 'ol')
      return
    if (!list.children.some(child => isNamed(child, ['li', 'ul', 'ol'])))
      list.tagName = 'div'
    else if (list.children.some(isLoose))
      list.children = withoutLoose(list.children)
  })
}

function withoutLoose(children: readonly ElementContent[]): ElementContent[] {
  const items: ElementContent[] = []
  let last: Element | undefined
  for (const child of children) {
    if (isNamed(child, ['li'])) {
      last = child
      items.push(child)
    }
    else if (!isLoose(child) || !last) {
      items.push(isLoose(child) ? (last = itemOf(child)) : child)
    }
    else {
      last.children.push(child)
    }
  }
  return items
}

function itemOf(child: ElementContent): Element {
  return { type: 'element', tagName: 'li', properties: {}, children: [child], position: child.position }
}

function isLoose(child: ElementContent): boolean {
  if (child.type === 'text')
    return child.value.trim() !== ''
  return child.type === 'element' && child.tagName !== 'li' && !BESIDE_ITEMS.has(child.tagName)
}

function isNamed(child: ElementContent, names: readonly string[]): child is Element {
  return child.type === 'element' && names.includes(child.tagName)
}
