import type { PdfTag } from './structure.ts'
import type { TaggedFile } from './tagged-file.ts'
import type { TextRun } from './text-run.ts'
import { readText } from './dictionaries.ts'
import { joinRuns } from './text-run.ts'

/** What a screen reader says for a tag: its words, and in the place of a described figure the description. */
export function spokenText(file: TaggedFile, tag: PdfTag): string {
  return joinSpoken(spokenParts(file, tag))
}

/** Texts and stretches of drawn text, in reading order. */
function* spokenParts(file: TaggedFile, tag: PdfTag): Generator<string | TextRun> {
  const described = readText(tag.dict, 'Alt') ?? readText(tag.dict, 'ActualText')
  if (described !== undefined) {
    yield described
    return
  }
  for (const kid of tag.kids) {
    if (kid.kind === 'tag')
      yield* spokenParts(file, kid.tag)
    else if (kid.kind === 'content')
      yield* file.markedText(kid.key)
  }
}

/** Parts as one text on one line. */
export function joinSpoken(parts: Iterable<string | TextRun>, separator = ' '): string {
  const texts: string[] = []
  let runs: TextRun[] = []
  for (const part of parts) {
    if (typeof part !== 'string') {
      runs.push(part)
      continue
    }
    texts.push(joinRuns(runs), part)
    runs = []
  }
  texts.push(joinRuns(runs))
  return texts.map(text => text.replace(/\s+/g, ' ').trim()).filter(Boolean).join(separator)
}
