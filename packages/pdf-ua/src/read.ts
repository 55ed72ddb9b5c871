import type { PDFObject } from '@cantoo/pdf-lib'
import type { TaggedFile } from './tagged-file.ts'
import { PDFArray, PDFDict, PDFHexString, PDFName, PDFNumber, PDFRawStream, PDFRef, PDFString } from '@cantoo/pdf-lib'
import { listAnnotations } from './annotations.ts'
import { findDict, readText } from './dictionaries.ts'
import { readPageLabels } from './page-labels.ts'
import { readStream } from './streams.ts'
import { openTaggedFile, pageTexts } from './tagged-file.ts'

/** A page as a person sees it. */
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

/** Something on a page that can be clicked or opened. */
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

/** A bookmark with those below it. */
export interface OutlineItem {
  title: string
  /** Number of the page, from 1; without it the bookmark leads nowhere. */
  page?: number
  children: OutlineItem[]
}

/** What `readPdf` finds in a file. */
export interface PdfContent {
  pages: PdfPage[]
  outline: OutlineItem[]
  title?: string
  author?: string
  /** BCP 47 tag of the catalog. */
  lang?: string
  attachments: PdfAttachment[]
}

/** A file inside the file. */
export interface PdfAttachment { name: string, bytes: Uint8Array }

const name = PDFName.of
const MAX_TREE_DEPTH = 20
const MAX_DESTINATION_STEPS = 5

/**
 * Reads what a PDF shows and carries. Letters that a font does not name come out as U+FFFD.
 * @throws PdfError when the bytes are not a PDF, or one that is damaged
 */
export async function readPdf(bytes: Uint8Array): Promise<PdfContent> {
  return readContent(await openTaggedFile(bytes))
}

/** What `readPdf` reads, of a file that is open. */
export function readContent(file: TaggedFile): PdfContent {
  const { document: { catalog, context } } = file
  const findPage = pageFinder(file)
  const labels = readPageLabels(file.document)
  const texts = pageTexts(file)
  const info = context.lookup(context.trailerInfo.Info)
  return {
    pages: file.pages.map((page, i) => ({
      text: texts[i]!,
      words: texts[i]!.split(/\s+/).filter(Boolean),
      size: page.getSize(),
      label: labels[i] ?? String(i + 1),
      annotations: listAnnotations(context, page.node).map(({ dict }) => readAnnotation(dict, findPage)),
    })),
    outline: readOutline(findDict(catalog, 'Outlines'), findPage),
    title: info instanceof PDFDict ? readText(info, 'Title') : undefined,
    author: info instanceof PDFDict ? readText(info, 'Author') : undefined,
    lang: readText(catalog, 'Lang'),
    attachments: listNames(findDict(findDict(catalog, 'Names'), 'EmbeddedFiles'))
      .flatMap(([key, value]) => readAttachment(key, context.lookup(value)) ?? []),
  }
}

type PageFinder = (destination: PDFObject | undefined) => number | undefined

function readAnnotation(dict: PDFDict, findPage: PageFinder): PdfAnnotation {
  const action = findDict(dict, 'A')
  return {
    kind: dict.get(name('Subtype'))?.toString().slice(1) ?? '',
    url: readText(action, 'URI'),
    page: findPage(dict.get(name('Dest')) ?? action?.get(name('D'))),
    contents: readText(dict, 'Contents'),
  }
}

function readOutline(parent: PDFDict | undefined, findPage: PageFinder, seen = new Set<PDFDict>()): OutlineItem[] {
  const found: OutlineItem[] = []
  for (let item = findDict(parent, 'First'); item && !seen.has(item); item = findDict(item, 'Next')) {
    seen.add(item)
    found.push({
      title: readText(item, 'Title') ?? '',
      page: findPage(item.get(name('Dest')) ?? findDict(item, 'A')?.get(name('D'))),
      children: readOutline(item, findPage, seen),
    })
  }
  return found
}

function readAttachment(key: string, spec: PDFObject | undefined): PdfAttachment | undefined {
  const stream = spec instanceof PDFDict ? findDict(spec, 'EF')?.lookup(name('F')) : undefined
  if (!(spec instanceof PDFDict) || !(stream instanceof PDFRawStream))
    return undefined
  return { name: readText(spec, 'UF') ?? readText(spec, 'F') ?? key, bytes: readStream(stream) }
}

/** Finds the page of a destination, which is an array, a dictionary with one, or the name of either. */
function pageFinder({ document: { catalog, context }, pages }: TaggedFile): PageFinder {
  const numbers = new Map(pages.map((page, i) => [page.ref, i + 1]))
  const named = new Map<string, PDFObject>(listNames(findDict(findDict(catalog, 'Names'), 'Dests')))
  for (const [key, destination] of findDict(catalog, 'Dests')?.entries() ?? [])
    named.set(key.decodeText(), destination)
  const find = (destination: PDFObject | undefined, steps = 0): number | undefined => {
    if (steps > MAX_DESTINATION_STEPS) // names may lead in a circle
      return undefined
    const object = context.lookup(destination)
    if (object instanceof PDFArray)
      return pageNumber(object.get(0))
    if (object instanceof PDFDict)
      return find(object.get(name('D')), steps + 1)
    return isNamed(object) ? find(named.get(object.decodeText()), steps + 1) : undefined
  }
  return find

  function pageNumber(page: PDFObject): number | undefined {
    if (page instanceof PDFRef)
      return numbers.get(page)
    return page instanceof PDFNumber ? page.asNumber() + 1 : undefined
  }
}

function isNamed(object: PDFObject | undefined): object is PDFName | PDFString | PDFHexString {
  return object instanceof PDFName || object instanceof PDFString || object instanceof PDFHexString
}

/** The entries of a name tree, in order; none where there is no tree. */
function listNames(tree: PDFDict | undefined, depth = 0): [string, PDFObject][] {
  const found: [string, PDFObject][] = []
  const names = tree?.lookup(name('Names'))
  const kids = tree?.lookup(name('Kids'))
  for (let i = 0, size = names instanceof PDFArray ? names.size() : 0; i + 1 < size; i += 2) {
    const key = (names as PDFArray).lookup(i)
    if (key instanceof PDFString || key instanceof PDFHexString)
      found.push([key.decodeText(), (names as PDFArray).get(i + 1)])
  }
  for (let i = 0, size = kids instanceof PDFArray && depth < MAX_TREE_DEPTH ? kids.size() : 0; i < size; i++) {
    const kid = (kids as PDFArray).lookup(i)
    if (kid instanceof PDFDict)
      found.push(...listNames(kid, depth + 1))
  }
  return found
}
