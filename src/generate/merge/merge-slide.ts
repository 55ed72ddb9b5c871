import type { SlideParts } from './lecture-file.ts'
import { diff3Merge, LCS } from 'node-diff3'
import { joinSlide, splitSlide } from './lecture-file.ts'
import { mergeHead } from './merge-head.ts'

export interface MergedSlide {
  text: string
  conflict: boolean
}

/** What begins the comment that marks a conflict. */
const CONFLICT = 'CONFLICT'
const ORPHANED = 'the document no longer has what this slide was made from'

/**
 * Brings a change of the document into a slide that was edited by hand; where both changed the same, the edit stays and
 * a comment says what the document has.
 */
export function mergeSlide(base: string, theirs: string, ours: string): MergedSlide {
  const [b, t, o] = [splitSlide(base), splitSlide(theirs), splitSlide(ours)]
  const [head, body, notes] = [
    mergeHead(b.head, t.head, o.head),
    mergeLines(b.body, t.body, o.body),
    mergeLines(b.notes, t.notes, o.notes),
  ]
  const parts = { head: head.text, body: body.text, notes: notes.text }
  const conflicts = [...head.conflicts, ...body.conflicts, ...notes.conflicts]
  if (!conflicts.length)
    return { text: joinSlide(parts), conflict: false }
  const documentText = conflicts.join('\n…\n').replace(/<!--|-->/g, '').replace(/^---/gm, '–––').trim()
  const comment = `the document changed where this slide was edited. It says now:
${documentText}
Take what you want and delete this comment.`
  return { text: withComment(parts, comment), conflict: true }
}

/** The slide with a comment that says that its source is gone. */
export function markOrphaned(text: string): string {
  return withComment(splitSlide(text), `${ORPHANED}. Delete the slide or this comment.`)
}

/** Whether a slide has the comment that says that its source is gone. */
export function isOrphaned(text: string): boolean {
  return text.includes(ORPHANED)
}

/** A slide's last comment is its notes: without notes, it gets an empty one. */
function withComment({ head, body, notes }: SlideParts, comment: string): string {
  return joinSlide({ head, body: `${body}\n\n<!-- ${CONFLICT}: ${comment} -->`, notes: notes || '<!-- -->' })
}

/** What two versions of a slide have in common, part by part. */
export function commonSlide(a: string, b: string): string {
  const [left, right] = [splitSlide(a), splitSlide(b)]
  const fields = commonLines(left.head, right.head).replace(/^---$/gm, '').trim()
  return joinSlide({
    head: fields && `---\n${fields}\n---\n`,
    body: commonLines(left.body, right.body),
    notes: commonLines(left.notes, right.notes),
  })
}

/** The lines that two texts have in common, in order. */
function commonLines(a: string, b: string): string {
  const lines = a.split('\n')
  const found: string[] = []
  for (let match = LCS(lines, b.split('\n')); match.chain; match = match.chain)
    found.unshift(lines[match.buffer1index]!)
  return found.join('\n')
}

/** Lines with the changes of both sides; those that both changed stay as they are in `theirs`. */
function mergeLines(base: string, theirs: string, ours: string): { text: string, conflicts: string[] } {
  const conflicts: string[] = []
  const regions = diff3Merge(theirs.split('\n'), base.split('\n'), ours.split('\n'), { excludeFalseConflicts: true })
  const lines = regions.flatMap((region): string[] => {
    if (region.ok)
      return region.ok
    conflicts.push(region.conflict!.b.join('\n'))
    return region.conflict!.a
  })
  return { text: lines.join('\n'), conflicts }
}
