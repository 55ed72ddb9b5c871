import type { Block, TextBlock } from './lines.ts'
import { isArrowChain, isCode, isCommand } from './code.ts'

/**
 * Blocks with code that has empty lines in it put together again: code after code, and what is indented deeper after
 * code.
 */
export function mergeCode(blocks: readonly Block[]): Block[] {
  const result: Block[] = []
  let isInCode = false
  for (const block of blocks) {
    const last = result.at(-1)
    if (isInCode && last && 'lines' in last && 'lines' in block && continues(last, block)) {
      result[result.length - 1] = joined(last, block)
    }
    else {
      result.push(block)
      isInCode = 'lines' in block && isCode(block.lines)
    }
  }
  return result
}

/** Whether a block goes on with the code above it. */
function continues(above: TextBlock, block: TextBlock): boolean {
  if (block.indent !== above.indent)
    return block.indent > above.indent
  return isCode(block.lines) && !isWhole(above) && !isWhole(block)
}

/** A command or a chain needs no other line. */
function isWhole({ lines }: TextBlock): boolean {
  return lines.length === 1 && (isCommand(lines[0]!) || isArrowChain(lines[0]!))
}

function joined(above: TextBlock, block: TextBlock): TextBlock {
  const gap = Array.from<string>({ length: block.line - above.line - above.lines.length }).fill('')
  const indent = ' '.repeat(block.indent - above.indent)
  return { ...above, lines: [...above.lines, ...gap, ...block.lines.map(line => indent + line)] }
}
