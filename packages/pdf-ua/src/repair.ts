import type { Bookmark } from './bookmarks.ts'
import type { MarkedParts } from './mark-parts.ts'
import type { PdfMetadata } from './metadata.ts'
import type { PageLink } from './repair-annotations.ts'
import type { PdfWarning } from './repair-tags.ts'
import type { TaggedFile } from './tagged-file.ts'
import { markArtifacts } from './artifacts.ts'
import { repairBookmarkTitles, writeBookmarks } from './bookmarks.ts'
import { PdfError } from './errors.ts'
import { excerpt } from './excerpt.ts'
import { writeMetadata } from './metadata.ts'
import { writePageLabels } from './page-labels.ts'
import { ParentTree } from './parent-tree.ts'
import { savePdf } from './pdf-document.ts'
import { addNotes, addPageLinks, repairLinks } from './repair-annotations.ts'
import { repairDimming } from './repair-dimming.ts'
import { repairIds } from './repair-ids.ts'
import { repairLineEnds, seenWords } from './repair-line-ends.ts'
import { repairCode, repairParts } from './repair-parts.ts'
import { repairShadings } from './repair-shadings.ts'
import { repairTables } from './repair-tables.ts'
import { repairFigures, repairHeadings, repairLists, repairRoles } from './repair-tags.ts'
import { repairUnicodeMaps } from './repair-unicode-maps.ts'
import { splitRepeatedForms } from './repeated-forms.ts'
import { shortenRectangles } from './shorten-rectangles.ts'
import { fontReader, openTaggedFile } from './tagged-file.ts'
import { deleteUnused } from './unused-objects.ts'

/** What a repaired file says about itself, and what else it gets. */
export interface RepairOptions extends PdfMetadata {
  /** A label for each page, e.g. the slide's number, or `12.2` for its second step; `numbers` counts them. */
  pageLabels?: readonly string[] | 'numbers'
  /** Replaces the outline; without it the one that the browser made of the headings stays. */
  bookmarks?: readonly Bookmark[]
  /** Speaker notes of each page, as notes that a reader can open. */
  notes?: readonly (string | undefined)[]
  /** Where each page as a whole leads: a corner of it becomes a link. */
  pageLinks?: readonly (PageLink | undefined)[]
  /** What `markParts` has marked before the page was printed. */
  parts?: MarkedParts
  /** All words that a person sees: a line that breaks inside of one gets no space at its end. */
  words?: readonly string[]
}

/** What `repairPdf` makes. */
export interface RepairedPdf {
  /** The finished file. */
  bytes: Uint8Array
  /** What only a person can fix, by page. */
  warnings: PdfWarning[]
}

/**
 * Makes a PDF that Chromium printed with tags follow PDF/UA-1, and writes what a file says about itself.
 * Pages look the same afterwards, and in more readers; equal input makes equal bytes.
 * @throws PdfError when the bytes are not a PDF, or one that is damaged or has no tags
 */
export async function repairPdf(bytes: Uint8Array, options: RepairOptions): Promise<RepairedPdf> {
  const file = await openTaggedFile(bytes)
  const { document, tags: root } = file
  if (!root)
    throw new PdfError('The PDF has no tags: print it with `tagged: true`.')
  const parents = new ParentTree(document.context, root.dict)
  repairRoles(file, root)
  if (options.parts)
    repairParts(root, options.parts)
  const warnings = repairFigures(file, root)
  repairLists(file, root, parents)
  repairTables(file, root, parents)
  repairCode(file, root, parents)
  repairHeadings(root)
  repairIds(file, root)
  repairLinks(file, root, parents)
  if (options.notes)
    addNotes(file, root, parents, options.notes)
  if (options.pageLinks)
    addPageLinks(file, root, parents, options.pageLinks)
  parents.write()
  warnings.push(...hiddenTexts(file))
  splitRepeatedForms(document)
  const words = seenWords(options.words)
  const fontOf = fontReader()
  for (const page of file.pages)
    repairLineEnds(page, fontOf, words)
  markArtifacts(document)
  repairUnicodeMaps(document)
  repairDimming(document)
  repairShadings(document)
  shortenRectangles(document)
  writeMetadata(document, options)
  if (options.pageLabels)
    writePageLabels(document, labelsOf(options.pageLabels, file.pages.length))
  if (options.bookmarks)
    writeBookmarks(document, options.bookmarks)
  else
    repairBookmarkTitles(file, root)
  deleteUnused(document.context)
  return {
    bytes: await savePdf(document),
    warnings: warnings.sort((a, b) => (a.page ?? 0) - (b.page ?? 0)),
  }
}

function labelsOf(labels: readonly string[] | 'numbers', pages: number): readonly string[] {
  return labels === 'numbers' ? Array.from({ length: pages }, (_, i) => String(i + 1)) : labels
}

function hiddenTexts({ contents }: TaggedFile): PdfWarning[] {
  return contents.flatMap(({ untagged }, i) => {
    const text = untagged.map(item => item.text).join(' ').trim()
    const message = `The text "${excerpt(text)}" is drawn but hidden from screen readers.`
    return text ? [{ page: i + 1, kind: 'hidden', message }] : []
  })
}
