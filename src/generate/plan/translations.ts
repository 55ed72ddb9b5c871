import type { Paragraph } from 'mdast'
import { toString } from 'mdast-util-to-string'
import { countWords } from '../../markdown/plain-text.ts'
import { nodesOfType } from '../nodes.ts'

/** The name of a file that ends in a language: `README.pt-BR.md`, `README-ES.md`, `index_fr.html`. */
const TRANSLATION = /^[\w.-]*[._-]([a-z]{2,3}(?:-(?:[a-z]{2}|[a-z]{4}))?)\.(?:mdx?|markdown|html?|rst|adoc)$/i
const LANGUAGES = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })
/** Words beside its links, as in "Read this in other languages:". */
const MAX_WORDS = 10

/** Whether a paragraph only leads to the same document in other languages. */
export function leadsToTranslations(node: Paragraph): boolean {
  const links = nodesOfType(node, 'link')
  const lost = node.data?.lostLinks ?? []
  const addresses = [...links, ...lost].map(({ url }) => url)
  if (!addresses.length || !addresses.every(isTranslation))
    return false
  const linked = [...links.map(link => toString(link)), ...lost.map(({ text }) => text)]
  return countWords(toString(node)) - countWords(linked.join(' ')) <= MAX_WORDS
}

function isTranslation(url: string): boolean {
  const name = url.replace(/[?#].*$/, '').split('/').at(-1)!
  const tag = TRANSLATION.exec(name)?.[1]
  return tag !== undefined && LANGUAGES.of(tag.toLowerCase()) !== undefined
}
