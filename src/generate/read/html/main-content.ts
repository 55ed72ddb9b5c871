import type { Element, Nodes, Root } from 'hast'
import { visit } from 'unist-util-visit'
import { isBoilerplate } from './boilerplate.ts'
import { hasClass } from './find-elements.ts'

/** Shares of the letters of running text from which a part stands for a whole. */
const MIN_SHARE = {
  /** A page can name its main part and yet have little there. */
  named: 0.3,
  /** An article that has nearly all of what is around it stands for that, too. */
  article: 0.8,
  /** A child that has nearly all of its parent's text. */
  child: 0.75,
}

const CONTENT_CLASSES = new Set([
  'markdown-body',
  'theme-doc-markdown',
  'md-content',
  'post-content',
  'entry-content',
  'article-content',
  'rst-content',
  'lesson-content',
])
const CONTENT_IDS = new Set(['content', 'main', 'main-content', 'primary', 'article'])
/** Elements that are text, and no place for it. */
const TEXT_BLOCKS = new Set(['p', 'ul', 'ol', 'table', 'pre', 'blockquote', 'dl'])

/** Letters of running text below a node. */
type Weight = (node: Nodes) => number

/** The part of a page that is its document. */
export function mainContent(tree: Root): Root | Element {
  const elements: Element[] = []
  visit(tree, 'element', (element) => {
    elements.push(element)
  })
  const body = elements.find(({ tagName }) => tagName === 'body') ?? tree
  const weight = textWeights(body)
  const articles = elements.filter(isArticle)
  const candidates = [
    elements.filter(isNamedMain),
    articles,
    elements.filter(({ properties }) => CONTENT_IDS.has(String(properties.id))),
  ]
  for (const candidate of candidates.map(found => heaviest(found, weight))) {
    if (candidate && weight(candidate) > MIN_SHARE.named * weight(body))
      return articleIn(candidate, articles, weight)
  }
  return densest(body, weight)
}

function isNamedMain({ tagName, properties }: Element): boolean {
  return tagName === 'main' || properties.role === 'main' || String(properties.itemProp) === 'articleBody'
}

function isArticle(element: Element): boolean {
  return element.tagName === 'article' || hasClass(element, CONTENT_CLASSES)
}

function heaviest(elements: readonly Element[], weight: Weight): Element | undefined {
  let best: Element | undefined
  for (const element of elements) {
    if (!best || weight(element) > weight(best))
      best = element
  }
  return best
}

/** The innermost article that stands for the element around it, or the element itself. */
function articleIn(element: Element, articles: readonly Element[], weight: Weight): Element {
  const min = MIN_SHARE.article * weight(element)
  const inside = articles.filter(article =>
    article !== element && isInside(article, element) && weight(article) >= min)
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
function densest(body: Root | Element, weight: Weight): Root | Element {
  let node = body
  for (;;) {
    const min = MIN_SHARE.child * weight(node)
    const heavy = node.children.find(child =>
      child.type === 'element' && !isBoilerplate(child) && weight(child) >= min) as Element | undefined
    if (!heavy || TEXT_BLOCKS.has(heavy.tagName))
      return node
    node = heavy
  }
}

const UNREAD = new Set(['script', 'style', 'noscript', 'template', 'svg', 'button', 'select'])
const RUNNING = new Set([
  'p',
  'pre',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'td',
  'dd',
  'blockquote',
  'figcaption',
  'li',
])

/** Letters below each node: in paragraphs, items, cells, code and headings, but not in links of menus. */
function textWeights(root: Root | Element): Weight {
  const weights = new Map<Nodes, number>()
  const measure = (node: Nodes, isRunning: boolean): number => {
    if (node.type === 'text')
      return isRunning ? node.value.trim().length : 0
    if (!('children' in node) || (node.type === 'element' && (UNREAD.has(node.tagName) || isBoilerplate(node))))
      return 0
    const name = node.type === 'element' ? node.tagName : ''
    const isRunningInside = (isRunning || RUNNING.has(name)) && name !== 'a'
    const sum = node.children.reduce((total, child) => total + measure(child, isRunningInside), 0)
    weights.set(node, sum)
    return sum
  }
  measure(root, false)
  return node => weights.get(node) ?? 0
}
