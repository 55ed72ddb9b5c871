import type { OmittedFile } from '../read/find-documents.ts'
import type { ReadInput } from '../read/read-inputs.ts'
import { REPEATED } from '../read/html/site-furniture.ts'
import { numberOfWords } from '../text/words.ts'

/** What became of a file that lies in what was read. */
export interface FileReport {
  /** Relative to the folder that was named; the file itself where a file was. */
  path: string
  /** The format that it was read in; undefined for what was left out. */
  format?: string
  /** Why it was left out. */
  why?: string
  /** What a person can do about it. */
  hint?: string
  /** How many files a folder holds that was left out. */
  files?: number
}

/** Every file of what was read, by name. */
export function filesOf(inputs: readonly ReadInput[]): FileReport[] {
  return inputs.flatMap(({ documents, omitted }) => [
    ...documents.map(({ path, format }) => ({ path, format })),
    ...omitted.map(({ path, why, hint, files }) => ({
      path,
      why,
      ...hint && { hint },
      ...files !== undefined && { files },
    })),
  ])
}

/** Names of a list that are shown; of more, the number. */
const SHOWN = 12

/** A list that is cut where it is long. */
export function shortList(lines: readonly string[], shown = SHOWN): string[] {
  return lines.length <= shown + 1 ? [...lines] : [...lines.slice(0, shown), `and ${lines.length - shown} more`]
}

/**
 * Lines that say what was left out and why: texts by their names, of everything else how many.
 * Documents that could not be read are not among them; they are problems.
 */
export function leftOutLines(inputs: readonly ReadInput[]): string[] {
  const omitted = inputs.flatMap(({ omitted }) => omitted).filter(({ wanted }) => !wanted)
  const named = omitted.filter(isNamed).map(({ path, why, hint, files }) =>
    `${path}: ${why}${files ? ` (${countOf(files, 'file')})` : ''}.${hint ? ` ${hint}` : ''}`)
  const counts = new Map<string, number>()
  for (const { why } of omitted.filter(file => !isNamed(file)))
    counts.set(why, (counts.get(why) ?? 0) + 1)
  const counted = Array.from(counts, ([why, count]) => `${countOf(count, 'file')}: ${why}`)
  return [...shortList(named), ...counted]
}

/** Texts, folders, and what somebody can do something about have their names in the list. */
function isNamed({ isText, files, hint, why }: OmittedFile): boolean {
  return isText === true || hint !== undefined || why.endsWith('is empty') || (files !== undefined && why !== 'hidden')
}

function countOf(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`
}

/** What the pages of a site repeat and the lectures do not have, in words; nothing where there is none. */
export function furnitureLine(inputs: readonly ReadInput[]): string | undefined {
  const pages = inputs.flatMap(({ documents }) => documents).map(({ omitted }) =>
    omitted.filter(({ why }) => why === REPEATED).reduce((sum, { what }) => sum + numberOfWords(what), 0))
  const words = pages.reduce((sum, count) => sum + count, 0)
  const count = pages.filter(Boolean).length
  const where = countOf(count, 'page')
  return words ? `Left out what most pages repeat, as navigation: ${words} words on ${where}.` : undefined
}
