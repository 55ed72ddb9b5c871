import type { ScannedLine } from './block-rule.ts'
import type { Scanner } from './scanner.ts'

const IMPORT = /^import\s+(?:[\w*{][^'"]*\sfrom\s+)?["'][^"']+["']\s*(?:;\s*)?$/
const LONG_IMPORT = /^import\s+(?:\w+\s*,\s*)?\{[^}]*$/
const EXPORT = /^export\s+(?:const|let|var|function|async|default|class)\b/
/** Lines over which a statement may go. */
const MAX_LINES = 100

/** Imports and exports of MDX, and its comments. */
export function mdxStatement(line: ScannedLine, scanner: Scanner): string[] | undefined {
  if (line.text.startsWith('{/*') && scanner.source.isClosed('expression', line.number - 1))
    return expressionComment(line, scanner)
  const last = line.indent > 0 || line.prefix ? undefined : lastLine(line, scanner)
  return last === undefined ? undefined : omitTo(line, scanner, last)
}

/** Number of the line that ends a statement; undefined for a line that begins none. */
function lastLine({ text, number }: ScannedLine, scanner: Scanner): number | undefined {
  if (IMPORT.test(text))
    return number
  if (LONG_IMPORT.test(text))
    return lineWith(scanner, number, /\}\s*from\s+["']/)
  const before = scanner.source.at(number - 1)
  if (EXPORT.test(text) && (!before?.trim() || /^(?:import|export)\b/.test(before)))
    return /[;})]\s*$/.test(text) && isBalanced(text) ? number : lineWith(scanner, number, /^[})\]]+;?\s*$/)
}

function isBalanced(text: string): boolean {
  return (text.match(/[({[]/g)?.length ?? 0) === (text.match(/[)}\]]/g)?.length ?? 0)
}

/** Number of the next line that matches; the number of the line itself where none is near. */
function lineWith({ source }: Scanner, number: number, end: RegExp): number {
  for (let next = number + 1; next <= Math.min(number + MAX_LINES, source.length); next++) {
    if (end.test(source.at(next)!))
      return next
  }
  return number
}

function omitTo({ number }: ScannedLine, scanner: Scanner, last: number): string[] {
  const statement = scanner.source.between(number, last).join('\n')
  scanner.omit([number, last], statement, 'a statement of the program that showed the document')
  scanner.output.write('', number)
  scanner.source.skipTo(last)
  return []
}

/** A comment in braces becomes one of HTML, which is kept. */
function expressionComment(line: ScannedLine, { source, output }: Scanner): string[] {
  const lines = [line.text]
  while (!lines.at(-1)!.includes('*/}') && source.hasMore)
    lines.push(source.read())
  const text = lines.join('\n')
  const at = text.indexOf('*/}')
  const end = at < 0 ? text.length : at
  output.write('', line.number)
  const parts = text.slice('{/*'.length, end).replaceAll('-->', '->').split('\n')
  parts.forEach((part, i) => {
    const begin = i === 0 ? `${line.prefix}<!--` : ''
    output.write(`${begin}${part}${i === parts.length - 1 ? '-->' : ''}`, line.number + i, true)
  })
  output.write('', source.position)
  return [text.slice(end + '*/}'.length)]
}

/** Comments in braces inside a line, such as the ids of headings. */
export function inlineExpressions(text: string, number: number, scanner: Scanner): string {
  if (!text.includes('{'))
    return text
  const shown = /\.mdx$/i.test(scanner.file) ? withExpressions(text, number, scanner) : text
  return shown.replace(/\s?\{\/\*(?:[^*{]|\*(?!\/\})|\{(?!\/\*))*\*\/\}/g, raw =>
    scanner.output.inlinePlaceholder({ type: 'drop', why: 'a comment', raw, line: number }))
}

const EXPRESSION = /(`+)(?:(?!\1)[\s\S])*?\1(?!`)|(?<![$\\{=])\{(?![{/#])([^{}\n]+)\}(?!\})/g

/** What a program would compute stands there as code; a text in quotes as text. */
function withExpressions(text: string, number: number, scanner: Scanner): string {
  return text.replace(EXPRESSION, (raw: string, ticks?: string, inside = '') => {
    if (ticks || /[<>]/.test(inside) || /^[.:#]/.test(inside))
      return raw
    scanner.omit(number, raw, 'the mark of an expression; what it says is shown')
    const quoted = /^\s*(["'`])(.*)\1\s*$/.exec(inside)
    return quoted ? quoted[2]! : `\`${inside.trim()}\``
  })
}
