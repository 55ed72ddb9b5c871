import type { List, ListItem, Paragraph, PhrasingContent, RootContent } from 'mdast'

/** Terms with a definition on a line that begins with a colon become a list of strong terms. */
export function definitionList(paragraph: Paragraph): RootContent[] {
  const lines = textLines(paragraph.children)
  if (lines.length < 2 || isDefinition(lines[0]!) || !isDefinition(lines[1]!))
    return [paragraph]
  const { data } = paragraph
  const items: ListItem[] = []
  lines.forEach((line, i) => {
    const last = items.at(-1)?.children[0] as Paragraph | undefined
    if (isDefinition(line))
      last!.children.push({ type: 'text', value: ': ' }, ...withoutColon(line))
    else if (lines[i + 1] && isDefinition(lines[i + 1]!))
      items.push(termItem(line, data))
    else
      last?.children.push({ type: 'text', value: '\n' }, ...line)
  })
  const list: List = { type: 'list', ordered: false, spread: false, children: items, data }
  return [list]
}

function isDefinition([first]: readonly PhrasingContent[]): boolean {
  return first?.type === 'text' && /^: +(?:\S|$)/.test(first.value)
}

function termItem(term: PhrasingContent[], data: Paragraph['data']): ListItem {
  const paragraph: Paragraph = { type: 'paragraph', children: [{ type: 'strong', children: term }], data }
  return { type: 'listItem', spread: false, children: [paragraph], data }
}

function withoutColon([first, ...rest]: readonly PhrasingContent[]): PhrasingContent[] {
  return first?.type === 'text' ? [{ type: 'text', value: first.value.replace(/^: +/, '') }, ...rest] : rest
}

function textLines(children: readonly PhrasingContent[]): PhrasingContent[][] {
  const lines: PhrasingContent[][] = [[]]
  for (const child of children) {
    if (child.type !== 'text') {
      lines.at(-1)!.push(child)
      continue
    }
    child.value.split('\n').forEach((value, i) => {
      if (i)
        lines.push([])
      if (value)
        lines.at(-1)!.push({ type: 'text', value })
    })
  }
  return lines
}
