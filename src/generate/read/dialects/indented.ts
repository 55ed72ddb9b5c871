import type { ScannedLine } from './block-rule.ts'
import type { Container } from './placeholders.ts'
import type { Scanner } from './scanner.ts'
import { admonitionKind } from '../admonition-words.ts'

/** Lines among which the first one of a body stands. */
const NEAR = 3

/** MkDocs: `!!! note "Title"`, `??? tip`, `???+ tip` and `=== "Tab"`, each with an indented body. */
export function indentedBlock(line: ScannedLine, scanner: Scanner): string[] | undefined {
  const tab = /^===[!+]?\s+(?:"([^"]*)"|'([^']*)')\s*$/.exec(line.text)
  if (tab) {
    const label = tab[1] ?? tab[2] ?? ''
    scanner.open(line, line.text, { type: 'tab', label }, 'indented', 'ends with its indentation')
    return []
  }
  const match = /^(?:!!!|\?\?\?\+?)\s*([a-z][\w-]*)/i.exec(line.text)
  return match ? indentedAdmonition(line, scanner, match[1]!, line.text.slice(match[0].length)) : undefined
}

/**
 * @param word what stands behind the signs
 * @param rest what follows the word
 */
function indentedAdmonition(line: ScannedLine, scanner: Scanner, word: string, rest: string): string[] | undefined {
  const kind = admonitionKind(word)
  const isIndented = hasIndentedBody(line, scanner)
  if (!kind && !isIndented)
    return undefined
  const title = /"([^"]*)"/.exec(rest)?.[1] ?? /'([^']*)'/.exec(rest)?.[1] ?? rest.trim()
  if (word.toLowerCase() !== kind || rest.replaceAll(/["']/g, '').trim() !== title)
    scanner.omit(line.number, line.text, 'its name and settings are not shown')
  const container: Container = { type: 'admonition', kind: kind ?? 'note', ...(title && { title }) }
  if (isIndented) {
    scanner.open(line, line.text, container, 'indented', 'ends with its indentation')
  }
  else if (title && !/["']/.test(rest)) {
    scanner.open(line, line.text, { type: 'admonition', kind: kind ?? 'note' }, 'indented', 'level')
    scanner.output.write(line.prefix + title, line.number)
    scanner.containers.close(line, '', 'indented')
  }
  else {
    scanner.openNext(line, line.text, container)
  }
  return []
}

function hasIndentedBody({ indent }: ScannedLine, { source }: Scanner): boolean {
  const next = source.between(source.position + 1, source.position + NEAR).find(text => text.trim())
  if (next === undefined)
    return false
  const isTab = next.startsWith('\t', indent)
  return next.length - next.trimStart().length >= indent + (isTab ? 1 : 2)
}
