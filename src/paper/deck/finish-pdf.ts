import type { VisiblePage } from '../../../scripts/lib/pdf/lost.ts'
import type { MendOptions } from '../../../scripts/lib/pdf/mend.ts'
import type { Problem } from '../../core/errors.ts'
import { checkTaggedFile } from '../../../scripts/lib/pdf/check.ts'
import { grayPdf } from '../../../scripts/lib/pdf/gray.ts'
import { lostFromFile, lostFromPages } from '../../../scripts/lib/pdf/lost.ts'
import { mendPdf } from '../../../scripts/lib/pdf/mend.ts'
import { pdfRules } from '../../../scripts/lib/pdf/rules.ts'
import { heardPages } from '../../../scripts/lib/pdf/tag-text.ts'
import { openTaggedFile } from '../../../scripts/lib/pdf/tagged-file.ts'
import { joinRuns } from '../../../scripts/lib/pdf/text-run.ts'
import { throwProblems } from '../../core/errors.ts'

export interface ProvePdf {
  /** What the file is called in messages, e.g. `the slides of "Kernels"`. */
  what: string
  mend: MendOptions
  /** Whether colours become shades of gray. */
  gray?: boolean
  /** What a person sees on each page; or anywhere in the file, where its text flows. */
  visible: readonly VisiblePage[] | VisiblePage
  /** Where a page comes from: the slide's name and place. */
  where: (page: number) => { name: string, file: string, line?: number }
}

export interface ProvedPdf {
  bytes: Uint8Array
  /** All text that each page draws. */
  texts: string[]
  /** What only the author can make good; the file is whole, but somebody will miss something. */
  warnings: Problem[]
}

// Only the author can choose other letters.
const WARNED = new Set<string>(['letter', 'missing-letter'])

/**
 * Mends a printed file, then proves that it keeps the rules of PDF/UA-1 and that nothing seen on a page was lost.
 * @throws UserError that names each broken rule with its page and element
 */
export async function provePdf(printed: Uint8Array, { what, mend, gray = false, visible, where }: ProvePdf): Promise<ProvedPdf> {
  const { bytes, warnings } = await mendPdf(gray ? await grayPdf(printed) : printed, mend)
  const file = await openTaggedFile(bytes)
  const findings = checkTaggedFile(file).map(({ rule, page, element, message }) => ({
    rule,
    problem: problem(page, `${message}${element ? ` (${element})` : ''} ${pdfRules[rule].says}`),
  }))
  throwProblems(findings.filter(({ rule }) => !WARNED.has(rule)).map(({ problem }) => problem))
  const losses = 'words' in visible ? [lostFromFile(visible, heardPages(file)) ?? []].flat() : lostFromPages(visible, heardPages(file))
  return {
    bytes,
    texts: file.contents.map(({ runs }) => joinRuns(runs, '\n')),
    warnings: [
      ...warnings.filter(({ kind }) => kind !== 'hidden').map(({ page, message }) => problem(page, message)),
      ...losses.map(({ page, message }) => problem('words' in visible ? undefined : page, message)),
      ...findings.filter(({ rule }) => WARNED.has(rule)).map(({ problem }) => problem),
    ],
  }

  function problem(page: number | undefined, message: string): Problem {
    if (page === undefined)
      return { message: `${what}: ${message}` }
    const { name, file, line } = where(page)
    return { message: `${name}, on page ${page} of ${what}: ${message}`, file, line }
  }
}
