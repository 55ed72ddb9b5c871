import type { Element, Nodes, Root } from 'hast'
import type { Omission } from '../../document.ts'
import type { Shape } from './element-shape.ts'
import { toText } from 'hast-util-to-text'
import { anyOf } from '../../text/patterns.ts'
import { omit } from '../omit.ts'
import { isPagePhrase } from '../page-phrases.ts'
import {
  beginningsOfPrograms,
  boilerplateBeginnings,
  boilerplateNames,
  boilerplateRoles,
  namesOfPrograms,
} from './boilerplate-names.ts'
import { isBrief, isMenu, shapesOf } from './element-shape.ts'
import { classesOf } from './find-elements.ts'
import { isArticle } from './main-content.ts'

/** Why what stands around the text of a page is not on the slides. */
export const AROUND_THE_TEXT = 'part of the page around the text'

const BEGINNING = new RegExp(`^${anyOf(boilerplateBeginnings)}`, 'i')
const OF_PROGRAM = new RegExp(`^${anyOf(beginningsOfPrograms)}`)
const CONSENT = /cookie|consent|gdpr/i
const COMMENT = /^comment[-_]?(?:body|content|text|author|meta|item)?$/i
/** Classes of an aside that belongs to the text. */
const TEXT_ASIDE = /note|tip|info|warn|caution|danger|important|admonition|callout|alert|aside/i
/** Elements that are parts of a text: what their names say is what the text is about. */
const TEXT = new Set([
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'pre', 'code', 'kbd', 'samp', 'math', 'table', 'blockquote', 'figure', 'dl'],
  ...['body', 'main', 'article', 'em', 'strong', 'b', 'i', 'span', 'img'],
])
/** What holds a part of a text: a header or footer inside of it belongs to it. */
const SECTIONS = new Set(['article', 'section', 'main', 'aside', 'li', 'td'])
/** What only a text holds; nothing inside is looked at. */
const WHOLE = new Set(['pre', 'code', 'blockquote', 'figure', 'math', 'dl', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'])
/** Characters of a phrase around the text, and of a question for consent. */
const MAX = { phrase: 80, consent: 1200 }

interface Place {
  /** Inside of a part of the text. */
  inSection: boolean
  /** The page has an article, and this stands outside of it. */
  besideArticle: boolean
}

/** Takes out of the content what only belongs to the page, and says so. */
export function omitBoilerplate(tree: Root, omitted: Omission[]): void {
  const shapeOf = shapesOf(tree)
  const hasArticle = contains(tree, isArticle)
  const clean = (parent: Root | Element, place: Place): void => {
    parent.children = (parent.children as Element[]).filter((child) => {
      if (child.type !== 'element')
        return true
      if (belongsToPage(child, shapeOf(child), place)) {
        omitElement(child, omitted)
        return false
      }
      if (!WHOLE.has(child.tagName))
        clean(child, placeIn(child, place))
      return true
    })
  }
  clean(tree, { inSection: false, besideArticle: hasArticle })
}

function placeIn(element: Element, { inSection, besideArticle }: Place): Place {
  return {
    inSection: inSection || SECTIONS.has(element.tagName),
    besideArticle: besideArticle && !isArticle(element),
  }
}

function omitElement(element: Element, omitted: Omission[]): void {
  const what = toText(element).trim()
  const { start, end } = element.position ?? { start: { line: 1 }, end: { line: 1 } }
  if (what)
    omit(omitted, [start.line, end.line], what, AROUND_THE_TEXT)
}

/** Never by its name alone: what is taken for a part of the page has the form of one as well. */
function belongsToPage(element: Element, shape: Shape, place: Place): boolean {
  const { tagName, properties } = element
  const role = String(properties.role ?? '')
  if (properties.hidden !== undefined && properties.hidden !== false && role !== 'tabpanel')
    return true
  if (isOfProgram(element) && !shape.hasTitle && !isArticle(element) && !contains(element, isArticle))
    return true
  if (TEXT.has(tagName))
    return false
  if (tagName === 'form')
    return isFields(shape)
  if (tagName === 'nav' || boilerplateRoles.has(role))
    return !shape.solid && !shape.hasTitle
  if (tagName === 'footer' || tagName === 'header')
    return isEdge(tagName, shape, place)
  if (tagName === 'aside')
    return isMenu(shape) && !classesOf(element).some(name => TEXT_ASIDE.test(name))
  return isNamed(element, shape) || isPhrase(element, shape) || (place.besideArticle && isListOfLinks(element, shape))
}

/** The header or footer of a page; that of a section is one only as a menu. */
function isEdge(tagName: string, shape: Shape, { inSection }: Place): boolean {
  if (shape.solid || shape.hasTitle)
    return false
  return inSection || tagName === 'header' ? isMenu(shape) || (!inSection && isBrief(shape)) : true
}

function isNamed(element: Element, shape: Shape): boolean {
  const classes = classesOf(element)
  const names = [...classes, String(element.properties.id ?? '')]
  if (names.some(name => CONSENT.test(name)) && asksConsent(shape))
    return true
  if (classes.some(isBoilerplateName))
    return (isMenu(shape) && !shape.hasTitle) || isBrief(shape) || isThread(element)
  return names.some(isBoilerplateName) && ((isMenu(shape) && !shape.headings) || isThread(element))
}

/** Whether its name is one of those that programs give to what is around a text. */
function isOfProgram(element: Element): boolean {
  return [...classesOf(element), String(element.properties.id ?? '')]
    .some(name => namesOfPrograms.has(name) || OF_PROGRAM.test(name))
}

/** Fields to fill in, with what is said of them; a form around a whole page is none. */
function isFields({ controls, letters, solid, headings }: Shape): boolean {
  return controls > 0 && !solid && headings <= 1 && letters <= MAX.consent
}

function isBoilerplateName(name: string): boolean {
  return boilerplateNames.has(name.toLowerCase()) || BEGINNING.test(name)
}

function asksConsent({ letters, controls, linked, solid, hasTitle }: Shape): boolean {
  return !solid && !hasTitle && letters <= MAX.consent && (controls > 0 || linked > 0 || letters <= MAX.phrase)
}

/** Comments of readers, one after another. */
function isThread(element: Element): boolean {
  let comments = 0
  return contains(element, (child) => {
    comments += Number(classesOf(child).some(name => COMMENT.test(name)))
    return comments >= 2
  })
}

/** A phrase of several words such as "Edit this page", in a link or a remark of its own; one word can be anything. */
function isPhrase(element: Element, { letters, linked, solid, headings }: Shape): boolean {
  if (!letters || letters > MAX.phrase || linked < letters || solid || headings)
    return false
  const text = textOf(element).replace(/\s+/g, ' ').trim()
  return text.includes(' ') && isPagePhrase(text)
}

/** Links and no text beside an article: a menu that has no name. */
function isListOfLinks({ tagName }: Element, shape: Shape): boolean {
  return ['div', 'ul', 'ol', 'section', 'form'].includes(tagName) && isMenu(shape) && !shape.headings
}

function textOf(node: Nodes): string {
  if (node.type === 'text')
    return node.value
  return 'children' in node ? node.children.map(textOf).join('') : ''
}

function contains(node: Root | Element, test: (element: Element) => boolean): boolean {
  return node.children.some(child => child.type === 'element' && (test(child) || contains(child, test)))
}
