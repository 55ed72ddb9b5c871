import type { Block } from './slide.ts'
import { anyOf } from '../text/patterns.ts'

const MODIFIERS
  = ['export', 'default', 'pub', 'public', 'private', 'protected', 'static', 'abstract', 'async', 'unsafe', 'const']
const KEYWORDS = [
  'function',
  'def',
  'fn',
  'func',
  'fun',
  'class',
  'interface',
  'trait',
  'struct',
  'enum',
  'module',
  'namespace',
  'type',
]
const NAME = '[\\p{L}_$][\\p{L}\\p{N}_$]*'
/** What a line of code gives a name to, in the languages that documents show. */
const DEFINITIONS = [
  new RegExp(`^\\s*(?:${anyOf(MODIFIERS)}(?:\\([^)]*\\))?\\s+)*${anyOf(KEYWORDS)}\\*?\\s+(${NAME})`, 'u'),
  /^\s*impl(?:<[^>]*>)?\s+([\p{L}_][\p{L}\p{N}_]*)/u,
  /^\s*CREATE\s+(?:TABLE|VIEW|INDEX)\s+(?:IF\s+NOT\s+EXISTS\s+)?["`]?([\p{L}_][\p{L}\p{N}_.]*)/iu,
]
/** What a line of code calls, a macro among it. */
const CALL = /(?<![\p{L}\p{N}_$.])((?:[\p{L}_$][\p{L}\p{N}_$]*(?:\.|::))*[\p{L}_$][\p{L}\p{N}_$]*!?)\(/u
/** An error that a program prints. */
const ERROR = /^(?:error(\[\w+\])|([A-Z]\w*(?:Error|Exception)))\b/
/** Calls that many texts make and that name nothing; words before a bracket that call nothing. */
const DULL = new Set([
  'print',
  'println!',
  'console.log',
  'require',
  'main',
  'if',
  'for',
  'while',
  'switch',
  'catch',
  'return',
  'function',
  'fn',
  'assert',
  'len',
  'range',
  'str',
  'int',
  'list',
  'dict',
  'set',
  'tuple',
  'type',
])
const MAX_LENGTH = 32
/** Code that begins as a name, an option or a path does. */
export const NAME_IN_CODE = /^[-@$./_]*\p{L}.*\p{L}/u

/**
 * The names in code that can say what it is about, the best first: what it defines, the error that it prints, what it
 * calls.
 */
export function namesInCode({ lines }: Extract<Block, { type: 'code' }>): string[] {
  const defined = lines.flatMap(line => DEFINITIONS.flatMap(pattern => pattern.exec(line)?.[1] ?? []))
  const errors = lines.flatMap((line) => {
    const [, code, name] = ERROR.exec(line) ?? []
    return code ? [`error${code}`] : name ?? []
  })
  const called = lines.filter(line => !/^\s*(?:#|\/\/|\*)/.test(line)).flatMap(line => CALL.exec(line)?.[1] ?? [])
  return [...new Set([...defined, ...errors, ...called])].filter(name =>
    name.length > 1 && name.length <= MAX_LENGTH && !DULL.has(name))
}
