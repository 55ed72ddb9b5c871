import type { AdmonitionKind } from '../../document.ts'

/** What the lines between an opening and a closing mark become. */
export type Container
  = | { type: 'admonition', kind: AdmonitionKind, title?: string }
    | { type: 'tab', label: string }
    /** Each heading inside begins a tab. */
    | { type: 'tabs' }
    /** Gives its title to the code inside. */
    | { type: 'code', title: string }
    | { type: 'wrapper', title?: string }

/**
 * A place in normalised Markdown where the source had something that Markdown has no form for.
 * Parsing keeps marks as they are; afterwards the tree is built from them, or where they turn out to stand in code, `raw` comes back.
 */
export type Mark = { raw: string, line: number } & (
  | { type: 'open', container: Container, closed: boolean }
  | { type: 'close', open: number }
  /** Belongs to the block before or after it, or to the picture or link before it. */
  | { type: 'attributes', attributes: Record<string, string>, classes: string[], before: boolean }
  /** Not for readers. */
  | { type: 'drop', why: string }
  /** An element of HTML, to the line `last`. */
  | { type: 'html', last: number }
  /** A picture that has only a description. */
  | { type: 'figure', alt: string }
  /** Stands for a text. */
  | { type: 'text', text: string }
)

// Unicode keeps these code points for use inside programs: no document has them.
const start = '\uFDD1'
const end = '\uFDD2'
const dollar = '\uFDD0'

/** Takes the code points of marks out of a text. */
export function withoutMarks(text: string): string {
  return text.replace(/[\uFDD0-\uFDEF]/g, '\uFFFD')
}

export const markInLine = (id: number): string => `${start}${id}${end}`
export const markLine = (id: number): string => `<!--${start}${id}${end}-->`

/** The mark that a line of its own holds. */
export function markOfLine(html: string): number | undefined {
  const match = /^<!--\uFDD1(\d+)\uFDD2-->$/.exec(html.trim())
  return match ? Number(match[1]) : undefined
}

/** A text cut at its marks: texts at even places, numbers of marks at odd ones. */
export function splitAtMarks(text: string): string[] {
  return text.split(/\uFDD1(\d+)\uFDD2/)
}

/** The source text of a value of the parsed tree; in an address, what a mark stands for. */
export function restore(value: string, marks: readonly Mark[], isAddress = false): string {
  if (!/[\uFDD0\uFDD1]/.test(value))
    return value
  const textOf = (mark: Mark) => isAddress && mark.type === 'text' ? mark.text : mark.raw
  return value.replace(/(?:<!--)?\uFDD1(\d+)\uFDD2(?:-->)?/g, (_, id) => textOf(marks[Number(id)]!)).replaceAll(dollar, '$')
}

/**
 * Hides the dollars of a paragraph that begin or end no formula, by the rule of pandoc: a formula begins with a dollar
 * before a character, and ends at the next dollar, which stands after a character and not before a letter or a digit.
 */
export function hideDollars(text: string): string {
  if (!text.includes('$'))
    return text
  let result = ''
  let done = 0
  for (let at = text.indexOf('$'); at >= 0; at = text.indexOf('$', at)) {
    let next = at + 1
    while (text[next] === '$')
      next++
    const close = next === at + 1 ? text.indexOf('$', next) : -1
    if (next > at + 1 || text[at - 1] === '\\') {
      at = next
    }
    else if (close > next && isFormula(text, at, close)) {
      at = close + 1
    }
    else {
      result += text.slice(done, at) + dollar
      done = next
      at = next
    }
  }
  return result + text.slice(done)
}

function isFormula(text: string, open: number, close: number): boolean {
  return /\S/.test(text[open + 1]!) && /[^\s\\]/.test(text[close - 1]!) && !/[\p{L}\p{N}$]/u.test(text[close + 1] ?? '') && !/[\p{L}\p{N}]/u.test(text[open - 1] ?? '')
}
