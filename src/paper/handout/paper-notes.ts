import type { PaperOptions } from '../../markdown/notes-for-paper.ts'
import type { NoteReader } from '../../shared/readers.ts'
import { mayRead, noteParts, notesFor } from '../../course/notes.ts'
import { speak } from '../../language/languages.ts'
import { forPaper } from '../../markdown/notes-for-paper.ts'
import { notesToHtml } from '../../markdown/notes-html.ts'

/** The notes that a reader may see as HTML for paper; blocks that others do not see are marked. */
export function paperNotes(markdown: string, reader: NoteReader, options: PaperOptions): string {
  // What a part of the notes is called where not everybody may read it.
  const say = speak(options.language ?? 'en', 'paper')
  return noteParts(markdown)
    .filter(({ blocks }) => blocks.every(block => mayRead(block, reader)))
    .map(({ blocks, markdown }, i) => {
      const medium = forPaper({ ...options, idPrefix: `${options.idPrefix}-${i}` })
      const html = notesToHtml(notesFor(markdown, reader), medium)
      const block = blocks.includes('private') ? 'private' : blocks[0]
      return block ? `<div class="marked ${block}"><p class="mark">${say(block)}</p>${html}</div>` : html
    })
    .join('\n')
}
