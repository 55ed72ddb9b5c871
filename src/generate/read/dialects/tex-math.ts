import type { ScannedLine } from './block-rule.ts'
import type { Scanner } from './scanner.ts'

/** Signs that text in brackets is TeX, and no text whose brackets are escaped. */
const TEX = /\\[A-Z]{2}|[\^=<>+]|_\{|\w_\w/i
/** A link of Markdown, which no formula has. */
const LINK = /\]\([^()\s]*\)/
const LETTER = /^[a-z]$/i
/** Lines over which a formula may go. */
const MAX_LINES = 200
/** What ends a formula as a block: punctuation, which belongs to it, and a label. */
const AFTER = /^([.,;:]?)[ \t]*(?:(\{[^{}]*\}|\(eq[^()]*\)|\([\w:-]+\))[ \t]*)?$/

interface Marks {
  open: string
  close: string
}

const MARKS: readonly Marks[] = [
  { open: '$$', close: '$$' },
  { open: '\\\\[', close: '\\\\]' },
  { open: '\\[', close: '\\]' },
]

/**
 * A formula as a block. Parsers of Markdown know only `$$` on lines of its own, and take all below it for TeX where no
 * such line follows.
 */
export function mathBlock(line: ScannedLine, scanner: Scanner): string[] | undefined {
  const marks = MARKS.find(({ open }) => line.text.startsWith(open))
  if (!marks)
    return undefined
  const found = readFormula(line, marks, scanner)
  if (!found)
    return marks.open === '$$' ? withoutMark(line, scanner) : undefined
  const { prefix, number } = line
  const { output, source } = scanner
  output.write(`${prefix}$$`, number, true)
  found.lines.forEach((text, i) => text.trim() && output.write(prefix + text.trim(), number + i, true))
  output.write(`${prefix}$$`, found.last, true)
  if (found.label)
    scanner.omit(found.last, found.label, 'the label of a formula')
  source.skipTo(found.last)
  return []
}

/** A mark that nothing closes is text. */
function withoutMark({ prefix, text, number }: ScannedLine, { output }: Scanner): string[] | undefined {
  if (text.includes('$$', 2))
    return undefined
  output.write(prefix + text.replace('$$', '\\$\\$'), number)
  return []
}

interface Formula {
  lines: string[]
  label?: string
  last: number
}

function readFormula({ text, number }: ScannedLine, { open, close }: Marks, { source }: Scanner): Formula | undefined {
  const lines: string[] = []
  let rest = text.slice(open.length)
  for (let last = number; last <= Math.min(number + MAX_LINES, source.length); last++) {
    if (last > number)
      rest = source.at(last)!.replace(/^[ \t]*(?:>[ \t]?)*/, '')
    const at = rest.indexOf(close)
    if (at < 0) {
      lines.push(rest)
      continue
    }
    const [, sign, label] = AFTER.exec(rest.slice(at + close.length)) ?? []
    const tex = [...lines, rest.slice(0, at)]
    const isTex = open === '$$' || (TEX.test(tex.join('\n')) && !LINK.test(tex.join('\n')))
    const isFormula = sign !== undefined && isTex
    return isFormula && tex.some(line => line.trim()) ? { lines: withSign(tex, sign), label, last } : undefined
  }
}

function withSign(lines: readonly string[], sign: string): string[] {
  const last = lines.findLastIndex(line => line.trim())
  return lines.map((line, i) => i === last ? line.trimEnd() + sign : line)
}

const INLINE = /(`+)(?:(?!\1)[\s\S])*?\1(?!`)|(\\{1,2})\(((?:(?!\\\)).)+?)\2\)/g

/** Formulas between `\(` and `\)`, or `\\(` and `\\)`, inside of a line. */
export function inlineMath(text: string, _number: number, scanner: Scanner): string {
  if (!text.includes('\\('))
    return text
  return text.replace(INLINE, (all: string, _ticks, _mark, inside?: string) => {
    const tex = inside?.trim()
    if (!tex || tex.includes('$') || !(TEX.test(tex) || (LETTER.test(tex) && scanner.usesTex)))
      return all
    return `$${tex}$`
  })
}

/** Whether a document certainly writes formulas between `\(` and `\)`. */
export function hasInlineMath(lines: readonly string[]): boolean {
  return lines.some(line => Array.from(line.matchAll(INLINE)).some(([,,, tex]) => tex !== undefined && TEX.test(tex)))
}
