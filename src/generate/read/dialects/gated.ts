import type { ScannedLine } from './block-rule.ts'
import type { Scanner } from './scanner.ts'
import { directiveContainer } from './directive-container.ts'

const OPENING = /^(`{3,}|~{3,}|:{3,})\{([\w:-]+)-(start|end)\}(.*)$/

/**
 * A directive of MyST that says where a block begins or ends, and holds none of it: ```` ```{solution-start} ````.
 * @returns whether the line is one
 */
export function gatedDirective(line: ScannedLine, scanner: Scanner): boolean {
  const [, sign = '', name = '', part, argument = ''] = OPENING.exec(line.text) ?? []
  const container = name ? directiveContainer(name, argument.trim()) : undefined
  const last = container && lastLine(line.number, sign, scanner)
  if (!container || !last)
    return false
  const raw = scanner.source.between(line.number, last).join('\n')
  const key = `gated:${name}`
  if (part === 'start' && scanner.source.isClosed(key, last))
    scanner.open(line, raw, container, key)
  else if (part === 'end')
    scanner.containers.close(line, raw, key)
  scanner.omit([line.number, last], raw, 'its name and settings are not shown')
  scanner.source.skipTo(last)
  return true
}

/** The line that closes it, where there is nothing but settings before. */
function lastLine(number: number, sign: string, { source }: Scanner): number | undefined {
  const close = new RegExp(`^[\\s>]*${sign[0]}{${sign.length},}\\s*$`)
  let next = number + 1
  while (/^\s*(?::[\w-]+:.*)?$/.test(source.at(next) ?? '-') && next < source.length)
    next++
  return close.test(source.at(next) ?? '') ? next : undefined
}
