// What users of the package need, and nothing else. Pages count from 1, lengths are points of 1/72 inch, and a file
// that is at fault makes every function here throw a `PdfError`.

export { type AccessiblePage, accessiblePages, readAccessibleText } from './accessible-text.ts'
export { allStrings } from './all-strings.ts'
export type { Bookmark } from './bookmarks.ts'
export { checkPdf, checkTaggedFile } from './check.ts'
export { PdfError } from './errors.ts'
export { grayPdf } from './gray.ts'
export { type MarkedParts, markParts, unmarkParts } from './mark-parts.ts'
export type { PdfMetadata } from './metadata.ts'
export { findMissingText, missingFromFile, missingFromPages, type MissingText } from './missing-text.ts'
export {
  type OutlineItem,
  type PdfAnnotation,
  type PdfAttachment,
  type PdfContent,
  type PdfPage,
  readContent,
  readPdf,
} from './read.ts'
export type { PageLink } from './repair-annotations.ts'
export type { PdfWarning } from './repair-tags.ts'
export { type RepairedPdf, type RepairOptions, repairPdf } from './repair.ts'
export { isPdfRule, type PdfFinding, type PdfRule, pdfRules } from './rules.ts'
export { openTaggedFile, pageTexts, type TaggedFile } from './tagged-file.ts'
export { collectVisible, type VisiblePage } from './visible-text.ts'
