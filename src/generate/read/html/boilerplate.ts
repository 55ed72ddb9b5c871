import type { Element, Root } from 'hast'
import type { LeftOut } from '../../document.ts'
import { toText } from 'hast-util-to-text'
import { SKIP, visit } from 'unist-util-visit'

const silent = new Set(['script', 'style', 'noscript', 'template', 'link', 'meta', 'base', 'canvas', 'button', 'svg', 'nav', 'dialog'])
const anchors = /^(?:headerlink|hash-link|header-anchor|heading-anchor|anchor|anchorjs-link|linenos|lineno|linenodiv|gutter|rouge-gutter|line-numbers-rows|hljs-ln-numbers|copybtn|clipboard|sr-only|visually-hidden|screen-reader-text)$/

/** Takes out what a page shows nothing of, or only to be clicked. */
export function dropSilent(tree: Root, first: number, leftOut: LeftOut[]): void {
  visit(tree, (node, index, parent) => {
    if (index === undefined || !parent)
      return
    if (node.type === 'comment' || (node.type === 'element' && isSilent(node))) {
      const what = node.type === 'comment' ? `<!--${node.value}-->` : toText(node).trim()
      if (what.replace(/[#¶§\u200B\s]/g, ''))
        leftOut.push({ lines: [(node.position?.start.line ?? 1) + first - 1, (node.position?.end.line ?? 1) + first - 1], what, why: node.type === 'comment' ? 'a comment' : 'shows nothing that the document says' })
      parent.children.splice(index, 1)
      return [SKIP, index]
    }
  })
}

function isSilent(element: Element): boolean {
  const { tagName, properties } = element
  // Formulas and diagrams say in other ways what they show.
  if (tagName === 'script' && String(properties.type).startsWith('math/tex'))
    return false
  return silent.has(tagName) || classesOf(element).some(name => anchors.test(name) && !(name === 'anchor' && /^h\d$/.test(tagName)))
}

export function classesOf({ properties }: Element): string[] {
  return Array.isArray(properties.className) ? properties.className.map(String) : []
}
