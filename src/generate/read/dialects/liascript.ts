import type { ScannedLine } from './block-rule.ts'
import type { Scanner } from './scanner.ts'

/** When a block appears, or is read aloud: `{{2}}`, `{{1-3}}`, `--{{0}}--`. */
const LIA_STEP = /^(?:--)?\{\{(?:\|>)?\s*\d+(?:-\d+)?\s*\}\}(?:--)?$/
/** A call of a macro on a line of its own, with what stands in its brackets. */
export const LIA_MACRO = /^@[A-Z][\w.]*(?:\((?:[^()`]|`[^`]*`)*\))?$/i
/** A choice of a quiz; what stands in round brackets of a survey is what its answer is called. */
export const LIA_CHOICE = /^(?:[-*+][ \t]+)?(?:\[\((X| )\)\]|\[\[(X| )\]\]|\[\(([^()]+)\)\])(?=[ \t]+\S)/

/** Whether a document says what LiaScript reads: it calls its macros, imports them, or shows its parts in steps. */
export function isLiaScript(lines: readonly string[]): boolean {
  return lines.some(line => line.startsWith('@LIA.') || isStep(line))
    || (lines[0]?.startsWith('<!--') === true && lines.some(line => /^(?:import|narrator|script):/.test(line)))
}

/** Whether a line only says when LiaScript shows what stands below it. */
export function isStep(line: string): boolean {
  return line.includes('{{') && LIA_STEP.test(line.trim())
}

/** Quizzes and macros of LiaScript. */
export function liaScript(line: ScannedLine, scanner: Scanner): string[] | undefined {
  const text = line.text.trimEnd()
  if (text.startsWith('@') && scanner.isLiaScript && LIA_MACRO.test(text)) {
    scanner.omit(line.number, line.text, 'what the program that showed the document adds')
    scanner.output.write(line.prefix.trimEnd(), line.number)
    return []
  }
  const [mark, one, several] = (/^(?:[-*+][ \t]+)?\[[[(]/.test(text) && LIA_CHOICE.exec(text)) || []
  if (mark === undefined)
    return undefined
  const choice = one ?? several
  const start = choice === undefined ? '-' : `- [${choice.toLowerCase()}]`
  scanner.omit(line.number, mark, 'the mark of a choice')
  return [`${start} ${text.slice(mark.length).trim()}`]
}
