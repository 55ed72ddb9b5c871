import type { Element, Root } from 'hast'
import { isMenu, shapesOf } from './element-shape.ts'
import { hasClass } from './find-elements.ts'

/** Share of the text of a page that its main part has; with less it names something else. */
const MIN_SHARE = 0.5

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

/**
 * The parts of a page that are its document: those that it names as its main part, or else its body. Where a part is
 * only heavier than others, the others may be text as well.
 */
export function mainContent(tree: Root): (Root | Element)[] {
  const body = outermost(tree, ({ tagName }) => tagName === 'body')[0] ?? tree
  const mains = outermost(body, isNamedMain)
  const shapeOf = shapesOf(tree)
  const textIn = (node: Root | Element) => shapeOf(node).letters - shapeOf(node).linked
  const around = outermost(body, element => isNamedMain(element) || isMenu(shapeOf(element)))
    .filter(element => !isNamedMain(element))
  const all = textIn(body) - sum(around.map(textIn))
  if (sum(mains.map(textIn)) > MIN_SHARE * all)
    return mains.flatMap(main => onlyArticle(main, textIn) ?? main)
  return [onlyArticle(body, textIn) ?? body]
}

/** Share of the text that the only article of a page has at least, where the rest is around it. */
const MIN_ARTICLE_SHARE = 0.8

/** The only article of a part, where it has nearly all of its text: several of them are a list. */
function onlyArticle(part: Root | Element, textIn: (node: Root | Element) => number): Element | undefined {
  const [article, ...others] = outermost(part, ({ tagName }) => tagName === 'article')
  const isOnly = article && !others.length
  return isOnly && textIn(article) > MIN_ARTICLE_SHARE * textIn(part) ? article : undefined
}

/** Whether an element says that it is what the page is about. */
export function isArticle(element: Element): boolean {
  return element.tagName === 'article' || isNamedMain(element) || hasClass(element, CONTENT_CLASSES)
}

function isNamedMain({ tagName, properties }: Element): boolean {
  return tagName === 'main' || properties.role === 'main' || String(properties.itemProp) === 'articleBody'
}

function outermost(node: Root | Element, test: (element: Element) => boolean): Element[] {
  return node.children.flatMap((child) => {
    if (child.type !== 'element')
      return []
    return test(child) ? [child] : outermost(child, test)
  })
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
