import type { AdmonitionKind } from '../../document.ts'
import type { Attributes } from './attributes.ts'
import type { Container } from './placeholders.ts'
import { admonitionKind, kindOfFold } from '../admonition-words.ts'
import { firstValue } from './attributes.ts'

const TAB = /^(?:tab|tabs?-?item|tab-?pane|tab-?panel|tabbed|tab-content)$/
const TABS = /^(?:group-tab|panel-tabset|tabset)$/
const CODE = /^code(?:-?block|-?group|-?tab)?$/

/** Names that say nothing of the kind of an admonition; its attributes may. */
const ANY_KIND = new Set([
  'callout',
  'admonition',
  'alert',
  'hint',
  'aside',
  'message',
  'notice',
  'banner',
  'box',
  'infobox',
  'info-box',
  'panel',
  'notification',
  'custom-block',
  'callout-block',
  'note',
])
/** Attributes that name the kind of an admonition. */
const KIND_NAMES = [
  'type',
  'kind',
  'style',
  'variant',
  'level',
  'severity',
  'status',
  'intent',
  'color',
  'context',
]
const FOLDS = new Set([
  'details',
  'expand',
  'expandable',
  'accordion',
  'accordion-item',
  'collapse',
  'collapsible',
  'toggle',
  'disclosure',
  'spoiler',
  'dropdown',
])
const QUOTES = new Set(['epigraph', 'pull-quote', 'highlights', 'blockquote'])

/** What a component, shortcode, tag or directive with this name and these attributes holds its content as. */
export function namedContainer(name: string, attributes: Attributes): Container {
  const word = name.replace(/([a-z])([A-Z])/g, '$1-$2').replace(/^.*[/.:]/, '').toLowerCase()
  const label = firstValue(attributes, 'title', 'label', 'header', 'heading', 'summary')
  const title = label ?? attributes.plain.find(value => /\s/.test(value) || /^\p{Lu}/u.test(value))
  if (TAB.test(word)) {
    const tab = label ?? tabName(attributes)
    return tab ? { type: 'tab', label: tab } : { type: 'wrapper' }
  }
  if (TABS.test(word))
    return { type: 'tabs' }
  if (CODE.test(word))
    return title ? { type: 'code', title } : { type: 'wrapper' }
  if (QUOTES.has(word))
    return { type: 'quote' }
  const kind = kindOf(word, attributes)
  if (kind)
    return { type: 'admonition', kind, ...(title && { title }) }
  return { type: 'wrapper', ...(title && { title }) }
}

function tabName(attributes: Attributes): string | undefined {
  return firstValue(attributes, 'name', 'tabname') ?? attributes.plain[0] ?? firstValue(attributes, 'value', 'id')
}

function kindOf(word: string, attributes: Attributes): AdmonitionKind | undefined {
  if (FOLDS.has(word)) {
    const title = firstValue(attributes, 'title', 'summary', 'label', 'header') ?? attributes.plain[0] ?? ''
    return kindOfFold(title)
  }
  if (!ANY_KIND.has(word))
    return admonitionKind(word)
  for (const said of [firstValue(attributes, ...KIND_NAMES), ...attributes.plain, ...attributes.classes]) {
    const kind = said === undefined ? undefined : admonitionKind(said)
    if (kind)
      return kind
  }
  return admonitionKind(word) ?? 'note'
}
