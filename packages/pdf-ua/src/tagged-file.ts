import type { PDFDict, PDFDocument, PDFPage } from '@cantoo/pdf-lib'
import type { Font } from './font.ts'
import type { PageContent } from './page-content.ts'
import type { PdfTag } from './structure.ts'
import type { TextRun } from './text-run.ts'
import { PdfError } from './errors.ts'
import { readFont } from './font.ts'
import { readPageContent } from './page-content.ts'
import { loadPdf } from './pdf-document.ts'
import { eachLeaf, readTagTree } from './structure.ts'
import { joinRuns } from './text-run.ts'

/** A loaded PDF with its tag tree and what its pages draw. */
export interface TaggedFile {
  document: PDFDocument
  pages: PDFPage[]
  /** What each page draws, in the order of `pages`. */
  contents: PageContent[]
  /** Root of the tag tree; undefined where the file has none. */
  tags?: PdfTag
  /** The text that a marked-content id holds; none where it holds drawings alone, or nothing. */
  markedText: (key: string) => readonly TextRun[]
  /** The text drawn below a tag, in reading order. */
  drawnText: (tag: PdfTag) => string
  /** Number of the page on which a tag begins, from 1; undefined where nothing of it is drawn. */
  pageOf: (tag: PdfTag) => number | undefined
}

/**
 * Loads a PDF and reads everything that tags and content say.
 * @throws PdfError when the bytes are not a PDF, or one that is damaged
 */
export async function openTaggedFile(bytes: Uint8Array): Promise<TaggedFile> {
  const document = await loadPdf(bytes)
  try {
    return readTaggedFile(document)
  }
  catch (cause) {
    if (cause instanceof PdfError)
      throw cause
    throw new PdfError(`The PDF is damaged: ${(cause as Error).message}`, { cause })
  }
}

function readTaggedFile(document: PDFDocument): TaggedFile {
  const pages = document.getPages()
  const fontOf = fontReader()
  const contents = pages.map(page => readPageContent(page, fontOf))
  const marked = new Map(contents.flatMap(content => [...content.marked]))
  const numbers = new Map(pages.map((page, i) => [page.ref, i + 1]))
  return {
    document,
    pages,
    contents,
    tags: readTagTree(document),
    markedText: key => marked.get(key) ?? [],
    drawnText: tag => joinRuns(runsOf(tag, marked)),
    pageOf: (tag) => {
      for (const leaf of eachLeaf(tag)) {
        if (leaf.page)
          return numbers.get(leaf.page)
      }
      return undefined
    },
  }
}

/** Reads fonts, each once. */
export function fontReader(): (dict: PDFDict) => Font {
  const fonts = new Map<PDFDict, Font>()
  return (dict) => {
    let font = fonts.get(dict)
    if (!font)
      fonts.set(dict, font = readFont(dict))
    return font
  }
}

function* runsOf(tag: PdfTag, marked: ReadonlyMap<string, TextRun[]>): Generator<TextRun> {
  for (const leaf of eachLeaf(tag)) {
    if (leaf.kind === 'content')
      yield* marked.get(leaf.key) ?? []
  }
}

/** All text that each page draws, tagged or not, with a line break at the end of each line. */
export function pageTexts({ contents }: TaggedFile): string[] {
  // A browser draws ligatures; a reader looks for letters.
  const splitLigatures = (text: string) => text.replace(/[\uFB00-\uFB06]/g, letters => letters.normalize('NFKC'))
  return contents.map(({ runs }) => splitLigatures(joinRuns(runs, '\n')))
}
