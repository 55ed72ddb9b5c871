import type { Container } from './placeholders.ts'
import type { ScannedLine, Scanner } from './scanner.ts'
import { admonitionKind } from '../admonition-words.ts'
import { readAttributes } from './attributes.ts'
import { namedContainer } from './named-container.ts'

/**
 * Containers between colons: `:::tip Title`, `:::tip[Title]`, `::: {.callout-tip title="Title"}`, `::::: challenge`.
 * Dialects differ in how many colons nest in how many, so a line of colons alone always ends the innermost one.
 */
export function colonFence(line: ScannedLine, scanner: Scanner): boolean {
  const after = line.text.replace(/^:{3,}(?!:)[ \t]*/, '')
  if (!line.text.startsWith(':::'))
    return false
  const [begin = '', braces, name, label, attributes] = /^(?:(\{[^}]*\})|(\w[\w-]*)(?:\[([^\]]*)\])?(\{[^}]*\})?)?/.exec(after)!
  const rest = after.slice(begin.length)
  if (braces === undefined && name === undefined) {
    if (rest.trim())
      return false
    if (!scanner.close(line, line.text, 'colon'))
      scanner.leaveOut(line, line.text, 'ends a block that was not begun')
    return true
  }
  if (!scanner.isClosed('colon', line.number) && !admonitionKind(name ?? ''))
    return false
  const title = (label ?? rest.replace(/:{3,}\s*$/, '')).trim() || undefined
  const container = colonContainer((braces ?? '') + (attributes ?? ''), name, title)
  scanner.open(line, line.text, container, 'colon')
  if (/^\{[\w-]+\}$/.test(braces ?? ''))
    skipOptions(scanner, /^\s*:[\w-]+:/)
  if (container.type !== 'admonition' || !name || container.kind !== name)
    scanner.leaveOut(line, line.text, 'its name and settings are not shown')
  return true
}

function colonContainer(braces: string, name: string | undefined, title: string | undefined): Container {
  const attributes = readAttributes(braces.replaceAll(/[{}]/g, ' '))
  if (title)
    attributes.values.title = title
  const names = [...(name ? [name] : []), ...attributes.classes, ...attributes.plain]
  return namedContainer(names.find(word => namedContainer(word, attributes).type !== 'wrapper') ?? names[0] ?? '', attributes)
}

/** MyST writes its directives as fences: ```` ```{note} Title ````. */
export function codeDirective(line: ScannedLine, scanner: Scanner): boolean {
  const sign = /^(?:`{3,}|~{3,}|:{3,})/.exec(line.text)?.[0] ?? ''
  const [begin = '', braces] = /^\s*\{([\w-]+)\}/.exec(line.text.slice(sign.length)) ?? []
  const title = line.text.slice(sign.length + begin.length)
  if (!braces)
    return !title.trim() && scanner.innermost === `fence:${sign}` && scanner.close(line, line.text, `fence:${sign}`)
  const kind = admonitionKind(braces)
  if (!kind)
    return false
  scanner.open(line, line.text, { type: 'admonition', kind, ...(title.trim() && { title: title.trim() }) }, `fence:${sign}`)
  scanner.leaveOut(line, line.text, 'its name and settings are not shown')
  skipOptions(scanner, /^\s*:[\w-]+:/)
  return true
}

/** Leaves out the lines of settings that follow the first line of a block. */
export function skipOptions(scanner: Scanner, option: RegExp): void {
  while (option.test(scanner.input[scanner.next] ?? '')) {
    scanner.next++
    scanner.leaveOut({ number: scanner.next }, scanner.input[scanner.next - 1]!.trim(), 'settings of a block')
  }
}
