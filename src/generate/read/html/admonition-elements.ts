import type { Element } from 'hast'
import type { State } from 'hast-util-to-mdast'
import type { RootContent } from 'mdast'
import type { Admonition, AdmonitionKind } from '../../document.ts'
import { anyOf } from '../../text/patterns.ts'
import { admonitionKind, kindOfFold } from '../admonition-words.ts'
import { classesOf, findElement, hasClass, ignore, lineOf } from './find-elements.ts'

/** Classes that say only that an element is an admonition. */
const FAMILIES = new Set([
  'admonition',
  'alert',
  'callout',
  'theme-admonition',
  'markdown-alert',
  'custom-block',
  'hint',
  'admonitionblock',
  'notice',
  'message',
  'note-box',
  'infobox',
  'aside',
  'starlight-aside',
  'sphinx-admonition',
  'callout-block',
])
/** What stands before the kind in a class: `alert-warning`, `starlight-aside--tip`. */
const BEFORE_KIND = [
  'callout',
  'alert',
  'admonition',
  'hint',
  'theme-admonition',
  'markdown-alert',
  'starlight-aside-',
  'starlight-aside',
  'notice',
  'message',
  'is',
]
const MODIFIER = new RegExp(`^${anyOf(BEFORE_KIND)}-{1,2}(.+)$`)
/** Classes that are a kind by themselves. */
const KINDS = new Set([
  'note',
  'tip',
  'info',
  'important',
  'warning',
  'caution',
  'danger',
  'hint',
  'attention',
  'error',
  'seealso',
  'exercise',
  'solution',
])
const NO_KINDS = new Set(['callout', 'alert', 'admonition'])
/** Elements that are admonitions by a kind alone. */
const HOLDERS = new Set(['div', 'aside', 'blockquote', 'section'])
/** Classes of a part of an admonition. */
const PART = /(?:title|heading|content|body|icon|text)$/
const TITLE = /(?:^|[-_])(?:title|heading|header|admonitionHeading)(?:$|[_-])/i

/** An element that its classes say to be an admonition. */
export function admonitionOf(state: State, node: Element): Admonition | undefined {
  const kind = kindOfClasses(node)
  if (!kind)
    return undefined
  const titleElement = findElement(node, isTitle, 3)
  const title = titleElement && lineOf(titleElement)
  if (titleElement)
    ignore(titleElement)
  return admonition(state, node, kind, title && saysOnlyKind(title, kind) ? undefined : title)
}

/** A part that folds. */
export function foldOf(state: State, node: Element): Admonition {
  const summary = findElement(node, child => child.tagName === 'summary', 2)
  const title = summary && lineOf(summary)
  if (summary)
    ignore(summary)
  return admonition(state, node, kindOfClasses(node) ?? kindOfFold(title ?? ''), title)
}

function admonition(state: State, node: Element, kind: AdmonitionKind, title?: string): Admonition {
  const children = state.toFlow(state.all(node)) as RootContent[]
  const result: Admonition = { type: 'admonition', kind, ...(title && { title }), children }
  state.patch(node, result)
  return result
}

function isTitle(element: Element): boolean {
  return element.tagName === 'summary' || classesOf(element).some(name => TITLE.test(name))
}

function saysOnlyKind(title: string, kind: AdmonitionKind): boolean {
  const isOneWord = title.split(' ').length === 1
  return isOneWord && (admonitionKind(title) === kind || title.toLowerCase() === kind)
}

function kindOfClasses(element: Element): AdmonitionKind | undefined {
  const classes = classesOf(element)
  if (classes.some(name => PART.test(name)))
    return undefined
  const modified = classes.map(name => MODIFIER.exec(name)?.[1]).find(name => name && admonitionKind(name))
  if (modified)
    return admonitionKind(modified)
  const isFamily = hasClass(element, FAMILIES)
  const own = classes
    .filter(name => !NO_KINDS.has(name) && (isFamily || KINDS.has(name)))
    .map(admonitionKind)
    .find(Boolean)
  if (isFamily)
    return own ?? 'note'
  return HOLDERS.has(element.tagName) ? own : undefined
}
