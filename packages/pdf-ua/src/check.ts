import type { PdfRule } from './rules.ts'
import type { TaggedFile } from './tagged-file.ts'
import { checkCatalog } from './check-document.ts'
import { checkPdfPages } from './check-pages.ts'
import { checkTagTree } from './check-tags.ts'
import { openTaggedFile } from './tagged-file.ts'

/** A rule of `pdfRules` that a file breaks. */
export interface PdfFinding {
  rule: PdfRule
  /** From 1; without it the whole file is meant. */
  page?: number
  /** What is at fault, as it stands in the file: `Figure`, `LI`, a font's name. */
  element?: string
  /** One sentence. */
  message: string
}

/**
 * Checks the rules of PDF/UA-1 that a file of ours can break. It is fast, and no substitute for veraPDF, which the tests run.
 * @returns what is wrong, by page; nothing when all is well
 * @throws an Error when the bytes are no PDF
 */
export async function checkPdf(bytes: Uint8Array): Promise<PdfFinding[]> {
  return checkTaggedFile(await openTaggedFile(bytes))
}

/** `checkPdf` of a loaded file. */
export function checkTaggedFile(file: TaggedFile): PdfFinding[] {
  return [...checkCatalog(file), ...checkTagTree(file), ...checkPdfPages(file)].sort((a, b) => (a.page ?? 0) - (b.page ?? 0))
}
