import type { PDFObject } from '@cantoo/pdf-lib'
import type { TaggedFile } from './tagged-file.ts'
import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRawStream, PDFRef } from '@cantoo/pdf-lib'
import { listAnnotations } from './annotations.ts'
import { listNames } from './name-tree.ts'
import { findDict } from './page-content.ts'
import { readPageLabels } from './page-labels.ts'
import { readStream } from './streams.ts'
import { openTaggedFile, readText } from './tagged-file.ts'
import { joinRuns } from './text-run.ts'

export interface PdfPage {
  /** All text that the page draws, tagged or not, with a line break at the end of each line. */
  text: string
  /** The text split at white space. */
  words: string[]
  /** Points of 1/72 inch. */
  size: { width: number, height: number }
  /** The page label, or the page's number where the file has none. */
  label: string
  annotations: PdfAnnotation[]
}

export interface PdfAnnotation {
  /** `Link`, `Text` … */
  kind: string
  /** Address of a link to the outside. */
  url?: string
  /** Number of the page that a link inside the file leads to, from 1. */
  page?: number
  /** What is read aloud for it, or the text of a note. */
  contents?: string
}

export interface PdfBookmark {
  title: string
  /** Number of the page, from 1; without it the bookmark leads nowhere. */
  page?: number
  children: PdfBookmark[]
}

export interface PdfContent {
  pages: PdfPage[]
  outline: PdfBookmark[]
  title?: string
  author?: string
  /** BCP 47 tag of the catalog. */
  lang?: string
  attachments: { name: string, bytes: Uint8Array }[]
}

const name = PDFName.of

/**
 * Reads what a PDF shows and carries. Letters that a font does not name come out as U+FFFD.
 * @throws an Error when the bytes are no PDF
 */
export async function readPdf(bytes: Uint8Array): Promise<PdfContent> {
  const file = await openTaggedFile(bytes)
  const { document: { catalog, context } } = file
  const findPage = pageFinder(file)
  const labels = readPageLabels(file.document)
  const info = context.lookup(context.trailerInfo.Info)
  return {
    pages: file.pages.map((page, i) => {
      // A browser draws ligatures; a reader looks for letters.
      const text = joinRuns(file.contents[i]!.runs, '\n').replace(/[\uFB00-\uFB06]/g, letters => letters.normalize('NFKC'))
      return {
        text,
        words: text.split(/\s+/).filter(Boolean),
        size: page.getSize(),
        label: labels[i] ?? String(i + 1),
        annotations: listAnnotations(context, page.node).map(({ dict }) => readAnnotation(dict, findPage)),
      }
    }),
    outline: readOutline(findDict(catalog, 'Outlines'), findPage),
    title: info instanceof PDFDict ? readText(info, 'Title') : undefined,
    author: info instanceof PDFDict ? readText(info, 'Author') : undefined,
    lang: readText(catalog, 'Lang'),
    attachments: listNames(findDict(findDict(catalog, 'Names'), 'EmbeddedFiles')).flatMap(([key, value]) => {
      const spec = context.lookup(value)
      const stream = spec instanceof PDFDict ? findDict(spec, 'EF')?.lookup(name('F')) : undefined
      return stream instanceof PDFRawStream ? [{ name: readText(spec as PDFDict, 'UF') ?? readText(spec as PDFDict, 'F') ?? key, bytes: readStream(stream) }] : []
    }),
  }
}

type PageFinder = (dest: PDFObject | undefined) => number | undefined

function readAnnotation(dict: PDFDict, findPage: PageFinder): PdfAnnotation {
  const action = findDict(dict, 'A')
  return {
    kind: dict.get(name('Subtype'))?.toString().slice(1) ?? '',
    url: readText(action, 'URI'),
    page: findPage(dict.get(name('Dest')) ?? action?.get(name('D'))),
    contents: readText(dict, 'Contents'),
  }
}

function readOutline(parent: PDFDict | undefined, findPage: PageFinder): PdfBookmark[] {
  const found: PdfBookmark[] = []
  const seen = new Set<PDFDict>()
  for (let item = findDict(parent, 'First'); item && !seen.has(item); item = findDict(item, 'Next')) {
    seen.add(item)
    found.push({ title: readText(item, 'Title') ?? '', page: findPage(item.get(name('Dest')) ?? findDict(item, 'A')?.get(name('D'))), children: readOutline(item, findPage) })
  }
  return found
}

/** Finds the page of a destination, which is an array, a dictionary with one, or the name of either. */
function pageFinder({ document: { catalog, context }, pages }: TaggedFile): PageFinder {
  const numbers = new Map(pages.map((page, i) => [page.ref, i + 1]))
  const named = new Map<string, PDFObject>(listNames(findDict(findDict(catalog, 'Names'), 'Dests')))
  for (const [key, dest] of findDict(catalog, 'Dests')?.entries() ?? [])
    named.set(key.decodeText(), dest)
  const find = (dest: PDFObject | undefined, depth = 0): number | undefined => {
    const object = dest instanceof PDFRef ? context.lookup(dest) : dest
    if (object instanceof PDFArray) {
      const page = object.get(0)
      return page instanceof PDFRef ? numbers.get(page) : page instanceof PDFNumber ? page.asNumber() + 1 : undefined
    }
    if (object instanceof PDFDict)
      return find(object.get(name('D')), depth + 1)
    const key = object instanceof PDFName || (object && 'decodeText' in object) ? (object as PDFName).decodeText() : undefined
    return key !== undefined && depth < 5 ? find(named.get(key), depth + 1) : undefined
  }
  return find
}
