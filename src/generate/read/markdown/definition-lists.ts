import type { List, ListItem, Paragraph, PhrasingContent, RootContent } from 'mdast'

/** Terms with a definition on a line that begins with a colon become a list of strong terms. */
export function definitionList(paragraph: Paragraph): RootContent[] {
  const lines = linesOf(paragraph.children)
  const isDefinition = (line: readonly PhrasingContent[]) => line[0]?.type === 'text' && /^: +\S|^: +$/.test(line[0].value)
  if (lines.length < 2 || isDefinition(lines[0]!) || !lines.some(isDefinition))
    return [paragraph]
  const items: ListItem[] = []
  lines.forEach((line, i) => {
    const last = items.at(-1)?.children[0] as Paragraph | undefined
    if (isDefinition(line))
      last!.children.push({ type: 'text', value: ': ' }, ...withoutColon(line))
    else if (lines[i + 1] && isDefinition(lines[i + 1]!))
      items.push({ type: 'listItem', spread: false, children: [{ type: 'paragraph', children: [{ type: 'strong', children: line }], data: paragraph.data }], data: paragraph.data })
    else
      last?.children.push({ type: 'text', value: '\n' }, ...line)
  })
  const isWhole = lines[1] && isDefinition(lines[1])
  return isWhole ? [{ type: 'list', ordered: false, spread: false, children: items, data: paragraph.data } satisfies List] : [paragraph]
}

function withoutColon([first, ...rest]: readonly PhrasingContent[]): PhrasingContent[] {
  return first?.type === 'text' ? [{ type: 'text', value: first.value.replace(/^: +/, '') }, ...rest] : rest
}

function linesOf(children: readonly PhrasingContent[]): PhrasingContent[][] {
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
