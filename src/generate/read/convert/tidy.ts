import type { Element, ElementContent, Root } from 'hast'
import type { Omission } from '../../document.ts'
import { toText } from 'hast-util-to-text'
import { visit } from 'unist-util-visit'
import { classesOf, findElement, lineOf } from '../html/find-elements.ts'
import { markFormulas } from '../html/tex-formulas.ts'
import { omit } from '../omit.ts'
import { nameOfReference, titleOfPicture } from './asciidoc-elements.ts'
import { roleText } from './roles.ts'

/** What an element becomes: nothing where it stays, else what stands in its place. */
type Rule = (element: Element, omitted: Omission[]) => ElementContent[] | undefined

function elementOf(tagName: string, className: string[], children: ElementContent[], { position }: Element): Element {
  return { type: 'element', tagName, properties: { className }, children, position }
}

/** AsciiDoc lays its admonitions out as tables. */
function admonitionTable(element: Element): ElementContent[] | undefined {
  if (!classesOf(element).includes('admonitionblock'))
    return undefined
  const content = findElement(element, child => classesOf(child).includes('content'), 5)
  if (!content)
    return undefined
  const [, kind = 'note'] = classesOf(element)
  return [elementOf('div', ['admonition', kind], content.children, element)]
}

/** The first paragraph of a general admonition of reStructuredText is its title. */
function admonitionWithoutTitle(element: Element): undefined {
  if (!classesOf(element).includes('admonition') || findElement(element, isTitle, 2))
    return
  const first = element.children.find((child): child is Element => child.type === 'element')
  if (first?.tagName === 'p' && element.children.filter(({ type }) => type === 'element').length > 1)
    Object.assign(first, elementOf('div', ['title'], first.children, first))
}

function isTitle(element: Element): boolean {
  return classesOf(element).includes('title')
}

const VERSIONS: Record<string, string> = {
  versionadded: 'New in version',
  versionchanged: 'Changed in version',
  versionremoved: 'Removed in version',
  deprecated: 'Deprecated since version',
}

/** What Sphinx says of a version: its number stands before the text. */
function versionNote(element: Element): ElementContent[] | undefined {
  const name = classesOf(element).find(name => VERSIONS[name])
  const first = element.children.find((child): child is Element => child.type === 'element')
  const start = first?.children[0]
  if (!name || start?.type !== 'text')
    return undefined
  const [version = ''] = start.value.trim().split(/\s/)
  start.value = start.value.trim().slice(version.length)
  const title: ElementContent = { type: 'text', value: `${VERSIONS[name]} ${version}` }
  const isBare = !toText(element).trim()
  // A callout of a title alone would be an empty box.
  const children = isBare ? [] : [elementOf('div', ['title'], [title], element), ...element.children]
  return [isBare ? elementOf('p', [], [title], element) : elementOf('div', ['admonition', 'note'], children, element)]
}

function sidebar(element: Element): ElementContent[] | undefined {
  const names = classesOf(element)
  if (!names.includes('sidebarblock') && !(names.includes('sidebar') && element.tagName === 'div'))
    return undefined
  const content = findElement(element, child => classesOf(child).includes('content'), 1) ?? element
  return [elementOf('div', ['admonition', 'note'], content.children, element)]
}

/** Questions and answers of AsciiDoc: the first paragraph of an item is the question. */
function questions(element: Element): ElementContent[] | undefined {
  const isList = classesOf(element).includes('qanda')
  const list = isList ? findElement(element, ({ tagName }) => tagName === 'ol', 1) : undefined
  const items = list?.children.filter((child): child is Element => child.type === 'element')
  return items?.map((item) => {
    const [question, ...answer] = item.children.filter((child): child is Element => child.type === 'element')
    const title = elementOf('div', ['title'], [{ type: 'text', value: question ? lineOf(question) : '' }], item)
    return elementOf('div', ['admonition', 'question'], [title, ...answer], item)
  })
}

/** The caption of a table is a paragraph before it. */
function caption(element: Element): ElementContent[] | undefined {
  const found = element.tagName === 'table'
    ? element.children.find((child): child is Element => child.type === 'element' && child.tagName === 'caption')
    : undefined
  if (!found)
    return undefined
  element.children = element.children.filter(child => child !== found)
  return [elementOf('p', [], found.children, found), element]
}

/** A caption that repeats the alternative text of its picture says nothing more. */
function sameCaption(element: Element): ElementContent[] | undefined {
  return element.tagName === 'figcaption' && element.properties.ariaHidden === 'true' ? [] : undefined
}

/** Code of AsciiDoc has its title before it, code of reStructuredText as an attribute. */
function titleOfCode(element: Element): undefined {
  if (classesOf(element).includes('listingblock')) {
    const title = element.children.find((child): child is Element => child.type === 'element' && isTitle(child))
    if (title)
      title.properties.className = ['code-title']
  }
  if (element.tagName === 'pre' && typeof element.properties.dataCaption === 'string')
    element.properties.dataTitle = element.properties.dataCaption.replace(/:[\w:-]+:(?=`)|[`*[\]]/g, '')
}

/** Classes of code that name no language. */
const NO_LANGUAGES = new Set(['highlight', 'content', 'literal-block', 'example', 'numberLines', 'number-lines'])

/** Pandoc names the language as the class of the block. */
function languageOfCode(element: Element): undefined {
  if (element.tagName !== 'pre' || element.properties.dataLang)
    return
  const language = classesOf(element).find(name => !NO_LANGUAGES.has(name) && /^[\w+#.-]+$/.test(name))
  if (language && language !== 'sourceCode')
    element.properties.dataLang = language
}

/** Roles of reStructuredText that pandoc does not know. */
function interpretedText(element: Element): ElementContent[] | undefined {
  const role = element.tagName === 'code' && classesOf(element).includes('interpreted-text')
    ? String(element.properties.role ?? '')
    : undefined
  if (role === undefined)
    return undefined
  const { text, isCode, url } = roleText(role, toText(element))
  const content: ElementContent = { type: 'text', value: text }
  const { position } = element
  if (url)
    return [{ type: 'element', tagName: 'a', properties: { href: url }, children: [content], position }]
  return [isCode ? { type: 'element', tagName: 'code', properties: {}, children: [content], position } : content]
}

const LISTS_OF_PAGES = new Set(['toctree', 'contents', 'tableofcontents', 'toc'])

/** A list of pages is no text of the document. */
function listOfPages(element: Element, omitted: Omission[]): ElementContent[] | undefined {
  const isList = element.tagName === 'div' && (classesOf(element).some(name => LISTS_OF_PAGES.has(name))
    || element.properties.id === 'toc')
  if (!isList)
    return undefined
  const { start, end } = element.position ?? { start: { line: 1 }, end: { line: 1 } }
  omit(omitted, [start.line, end.line], toText(element).trim(), 'a list of pages')
  return []
}

const rules: readonly Rule[] = [
  admonitionTable,
  admonitionWithoutTitle,
  versionNote,
  sidebar,
  questions,
  caption,
  sameCaption,
  titleOfPicture,
  nameOfReference,
  titleOfCode,
  languageOfCode,
  interpretedText,
  listOfPages,
]

/** Brings the HTML of converters to the forms that the reader of HTML knows. */
export function tidy(tree: Root, omitted: Omission[]): void {
  visit(tree, 'element', (element, index, parent) => {
    for (const rule of rules) {
      const instead = rule(element, omitted)
      if (instead && parent && index !== undefined) {
        parent.children.splice(index, 1, ...instead)
        return index
      }
    }
  })
  markFormulas(tree)
}
