import type { Attributes } from './attributes.ts'
import type { Container } from './placeholders.ts'
import { admonitionKind } from '../admonition-words.ts'
import { firstValue } from './attributes.ts'

/** What a component, shortcode, tag or directive with this name and these attributes holds its content as. */
export function namedContainer(name: string, attributes: Attributes): Container {
  const word = name.replace(/([a-z])([A-Z])/g, '$1-$2').replace(/^.*[/.:]/, '').toLowerCase()
  const label = firstValue(attributes, 'title', 'label', 'header', 'heading', 'summary')
  const title = label ?? attributes.plain.find(value => /\s/.test(value) || /^\p{Lu}/u.test(value))
  if (/^(?:tab|tabs?-?item|tab-?pane|tab-?panel|tabbed|tab-content)$/.test(word)) {
    const named = label ?? firstValue(attributes, 'name', 'tabname') ?? attributes.plain[0] ?? firstValue(attributes, 'value', 'id')
    return named ? { type: 'tab', label: named } : { type: 'wrapper' }
  }
  if (/^(?:group-tab|panel-tabset|tabset)$/.test(word))
    return { type: 'tabs' }
  if (/^code(?:-?block|-?group|-?tab)?$/.test(word))
    return title ? { type: 'code', title } : { type: 'wrapper' }
  const kind = kindOf(word, attributes)
  if (kind)
    return { type: 'admonition', kind, ...(title && { title }) }
  return { type: 'wrapper', ...(title && { title }) }
}

function kindOf(word: string, attributes: Attributes) {
  if (!/^(?:callout|admonition|alert|hint|aside|message|notice|banner|box|info-?box|panel|notification|custom-block|callout-block|note)$/.test(word))
    return /^(?:details|expand|expandable|accordion|accordion-item|collapse|collapsible|toggle|disclosure|spoiler)$/.test(word) ? kindOfTitle(attributes) : admonitionKind(word)
  const said = [firstValue(attributes, 'type', 'kind', 'style', 'variant', 'level', 'severity', 'status', 'intent', 'color', 'context'), ...attributes.plain, ...attributes.classes]
  return said.map(value => value === undefined ? undefined : admonitionKind(value)).find(kind => kind !== undefined) ?? admonitionKind(word) ?? 'note'
}

/** A folded part is a solution or a hint where its title says so. */
function kindOfTitle(attributes: Attributes) {
  return kindOfFold(firstValue(attributes, 'title', 'summary', 'label', 'header') ?? attributes.plain[0] ?? '')
}

export function kindOfFold(title: string) {
  return /\b(?:solution|answer|lösung)\b/i.test(title) ? 'solution' : /\bhints?\b/i.test(title) ? 'tip' : 'note'
}
