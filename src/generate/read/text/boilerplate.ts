import type { LeftOut } from '../../document.ts'
import type { TextBlock, TextList } from './lines.ts'
import { isChrome } from './boilerplate-lines.ts'

type Block = TextBlock | TextList

/** Blocks without what is around the text of a page, and without marks of a dialect that its program did not know. */
export function withoutLeftovers(blocks: readonly Block[], leftOut: LeftOut[]): Block[] {
  const isAround = blocks.map(block => 'lines' in block && block.lines.length === 1 && isChrome(block.lines[0]!, { first: true, last: true }))
  const firstText = isAround.indexOf(false)
  const lastText = isAround.lastIndexOf(false)
  return blocks.flatMap((block, i): Block[] => {
    if ('items' in block)
      return [{ ...block, items: block.items.map(item => ({ ...item, blocks: withoutLeftovers(item.blocks, leftOut) })) }]
    const place = { first: i <= firstText, last: i >= lastText }
    if (isAround[i] && isChrome(block.lines[0]!, place)) {
      leftOut.push({ lines: [block.line, block.line], what: block.lines[0]!, why: 'part of the page around the text' })
      return []
    }
    const lines = block.lines.map((line, at) => withoutMarks(line, block.line + at, leftOut))
    const first = lines.findIndex(line => line.trim())
    const last = lines.findLastIndex(line => line.trim())
    const isPicture = block.lines.length === 1 && /\{[^{}]*(?:style=|width=|text-center)[^{}]*\}\s*$/.test(block.lines[0]!)
    return first < 0 ? [] : [{ ...block, lines: lines.slice(first, last + 1), line: block.line + first, ...(isPicture && { isPicture }) }]
  })
}

/** Colons around blocks and attributes in braces stand in the text of pages whose program did not know them. */
function withoutMarks(line: string, number: number, leftOut: LeftOut[]): string {
  const leave = (raw: string) => {
    leftOut.push({ lines: [number, number], what: raw.trim(), why: 'a mark that the program of the page did not know' })
    return ''
  }
  return line
    .replace(/^:{3,}[\s\w{}.="'-]*$|(?<=\s):{5,}$/, leave)
    .replace(/[ \t]?\{:?[ \t]*(?:[.#][\w-]|[\w-]+=(?:"[^"]*"|'[^']*'|[^\s"'{}]))[^{}]*\}(?=$|\s)/g, leave)
    .trimEnd()
}
