import type { Element } from 'hast'
import type { State } from 'hast-util-to-mdast'
import type { RootContent } from 'mdast'
import type { Tab } from '../../document.ts'
import { toText } from 'hast-util-to-text'
import { classesOf } from './boilerplate.ts'
import { findAll } from './find-elements.ts'

/** The tabs of an element that has a panel for each of its labels. */
export function tabsOf(state: State, node: Element): Tab[] | undefined {
  const classes = classesOf(node)
  const isSet = classes.some(name => /^(?:tabs-container|tabbed-set|tabs|tab-set|sphinx-tabs|sd-tab-set|tabpane|panel-tabset)$/.test(name)) || node.children.some(child => child.type === 'element' && child.properties.role === 'tablist')
  if (!isSet)
    return
  const labels = findAll(node, ({ tagName, properties }) => properties.role === 'tab' || (tagName === 'label' && /tab|sd-/.test(classes.join(' '))), 4)
  const panels = findAll(node, element => element.properties.role === 'tabpanel' || classesOf(element).some(name => /^(?:tabbed-block|tab-pane|tab-content-item|sd-tab-content)$/.test(name)), 4)
  if (!panels.length || labels.length !== panels.length)
    return
  return panels.map((panel, i) => {
    const tab: Tab = { type: 'tab', label: toText(labels[i]!).replace(/\s+/g, ' ').trim(), children: state.toFlow(state.all(panel)) as RootContent[] }
    state.patch(panel, tab)
    return tab
  })
}
