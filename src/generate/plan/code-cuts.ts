import { anyOf } from '../text/patterns.ts'

/** A place between two lines of code. */
interface CodeCut {
  /** Number of the lines before it. */
  at: number
  /** Whether the author left a line empty there. */
  isBlank: boolean
  /** Whether what follows stands at the least depth of all. */
  isTop: boolean
}

/** The next line only closes or goes on with something, so it belongs to the line before. */
const CLOSING_WORDS
  = ['else', 'elif', 'elsif', 'catch', 'except', 'finally', 'rescue', 'end', 'then', 'fi', 'done', 'esac', 'where']
const GOES_ON = new RegExp(`^\\s*(?:[)\\]}]|\\{\\s*$|${anyOf(CLOSING_WORDS)}\\b|\\.\\w|[|&]{1,2}\\s)`)
/** The line before opens something, or is said of what follows it. */
const OPENS = /[([{\\,:=]$|^\s*(?:#(?!!)|\/\/|\/\*|\*|--|@\w|"""|<!--)/

/** Where code can be cut: between statements of which the second stands no deeper than the first. */
export function cutsOf(lines: readonly string[]): CodeCut[] {
  const least = leastIndent(lines)
  let last: string | undefined
  return lines.flatMap((next, at): CodeCut[] => {
    const before = last
    if (next.trim())
      last = next
    if (before === undefined || !next.trim() || GOES_ON.test(next))
      return []
    const isBlank = !lines[at - 1]!.trim()
    const isDedent = indentOf(next) < indentOf(before) || (closes(before) && indentOf(next) === indentOf(before))
    const isTop = indentOf(next) === least
    const isBetween = isTop && indentOf(before) === least
    return isDedent || ((isBlank || isBetween) && !OPENS.test(before)) ? [{ at, isBlank, isTop }] : []
  })
}

/** Lines without the depth that all of them have. */
export function dedented(lines: readonly string[]): string[] {
  const least = leastIndent(lines)
  return lines.map(line => line.slice(least))
}

/** Of the lines that are not blank; nothing where all are. */
function leastIndent(lines: readonly string[]): number {
  const least = lines.reduce((least, line) => line.trim() ? Math.min(least, indentOf(line)) : least, Infinity)
  return Number.isFinite(least) ? least : 0
}

function closes(line: string): boolean {
  return /^\s*[)\]}]+[;,]?$/.test(line)
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length
}
