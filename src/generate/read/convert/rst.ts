import type { ReadFile } from '../dialects/include-source.ts'
import path from 'node:path'
import { escapePattern } from '../../text/patterns.ts'
import { includedFile, rangeOf } from '../dialects/include-source.ts'

interface RstContext {
  /** Absolute path of the document, or `-`. */
  file: string
  readFile: ReadFile
  /** Files around this text that include it, itself too. */
  inside: readonly string[]
}

const DIRECTIVE = /^(\s*)\.\. ([a-z](?:[\w.+-]|:(?!:))*)::(.*)$/i
const OPTION = /^\s+:([\w-]+):(.*)$/
const LANGUAGES: Record<string, string> = {
  py: 'python',
  js: 'javascript',
  ts: 'typescript',
  rb: 'ruby',
  sh: 'bash',
  c: 'c',
  h: 'c',
  cpp: 'cpp',
  rs: 'rust',
  go: 'go',
  yml: 'yaml',
  yaml: 'yaml',
  json: 'json',
  toml: 'toml',
  html: 'html',
  css: 'css',
  sql: 'sql',
  java: 'java',
}

/**
 * reStructuredText without what pandoc cannot read as Sphinx does: files that it includes, code that Python's prompt
 * begins, roles with a domain.
 */
export function prepareRst(text: string, file: string, readFile: ReadFile): string {
  return prepare(text.split('\n'), { file, readFile, inside: [file] }).join('\n')
}

function prepare(lines: readonly string[], context: RstContext): string[] {
  const result: string[] = []
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!
    const [, indent = '', name = '', argument = ''] = DIRECTIVE.exec(line) ?? []
    const options = name ? optionsBelow(lines, i + 1) : undefined
    if (name === 'include' || name === 'literalinclude') {
      const lines = (name === 'include' ? included : literal)(argument.trim(), options!, context)
      result.push(...lines.map(text => text && indent + text))
      i += options!.size
    }
    else if (name === 'prompt' || name === 'console') {
      result.push(`${indent}.. code-block:: console`)
    }
    else if (/^\s*>>> /.test(line) && !lines[i - 1]?.trim() && !isInCode(result)) {
      i = pushSession(lines, i, result)
    }
    else {
      result.push(line.replace(/(^|[\s(])((?::[a-z][\w-]*)+):(?=`)/g, (_, before: string, role: string) =>
        `${before}:${role.split(':').at(-1)}:`))
    }
  }
  return result
}

/** Lines of a session at Python's prompt become code. Returns the index of its last line. */
function pushSession(lines: readonly string[], start: number, result: string[]): number {
  const indent = /^\s*/.exec(lines[start]!)![0]
  let end = start
  while (end + 1 < lines.length && lines[end + 1]!.trim())
    end++
  result.push(`${indent}.. code-block:: python`, '', ...lines.slice(start, end + 1).map(line => `   ${line}`), '')
  return end
}

/** Whether the next line is part of code: it stands below a directive for code, or below `::`. */
function isInCode(before: readonly string[]): boolean {
  const last = before.findLast(line => line.trim() && !OPTION.test(line)) ?? ''
  return /::\s*$/.test(last) || /^\s*\.\. (?:code|code-block|sourcecode|parsed-literal)::/.test(last)
    || /^\s*(?:>>>|\.\.\.) /.test(last)
}

interface Options {
  values: Map<string, string>
  /** Lines that they take. */
  size: number
}

function optionsBelow(lines: readonly string[], start: number): Options {
  const values = new Map<string, string>()
  let end = start
  for (let match = OPTION.exec(lines[end] ?? ''); match; match = OPTION.exec(lines[++end] ?? ''))
    values.set(match[1]!, match[2]!.trim())
  return { values, size: end - start }
}

function included(argument: string, { values }: Options, context: RstContext): string[] {
  const file = path.resolve(path.dirname(context.file), argument)
  const text = context.inside.includes(file) ? undefined : includedFile(context.file, argument, context.readFile)
  if (text === undefined)
    return [`\`\`Text not included: ${argument}\`\``]
  const lines = partOf(text, values)
  if (values.has('literal') || values.has('code'))
    return codeBlock(values.get('code') ?? '', lines)
  return prepare(lines, { ...context, file, inside: [...context.inside, file] })
}

function literal(argument: string, { values }: Options, { file, readFile }: RstContext): string[] {
  const text = includedFile(file, argument, readFile)
  const ending = path.extname(argument).slice(1)
  const language = values.get('language') ?? LANGUAGES[ending] ?? ''
  const lines = text === undefined ? [`Code not included: ${argument}`] : partOf(text, values)
  return codeBlock(language, lines, values.get('caption') ?? path.posix.basename(argument))
}

function codeBlock(language: string, lines: readonly string[], caption?: string): string[] {
  return [
    '',
    `.. code-block:: ${language || 'text'}`,
    ...caption ? [`   :caption: ${caption}`] : [],
    '',
    ...lines.map(line => line && `   ${line}`),
    '',
  ]
}

/** The lines of a file that options choose, by numbers, between marks, or the definition of a name. */
function partOf(text: readonly string[], values: ReadonlyMap<string, string>): string[] {
  let lines = rangeOf(text.map(line => line.replace(/\t/g, '    ')), values.get('lines'))
  const find = (mark: string) => lines.findIndex(line => line.includes(mark))
  for (const [name, shift] of [['start-after', 1], ['start-at', 0]] as const) {
    const at = values.has(name) ? find(values.get(name)!) : -1
    lines = at < 0 ? lines : lines.slice(at + shift)
  }
  for (const [name, shift] of [['end-before', 0], ['end-at', 1]] as const) {
    const at = values.has(name) ? find(values.get(name)!) : -1
    lines = at < 0 ? lines : lines.slice(0, at + shift)
  }
  const object = values.get('pyobject')
  return object ? definitionOf(object, lines) : lines
}

/** The lines of a class or function of Python; all lines where it is not there. */
function definitionOf(name: string, lines: readonly string[]): string[] {
  const opening = new RegExp(`^\\s*(?:async def|def|class) ${escapePattern(name.split('.').at(-1)!)}\\b`)
  const start = lines.findIndex(line => opening.test(line))
  if (start < 0)
    return [...lines]
  const indent = /^\s*/.exec(lines[start]!)![0].length
  const next = lines.findIndex((line, i) => i > start && line.trim() && /^\s*/.exec(line)![0].length <= indent)
  return lines.slice(start, next < 0 ? undefined : next)
}
