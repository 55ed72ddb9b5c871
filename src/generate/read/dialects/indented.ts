import type { ScannedLine, Scanner } from './scanner.ts'
import { admonitionKind } from '../admonition-words.ts'

/** MkDocs: `!!! note "Title"`, `??? tip`, `???+ tip` and `=== "Tab"`, each with an indented body. */
export function indentedBlock(line: ScannedLine, scanner: Scanner): boolean {
  const tab = /^===[!+]?\s+(?:"([^"]*)"|'([^']*)')\s*$/.exec(line.text)
  if (tab) {
    scanner.open(line, line.text, { type: 'tab', label: tab[1] ?? tab[2] ?? '' }, 'indented', 'ends with its indentation')
    return true
  }
  const match = /^(?:!!!|\?\?\?\+?)\s*([a-z][\w-]*)/i.exec(line.text)
  const kind = match && admonitionKind(match[1]!)
  const indented = bodyIsIndented(line, scanner)
  if (!match || (!kind && !indented))
    return false
  const [begin, word = ''] = match
  const rest = line.text.slice(begin.length)
  const title = /"([^"]*)"/.exec(rest)?.[1] ?? /'([^']*)'/.exec(rest)?.[1] ?? rest.trim()
  if (word.toLowerCase() !== kind || rest.replaceAll(/["']/g, '').trim() !== title)
    scanner.leaveOut(line, line.text, 'its name and settings are not shown')
  if (!indented && title && !/["']/.test(rest)) {
    scanner.open(line, line.text, { type: 'admonition', kind: kind ?? 'note' }, 'indented', 'level')
    scanner.emit(line.prefix + title, line.number)
    scanner.close(line, '', 'indented')
    return true
  }
  const container = { type: 'admonition', kind: kind ?? 'note', ...(title && { title }) } as const
  if (indented)
    scanner.open(line, line.text, container, 'indented', 'ends with its indentation')
  else
    scanner.openNext(line, line.text, container)
  return true
}

function bodyIsIndented(line: ScannedLine, scanner: Scanner): boolean {
  for (let i = scanner.next; i < Math.min(scanner.next + 3, scanner.input.length); i++) {
    const next = scanner.input[i]!
    if (next.trim())
      return next.length - next.trimStart().length >= line.indent + (next.startsWith('\t', line.indent) ? 1 : 2)
  }
  return false
}
