import type { ScannedLine, Scanner } from './scanner.ts'
import { admonitionKind } from '../admonition-words.ts'
import { skipOptions } from './colons.ts'

/** Blocks of PyMdown: `/// note | Title` to `///`; more slashes hold fewer. */
export function slashBlock(line: ScannedLine, scanner: Scanner): boolean {
  const match = /^(\/{3,})\s*(?:([a-z][\w-]*)\s*(?:\|(.*))?)?$/i.exec(line.text)
  if (!match)
    return false
  const [, slashes = '', name, rest = ''] = match
  const key = `slash:${slashes.length}`
  if (name === undefined)
    return scanner.close(line, line.text, key)
  if (!scanner.isClosed(key, line.number))
    return false
  const title = rest.trim()
  const option = /^ {2,}type:\s*(\w+)\s*$/.exec(scanner.input[scanner.next] ?? '')?.[1]
  const kind = admonitionKind(option ?? name) ?? admonitionKind(name)
  scanner.open(line, line.text, name === 'tab' ? { type: 'tab', label: title } : kind ? { type: 'admonition', kind, ...(title && { title }) } : { type: 'wrapper' }, key)
  if (kind !== name.toLowerCase())
    scanner.leaveOut(line, line.text, 'its name and settings are not shown')
  skipOptions(scanner, /^ {2,}(?:type|open|new|select|attrs|static|id):(?:\s|$)/)
  return true
}
