import type { ScannedLine, Scanner } from './scanner.ts'

const why = 'a statement of the program that showed the document'

/** Imports and exports of MDX, and its comments. */
export function mdxStatement(line: ScannedLine, scanner: Scanner): boolean | string {
  if (line.text.startsWith('{/*') && scanner.isClosed('expression', line.number - 1))
    return expressionComment(line, scanner)
  if (line.indent > 0 || line.prefix)
    return false
  if (/^import\s+(?:[\w*{][^'"]*\sfrom\s+)?["'][^"']+["']\s*(?:;\s*)?$/.test(line.text))
    return leaveOutTo(line, scanner, line.number)
  const first = scanner.input[line.number - 2]
  if (/^import\s+(?:\w+\s*,\s*)?\{[^}]*$/.test(line.text))
    return leaveOutTo(line, scanner, endOf(scanner, line.number, /\}\s*from\s+["']/))
  if (/^export\s+(?:const|let|var|function|async|default|class)\b/.test(line.text) && (!first?.trim() || /^(?:import|export)\b/.test(first)))
    return leaveOutTo(line, scanner, /[;})]\s*$/.test(line.text) && isBalanced(line.text) ? line.number : endOf(scanner, line.number, /^[})\]]+;?\s*$/))
  return false
}

function isBalanced(text: string): boolean {
  return (text.match(/[({[]/g)?.length ?? 0) === (text.match(/[)}\]]/g)?.length ?? 0)
}

/** The line, from 1, that ends a statement; the one that it begins on where no end is near. */
function endOf(scanner: Scanner, number: number, end: RegExp): number {
  for (let i = number; i < Math.min(number + 100, scanner.input.length); i++) {
    if (end.test(scanner.input[i]!))
      return i + 1
  }
  return number
}

function leaveOutTo(line: ScannedLine, scanner: Scanner, last: number): true {
  scanner.leftOut.push({ lines: [line.number, last], what: scanner.input.slice(line.number - 1, last).join('\n'), why })
  scanner.emit('', line.number)
  scanner.next = last
  return true
}

/** A comment in braces becomes one of HTML, which is kept. */
function expressionComment(line: ScannedLine, scanner: Scanner): string {
  const lines = [line.text]
  while (!lines.at(-1)!.includes('*/}') && scanner.next < scanner.input.length)
    lines.push(scanner.input[scanner.next++]!)
  const text = lines.join('\n')
  const end = text.indexOf('*/}')
  scanner.emit('', line.number)
  text.slice(3, end < 0 ? undefined : end).replaceAll('-->', '->').split('\n').forEach((part, i, all) =>
    scanner.emit(`${i ? '' : `${line.prefix}<!--`}${part}${i === all.length - 1 ? '-->' : ''}`, line.number + i, true))
  scanner.emit('', scanner.next)
  return end < 0 ? '' : text.slice(end + 3)
}

/** Comments in braces inside a line, such as the ids of headings. */
export function inlineExpressions(text: string, number: number, scanner: Scanner): string {
  if (!text.includes('{/*'))
    return text
  return text.replace(/\s?\{\/\*(?:[^*{]|\*(?!\/\})|\{(?!\/\*))*\*\/\}/g, raw => scanner.markInLine({ type: 'drop', why: 'a comment', raw, line: number }))
}
