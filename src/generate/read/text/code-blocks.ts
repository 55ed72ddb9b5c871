import type { TextBlock, TextList } from './lines.ts'
import { isArrowChain, isCode, isCommand } from './code.ts'

/** Blocks with code that has empty lines in it put together again: code after code, and what is indented deeper after code. */
export function mergedCode(blocks: readonly (TextBlock | TextList)[]): (TextBlock | TextList)[] {
  const result: (TextBlock | TextList)[] = []
  let inCode = false
  for (const block of blocks) {
    const last = result.at(-1)
    if ('items' in block || !last || 'items' in last) {
      result.push(block)
      inCode = 'lines' in block && isCode(block.lines)
      continue
    }
    const isMore = block.indent > last.indent || (block.indent === last.indent && isCode(block.lines) && !standsAlone(last) && !standsAlone(block))
    if (inCode && isMore) {
      const gap = block.line - last.line - last.lines.length
      const before = ' '.repeat(block.indent - last.indent)
      result[result.length - 1] = { ...last, lines: [...last.lines, ...Array.from<string>({ length: gap }).fill(''), ...block.lines.map(line => before + line)] }
    }
    else {
      result.push(block)
      inCode = isCode(block.lines)
    }
  }
  return result
}

function standsAlone({ lines }: TextBlock): boolean {
  return lines.length === 1 && (isCommand(lines[0]!) || isArrowChain(lines[0]!))
}
