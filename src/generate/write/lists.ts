import type { List, ListItem, RootContent } from 'mdast'
import type { Bullet } from '../plan/slide.ts'

/** Bullets as lists of Markdown; numbered ones and others are lists of their own. */
export function listNodes(items: readonly Bullet[]): RootContent[] {
  const lists: List[] = []
  let top: ListItem | undefined
  for (const item of items) {
    const node = itemNode(item)
    if (item.level > 0 && top) {
      addNested(top, item, node)
      continue
    }
    const list = lists.at(-1)
    if (list && list.ordered === (item.number !== undefined))
      list.children.push(node)
    else
      lists.push(newList(item, node))
    top = node
  }
  return lists
}

function itemNode({ nodes, checked }: Bullet): ListItem {
  return { type: 'listItem', spread: false, checked, children: [{ type: 'paragraph', children: nodes }] }
}

function addNested(top: ListItem, item: Bullet, node: ListItem): void {
  const nested = top.children.find((child): child is List => child.type === 'list')
  if (nested)
    nested.children.push(node)
  else
    top.children.push(newList(item, node))
}

function newList({ number }: Bullet, item: ListItem): List {
  return { type: 'list', ordered: number !== undefined, start: number, spread: false, children: [item] }
}
