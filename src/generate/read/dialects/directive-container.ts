import type { Container } from './placeholders.ts'
import { wordList } from '../../text/patterns.ts'
import { admonitionKind } from '../admonition-words.ts'
import { namedContainer } from './named-container.ts'

/** Directives that only lay out what stands in them. */
const LAYOUTS = new Set(wordList(`
  tab-set tab-set-code grid grid-item grid-item-card card card-carousel div container compound only panels rst-class
  full-width
`))
const CONTAINERS = new Set(wordList(`
  tab-item tab dropdown details epigraph pull-quote highlights blockquote topic margin aside sidebar admonition
`))
/** What is stated and proved. */
const STATEMENTS = new Set(wordList(`
  theorem lemma corollary proposition definition axiom conjecture criterion property proof example algorithm
  observation remark assumption
`))
/** What says since when something is so. */
const VERSIONS: Readonly<Record<string, string>> = {
  versionadded: 'New in version',
  versionchanged: 'Changed in version',
  deprecated: 'Deprecated since version',
}
/** Directives whose argument is a name to refer to. */
const LABELLED = new Set(['solution', 'solution-start'])

/**
 * What holds the text of a directive of MyST; undefined for a directive that holds none.
 * @param argument what stands behind the name
 * @param next the line below, which may say of which kind an admonition is
 */
export function directiveContainer(name: string, argument: string, next = ''): Container | undefined {
  const word = name.split(':').at(-1)!.toLowerCase()
  const title = LABELLED.has(word) ? '' : argument
  const version = VERSIONS[word]
  if (version) {
    const kind = word === 'deprecated' ? 'warning' : 'info'
    return { type: 'admonition', kind, title: `${version} ${argument}`.trim() }
  }
  if (STATEMENTS.has(word) && (name.includes(':') || word === 'proof')) {
    const label = word.charAt(0).toUpperCase() + word.slice(1)
    return { type: 'admonition', kind: 'important', title: title ? `${label}: ${title}` : label }
  }
  if (LAYOUTS.has(word))
    return { type: 'wrapper', ...(/\p{L}/u.test(title) && { title }) }
  const [, names = ''] = /^\s*:class:(.*)$/.exec(next) ?? []
  const classes = names.split(/[\s,]+/).filter(Boolean)
  if (word === 'margin' || word === 'aside' || word === 'topic')
    return { type: 'admonition', kind: 'note', ...(title && { title }) }
  if (CONTAINERS.has(word))
    return namedContainer(word, { values: title ? { title } : {}, classes, plain: [] })
  const kind = admonitionKind(word)
  return kind && { type: 'admonition', kind, ...(title && { title }) }
}
