import type { Block } from './slide.ts'
import { anyOf, wordList } from '../text/patterns.ts'

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

type CodeBlock = Extract<Block, { type: 'code' }>

/** A prompt before a command. */
const PROMPT = /^\s*(?:[\w@~:/.-]*[$%>▶❯➜#]|PS [^>]*>)\s+(?=[a-z./])/
const SHELLS = new Set(wordList('bash sh shell zsh fish console shellsession powershell ps1 bat nu'))
/** Words before a command that do not say what it does. */
const BEFORE_COMMAND = /^(?:sudo|time|env|exec|npx|uv run|poetry run|pipenv run|docker exec)\s+/

/** The commands of a session, each whole where it is short, else its program with what it is told to do. */
export function commandsIn({ language, lines }: CodeBlock): string[] {
  const prompted = lines.filter(line => PROMPT.test(line))
  const isShell = SHELLS.has(language)
  const isSession = language === 'console' || language === 'shellsession'
  const commands = prompted.length || !isShell || isSession ? prompted : lines.filter(line => /^[a-z.]/.test(line))
  return commands.flatMap((line) => {
    const command = line.replace(PROMPT, '').replace(BEFORE_COMMAND, '').replace(/\s*(?:\\|#.*)?$/, '').trim()
    if (command.length <= MAX_LENGTH)
      return command.length > 2 ? [command] : []
    const [program = '', ...rest] = command.split(/\s+/)
    const told = rest.find(word => /^(?:[a-z][\w-]*|--?[a-z][\w-]*)$/.test(word))
    const short = [program, ...told ? [told] : []].join(' ')
    return short.length <= MAX_LENGTH && /^[\w./-]+(?: |$)/.test(short) ? [short] : []
  })
}

const SETTINGS = new Set(wordList('yaml yml json json5 jsonc toml ini properties hcl'))
/** What settings are told for. */
const KEYS = [/^\[{1,2}([\w.-]+)\]{1,2}\s*$/, /^["']?([A-Z][\w.-]*)["']?\s*[:=]/i, /^\s+"([A-Z][\w.-]*)"\s*:/i]
/** Keys that every such text has. */
const DULL_KEYS = new Set(wordList('apiVersion kind metadata spec name version id type title description'))

/** The sections and keys of settings, outer ones first. */
export function keysIn({ language, lines }: CodeBlock): string[] {
  if (!SETTINGS.has(language))
    return []
  const kind = lines.map(line => /^kind:\s+(\w+)/.exec(line)?.[1]).find(Boolean)
  const keys = KEYS.flatMap(pattern => lines.flatMap(line => pattern.exec(line)?.[1] ?? []))
  return [...kind ? [kind] : [], ...keys].filter(key =>
    key.length > 2 && key.length <= MAX_LENGTH && !DULL_KEYS.has(key))
}

const VALUE = new RegExp(
  `^\\s*(?:(?:pub|export|static|final)\\s+)*(?:let|const|var|val|auto)\\s+(?:mut\\s+)?(${NAME})`,
  'u',
)
const ASSIGNED = new RegExp(`^(${NAME})\\s*(?::=|<-|=)\\s`, 'u')

/** The names of what code keeps, where it defines nothing else. */
export function valuesIn({ language, lines }: CodeBlock): string[] {
  if (language === 'text' || SETTINGS.has(language) || SHELLS.has(language))
    return []
  const names = lines.flatMap(line => VALUE.exec(line)?.[1] ?? ASSIGNED.exec(line)?.[1] ?? [])
  return names.filter(name => name.length > 2 && name.length <= MAX_LENGTH)
}
