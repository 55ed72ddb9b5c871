import type { MissingText, PdfFinding, PdfWarning, RepairOptions, VisiblePage } from '@docent/pdf-ua'
import {
  accessiblePages,
  checkTaggedFile,
  grayPdf,
  missingFromFile,
  missingFromPages,
  openTaggedFile,
  pageTexts,
  repairPdf,
} from '@docent/pdf-ua'

/** A printed file, and what it must be. */
export interface PdfTask {
  printed: Uint8Array
  repair: RepairOptions
  /** Whether colours become shades of gray. */
  gray: boolean
  /** What a person sees on each page; or anywhere in the file, where its text flows. */
  visible: readonly VisiblePage[] | VisiblePage
}

/** A repaired file, with all that is found in it. */
export interface ProvedPdf {
  bytes: Uint8Array
  /** All text that each page draws. */
  texts: string[]
  warnings: readonly PdfWarning[]
  /** Rules of PDF/UA that it breaks. */
  findings: PdfFinding[]
  /** What a person sees and does not find in it. */
  losses: MissingText[]
}

/** Repairs a printed file and looks whether all can read it. Text in, text out: it runs in any thread. */
export async function provePdf({ printed, repair, gray, visible }: PdfTask): Promise<ProvedPdf> {
  const { bytes, warnings } = await repairPdf(gray ? await grayPdf(printed) : printed, { creator: 'Docent', ...repair })
  const file = await openTaggedFile(bytes)
  const findings = checkTaggedFile(file)
  const heard = accessiblePages(file)
  const losses = 'words' in visible
    ? [missingFromFile(visible, heard) ?? []].flat()
    : missingFromPages(visible, heard)
  return { bytes, texts: pageTexts(file), warnings, findings, losses }
}
