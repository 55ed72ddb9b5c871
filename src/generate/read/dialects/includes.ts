import type { ScannedLine, Scanner } from './scanner.ts'
import path from 'node:path'
import { readAttributes } from './attributes.ts'
import { includedFile, partOf, rangeOf } from './include-source.ts'

interface Include {
  name: string
  part?: string
  ranges?: string
  highlight?: string
}

/** The file that a line includes, in the ways of mdBook, MkDocs, VitePress, Docusaurus and others. */
function includeOf(text: string): Include | undefined {
  const mdbook = /^\{\{\s*#(?:include|rustdoc_include|playground)\s+([^\s:}]+)(:[^}]*|\s[^}]*)?\}\}$/.exec(text)
  if (mdbook) {
    const [, second, third] = /^:([\w-]*)(?::(\d*))?/.exec(mdbook[2] ?? '') ?? []
    return withPart(mdbook[1]!, second, third)
  }
  const starred = /^\{\*([^*]*(?:\*(?!\})[^*]*)*)\*\}$/.exec(text)?.[1]?.trim()
  if (starred)
    return { name: starred.split(/\s/)[0]!, ranges: /\bln\[([^\]]*)\]/.exec(starred)?.[1], highlight: /\bhl\[([^\]]*)\]/.exec(starred)?.[1]?.replaceAll(':', '-') }
  const scissors = /^-{1,2}8<-{1,2}\s+["']([^"':]+)(?::([\w-]*))?(?::(\d*))?["']$/.exec(text)
  if (scissors)
    return withPart(scissors[1]!, scissors[2], scissors[3])
  const exclamation = /^\{!>?\s*([^\s!]+)\s*(?:\[ln:([\d,-]+)\]\s*)?!\}$/.exec(text)
  if (exclamation)
    return { name: exclamation[1]!, ranges: exclamation[2] }
  const arrows = /^<<<\s+([^\s{#[]+)(?:#([\w-]+))?\s*(?:\{([^}]*)\})?/.exec(text)
  if (arrows)
    return { name: arrows[1]!, part: arrows[2], highlight: /^[\d,-]+/.exec(arrows[3] ?? '')?.[0] }
  const triple = /^:::\s*code\s(.*):::$/.exec(text)
  const attributes = triple ? readAttributes(triple[1]!).values : {}
  if (attributes.source)
    return { name: attributes.source, part: attributes.id, ranges: attributes.range, highlight: attributes.highlight }
  const liquid = /^\{%-?\s*(?:include|include_relative|include_cached|render)\s+["']?([\w./-]+\.\w+)["']?\s*-?%\}$/.exec(text)
  if (liquid)
    return { name: liquid[1]! }
}

function withPart(name: string, second: string | undefined, third: string | undefined): Include {
  return /^\d*$/.test(second ?? '') && (second || third) ? { name, ranges: third !== undefined ? `${second}:${third ?? ''}` : second } : { name, part: second }
}

function includedLines(include: Include, scanner: Scanner): string[] | undefined {
  const found = includedFile(scanner.file, include.name, scanner.readFile)
  return found && partOf(rangeOf(found.lines, include.ranges), include.part)
}

/** A line that includes a file: Markdown comes in as it is, anything else as code; a file that is not there leaves its name. */
export function includeLine(line: ScannedLine, scanner: Scanner): boolean {
  const include = includeOf(line.text.trim())
  if (!include)
    return false
  const lines = includedLines(include, scanner)
  const isText = /\.(?:md|mdx|markdown|html)$/i.test(include.name)
  if (lines === undefined && /^\{%/.test(line.text))
    return false
  scanner.leaveOut(line, line.text, lines ? 'the file that it names stands in its place' : 'the file that it names is not there')
  const write = (text: string, isCode = true) => scanner.emit(line.prefix + text, line.number, isCode)
  write('', false)
  if (lines && isText) {
    lines.forEach(text => write(text, false))
  }
  else {
    const sign = '~'.repeat(Math.max(4, ...(lines ?? []).map(text => (/^\s*(~+)/.exec(text)?.[1]!.length ?? 0) + 1)))
    const language = path.extname(include.name).slice(1) || 'text'
    write(lines ? `${sign} ${language} [${path.basename(include.name)}]${include.highlight ? ` {${include.highlight}}` : ''}` : `${sign} text`)
    for (const text of lines ?? [`Code not included: ${include.name}`])
      write(text)
    write(sign)
  }
  write('', false)
  return true
}

/** The same inside a fence. */
export function includeInCode(text: string, number: number, scanner: Scanner): boolean {
  const include = includeOf(text.trim())
  if (!include || /^\{%|^<<</.test(text.trim()))
    return false
  const lines = includedLines(include, scanner)
  scanner.leaveOut({ number }, text.trim(), lines ? 'the file that it names stands in its place' : 'the file that it names is not there')
  const indent = /^\s*/.exec(text)![0]
  for (const included of lines ?? [`Code not included: ${include.name}`])
    scanner.emit(indent + included, number, true)
  return true
}
