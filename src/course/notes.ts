import type { Problem } from '../core/errors.ts'
import type { NoteReader } from '../shared/readers.ts'
import type { Slide } from './course.ts'

/** Blocks that an author can put around a part of the speaker notes, as `::: private` … `:::`. */
export const noteBlocks = {
  private: { says: 'for the presenter alone', readers: ['instructor', 'presenter'] },
  answer: { says: 'left out of the student handout', readers: ['web', 'key', 'instructor', 'presenter'] },
} as const satisfies Record<string, { says: string, readers: readonly NoteReader[] }>

export type NoteBlock = keyof typeof noteBlocks

export function isNoteBlock(name: string): name is NoteBlock {
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

interface Scan { parts: NotePart[], problems: (Pick<Problem, 'message' | 'hint'> & { line: number })[] }

/** Lines of code belong to the author, so a mark among them is none. */
function scanNotes(markdown: string): Scan {
  const { parts, problems }: Scan = { parts: [], problems: [] }
  const open: { block: NoteBlock, line: number }[] = []
  const fences = fenceReader()
  let text: string[] = []
  const endPart = () => {
    if (text.some(line => line.trim()))
      parts.push({ blocks: open.map(({ block }) => block), markdown: text.join('\n').replace(/^(?:[ \t]*\n)+|\s+$/g, '') })
    text = []
  }
  markdown.split(/\r?\n/).forEach((content, line) => {
    const inCode = fences.read(content)
    const name = inCode ? undefined : blockMark(content)
    if (name === undefined) {
      if (!inCode && MISPLACED.test(content.replace(/`[^`]*`/g, '')))
        problems.push({ line, message: 'A block in the notes begins inside a line.', hint: 'Write its ::: on a line of its own, with nothing before it.' })
      text.push(content)
      return
    }
    endPart()
    if (name === '') {
      if (!open.pop())
        problems.push({ line, message: 'This ::: closes no block of the notes.', hint: 'Remove it, or open the block with a line ::: private or ::: answer.' })
    }
    else if (isNoteBlock(name)) {
      open.push({ block: name, line })
    }
    else {
      // Until the author has mended it, nobody but the presenter reads it.
      open.push({ block: 'private', line })
      problems.push({ line, message: `There is no block "${name}" in notes.`, hint: `There are: ${Object.entries(noteBlocks).map(([block, { says }]) => `${block} (${says})`).join(', ')}.` })
    }
  })
  endPart()
  for (const { block, line } of open)
    problems.push({ line, message: `The block "${block}" in these notes is not closed.`, hint: 'Write ::: on a line of its own where it ends.' })
  if (fences.open)
    problems.push({ line: fences.open.line, message: 'The code in these notes is not closed.', hint: `Write ${fences.open.mark} on a line of its own where it ends.` })
  return { parts, problems: problems.sort((a, b) => a.line - b.line) }
}

/** The name after `:::`, empty where the line closes a block, undefined where it is no such line. */
function blockMark(line: string): string | undefined {
  const text = line.trim()
  return text.startsWith(':::') ? text.replace(/^:+/, '').trim() : undefined
}

/** Reads lines one after the other and says of each whether it is part of a block of code. */
function fenceReader() {
  let count = 0
  return {
    /** The fence that is open after the lines read so far, and its line from 0. */
    open: undefined as { mark: string, line: number } | undefined,
    read(line: string): boolean {
      const text = line.trim()
      const mark = /^(?:`{3,}|~{3,})/.exec(text)?.[0]
      const inCode = this.open !== undefined || (mark !== undefined && !(mark.startsWith('`') && text.includes('`', mark.length)))
      if (!this.open && inCode)
        this.open = { mark: mark!, line: count }
      else if (this.open && text === mark && mark.startsWith(this.open.mark))
        this.open = undefined
      count++
      return inCode
    },
  }
}

/** Slidev's `[click]` marks tell the presenter when to press a key; nobody else wants them. */
function withoutClicks(markdown: string): string {
  const fences = fenceReader()
  return markdown.split('\n').map((line) => {
    if (fences.read(line))
      return line
    const text = line.replace(/(`[^`]*`)|[ \t]?\[click(?::\d+)?\]/g, (_, code: string | undefined) => code ?? '')
    return text === line || /^[ \t]/.test(line) ? text : text.trimStart()
  }).join('\n')
}
