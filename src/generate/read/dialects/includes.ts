import type { ScannedLine } from './block-rule.ts'
import type { Scanner } from './scanner.ts'
import path from 'node:path'
import { readAttributes } from './attributes.ts'
import { includedFile, partOf, rangeOf } from './include-source.ts'

interface Include {
  name: string
  /** Name of the part that is included; all without it. */
  part?: string
  /** Lines that are included, e.g. `2-5`. */
  ranges?: string
  /** Lines that are marked. */
  highlight?: string
}

const MDBOOK = /^\{\{\s*#(?:include|rustdoc_include|playground)\s+([^\s:}]+)(:[^}]*|\s[^}]*)?\}\}$/
const STARRED = /^\{\*([^*]*(?:\*(?!\})[^*]*)*)\*\}$/
const SCISSORS = /^-{1,2}8<-{1,2}\s+["']([^"':]+)(?::([\w-]*))?(?::(\d*))?["']$/
const EXCLAMATION = /^\{!>?\s*([^\s!]+)\s*(?:\[ln:([\d,-]+)\]\s*)?!\}$/
const ARROWS = /^<<<\s+([^\s{#[]+)(?:#([\w-]+))?\s*(?:\{([^}]*)\})?/
const TRIPLE_COLON = /^:::\s*code\s(.*):::$/
const LIQUID = /^\{%-?\s*(?:include|include_relative|include_cached|render)\s+["']?([\w./-]+\.\w+)["']?\s*-?%\}$/

// MarkBind
const ELEMENT = /^<include\s(?:[^>]*\s)?src="([^"#>]+\.md)(?:#[^">]*)?"[^>]*>(?:\s*<\/include>)?$/

/** The file that a line includes, in the ways of mdBook, MkDocs, VitePress, Docusaurus and others. */
function includeOf(text: string): Include | undefined {
  const mdbook = MDBOOK.exec(text)
  if (mdbook) {
    const [, second, third] = /^:([\w-]*)(?::(\d*))?/.exec(mdbook[2] ?? '') ?? []
    return withPart(mdbook[1]!, second, third)
  }
  const starred = STARRED.exec(text)?.[1]?.trim()
  if (starred) {
    return {
      name: starred.split(/\s/)[0]!,
      ranges: /\bln\[([^\]]*)\]/.exec(starred)?.[1],
      highlight: /\bhl\[([^\]]*)\]/.exec(starred)?.[1]?.replaceAll(':', '-'),
    }
  }
  const scissors = SCISSORS.exec(text)
  if (scissors)
    return withPart(scissors[1]!, scissors[2], scissors[3])
  const exclamation = EXCLAMATION.exec(text)
  if (exclamation)
    return { name: exclamation[1]!, ranges: exclamation[2] }
  const arrows = ARROWS.exec(text)
  if (arrows)
    return { name: arrows[1]!, part: arrows[2], highlight: /^[\d,-]+/.exec(arrows[3] ?? '')?.[0] }
  const triple = TRIPLE_COLON.exec(text)
  const { source, id, range, highlight } = triple ? readAttributes(triple[1]!).values : {}
  if (source)
    return { name: source, part: id, ranges: range, highlight }
  const named = LIQUID.exec(text) ?? ELEMENT.exec(text)
  return named ? { name: named[1]! } : undefined
}

/** An include with what stands behind its colons: numbers of lines, or the name of a part. */
function withPart(name: string, second: string | undefined, third: string | undefined): Include {
  const isRange = /^\d*$/.test(second ?? '') && (second || third)
  if (!isRange)
    return { name, part: second }
  return { name, ranges: third === undefined ? second : `${second}:${third}` }
}

function includedLines({ name, ranges, part }: Include, { file, readFile }: Scanner): string[] | undefined {
  const found = includedFile(file, name, readFile)
  return found && partOf(rangeOf(found, ranges), part)
}

function omitInclude(scanner: Scanner, number: number, text: string, isFound: boolean): void {
  const why = isFound ? 'the file that it names stands in its place' : 'the file that it names is not there'
  scanner.omit(number, text, why)
}

/** What stands for code that is not there. */
function missingCode({ name }: Include): string[] {
  return [`Code not included: ${name}`]
}

/**
 * A line that includes a file: Markdown comes in as it is, anything else as code; a file that is not there leaves its
 * name.
 */
export function includeLine(line: ScannedLine, scanner: Scanner): string[] | undefined {
  const include = includeOf(line.text.trim())
  if (!include)
    return undefined
  const lines = includedLines(include, scanner)
  if (lines === undefined && line.text.startsWith('{%'))
    return undefined
  if (lines === undefined && line.text.startsWith('<include')) {
    omitInclude(scanner, line.number, line.text, false)
    return []
  }
  omitInclude(scanner, line.number, line.text, lines !== undefined)
  const { output } = scanner
  const write = (text: string, isCode: boolean) => output.write(line.prefix + text, line.number, isCode)
  const isMarkdown = lines !== undefined && /\.(?:md|mdx|markdown|html)$/i.test(include.name)
  write('', false)
  for (const text of isMarkdown ? lines : codeBlock(include, lines))
    write(text, !isMarkdown)
  write('', false)
  return []
}

/** A fence with the lines of a file. */
function codeBlock(include: Include, lines: string[] | undefined): string[] {
  const runs = (lines ?? []).map(text => /^\s*(~+)/.exec(text)?.[1]!.length ?? 0)
  const sign = '~'.repeat(Math.max(4, ...runs.map(length => length + 1)))
  if (!lines)
    return [`${sign} text`, ...missingCode(include), sign]
  const language = path.extname(include.name).slice(1) || 'text'
  const highlight = include.highlight ? ` {${include.highlight}}` : ''
  return [`${sign} ${language} [${path.basename(include.name)}]${highlight}`, ...lines, sign]
}

/** The same inside a fence; false for a line that includes nothing. */
export function includeInCode(text: string, number: number, scanner: Scanner): boolean {
  const trimmed = text.trim()
  const include = /^\{%|^<<<|^<include/.test(trimmed) ? undefined : includeOf(trimmed)
  if (!include)
    return false
  const lines = includedLines(include, scanner)
  omitInclude(scanner, number, trimmed, lines !== undefined)
  const indent = /^\s*/.exec(text)![0]
  for (const included of lines ?? missingCode(include))
    scanner.output.write(indent + included, number, true)
  return true
}
