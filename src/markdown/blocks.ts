import type { Problem } from '../core/errors.ts'
import type { BlockKind, BlockOptions } from './block-kinds.ts'
import type { ScannedMarkdown } from './fences.ts'
import { calloutKindNames } from '../shared/callout-kinds.ts'
import { blockKinds, isBlockKind, optionProblems, parseOptions, unknownKind } from './block-kinds.ts'
import { scanMarkdown } from './fences.ts'

/** A `:::kind` block or a GitHub alert, as the author wrote it. */
export interface Block {
  kind: BlockKind
  /** Markdown of one line; empty where there is none. */
  title: string
  options: BlockOptions
  /** First and last line in the text that was read, from 0. */
  start: number
  end: number
  /** Spaces before the block, which its lines share. */
  indent: string
  /** What stands inside, without the indentation and the marks of a quotation; it may hold blocks again. */
  body: string
  /** Line on which the body begins, counted like `line`. */
  bodyLine: number
  /** Line of the opening mark, counted from the line that was given for the text. */
  line: number
}

/** A problem without its file. */
export type TextProblem = Pick<Problem, 'message' | 'hint' | 'rule'> & { line: number }

export interface ReadBlocks {
  /** The outermost blocks in order. */
  blocks: Block[]
  /** Problems of the outermost blocks. */
  problems: TextProblem[]
}

