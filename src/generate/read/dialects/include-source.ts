import path from 'node:path'

/** The text of a file that a document names, by its absolute path; nothing where there is none. */
export type ReadFile = (path: string) => string | undefined

export interface Included {
  path: string
  lines: string[]
}

const above = 4

/** The file that a document includes: beside it, or as seen from a folder above, as sites write paths from their root. */
export function includedFile(document: string, name: string, readFile: ReadFile): Included | undefined {
  const wanted = name.replace(/^(?:[@~]\/|\/)+/, '')
  const steps = wanted.split('/')
  if (!wanted || wanted.includes('\0') || steps.some(step => step.startsWith('.') && !/^\.{1,2}$/.test(step)))
    return
  let folder = path.dirname(document)
  for (let level = 0; level <= above; level++) {
    for (const candidate of [path.join(folder, wanted), path.join(folder, '_includes', wanted)]) {
      const text = withinReach(document, candidate) ? readFile(candidate) : undefined
      if (text !== undefined && !text.includes('\0'))
        return { path: candidate, lines: text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n') }
    }
    folder = path.dirname(folder)
  }
}

/** A document includes what lies near it, not what lies anywhere on the machine. */
function withinReach(document: string, candidate: string): boolean {
  return path.relative(path.dirname(document), candidate).split(path.sep).filter(step => step === '..').length <= above
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

/** Lines between the marks of a part: `ANCHOR: part`, `[start:part]` or `#region part`; without the marks of any part. */
export function partOf(lines: readonly string[], part: string | undefined): string[] | undefined {
  const isMark = (line: string) => /\bANCHOR(?:_END)?:|--8<--\s*\[(?:start|end):|^\W*(?:end)?region\b/.test(line)
  if (!part)
    return lines.filter(line => !isMark(line))
  const holds = (line: string, kind: RegExp) => isMark(line) && kind.test(line) && line.split(/[\s:[\]<>*/-]+/).includes(part)
  const start = lines.findIndex(line => holds(line, /ANCHOR:|\[start:|#?region/))
  const end = lines.findIndex((line, i) => i > start && (holds(line, /ANCHOR_END:|\[end:/) || /^\W*endregion/.test(line)))
  return start < 0 ? undefined : lines.slice(start + 1, end < 0 ? undefined : end).filter(line => !isMark(line))
}
