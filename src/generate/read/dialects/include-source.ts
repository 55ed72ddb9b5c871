import path from 'node:path'

/** The text of a file that a document names, by its absolute path; nothing where there is none. */
export type ReadFile = (path: string) => string | undefined

/** How many folders up from a document a file may lie that it includes. */
const MAX_UP = 4

/**
 * The lines of the file that a document includes: beside it, or as seen from a folder above, as sites write paths from
 * their root.
 */
export function includedFile(document: string, name: string, readFile: ReadFile): string[] | undefined {
  const wanted = name.replace(/^(?:[@~]\/|\/)+/, '')
  const isHidden = wanted.split('/').some(step => step.startsWith('.') && step !== '.' && step !== '..')
  if (!wanted || wanted.includes('\0') || isHidden)
    return undefined
  let folder = path.dirname(document)
  for (let up = 0; up <= MAX_UP; up++) {
    for (const candidate of [path.join(folder, wanted), path.join(folder, '_includes', wanted)]) {
      const text = isNear(document, candidate) ? readFile(candidate) : undefined
      if (text !== undefined && !text.includes('\0'))
        return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n')
    }
    folder = path.dirname(folder)
  }
}

/** A document includes what lies near it, not what lies anywhere on the machine. */
function isNear(document: string, candidate: string): boolean {
  const steps = path.relative(path.dirname(document), candidate).split(path.sep)
  return steps.filter(step => step === '..').length <= MAX_UP
}

/** Lines by ranges like `3`, `2:5`, `2-5` or `4:`, several with commas between; all where there are none. */
export function rangeOf(lines: readonly string[], ranges: string | undefined): string[] {
  if (!ranges?.trim())
    return [...lines]
  return ranges.split(',').flatMap((range) => {
    const [first = '', last] = range.split(/[:-]/).map(number => number.trim())
    const start = Number(first) || 1
    return lines.slice(start - 1, last === undefined ? start : Number(last) || undefined)
  })
}

const PART_MARK = /\bANCHOR(?:_END)?:|--8<--\s*\[(?:start|end):|^\W*(?:end)?region\b/

/**
 * Lines between the marks of a part: `ANCHOR: part`, `[start:part]` or `#region part`; without the marks of any part.
 * Undefined where there is no such part.
 */
export function partOf(lines: readonly string[], part: string | undefined): string[] | undefined {
  const isMark = (line: string) => PART_MARK.test(line)
  if (!part)
    return lines.filter(line => !isMark(line))
  const marks = (line: string, kind: RegExp) =>
    isMark(line) && kind.test(line) && line.split(/[\s:[\]<>*/-]+/).includes(part)
  const start = lines.findIndex(line => marks(line, /ANCHOR:|\[start:|#?region/))
  if (start < 0)
    return undefined
  const end = lines.findIndex((line, i) =>
    i > start && (marks(line, /ANCHOR_END:|\[end:/) || /^\W*endregion/.test(line)))
  return lines.slice(start + 1, end < 0 ? undefined : end).filter(line => !isMark(line))
}
