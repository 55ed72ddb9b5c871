import type { PdfFinding } from './rules.ts'
import type { TaggedFile } from './tagged-file.ts'
import { checkCatalog } from './check-catalog.ts'
import { checkPdfPages } from './check-pages.ts'
import { checkTagTree } from './check-tags.ts'
import { openTaggedFile } from './tagged-file.ts'

/**
 * Checks the rules of PDF/UA-1 that a repaired file can break.
 * It is fast, and no substitute for veraPDF, which the tests of this package run.
 * @returns what is wrong, by page; an empty array when all is well
 * @throws PdfError when the bytes are not a PDF, or one that is damaged
 */
export async function checkPdf(bytes: Uint8Array): Promise<PdfFinding[]> {
  return checkTaggedFile(await openTaggedFile(bytes))
}

/** `checkPdf` of a loaded file. */
export function checkTaggedFile(file: TaggedFile): PdfFinding[] {
  const findings = [...checkCatalog(file), ...checkTagTree(file), ...checkPdfPages(file)]
  return findings.sort((a, b) => (a.page ?? 0) - (b.page ?? 0))
}
