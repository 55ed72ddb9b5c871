import type { ScannedLine } from './block-rule.ts'
import type { Container } from './placeholders.ts'
import type { Scanner } from './scanner.ts'
import { admonitionKind } from '../admonition-words.ts'
import { readAttributes } from './attributes.ts'
import { directiveContainer } from './directive-container.ts'
import { namedContainer } from './named-container.ts'

/** What follows the colons: `{attributes}`, or `name[label]{attributes}`. */
const OPENING = /^(?:(?<braces>\{[^}]*\})|(?<name>\w[\w-]*)(?:\[(?<label>[^\]]*)\])?(?<attributes>\{[^}]*\})?)/
const OPTION = /^\s*:[\w-]+:/

/**
 * Containers between colons: `:::tip Title`, `:::tip[Title]`, `::: {.callout-tip title="Title"}`, `::::: challenge`.
 * Dialects differ in how many colons nest in how many, so a line of colons alone always ends the innermost one.
 */
export function colonFence(line: ScannedLine, scanner: Scanner): string[] | undefined {
  if (!line.text.startsWith(':::'))
    return undefined
  const after = line.text.replace(/^:{3,}(?!:)[ \t]*/, '')
  const opening = OPENING.exec(after)
  if (!opening)
    return after.trim() ? undefined : closingColons(line, scanner)
  const { braces = '', name, label, attributes = '' } = opening.groups!
  if (!scanner.source.isClosed('colon', line.number) && !admonitionKind(name ?? ''))
    return undefined
  const title = label ?? after.slice(opening[0].length).replace(/:{3,}\s*$/, '')
  const directive = /^\{([\w:-]+)\}$/.exec(braces)?.[1]
  const container = (directive && directiveContainer(directive, title.trim(), scanner.source.peek()))
    || colonContainer(braces + attributes, name, title.trim())
  scanner.open(line, line.text, container, 'colon')
  if (directive)
    omitOptions(scanner, OPTION)
  if (container.type !== 'admonition' || !name || container.kind !== name)
    scanner.omit(line.number, line.text, 'its name and settings are not shown')
  return []
}

function closingColons(line: ScannedLine, scanner: Scanner): string[] {
  if (!scanner.containers.close(line, line.text, 'colon'))
    scanner.omit(line.number, line.text, 'ends a block that was not begun')
  return []
}

function colonContainer(braces: string, name: string | undefined, title: string): Container {
  const attributes = readAttributes(braces.replaceAll(/[{}]/g, ' '))
  if (title)
    attributes.values.title = title
  const names = [...(name ? [name] : []), ...attributes.classes, ...attributes.plain]
  const known = names.find(word => namedContainer(word, attributes).type !== 'wrapper')
  return namedContainer(known ?? names[0] ?? '', attributes)
}

/** MyST writes its directives as fences: ```` ```{note} Title ````. */
export function codeDirective(line: ScannedLine, scanner: Scanner): string[] | undefined {
  const sign = /^(?:`{3,}|~{3,}|:{3,})/.exec(line.text)?.[0] ?? ''
  const key = `fence:${sign}`
  const [begin = '', name] = /^\s*\{([\w:-]+)\}/.exec(line.text.slice(sign.length)) ?? []
  const argument = line.text.slice(sign.length + begin.length).trim()
  if (!name) {
    const closes = !argument && scanner.containers.innermost === key && scanner.containers.close(line, line.text, key)
    return closes ? [] : undefined
  }
  const container = directiveContainer(name, argument, scanner.source.peek())
  if (!container)
    return undefined
  scanner.open(line, line.text, container, key)
  scanner.omit(line.number, line.text, 'its name and settings are not shown')
  omitOptions(scanner, OPTION)
  return []
}

/** Omits the lines of settings that follow the first line of a block. */
export function omitOptions(scanner: Scanner, option: RegExp): void {
  const { source } = scanner
  while (option.test(source.peek() ?? '')) {
    const text = source.read()
    scanner.omit(source.position, text.trim(), 'settings of a block')
  }
}
