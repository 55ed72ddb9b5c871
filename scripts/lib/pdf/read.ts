import type { PDFDocumentProxy } from 'pdfjs-dist'
import type { TextItem } from 'pdfjs-dist/types/src/display/api.js'
import { createRequire } from 'node:module'
import path from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'

export interface PdfPage {
  /** All text of the page, tagged or not, with a line break where the text has one. */
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

/**
 * Reads what a PDF shows and carries, with PDF.js; it reads every text, tagged or not.
 * @throws an Error of PDF.js when the bytes are no PDF
 */
export async function readPdf(bytes: Uint8Array): Promise<PdfContent> {
  const task = (await loadPdfJs()).getDocument({
    data: new Uint8Array(bytes), // a copy: PDF.js takes the buffer away from its owner
    verbosity: 0,
    useSystemFonts: false,
    disableFontFace: true,
    isEvalSupported: false,
    ...locateData(),
  })
  try {
    const document = await task.promise
    const [metadata, outline, labels, attachments] = await Promise.all([document.getMetadata(), document.getOutline(), document.getPageLabels(), document.getAttachments()])
    const info = metadata.info as { Title?: string, Author?: string, Language?: string }
    const pages: PdfPage[] = []
    for (let i = 0; i < document.numPages; i++)
      pages.push(await readPage(document, i, labels?.[i] ?? String(i + 1)))
    return {
      pages,
      outline: await readOutline(document, outline),
      title: info.Title || undefined,
      author: info.Author || undefined,
      lang: info.Language || undefined,
      attachments: Object.values((attachments ?? {}) as Record<string, { filename: string, content: Uint8Array }>).map(({ filename, content }) => ({ name: filename, bytes: content })),
    }
  }
  finally {
    await task.destroy()
  }
}

async function readPage(document: PDFDocumentProxy, index: number, label: string): Promise<PdfPage> {
  const page = await document.getPage(index + 1)
  const [content, annotations] = await Promise.all([page.getTextContent({ disableNormalization: false }), page.getAnnotations()])
  const text = joinText(content.items.filter(item => 'str' in item))
  const { width, height } = page.getViewport({ scale: 1 })
  const read: PdfPage = { text, words: text.split(/\s+/).filter(Boolean), size: { width, height }, label, annotations: [] }
  for (const { subtype, url, unsafeUrl, dest, contentsObj } of annotations)
    read.annotations.push({ kind: subtype, url: url ?? unsafeUrl, page: await findPage(document, dest), contents: contentsObj?.str || undefined })
  page.cleanup()
  return read
}

/** PDF.js marks the end of a line only inside one drawing, so a jump from one drawing to the next is found by position. */
function joinText(items: TextItem[]): string {
  let text = ''
  let end: { x: number, y: number } | undefined
  for (const { str, hasEOL, transform, width, height } of items) {
    const [x, y] = [transform[4] as number, transform[5] as number]
    if (end && str && !/\s$/.test(text) && (Math.abs(y - end.y) > height / 2 || Math.abs(x - end.x) > height / 2))
      text += Math.abs(y - end.y) > height / 2 ? '\n' : ' '
    text += str + (hasEOL ? '\n' : '')
    end = hasEOL || !str ? end : { x: x + width, y }
  }
  return text
}

type OutlineNodes = Awaited<ReturnType<PDFDocumentProxy['getOutline']>>

async function readOutline(document: PDFDocumentProxy, nodes: OutlineNodes | null): Promise<PdfBookmark[]> {
  return Promise.all((nodes ?? []).map(async ({ title, dest, items }) => ({ title, page: await findPage(document, dest), children: await readOutline(document, items) })))
}

async function findPage(document: PDFDocumentProxy, dest: string | unknown[] | null | undefined): Promise<number | undefined> {
  const target: unknown = (typeof dest === 'string' ? await document.getDestination(dest) : dest)?.[0]
  if (typeof target === 'number')
    return target + 1
  return target ? await document.getPageIndex(target as Parameters<PDFDocumentProxy['getPageIndex']>[0]) + 1 : undefined
}

// Loading PDF.js costs 100 ms, and most commands never read a PDF.
async function loadPdfJs(): Promise<typeof import('pdfjs-dist')> {
  const { warn } = console
  // Without a canvas it warns on loading that it cannot draw, which nobody asks of it here.
  console.warn = () => {}
  try {
    return await import('pdfjs-dist/legacy/build/pdf.mjs') as typeof import('pdfjs-dist')
  }
  finally {
    console.warn = warn
  }
}

function locateData() {
  const root = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  const url = (folder: string) => process.platform === 'win32' ? pathToFileURL(path.join(root, folder, '/')).href : `${path.join(root, folder)}/`
  return { standardFontDataUrl: url('standard_fonts'), cMapUrl: url('cmaps'), cMapPacked: true, wasmUrl: url('wasm') }
}
