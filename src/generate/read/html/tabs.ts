import type { Element } from 'hast'
import type { State } from 'hast-util-to-mdast'
import type { RootContent } from 'mdast'
import type { Tab } from '../../document.ts'
import { classesOf, findElements, hasClass, lineOf } from './find-elements.ts'

const SET_CLASSES = new Set([
  'tabs-container',
  'tabbed-set',
  'tabs',
  'tab-set',
  'sphinx-tabs',
  'sd-tab-set',
  'tabpane',
  'panel-tabset',
])
const PANEL_CLASSES = new Set(['tabbed-block', 'tab-pane', 'tab-content-item', 'sd-tab-content'])
/** Levels below a set on which its labels and panels can stand. */
const DEPTH = 4

/** The tabs of an element that has a panel for each of its labels. */
export function tabsOf(state: State, node: Element): Tab[] | undefined {
  const isSet = hasClass(node, SET_CLASSES)
    || node.children.some(child => child.type === 'element' && child.properties.role === 'tablist')
  if (!isSet)
    return undefined
  const labelsAreTabs = /tab|sd-/.test(classesOf(node).join(' '))
  const labels = findElements(node, ({ tagName, properties }) =>
    properties.role === 'tab' || (tagName === 'label' && labelsAreTabs), DEPTH)
  const panels = findElements(node, element =>
    element.properties.role === 'tabpanel' || hasClass(element, PANEL_CLASSES), DEPTH)
  if (!panels.length || labels.length !== panels.length)
    return undefined
  return panels.map((panel, i) => {
    const children = state.toFlow(state.all(panel)) as RootContent[]
    const tab: Tab = { type: 'tab', label: lineOf(labels[i]!), children }
    state.patch(panel, tab)
    return tab
  })
}
