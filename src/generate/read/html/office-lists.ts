import type { Element, ElementContent, Root, Text } from 'hast'
import { toText } from 'hast-util-to-text'
import { visit } from 'unist-util-visit'
import { classesOf } from './find-elements.ts'

/** An item of a list that its program has written as a paragraph or as a list of its own. */
interface FlatItem {
  level: number
  ordered: boolean
  start?: number
  item: Element
}

/** Columns of one level of a list, in points. */
const LEVEL = 36
const POINTS: Record<string, number> = { in: 72, pt: 1, cm: 28.35, mm: 2.835, px: 0.75 }
const WORD_CLASS = /^MsoList(?:Paragraph|Bullet|Number|Continue)/
const MARKER = /^\s*([·•▪–§Øüo\uF0B7\uF0A7\uF0D8-]|\(?(?:\d{1,3}|[a-z]|[ivxl]{2,5})[.)])(?:\s+|$)/i

/** Puts the levels of lists that Word and Google Docs write side by side into one another. */
export function nestLists(tree: Root): void {
  visit(tree, (node) => {
    if (!('children' in node))
      return
    const children: ElementContent[] = []
    let run: FlatItem[] = []
    const flush = () => {
      if (run.length)
        children.push(...listsOf(run))
      run = []
    }
    for (const child of node.children as ElementContent[]) {
      const items = child.type === 'element' ? flatItems(child) : undefined
      if (items) {
        run.push(...items)
      }
      else if (!run.length || child.type === 'element' || (child.type === 'text' && child.value.trim())) {
        flush()
        children.push(child)
      }
    }
    flush()
    node.children = children
  })
}

function flatItems(element: Element): FlatItem[] | undefined {
  const level = /^lst-kix_\w+-(\d)$/
  const google = classesOf(element).map(name => level.exec(name)?.[1]).find(Boolean)
  if (google !== undefined && /^[uo]l$/.test(element.tagName)) {
    const ordered = element.tagName === 'ol'
    const start = Number(element.properties.start ?? 1)
    return element.children
      .filter((child): child is Element => child.type === 'element' && child.tagName === 'li')
      .map((item, i) => ({ level: Number(google), ordered, start: start + i, item }))
  }
  return element.tagName === 'p' ? wordItem(element) : undefined
}

function wordItem(paragraph: Element): FlatItem[] | undefined {
  const style = String(paragraph.properties.style ?? '')
  const isList = /mso-list:\s*l\d/.test(style) || classesOf(paragraph).some(name => WORD_CLASS.test(name))
  const marker = isList ? MARKER.exec(toText(paragraph, { whitespace: 'pre' }))?.[1] : undefined
  if (marker === undefined)
    return undefined
  dropMarker(paragraph, marker)
  const ordered = /[.)]$/.test(marker)
  const number = Number(/\d+/.exec(marker)?.[0] ?? Number.NaN)
  const item: Element = { ...paragraph, tagName: 'li', properties: {} }
  return [{ level: levelOf(style), ordered, start: Number.isNaN(number) ? undefined : number, item }]
}

function levelOf(style: string): number {
  const named = /mso-list:\s*l\d+\s+level(\d)/.exec(style)?.[1]
  if (named)
    return Number(named) - 1
  const margin = /margin-left:([^;]+)/.exec(style)?.[1] ?? /margin:([^;]+)/.exec(style)?.[1]?.trim().split(/\s+/).at(-1)
  const [, length, unit] = /^\s*([\d.]+)(in|pt|cm|mm|px)/.exec(margin ?? '') ?? []
  return length ? Math.max(0, Math.round(Number(length) * POINTS[unit!]! / LEVEL) - 1) : 0
}

/** Takes the sign or number off the beginning, with the space behind it. */
function dropMarker(paragraph: Element, marker: string): void {
  const texts: Text[] = []
  visit(paragraph, 'text', text => void texts.push(text))
  let left = marker
  for (const text of texts) {
    const value = text.value.replace(/^\s+/, '')
    if (left && value.startsWith(left[0]!)) {
      const taken = value.startsWith(left) ? left : value.slice(0, left.length)
      left = left.slice(taken.length)
      text.value = value.slice(taken.length).replace(/^\s+/, '')
    }
    else {
      text.value = value
    }
    if (!left && text.value)
      return
  }
}

/** Lists, each item with those of deeper levels that follow it. */
function listsOf(items: readonly FlatItem[]): Element[] {
  const lists: Element[] = []
  const open: { level: number, list: Element }[] = []
  for (const { level, ordered, start, item } of items) {
    while (open.length && open.at(-1)!.level > level)
      open.pop()
    const tagName = ordered ? 'ol' : 'ul'
    let current = open.at(-1)
    if (current?.level === level && current.list.tagName !== tagName) {
      open.pop()
      current = open.at(-1)
    }
    if (current?.level !== level) {
      const list: Element = { type: 'element', tagName, properties: ordered && start ? { start } : {}, children: [] }
      const holder = current?.list.children.at(-1)
      if (holder?.type === 'element')
        holder.children.push(list)
      else
        lists.push(list)
      open.push(current = { level, list })
    }
    current.list.children.push(item)
  }
  return lists
}