const OPEN = /^(\s*)(:{3,})[ \t]*([a-z][\w-]*)(?=[\s[{]|$)(.*)$/i
const CLOSE = /^\s*(:{3,})\s*$/
const ALERT = /^(\s*)> ?\[!([a-z][\w-]*)\](.*)$/i
const QUOTED_BLOCK = /^\s*>[\s>]*:{3,}[ \t]*[a-z]/i
const QUOTED = /^\s*>/
/** A line of text that goes on with a quotation's paragraph although it lacks the mark. */
const LAZY = /^\s*(?![-*+]\s|\d+[.)]\s|[#<>|]|`{3}|~{3}|::)\S/

/**
 * Finds the blocks of a Markdown text, and what is wrong with them. Code and HTML comments are passed over.
 * A block that is not closed reaches to the end; a block of an unknown kind stays text.
 * @param firstLine line of the text in its file, for problems
 */
export function readBlocks(markdown: string, firstLine = 1): ReadBlocks {
  const scanned = scanMarkdown(markdown)
  const { lines, isText } = scanned
  const blocks: Block[] = []
  const problems: TextProblem[] = []
  for (let i = 0; i < lines.length; i++) {
    if (!isText[i])
      continue
    const line = firstLine + i
    const stray = CLOSE.exec(lines[i]!)
    if (stray) {
      const hint = 'Remove it, or open a block above it, e.g. :::note'
      problems.push({ message: `This ${stray[1]} closes no block.`, hint, line })
      continue
    }
    if (QUOTED_BLOCK.test(lines[i]!)) {
      const hint = 'Take the > away from its lines, or write a GitHub alert: > [!NOTE]'
      problems.push({ message: 'A block cannot stand in a quotation.', hint, line })
    }
    const found = readColonBlock(scanned, i, firstLine, problems) ?? readAlert(scanned, i, firstLine, problems)
    if (!found)
      continue
    i = found.end
    if (found.block) {
      blocks.push(found.block)
      problems.push(...ownProblems(found.block))
    }
  }
  return { blocks, problems }
}

/** What is wrong with the options and the title of a block. */
function ownProblems({ kind, options, title, line }: Block): TextProblem[] {
  const problems = optionProblems(kind, options).map(problem => ({ ...problem, line }))
  if (kind !== 'question' || title)
    return problems
  const hint = 'Write it after the kind: :::question What is a kernel?'
  return [...problems, { message: 'This question has no text.', hint, line }]
}

/** All problems of the blocks of a text, those inside other blocks too, in the order of lines. */
export function blockProblems(markdown: string, firstLine = 1): TextProblem[] {
  const { blocks, problems } = readBlocks(markdown, firstLine)
  const inner = blocks.flatMap(({ body, bodyLine }) => blockProblems(body, bodyLine))
  return [...problems, ...inner].sort((a, b) => a.line - b.line)
}

type Found = { block?: Block, end: number } | undefined

function readColonBlock(
  { lines, isText }: ScannedMarkdown,
  start: number,
  firstLine: number,
  problems: TextProblem[],
): Found {
  const [, indent = '', colons, name, rest = ''] = OPEN.exec(lines[start]!) ?? []
  if (!colons || !name)
    return
  const line = firstLine + start
  const close = closingLine(lines, isText, start)
  if (close === undefined) {
    const hint = `Write ${colons} on a line of its own where it ends; a block inside another one has fewer colons.`
    problems.push({ message: `The block ${colons}${name} is not closed.`, hint, line })
  }
  const end = close ?? lines.length - 1
  const kind = name.toLowerCase()
  if (!isBlockKind(kind)) {
    problems.push({ ...unknownKind(name, blockKinds, `${colons}${name}`), line })
    return { end }
  }
  const body = lines.slice(start + 1, close)
    .map(text => text.startsWith(indent) ? text.slice(indent.length) : text.trimStart())
    .join('\n')
  return { block: { kind, ...titleAndOptions(rest), start, end, indent, body, bodyLine: line + 1, line }, end }
}

/** The line that closes the block opened at `start`: of as many colons, when the blocks inside it are closed. */
function closingLine(lines: string[], isText: boolean[], start: number): number | undefined {
  const open: number[] = []
  for (let i = start; i < lines.length; i++) {
    if (!isText[i])
      continue
    const opened = OPEN.exec(lines[i]!)
    const closed = CLOSE.exec(lines[i]!)
    if (opened) {
      open.push(opened[2]!.length)
    }
    else if (closed && open.includes(closed[1]!.length)) {
      open.length = open.lastIndexOf(closed[1]!.length)
      if (!open.length)
        return i
    }
  }
}

/** What follows the kind: `{options}`, then `[Title]` or `Title`, in either order. */
function titleAndOptions(rest: string): Pick<Block, 'title' | 'options'> {
  const braces = /^\s*(?:\[[^\]]*\]\s*)?\{([^{}]*)\}/.exec(rest)
  const title = (braces ? rest.replace(`{${braces[1]}}`, '') : rest).trim()
  return { title: (/^\[(.*)\]$/.exec(title)?.[1] ?? title).trim(), options: parseOptions(braces?.[1] ?? '') }
}

function readAlert(
  { lines, isText }: ScannedMarkdown,
  start: number,
  firstLine: number,
  problems: TextProblem[],
): Found {
  const [, indent = '', name, title = ''] = ALERT.exec(lines[start]!) ?? []
  if (!name || (start > 0 && isText[start - 1] && QUOTED.test(lines[start - 1]!)))
    return
  let end = start
  while (end + 1 < lines.length && (QUOTED.test(lines[end + 1]!) || goesOn(end)))
    end++
  const line = firstLine + start
  const kind = name.toLowerCase()
  if (!isBlockKind(kind) || kind === 'question') {
    problems.push({ ...unknownKind(name, calloutKindNames, `[!${name}]`), line })
    return { end }
  }
  const body = lines.slice(start + 1, end + 1).map(text => text.replace(/^\s*> ?/, '')).join('\n')
  return { block: { kind, title: title.trim(), options: {}, start, end, indent, body, bodyLine: line + 1, line }, end }

  /** Whether the next line belongs to the paragraph of a quotation although it lacks the mark. */
  function goesOn(at: number): boolean {
    return isText[at + 1]! && LAZY.test(lines[at + 1]!) && /^\s*>\s*[^\s>]/.test(lines[at]!)
  }
}
