import type { AdmonitionKind } from '../../document.ts'

/** What the lines between an opening and a closing mark become. */
export type Container
  = | { type: 'admonition', kind: AdmonitionKind, title?: string }
    | { type: 'tab', label: string }
    /** Each heading inside begins a tab. */
    | { type: 'tabs' }
    /** Gives its title to the code inside. */
    | { type: 'code', title: string }
    | { type: 'quote' }
    | { type: 'wrapper', title?: string }

/**
 * A place in normalized Markdown where the source had something that Markdown has no form for.
 * Parsing keeps placeholders as they are. Afterwards the tree is built from them; where one turns out to stand in code,
 * `raw` comes back.
 */
export type Placeholder = { raw: string, line: number } & (
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
const START = '\uFDD1'
const END = '\uFDD2'
const DOLLAR = '\uFDD0'

/** Takes the code points of placeholders out of a text. */
export function withoutPlaceholders(text: string): string {
  return text.replace(/[\uFDD0-\uFDEF]/g, '\uFFFD')
}

/** The text of a placeholder inside a line. */
export function placeholderInLine(id: number): string {
  return `${START}${id}${END}`
}

/** The text of a placeholder that is a line of its own: a comment, which Markdown leaves alone. */
export function placeholderLine(id: number): string {
  return `<!--${START}${id}${END}-->`
}

/** Index of the placeholder that a block of HTML is. */
export function placeholderIndex(html: string): number | undefined {
  const match = /^<!--\uFDD1(\d+)\uFDD2-->$/.exec(html.trim())
  return match ? Number(match[1]) : undefined
}

/** The placeholder that a block of HTML is. */
export function placeholderOf(html: string, placeholders: readonly Placeholder[]): Placeholder | undefined {
  const index = placeholderIndex(html)
  return index === undefined ? undefined : placeholders[index]
}

/** A text cut at its placeholders: texts at even places, indexes of placeholders at odd ones. */
export function splitAtPlaceholders(text: string): string[] {
  return text.split(/\uFDD1(\d+)\uFDD2/)
}

/** The source text of a value of the parsed tree; in an address, what a placeholder stands for. */
export function restoreSource(value: string, placeholders: readonly Placeholder[], isAddress = false): string {
  if (!/[\uFDD0\uFDD1]/.test(value))
    return value
  const textOf = (one: Placeholder) => isAddress && one.type === 'text' ? one.text : one.raw
  return value
    .replace(/(?:<!--)?\uFDD1(\d+)\uFDD2(?:-->)?/g, (_, index) => textOf(placeholders[Number(index)]!))
    .replaceAll(DOLLAR, '$')
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
      result += text.slice(done, at) + DOLLAR
      done = next
      at = next
    }
  }
  return result + text.slice(done)
}

function isFormula(text: string, open: number, close: number): boolean {
  const isWordCharacter = (character = '') => /[\p{L}\p{N}]/u.test(character)
  const after = text[close + 1]
  return /\S/.test(text[open + 1]!)
    && /[^\s\\]/.test(text[close - 1]!)
    && after !== '$'
    && !isWordCharacter(after)
    && !isWordCharacter(text[open - 1])
}
