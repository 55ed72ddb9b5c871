import type { Element, Nodes, Root } from 'hast'
import type { LeftOut } from '../../document.ts'
import { toText } from 'hast-util-to-text'
import { SKIP, visit } from 'unist-util-visit'
import { classesOf } from './boilerplate.ts'

/** The part of a page that is its document. */
export function mainContent(tree: Root): Root | Element {
  const elements: Element[] = []
  visit(tree, 'element', (element) => {
    elements.push(element)
  })
  const body = elements.find(({ tagName }) => tagName === 'body') ?? tree
  const weight = textWeights(body)
  const largest = (found: readonly Element[]) => found.reduce<Element | undefined>((best, element) => !best || weight(element) > weight(best) ? element : best, undefined)
  const said = largest(elements.filter(({ tagName, properties }) => tagName === 'main' || properties.role === 'main' || String(properties.itemProp) === 'articleBody'))
  const articles = elements.filter(element => element.tagName === 'article' || classesOf(element).some(name => /^(?:markdown-body|theme-doc-markdown|md-content|post-content|entry-content|article-content|rst-content|lesson-content)$/.test(name)))
  // A page can name its main part and yet have little there.
  for (const candidate of [said, largest(articles), largest(elements.filter(({ properties }) => /^(?:content|main|main-content|primary|article)$/.test(String(properties.id))))]) {
    if (candidate && weight(candidate) > 0.3 * weight(body))
      return narrowed(candidate, articles, weight)
  }
  return densest(body, weight)
}

/** An article that has nearly all of the text stands for what is around it too. */
function narrowed(element: Element, articles: readonly Element[], weight: (node: Nodes) => number): Element {
  const inside = articles.filter(article => article !== element && isInside(article, element) && weight(article) >= 0.8 * weight(element))
  return inside.at(-1) ?? element
}

function isInside(inner: Element, outer: Element): boolean {
  let found = false
  visit(outer, (node) => {
    found ||= node === inner
  })
  return found
}

/** Goes down as long as one child has nearly all of the text. */
function densest(body: Root | Element, weight: (node: Nodes) => number): Root | Element {
  let node = body
  for (;;) {
    const heavy = node.children.find(child => child.type === 'element' && !isAround(child) && weight(child) >= 0.75 * weight(node)) as Element | undefined
    if (!heavy || /^(?:p|ul|ol|table|pre|blockquote|dl)$/.test(heavy.tagName))
      return node
    node = heavy
  }
}

/** Letters of running text below each node: in paragraphs, items, cells, code and headings, but not in links of menus. */
function textWeights(root: Root | Element): (node: Nodes) => number {
  const weights = new Map<Nodes, number>()
  const measure = (node: Nodes, running: boolean): number => {
    if (node.type === 'text')
      return running ? node.value.trim().length : 0
    if (!('children' in node) || (node.type === 'element' && (isAround(node) || /^(?:script|style|noscript|template|svg|button|select)$/.test(node.tagName))))
      return 0
    const inside = running || (node.type === 'element' && /^(?:p|pre|h[1-6]|td|dd|blockquote|figcaption|li)$/.test(node.tagName))
    const link = node.type === 'element' && node.tagName === 'a'
    const sum = node.children.reduce((total, child) => total + measure(child, inside && !link), 0)
    weights.set(node, sum)
    return sum
  }
  measure(root, false)
  return node => weights.get(node) ?? 0
}

const around = /^(?:nav|navbar|navigation|menu|sidebar|side-bar|toc|table-of-contents|tableofcontents|breadcrumbs?|pagination|pagination-nav|pager|prev-next|footer|site-header|site-footer|page-header|cookie|cookies|cookie-banner|cookie-consent|consent|gdpr|banner-cookie|share|sharing|social|social-links|comments|related|related-posts|newsletter|subscribe|advert|advertisement|ads|skip-link|skip-to-content|edit-this-page|edit-page|edit-link|last-updated|page-meta|theme-edit-this-page|theme-last-updated|theme-doc-toc-mobile|theme-doc-breadcrumbs|theme-doc-footer|md-sidebar|md-header|md-footer|md-source-file|md-feedback|md-tabs|wy-nav-side|sphinxsidebar|rst-versions|headerlink|feedback|search|searchbox|lesson-nav|page-nav)$/i
const words = /^(?:skip to (?:main )?content|edit this page(?: on github)?|edit on github|edit page|improve this page|view page source|on this page|in this article|copy|copied!?|copy code|back to top|previous|next|share|print|report a (?:bug|problem)|was this (?:page )?helpful\??|last updated.{0,60})$/i

/** Whether an element is navigation, a banner or another thing around the document. */
function isAround(element: Element): boolean {
  const { tagName, properties } = element
  const role = String(properties.role ?? '')
  if (tagName === 'nav' || tagName === 'footer' || /^(?:navigation|banner|contentinfo|search|menu|menubar|dialog|alertdialog|tree)$/.test(role))
    return true
  if (properties.hidden !== undefined && properties.hidden !== false && role !== 'tabpanel')
    return true
  const names = [...classesOf(element), String(properties.id ?? '')]
  // The names of a build end in a part of their own: `tableOfContents_bqdL`.
  return names.some(name => around.test(name) || /^(?:breadcrumbs|tableOfContents|paginationNav|editThisPage|lastUpdated|tocCollapsible|docFooter|cookie)/i.test(name) || /cookie|consent/i.test(name))
}

/** Takes out of the content what only belongs to the page, and says so. */
export function dropAround(tree: Root, leftOut: LeftOut[]): void {
  visit(tree, 'element', (element, index, parent) => {
    if (index === undefined || !parent)
      return
    const isHeader = element.tagName === 'header' && !has(element, 'h1')
    const isAside = element.tagName === 'aside' && !classesOf(element).some(name => /note|tip|info|warn|caution|danger|important|admonition|callout|alert|aside/i.test(name)) && (has(element, 'a') || has(element, 'nav'))
    if (!isAround(element) && !isHeader && !isAside && !(['a', 'p', 'div', 'span', 'button', 'h2', 'h3', 'li'].includes(element.tagName) && isWords(element)))
      return
    const what = toText(element).trim()
    if (what)
      leftOut.push({ lines: [element.position?.start.line ?? 1, element.position?.end.line ?? 1], what, why: 'part of the page around the text' })
    parent.children.splice(index, 1)
    return [SKIP, index]
  })
}

function isWords(element: Element): boolean {
  const text = shortText(element, 80)
  return text !== undefined && words.test(text.trim())
}

/** The text of an element that has no more than `longest` characters. */
function shortText(node: Nodes, longest: number): string | undefined {
  let text = ''
  const stack: Nodes[] = [node]
  for (let next = stack.pop(); next; next = stack.pop()) {
    if (next.type === 'text')
      text += next.value
    else if ('children' in next)
      stack.push(...next.children.slice(0, 200).reverse())
    if (text.length > longest || stack.length > 400)
      return
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
