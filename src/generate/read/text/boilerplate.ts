import type { Omission } from '../../document.ts'
import type { Block, TextBlock } from './lines.ts'
import { omit } from '../omit.ts'
import { isCopiedPhrase, isPerhapsHeading } from '../page-phrases.ts'

const PICTURE_ATTRIBUTES = /\{[^{}]*(?:style=|width=|text-center)[^{}]*\}\s*$/

/** Blocks without what is around the text of a page, and without marks of a dialect that its program did not know. */
export function omitBoilerplate(blocks: readonly Block[], omitted: Omission[]): Block[] {
  const isPhrase = blocks.map(block => 'lines' in block && block.lines.length === 1 && isCopiedPhrase(block.lines[0]!))
  const firstText = isPhrase.indexOf(false)
  const lastText = isPhrase.lastIndexOf(false)
  return blocks.flatMap((block, i): Block[] => {
    if ('items' in block) {
      const items = block.items.map(item => ({ ...item, blocks: omitBoilerplate(item.blocks, omitted) }))
      return [{ ...block, items }]
    }
    const isOutside = i <= firstText || i >= lastText
    const [line] = block.lines
    if (isPhrase[i] && (isOutside || !isPerhapsHeading(line!))) {
      omit(omitted, block.line, line!, 'part of the page around the text')
      return []
    }
    return withoutMarks(block, omitted)
  })
}

/** The block without marks of a dialect; none where it had nothing else. */
function withoutMarks(block: TextBlock, omitted: Omission[]): TextBlock[] {
  const lines = block.lines.map((line, i) => withoutMarksIn(line, block.line + i, omitted))
  const first = lines.findIndex(line => line.trim())
  if (first < 0)
    return []
  const last = lines.findLastIndex(line => line.trim())
  const isPicture = block.lines.length === 1 && PICTURE_ATTRIBUTES.test(block.lines[0]!)
  return [{
    ...block,
    lines: lines.slice(first, last + 1),
    line: block.line + first,
    ...(isPicture && { isPicture }),
  }]
}

const COLONS = /^:{3,}[\s\w{}.="'-]*$|(?<=\s):{5,}$/
const ATTRIBUTES = new RegExp([
  String.raw`[ \t]?\{:?[ \t]*(?:[.#][\w-]|[\w-]+=`,
  String.raw`(?:"[^"]*"|'[^']*'|[^\s"'{}]))[^{}]*\}(?=$|\s)`,
].join(''), 'g')

/** Colons around blocks and attributes in braces stand in the text of pages whose program did not know them. */
function withoutMarksIn(line: string, number: number, omitted: Omission[]): string {
  const remove = (raw: string) => {
    omit(omitted, number, raw.trim(), 'a mark that the program of the page did not know')
    return ''
  }
  return line.replace(COLONS, remove).replace(ATTRIBUTES, remove).trimEnd()
}
