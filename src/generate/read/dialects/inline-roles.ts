import type { Scanner } from './scanner.ts'
import { roleText } from '../convert/roles.ts'

const ROLE = /(`+)(?:(?!\1)[\s\S])*?\1(?!`)|(?:\{([a-z][\w:-]*)\}|(?<![\w:]):([a-z][\w:-]*):)`([^`\n]+)`/gi
/** Roles that only name a place, so that others can refer to it. */
const LABELS = new Set(['label', 'eqlabel'])

/** References of bookdown, and entries of an index. */
export const BOOK_REFERENCE = /\\?@ref\((?:[a-z]+:)?([\w:-]+)\)/g
export const INDEX_ENTRY = /\\indexc?\{[^{}]*\}/g

/** What R Markdown writes for books: references are called as their targets are. */
export function bookMarks(text: string, number: number, scanner: Scanner): string {
  if (!/@ref\(|\\index/.test(text))
    return text
  const withoutEntries = text.replace(INDEX_ENTRY, raw =>
    scanner.output.inlinePlaceholder({ type: 'drop', why: 'an entry of an index', raw, line: number }))
  return withoutEntries.replace(BOOK_REFERENCE, (raw, target: string) => {
    scanner.omit(number, raw, 'the mark of a role; what it says is shown')
    return `“${target.replace(/[-_:]+/g, ' ')}”`
  })
}

/** Roles of MyST and d2lbook inside a line: `` {ref}`Title <target>` ``, `` :numref:`target` ``. */
export function inlineRoles(text: string, number: number, scanner: Scanner): string {
  if (!/[:}]`/.test(text))
    return text
  return text.replace(ROLE, (raw: string, ticks?: string, braces?: string, colons?: string, content = '') => {
    const role = braces ?? colons
    if (ticks || !role)
      return raw
    if (LABELS.has(role))
      return scanner.output.inlinePlaceholder({ type: 'drop', why: 'a name to refer to', raw, line: number })
    scanner.omit(number, raw, 'the mark of a role; what it says is shown')
    if (role === 'math')
      return `$${content.trim()}$`
    const { text, isCode, url } = roleText(role, content)
    if (isCode)
      return `\`${text}\``
    return url ? `[${text}](${url})` : text
  })
}
