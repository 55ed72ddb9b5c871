import type { PhrasingContent } from 'mdast'
import type { Block } from './slide.ts'
import { limits } from '../limits.ts'
import { numberOfWords } from '../text/words.ts'

const SHELL = new Set([
  'bash',
  'sh',
  'shell',
  'zsh',
  'fish',
  'console',
  'shellsession',
  'powershell',
  'ps1',
  'bat',
])
/** What shows commands and what they print. */
const SESSIONS = new Set(['console', 'shellsession'])
/** A prompt before a command. */
const PROMPT = /^\s*(?:[\w@~:/-]*[$%>▶❯➜]|PS [^>]*>|\/ #)\s+/
/** Descriptions of pictures that say nothing of what they show. */
const DULL = /^(?:image|picture|figure|screenshot|diagram|photo|logo|alt(?: text)?|img)[\W\d]*$/i

/** A comment that takes a line, in one of the usual signs, and what it says. */
const COMMENT = /^(?:#|\/\/|--|;;?|%)\s+(\p{L}[^;{}=]*)$/u
/** Words before a name that code defines. */
const DEFINED = new RegExp([
  String.raw`^\s*(?:export |default |pub |async |public |static )*`,
  String.raw`(?:def|class|function|fn|func|interface|struct|enum|trait)\s+(\w+)`,
].join(''), 'm')

/** A command with its options or paths, of which its author has not said that it is one. */
const UNMARKED_COMMAND = /^(?=.{6,44}$)[a-z][\w.-]*(?: [\w./~@:=-]+)* (?:-{1,2}\w|[\w.-]*\/)[\w./~@:= -]*$/

/** What the name of something shown has to be a title; lengths in characters. */
const NAME = { maxCommand: 44, minStack: 3, maxStackWords: 6, minWords: 2, maxWords: 8 }

/** What names something that is shown: code, a callout, a drawing, a picture. */
export function titleOfVisual(block: Block): PhrasingContent[] | undefined {
  switch (block.type) {
    case 'code':
      return titleOfCode(block)
    case 'callout':
      return block.title && isShort(block.title) ? text(block.title) : undefined
    case 'stack':
      return titleOfStack(block.comment)
    case 'image':
      return titleOfPicture(block.image.alt)
    case 'missing':
      return titleOfPicture(block.alt)
    default:
      return undefined
  }
}

function text(value: string): PhrasingContent[] {
  return [{ type: 'text', value }]
}

function isShort(title: string): boolean {
  return numberOfWords(title) <= NAME.maxWords && title.length <= limits.title.characters
}

/** The name of its file, or its first command. */
function titleOfCode({ name, language, lines }: Extract<Block, { type: 'code' }>): PhrasingContent[] | undefined {
  if (name && name.length <= limits.title.characters)
    return [{ type: 'inlineCode', value: name }]
  if (!SHELL.has(language))
    return titleOfProgram(language, lines)
  const command = commandsOf(language, lines).map(line => line.replace(PROMPT, '').trim()).find(Boolean)
  const isWhole = command && command.length <= NAME.maxCommand && !/[\\|{]$/.test(command)
  return isWhole ? [{ type: 'inlineCode', value: command }] : undefined
}

/** Lines of a shell that tell it something: those behind a prompt; without one, none of what a session only prints. */
function commandsOf(language: string, lines: readonly string[]): string[] {
  const prompted = lines.filter(line => PROMPT.test(line))
  if (prompted.length)
    return prompted
  return SESSIONS.has(language) && lines.length > 1 ? [] : lines.filter(line => !/^\s*(?:#|\/\/)/.test(line))
}

/** A comment that stands above all, the only line, or the first name that is defined. */
function titleOfProgram(language: string, lines: readonly string[]): PhrasingContent[] | undefined {
  if (language === 'text') {
    const [line = '', ...others] = lines
    return !others.length && UNMARKED_COMMAND.test(line) ? [{ type: 'inlineCode', value: line }] : undefined
  }
  const shown = lines.map(line => line.trim()).filter(Boolean)
  const [first = ''] = shown
  const comment = COMMENT.exec(first)?.[1]
  if (comment && numberOfWords(comment) >= NAME.minWords && isShort(comment) && !COMMENT.test(shown[1] ?? ''))
    return text(comment[0]!.toUpperCase() + comment.slice(1).replace(/[.:]$/, ''))
  const only = first.replace(PROMPT, '')
  if (shown.length === 1 && only.length <= NAME.maxCommand && /\w{2}/.test(only))
    return [{ type: 'inlineCode', value: only }]
  const name = DEFINED.exec(lines.join('\n'))?.[1]
  return name ? [{ type: 'inlineCode', value: name }] : undefined
}

function titleOfStack(comment: string): PhrasingContent[] | undefined {
  const name = comment.replace(/\b(?:diagram|stack|layers?)\b/gi, '').replace(/\s+/g, ' ').trim()
  const isName = name.length >= NAME.minStack
    && numberOfWords(name) <= NAME.maxStackWords
    && !/->|→|,/.test(name)
  return isName ? text(name) : undefined
}

function titleOfPicture(alt: string | null | undefined): PhrasingContent[] | undefined {
  const title = alt?.trim().replace(/\.$/, '') ?? ''
  return numberOfWords(title) >= NAME.minWords && isShort(title) && !DULL.test(title) ? text(title) : undefined
}
