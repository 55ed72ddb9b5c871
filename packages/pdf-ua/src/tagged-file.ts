import type { PDFDict, PDFPage } from '@cantoo/pdf-lib'
import type { Font } from './font.ts'
import type { MarkedContent, PageContent } from './page-content.ts'
import type { PdfTag } from './structure.ts'
import type { TextRun } from './text-run.ts'
import { PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib'
import { readFont } from './font.ts'
import { readPageContent } from './page-content.ts'
import { eachLeaf, readTagTree } from './structure.ts'
import { joinRuns } from './text-run.ts'

/** A loaded PDF with its tag tree and what its pages draw. */
export interface TaggedFile {
  document: PDFDocument
  pages: PDFPage[]
  contents: PageContent[]
  /** Root of the tag tree; undefined where the file has none. */
  tags?: PdfTag
  /** What a marked-content id draws; undefined where nothing does. */
  marked: (key: string) => MarkedContent | undefined
  /** The text drawn below a tag, in reading order. */
  drawnText: (tag: PdfTag) => string
  /** Number of the page of each page's and form's marked-content keys, from 1. */
  pageOf: (tag: PdfTag) => number | undefined
}

/**
 * Loads a PDF and reads everything that tags and content say.
 * @throws an Error of pdf-lib when the bytes are no PDF
 */
export async function openTaggedFile(bytes: Uint8Array): Promise<TaggedFile> {
  const document = await PDFDocument.load(bytes, { parseSpeed: Number.POSITIVE_INFINITY, updateMetadata: false })
  const fonts = new Map<PDFDict, Font>()
  const pages = document.getPages()
  const contents = pages.map(page => readPageContent(page, (dict) => {
    let font = fonts.get(dict)
    if (!font)
      fonts.set(dict, font = readFont(dict))
    return font
  }))
  const marked = new Map(contents.flatMap(content => [...content.marked]))
  const numbers = new Map(pages.map((page, i) => [page.ref, i + 1]))
  return {
    document,
    pages,
    contents,
    tags: readTagTree(document),
    marked: key => marked.get(key),
    drawnText: tag => joinRuns([...runsOf(tag, marked)]),
    pageOf: (tag) => {
      for (const leaf of eachLeaf(tag)) {
        if (leaf.page)
          return numbers.get(leaf.page)
      }
      return undefined
    },
  }
}

function* runsOf(tag: PdfTag, marked: ReadonlyMap<string, MarkedContent>): Generator<TextRun> {
  for (const leaf of eachLeaf(tag)) {
    if (leaf.kind === 'content')
      yield* marked.get(leaf.key)?.runs ?? []
  }
}

/** A text entry of a dictionary; undefined where there is none, or an empty one. */
export function readText(dict: PDFDict | undefined, key: string): string | undefined {
  const value = dict?.lookup(PDFName.of(key))
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() || undefined : undefined
}
