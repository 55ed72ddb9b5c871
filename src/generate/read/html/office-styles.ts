import type { Element, Root } from 'hast'
import { toText } from 'hast-util-to-text'
import { visit } from 'unist-util-visit'
import { classesOf } from './find-elements.ts'

/** What a style says of text. */
export interface TextStyle {
  bold: boolean
  italic: boolean
  monospace: boolean
}

const RULE = /([^{}]+)\{([^{}]*)\}/g
const MONOSPACE = /font-family:[^;]*(?:courier|consolas|mono\b|monospace|source code|menlo|inconsolata|fira code)/i

/** Reads the style of an element from its own attribute and from the classes of the page's style sheets. */
export function styleReader(tree: Root): (element: Element) => string {
  const byClass = new Map<string, string>()
  visit(tree, 'element', (element) => {
    if (element.tagName !== 'style')
      return
    for (const [, selectors, style] of toText(element).replace(/\/\*[\s\S]*?\*\/|<!--|-->/g, '').matchAll(RULE)) {
      for (const selector of selectors!.split(',')) {
        const name = /^\s*[a-z]*\.([\w-]+)\s*$/i.exec(selector)?.[1]
        if (name)
          byClass.set(name, `${byClass.get(name) ?? ''};${style}`)
      }
    }
  })
  return element =>
    [...classesOf(element).map(name => byClass.get(name) ?? ''), String(element.properties.style ?? '')].join(';')
}

/** What a style makes of text. */
function textStyle(style: string): TextStyle {
  return {
    bold: /font-weight:\s*(?:bold|[6-9]00)/i.test(style),
    italic: /font-style:\s*italic/i.test(style),
    monospace: MONOSPACE.test(style),
  }
}

/** Gives text that only its style sets apart the elements that say so, and joins lines of code. */
export function nameStyles(tree: Root, styleOf: (element: Element) => string): void {
  visit(tree, 'element', (element) => {
    joinCode(element, styleOf)
    if (/^(?:h\d|pre|code)$/.test(element.tagName))
      return 'skip'
    if (element.tagName !== 'span' || !toText(element).trim())
      return
    const style = textStyle(styleOf(element))
    const { position } = element
    const names = [...style.bold ? ['strong'] : [], ...style.italic ? ['em'] : [], ...style.monospace ? ['code'] : []]
    for (const tagName of names)
      element.children = [{ type: 'element', tagName, properties: {}, children: element.children, position }]
    return names.length ? 'skip' : undefined
  })
}

/** Paragraphs in the type of a terminal, one below the other, are lines of code. */
function joinCode(parent: Element, styleOf: (element: Element) => string): void {
  const isLine = (node: Element['children'][number]): node is Element =>
    node.type === 'element' && node.tagName === 'p' && isMonospace(node, styleOf)
  const children: Element['children'] = []
  let lines: Element[] = []
  const flush = () => {
    if (lines.length)
      children.push(codeOf(lines))
    lines = []
  }
  for (const child of parent.children) {
    if (isLine(child)) {
      lines.push(child)
    }
    else if (!lines.length || child.type !== 'text' || child.value.trim()) {
      flush()
      children.push(child)
    }
  }
  flush()
  parent.children = children
}

function codeOf(lines: readonly Element[]): Element {
  const value = lines.map(line => toText(line).replace(/\u00A0/g, ' ')).join('\n')
  const position = lines[0]!.position && {
    start: lines[0]!.position.start,
    end: lines.at(-1)!.position?.end ?? lines[0]!.position.end,
  }
  return { type: 'element', tagName: 'pre', properties: {}, children: [{ type: 'text', value }], position }
}

/** Whether all words of a paragraph stand in the type of a terminal. */
function isMonospace(paragraph: Element, styleOf: (element: Element) => string): boolean {
  let words = 0
  const holds = (element: Element): boolean => element.children.every((child) => {
    if (child.type === 'text') {
      const isBlank = !child.value.replace(/\u00A0/g, ' ').trim()
      words += Number(!isBlank)
      return isBlank
    }
    return child.type !== 'element' || (textStyle(styleOf(child)).monospace ? Boolean(words = 1) : holds(child))
  })
  return textStyle(styleOf(paragraph)).monospace ? Boolean(toText(paragraph).trim()) : holds(paragraph) && words > 0
}
