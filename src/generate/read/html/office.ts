import type { Element, Root } from 'hast'
import { toText } from 'hast-util-to-text'
import { SKIP, visit } from 'unist-util-visit'
import { classesOf } from './find-elements.ts'
import { nestLists } from './office-lists.ts'
import { nameStyles, styleReader } from './office-styles.ts'

/** Makes pages that Word or Google Docs has written say by their elements what they say by classes and styles. */
export function readOffice(tree: Root): void {
  if (!isOffice(tree))
    return
  const styleOf = styleReader(tree)
  visit(tree, 'element', (element, index, parent) => {
    const { href } = element.properties
    if (typeof href === 'string' && isRedirect(href))
      element.properties.href = new URL(href).searchParams.get('q') ?? href
    const heading = element.tagName === 'p' ? headingName(element, styleOf(element)) : undefined
    if (heading && toText(element).trim())
      element.tagName = heading
    if (index !== undefined && parent && isBlank(element)) {
      parent.children.splice(index, 1)
      return [SKIP, index]
    }
  })
  nestLists(tree)
  nameStyles(tree, styleOf)
}

function isOffice(tree: Root): boolean {
  let found = false
  visit(tree, 'element', (element) => {
    const { tagName, properties } = element
    found ||= tagName === 'meta' && /microsoft word|google docs/i.test(String(properties.content ?? ''))
    found ||= classesOf(element).some(name => /^(?:Mso[A-Z]|lst-kix_|doc-content$)/.test(name))
    found ||= tagName === 'a' && isRedirect(String(properties.href ?? ''))
    return !found
  })
  return found
}

/** The element of a heading that is written as a paragraph. */
function headingName(paragraph: Element, style: string): string | undefined {
  const classes = classesOf(paragraph)
  if (classes.includes('title') || classes.includes('MsoTitle'))
    return 'h1'
  const level = classes.map(name => /^MsoHeading(\d)$/.exec(name)?.[1]).find(Boolean)
    ?? /mso-outline-level:\s*(\d)/.exec(style)?.[1]
  return level && `h${Math.min(6, Number(level))}`
}

const MARKS = new Set(['span', 'o:p', 'b', 'i'])

/** A paragraph that only makes room. */
function isBlank(element: Element): boolean {
  return (element.tagName === 'p' || element.tagName === 'o:p') && holdsNothing(element)
}

function holdsNothing({ children }: Element): boolean {
  return children.every((child) => {
    if (child.type === 'text')
      return !child.value.replace(/\u00A0/g, ' ').trim()
    return child.type !== 'element' || (MARKS.has(child.tagName) && holdsNothing(child))
  })
}

/** Google Docs sends every link through a page of its own. */
function isRedirect(href: string): boolean {
  return href.startsWith('https://www.google.com/url?')
}
