import type { Element, Nodes } from 'hast'
import { toText } from 'hast-util-to-text'

export type ElementTest = (element: Element) => boolean

/** The first element below a node, not deeper than `depth`, that passes a test. */
export function findElement(node: Nodes, test: ElementTest, depth: number): Element | undefined {
  return findElements(node, test, depth)[0]
}

/** All elements below a node, not deeper than `depth`, that pass a test; not those inside of one that does. */
export function findElements(node: Nodes, test: ElementTest, depth: number): Element[] {
  if (!('children' in node) || depth === 0)
    return []
  return node.children.flatMap((child) => {
    if (child.type !== 'element')
      return []
    return test(child) ? [child] : findElements(child, test, depth - 1)
  })
}

export function classesOf({ properties }: Element): string[] {
  return Array.isArray(properties.className) ? properties.className.map(String) : []
}

export function hasClass(element: Element, names: ReadonlySet<string>): boolean {
  return classesOf(element).some(name => names.has(name))
}

/** What an element shows, on one line. */
export function lineOf(element: Element): string {
  return toText(element).replace(/\s+/g, ' ').trim()
}

/** Leaves an element out of the Markdown: what it says is said in another way. */
export function ignore(element: Element): void {
  element.properties.dataMdast = 'ignore'
}
