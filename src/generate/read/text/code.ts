import { anyOf } from '../../text/patterns.ts'
import { commands, fileEndings, fileNames, keywords } from './code-words.ts'

const COMMAND = new RegExp(`^(?:[$>#%] )?${anyOf(commands)}(?: +\\S.*)?$`)
const STATEMENTS = [
  new RegExp(`^${anyOf(keywords)}\\b.*[(){}[\\]:;="'/\\w-]`),
  // Decorators, closing brackets, tags, comments, changes, prompts, what is left out.
  /^@\w+(?:\.\w+)*(?:\(.*)?$/,
  /^[}\])]+(?:[,;][;,)]*)?$/,
  /^<\/?[a-z!][^>]*>/i,
  /^(?:#!\/|\/\/ |\/\* |\* @)/,
  /^(?:[-+] \S|[$>%] \S|\.\.\.$)/,
]
const ASSIGNMENT = /^[\w.$[\]"'-]+(?: ?:)? ?[-+*/|]?= ?\S/
const OPERATORS = /[;{}]$|^[{[(]+$|\)\s*[{:]$|=>|::\w|&&|\|\|/
const SETTING = /^"[^"]*": ?\S|^\w[\w-]*: ?[\w/.'"[{-]*$/
const OUTPUT = /^\w+[>#$] |^[\w.-]+ +\| |^[-+] {2,}\S/
const CALL = /^[\w.]+\([^()\s]*\)[;,]?$|^\w+(?:\.\w+)+\(.*\)/

/** Whether one line reads as code: a command, a statement, an assignment, a tag, a row of output. */
export function isCodeLine(line: string): boolean {
  const text = line.trim()
  if (!text)
    return false
  if (ASSIGNMENT.test(text) || OPERATORS.test(text))
    return !isSentence(text)
  if (SETTING.test(text) && !/[.!?]$/.test(text))
    return !/^[A-Z][a-z]+:$/.test(text)
  if (OUTPUT.test(text) || CALL.test(text))
    return true
  return (COMMAND.test(text) || STATEMENTS.some(statement => statement.test(text))) && !isSentence(text)
}

/** Whether a line is a command of a shell. */
export function isCommand(line: string): boolean {
  const text = line.trim()
  return COMMAND.test(text) && !isSentence(text)
}

/** A line of prose may begin with a word that code begins with. */
const SENTENCE = { minWords: 6, plainShare: 0.7 }

function isSentence(text: string): boolean {
  const words = text.split(/\s+/)
  if (words.length < SENTENCE.minWords || !/[.!?:,]$/.test(text))
    return false
  const plain = words.filter(word => /^[("“]?[a-z'’]+[,.!?:)"”]*$/i.test(word))
  return plain.length > words.length * SENTENCE.plainShare
}

/** Share of the lines of a block from which it is code. */
const MIN_CODE_SHARE = 0.3
/** Words of a line from which it is prose. */
const MAX_CODE_WORDS = 8
/** Signs that prose has rarely. */
const CODE_SIGNS = /[/\\=_$<>{}[\]|]|\d[.:]\d|^\S+\.\w{1,4}$/

/** Whether the lines of a block of page text are code, in whole. */
export function isCode(lines: readonly string[]): boolean {
  const full = lines.filter(line => line.trim())
  const code = full.filter(isCodeLine).length
  if (full.length === 1)
    return code === 1 || isArrowChain(full[0]!)
  if (code >= Math.max(1, full.length * MIN_CODE_SHARE))
    return true
  // Prose copied from a page has a line for each paragraph and no indentation.
  if (full.some(line => /^\s/.test(line)))
    return true
  const isShort = (line: string) => line.trim().split(/\s+/).length <= MAX_CODE_WORDS && !/[.!?]$/.test(line)
  return full.every(isShort) && full.some(line => CODE_SIGNS.test(line))
}

/** What an arrow chain has at least and at most. */
const CHAIN = { maxCharacters: 300, minSteps: 3, maxWords: 6 }

/** Steps of a chain as authors draw it in one line: `one -> two -> three`. */
export function isArrowChain(line: string): boolean {
  if (line.length >= CHAIN.maxCharacters)
    return false
  const steps = line.split(/\s+(?:-+>|=+>|[→⇒➜›])\s+/).map(step => step.trim())
  return steps.filter(step => step && step.split(/\s+/).length <= CHAIN.maxWords).length >= CHAIN.minSteps
}

const FILE = new RegExp(`^[\\w./@-]+\\.${anyOf(fileEndings)}$`, 'i')
const FILE_WITHOUT_ENDING = new RegExp(`^(?:[\\w./-]*/)?(?:${anyOf(fileNames)}|\\.\\w+(?:ignore|rc|env))$`, 'i')

/** The name of a file that pages show above its code. */
export function isFileName(line: string): boolean {
  const text = line.trim()
  return FILE.test(text) || FILE_WITHOUT_ENDING.test(text)
}
