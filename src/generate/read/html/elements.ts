import type { Element } from 'hast'
import type { Handle, State } from 'hast-util-to-mdast'
import type { Code, RootContent } from 'mdast'
import type { AdmonitionKind } from '../../document.ts'
import { toText } from 'hast-util-to-text'
import { admonitionKind } from '../admonition-words.ts'
import { kindOfFold } from '../dialects/named-container.ts'
import { classesOf } from './boilerplate.ts'
import { find } from './find-elements.ts'
import { formula } from './formulas.ts'
import { tabsOf } from './tabs.ts'

/** How elements of pages become nodes of Markdown where the library's own way does not tell enough. */
export const elementHandlers: Record<string, Handle> = {
  pre: code,
  div: container,
  aside: container,
  section: container,
  blockquote: (state, node) => admonition(state, node) ?? withLines(state, node, { type: 'blockquote', children: state.toFlow(state.all(node)) as never }),
  details: folded,
  span: formula,
  math: formula,
  iframe: embedded,
  embed: embedded,
  figure: (state, node) => figure(state, node),
  u: (state, node) => state.all(node) as never,
  mark: (state, node) => state.all(node) as never,
}

function withLines(state: State, node: Element, result: RootContent): RootContent {
  state.patch(node, result)
  return result
}

function container(state: State, node: Element): RootContent[] {
  nameCode(node)
  const tabs = tabsOf(state, node)
  if (tabs)
    return tabs
  const formulas = classesOf(node).includes('katex-display') ? formula(state, node) : undefined
  const result = formulas ?? admonition(state, node)
  return result ? [result].flat() as RootContent[] : state.toFlow(state.all(node)) as RootContent[]
}

const families = /^(?:admonition|alert|callout|theme-admonition|markdown-alert|custom-block|hint|admonitionblock|notice|message|note-box|infobox|aside|starlight-aside|sphinx-admonition|callout-block)$/
const modifiers = /^(?:callout|alert|admonition|hint|theme-admonition|markdown-alert|starlight-aside-|starlight-aside|notice|message|is)-{1,2}(.+)$/

/** An element that its classes say to be an admonition. */
function admonition(state: State, node: Element): RootContent | undefined {
  const classes = classesOf(node)
  const kind = kindOfClasses(node, classes)
  if (!kind)
    return
  const titleElement = find(node, child => classesOf(child).some(name => /(?:^|-|_)(?:title|heading|header|admonitionHeading)(?:$|[_-])/i.test(name)) || child.tagName === 'summary', 3)
  const title = titleElement && toText(titleElement).replace(/\s+/g, ' ').trim()
  if (titleElement)
    titleElement.properties.dataMdast = 'ignore'
  const isKind = title !== undefined && (admonitionKind(title) === kind || title.toLowerCase() === kind) && title.split(' ').length === 1
  return withLines(state, node, { type: 'admonition', kind, ...(title && !isKind && { title }), children: state.toFlow(state.all(node)) as RootContent[] })
}

function kindOfClasses({ tagName }: Element, classes: readonly string[]): AdmonitionKind | undefined {
  if (classes.some(name => /(?:title|heading|content|body|icon|text)$/.test(name) && !/^(?:note|tip)$/.test(name)))
    return
  const family = classes.some(name => families.test(name))
  const modified = classes.map(name => modifiers.exec(name)?.[1]).map(name => name && admonitionKind(name)).find(Boolean)
  if (modified)
    return modified
  const own = classes.map(name => /^(?:note|tip|info|important|warning|caution|danger|hint|attention|error|seealso|exercise|solution)$/.test(name) || family ? admonitionKind(name) : undefined).find((kind, i) => kind && !/^(?:callout|alert|admonition)$/.test(classes[i]!))
  return own && (family || ['div', 'aside', 'blockquote', 'section'].includes(tagName)) ? own : family ? 'note' : undefined
}

function folded(state: State, node: Element): RootContent {
  const summary = find(node, child => child.tagName === 'summary', 2)
  const title = summary && toText(summary).replace(/\s+/g, ' ').trim()
  if (summary)
    summary.properties.dataMdast = 'ignore'
  const kind = kindOfClasses(node, classesOf(node)) ?? kindOfFold(title ?? '')
  return withLines(state, node, { type: 'admonition', kind, ...(title && { title }), children: state.toFlow(state.all(node)) as RootContent[] })
}

/** A page inside the page becomes a link to it. */
function embedded(state: State, { properties, position }: Element): RootContent | undefined {
  const url = String(properties.src ?? properties.dataSrc ?? '')
  if (!url)
    return
  return { type: 'link', url: state.resolve(url), title: null, children: [{ type: 'text', value: String(properties.title ?? '').trim() || url }], position }
}

/** A picture without an alternative text has its caption for one. */
function figure(state: State, node: Element): RootContent[] {
  const image = find(node, child => child.tagName === 'img', 4)
  const caption = find(node, child => child.tagName === 'figcaption', 3)
  if (image && caption && !image.properties.alt && !find(caption, child => child.tagName === 'a', 5)) {
    image.properties.alt = toText(caption).replace(/\s+/g, ' ').trim()
    caption.properties.dataMdast = 'ignore'
  }
  return state.toFlow(state.all(node)) as RootContent[]
}

/** What stands around code tells its language and its file. */
function nameCode(node: Element): void {
  const language = languageOf(node)
  const name = node.children.find(child => child.type === 'element' && classesOf(child).some(name => /^(?:code-?(?:block-?)?title|file-?name)/i.test(name))) as Element | undefined
  const pre = language || name ? find(node, child => child.tagName === 'pre', 4) : undefined
  if (!pre)
    return
  if (language)
    pre.properties.dataLang ??= language
  if (name) {
    pre.properties.dataTitle = toText(name).replace(/[[\]\s]+/g, ' ').trim()
    name.properties.dataMdast = 'ignore'
  }
}

function code(state: State, node: Element): Code {
  const inner = find(node, child => child.tagName === 'code', 2)
  const language = [inner, node].flatMap(element => element ? languageOf(element) : []).find(Boolean)
  const result: Code = { type: 'code', lang: language ?? null, meta: node.properties.dataTitle ? `[${String(node.properties.dataTitle)}]` : null, value: toText(node, { whitespace: 'pre' }).replace(/^\n+|\s+$/g, '') }
  state.patch(node, result)
  return result
}

/** The language that an element's classes or data name. */
export function languageOf(element: Element): string | undefined {
  const { properties } = element
  const named = properties.dataLang ?? properties.dataLanguage
  if (named)
    return String(named).toLowerCase()
  const classes = classesOf(element)
  const found = classes.map(name => /^(?:language|lang|highlight-source|highlight|brush|src)-([\w+#-]+)$/.exec(name)?.[1]).find(name => name && !/^(?:none|default|wrapper|container)$/.test(name))
  if (found)
    return found.toLowerCase()
  const after = classes.findIndex(name => /^(?:sourceCode|src|brush:|highlight|mermaid)$/.test(name))
  return after < 0 ? undefined : classes[after] === 'mermaid' ? 'mermaid' : classes[after + 1]?.replace(/;$/, '').toLowerCase()
}
