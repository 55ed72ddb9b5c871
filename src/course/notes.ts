import type { Problem } from '../core/errors.ts'
import type { NoteReader } from '../shared/readers.ts'
import type { Slide } from './course.ts'
import { scanMarkdown } from '../markdown/fences.ts'

/** Blocks that an author can put around a part of the speaker notes, as `::: private` … `:::`. */
const noteBlocks = {
  private: { description: 'for the presenter alone', readers: ['instructor', 'presenter'] },
  answer: { description: 'left out of the student handout', readers: ['web', 'key', 'instructor', 'presenter'] },
} as const satisfies Record<string, { description: string, readers: readonly NoteReader[] }>

export type NoteBlock = keyof typeof noteBlocks

function isNoteBlock(name: string): name is NoteBlock {
  return Object.hasOwn(noteBlocks, name)
}

/** A part of the notes, as Markdown, and the blocks that it stands in, from the outermost. */
export interface NotePart {
  blocks: NoteBlock[]
  markdown: string
}

/**
 * The Markdown of speaker notes that a reader may see, without the marks of the blocks.
 * A block that is not closed reaches to the end; `noteProblems` names it.
 */
export function notesFor(markdown: string, reader: NoteReader): string {
  return noteParts(markdown)
    .filter(({ blocks }) => blocks.every(block => mayRead(block, reader)))
    .map(part => reader === 'presenter' ? part.markdown : withoutClicks(part.markdown))
    .join('\n\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** Whether a block's content is for a reader. */
export function mayRead(block: NoteBlock, reader: NoteReader): boolean {
  return (noteBlocks[block].readers as readonly NoteReader[]).includes(reader)
}

/** The parts of speaker notes in order; parts without text are left out. */
export function noteParts(markdown: string): NotePart[] {
  return scanNotes(markdown).parts
}

/** What is wrong with the blocks in a slide's notes. */
export function noteProblems({ notes, file, notesLine }: Pick<Slide, 'notes' | 'file' | 'notesLine'>): Problem[] {
  return scanNotes(notes).problems.map(({ line, ...problem }) => ({ ...problem, file, line: notesLine + line }))
}

const MISPLACED = /:{3,}[ \t]*(?:private|answer)\b/i

type NoteProblem = Pick<Problem, 'message' | 'hint'> & { line: number }

interface Scan { parts: NotePart[], problems: NoteProblem[] }

/** Lines of code belong to the author, so a mark among them is none. */
function scanNotes(markdown: string): Scan {
  const { parts, problems }: Scan = { parts: [], problems: [] }
  const open: { block: NoteBlock, line: number }[] = []
  const { lines, fences, isCode } = readLines(markdown)
  let text: string[] = []
  const endPart = () => {
    const part = text.join('\n').replace(/^(?:[ \t]*\n)+|\s+$/g, '')
    if (part)
      parts.push({ blocks: open.map(({ block }) => block), markdown: part })
    text = []
  }
  for (const [line, content] of lines.entries()) {
    const name = isCode[line] ? undefined : blockMark(content)
    if (name === undefined) {
      if (!isCode[line])
        problems.push(...misplacedProblems(content, line))
      text.push(content)
      continue
    }
    endPart()
    if (name !== '') {
      // Until the author has fixed an unknown one, nobody but the presenter reads it.
      open.push({ block: isNoteBlock(name) ? name : 'private', line })
      problems.push(...unknownProblems(name, line))
    }
    else if (!open.pop()) {
      const hint = 'Remove it, or open the block with a line ::: private or ::: answer.'
      problems.push({ line, message: 'This ::: closes no block of the notes.', hint })
    }
  }
  endPart()
  for (const { block, line } of open) {
    const message = `The block "${block}" in these notes is not closed.`
    problems.push({ line, message, hint: 'Write ::: on a line of its own where it ends.' })
  }
  for (const { start, mark } of fences.filter(({ closed }) => !closed)) {
    const hint = `Write ${mark} on a line of its own where it ends.`
    problems.push({ line: start, message: 'The code in these notes is not closed.', hint })
  }
  return { parts, problems: problems.sort((a, b) => a.line - b.line) }
}

function misplacedProblems(content: string, line: number): NoteProblem[] {
  if (!MISPLACED.test(content.replace(/`[^`]*`/g, '')))
    return []
  const hint = 'Write its ::: on a line of its own, with nothing before it.'
  return [{ line, message: 'A block in the notes begins inside a line.', hint }]
}

function unknownProblems(name: string, line: number): NoteProblem[] {
  if (isNoteBlock(name))
    return []
  const known = Object.entries(noteBlocks).map(([block, { description }]) => `${block} (${description})`)
  return [{ line, message: `There is no block "${name}" in notes.`, hint: `There are: ${known.join(', ')}.` }]
}

/** The name after `:::`, empty where the line closes a block, undefined where it is no such line. */
function blockMark(line: string): string | undefined {
  const text = line.trim()
  return text.startsWith(':::') ? text.replace(/^:+/, '').trim() : undefined
}

/** The lines of notes, and which of them stand in fenced code; the marks of lines that are only indented count. */
function readLines(markdown: string) {
  const { lines, fences } = scanMarkdown(markdown)
  const isCode = lines.map(() => false)
  for (const { start, end } of fences)
    isCode.fill(true, start, end + 1)
  return { lines, fences, isCode }
}

/** Slidev's `[click]` marks tell the presenter when to press a key; nobody else wants them. */
function withoutClicks(markdown: string): string {
  const { lines, isCode } = readLines(markdown)
  return lines.map((line, i) => {
    if (isCode[i])
      return line
    const text = line.replace(/(`[^`]*`)|[ \t]?\[click(?::\d+)?\]/g, (_, code: string | undefined) => code ?? '')
    return text === line || /^[ \t]/.test(line) ? text : text.trimStart()
  }).join('\n')
}
