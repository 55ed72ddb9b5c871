import { diff3Merge } from 'node-diff3'
import { joinParts, splitSlide } from './lecture-file.ts'

export interface MergedSlide {
  text: string
  conflict: boolean
}

/** What begins the comment that marks a conflict. */
export const conflictMark = 'CONFLICT'

/** Brings a change of the document into a slide that was edited by hand; where both changed the same, the edit stays and a comment says what the document has. */
export function mergeSlide(base: string, theirs: string, ours: string): MergedSlide {
  const [b, t, o] = [base, theirs, ours].map(splitSlide) as [ReturnType<typeof splitSlide>, ReturnType<typeof splitSlide>, ReturnType<typeof splitSlide>]
  const head = mergeLines(b.head, t.head, o.head)
  const body = mergeLines(b.body, t.body, o.body)
  const notes = mergeLines(b.notes, t.notes, o.notes)
  const open = [...head.conflicts, ...body.conflicts, ...notes.conflicts]
  if (!open.length)
    return { text: joinParts({ head: head.text, body: body.text, notes: notes.text }), conflict: false }
  return { text: withComment({ head: head.text, body: body.text, notes: notes.text }, open.join('\n…\n')), conflict: true }
}

/** The slide with a comment that says that its source is gone. */
export function markGone(text: string): string {
  return withComment(splitSlide(text), undefined)
}

function withComment({ head, body, notes }: ReturnType<typeof splitSlide>, ours: string | undefined): string {
  const say = ours === undefined
    ? `<!-- ${conflictMark}: the document no longer has what this slide was made from. Delete the slide or this comment. -->`
    : `<!-- ${conflictMark}: the document changed where this slide was edited. It says now:\n${ours.replace(/<!--|-->/g, '').replace(/^---/gm, '–––').trim()}\nTake what you want and delete this comment. -->`
  // The last comment of a slide is its notes.
  return joinParts({ head, body: `${body}\n\n${say}`, notes: notes || '<!-- -->' })
}

function mergeLines(base: string, theirs: string, ours: string): { text: string, conflicts: string[] } {
  const conflicts: string[] = []
  const lines = diff3Merge(theirs.split('\n'), base.split('\n'), ours.split('\n'), { excludeFalseConflicts: true }).flatMap((region): string[] => {
    if (region.ok)
      return region.ok
    conflicts.push(region.conflict!.b.join('\n'))
    return region.conflict!.a
  })
  return { text: lines.join('\n'), conflicts }
}
