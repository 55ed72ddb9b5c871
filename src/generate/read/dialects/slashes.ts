import type { AdmonitionKind } from '../../document.ts'
import type { ScannedLine } from './block-rule.ts'
import type { Container } from './placeholders.ts'
import type { Scanner } from './scanner.ts'
import { admonitionKind } from '../admonition-words.ts'
import { omitOptions } from './colons.ts'

/** Blocks of PyMdown: `/// note | Title` to `///`; more slashes hold fewer. */
export function slashBlock(line: ScannedLine, scanner: Scanner): string[] | undefined {
  const match = /^(\/{3,})\s*(?:([a-z][\w-]*)\s*(?:\|(.*))?)?$/i.exec(line.text)
  if (!match)
    return undefined
  const [, slashes = '', name, rest = ''] = match
  const key = `slash:${slashes.length}`
  if (name === undefined)
    return scanner.containers.close(line, line.text, key) ? [] : undefined
  if (!scanner.source.isClosed(key, line.number))
    return undefined
  const option = /^ {2,}type:\s*(\w+)\s*$/.exec(scanner.source.peek() ?? '')?.[1]
  const kind = admonitionKind(option ?? name) ?? admonitionKind(name)
  scanner.open(line, line.text, slashContainer(name, kind, rest.trim()), key)
  if (kind !== name.toLowerCase())
    scanner.omit(line.number, line.text, 'its name and settings are not shown')
  omitOptions(scanner, /^ {2,}(?:type|open|new|select|attrs|static|id):(?:\s|$)/)
  return []
}

function slashContainer(name: string, kind: AdmonitionKind | undefined, title: string): Container {
  if (name === 'tab')
    return { type: 'tab', label: title }
  return kind ? { type: 'admonition', kind, ...(title && { title }) } : { type: 'wrapper' }
}
