import type { Element, Nodes, Root } from 'hast'
import type { Omission } from '../../document.ts'
import { toText } from 'hast-util-to-text'
import { SKIP, visit } from 'unist-util-visit'
import { anyOf } from '../../text/patterns.ts'
import { omit } from '../omit.ts'
import { isPagePhrase } from '../page-phrases.ts'
import { boilerplateBeginnings, boilerplateNames, boilerplateRoles } from './boilerplate-names.ts'
import { classesOf } from './find-elements.ts'

const BEGINNING = new RegExp(`^${anyOf(boilerplateBeginnings)}`, 'i')
const CONSENT = /cookie|consent/i

/** Whether an element is navigation, a banner or another thing around the document. */
export function isBoilerplate(element: Element): boolean {
  const { tagName, properties } = element
  const role = String(properties.role ?? '')
  if (tagName === 'nav' || tagName === 'footer' || boilerplateRoles.has(role))
    return true
  if (properties.hidden !== undefined && properties.hidden !== false && role !== 'tabpanel')
    return true
  return [...classesOf(element), String(properties.id ?? '')].some(name =>
    boilerplateNames.has(name.toLowerCase()) || BEGINNING.test(name) || CONSENT.test(name))
}

/** Classes of an aside that belongs to the text. */
const TEXT_ASIDE = /note|tip|info|warn|caution|danger|important|admonition|callout|alert|aside/i
/** Elements that can hold nothing but a button's words. */
const PHRASE_ELEMENTS = new Set(['a', 'p', 'div', 'span', 'button', 'h2', 'h3', 'li'])

/** Takes out of the content what only belongs to the page, and says so. */
export function omitBoilerplate(tree: Root, omitted: Omission[]): void {
  visit(tree, 'element', (element, index, parent) => {
    if (index === undefined || !parent || !belongsToPage(element))
      return
    const what = toText(element).trim()
    const { start, end } = element.position ?? { start: { line: 1 }, end: { line: 1 } }
    if (what)
      omit(omitted, [start.line, end.line], what, 'part of the page around the text')
    parent.children.splice(index, 1)
    return [SKIP, index]
  })
}

function belongsToPage(element: Element): boolean {
  const { tagName } = element
  if (isBoilerplate(element))
    return true
  if (tagName === 'header')
    return !has(element, 'h1')
  if (tagName === 'aside' && !classesOf(element).some(name => TEXT_ASIDE.test(name)))
    return has(element, 'a') || has(element, 'nav')
  return PHRASE_ELEMENTS.has(tagName) && isPhrase(element)
}

/** Characters of a phrase around the text. */
const MAX_PHRASE = 80

function isPhrase(element: Element): boolean {
  const text = shortText(element, MAX_PHRASE)
  return text !== undefined && isPagePhrase(text)
}

/** The text of an element that has no more than `max` characters, found without reading a long one to its end. */
function shortText(node: Nodes, max: number): string | undefined {
  let text = ''
  const stack: Nodes[] = [node]
  for (let next = stack.pop(); next; next = stack.pop()) {
    if (next.type === 'text')
      text += next.value
    else if ('children' in next)
      stack.push(...next.children.slice(0, 200).reverse())
    if (text.length > max || stack.length > 400)
      return undefined
  }
  return text
}

function has(element: Element, tagName: string): boolean {
  let found = false
  visit(element, 'element', (child) => {
    found ||= child.tagName === tagName
  })
  return found
}
