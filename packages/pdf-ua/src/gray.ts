import type { PDFContext, PDFDocument, PDFObject } from '@cantoo/pdf-lib'
import type { ContentEdit } from './content-edit.ts'
import { Buffer } from 'node:buffer'
import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRawStream, PDFRef } from '@cantoo/pdf-lib'
import { editContent } from './content-edit.ts'
import { ContentReader } from './content-reader.ts'
import { findDict } from './dictionaries.ts'
import { loadPdf, savePdf } from './pdf-document.ts'
import { makeStream, readStream } from './streams.ts'

const name = PDFName.of
const [RED, GREEN, BLUE] = [0.299, 0.587, 0.114] // how bright each seems
const JPEG_QUALITY = 88

/**
 * Turns all colors of a printed PDF into shades of gray: text, lines, areas, gradients and pictures.
 * Everything stays where and what it is. Only RGB becomes gray, for Chromium writes nothing else.
 * @throws PdfError when the bytes are not a PDF, or one that is damaged
 */
export async function grayPdf(bytes: Uint8Array): Promise<Uint8Array> {
  const document = await loadPdf(bytes)
  const { context } = document
  const drawings = drawingRefs(document)
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream))
      grayFunctions(object)
    else if (object.dict.get(name('Subtype')) === name('Image'))
      await grayImage(context, ref, object)
    else if (drawings.has(ref) || isFormOrPattern(object.dict))
      context.assign(ref, makeStream(context, grayContent(readStream(object)), object.dict))
    else if (String(object.dict.get(name('FunctionType'))) === '4')
      grayProgram(context, ref, object)
  }
  return savePdf(document)
}

/** The streams that draw and do not say so themselves: contents of pages, letters of fonts that are drawings. */
function drawingRefs(document: PDFDocument): Set<PDFRef> {
  const refs = new Set<PDFRef>()
  for (const { node } of document.getPages()) {
    const contents = node.get(name('Contents'))
    const list = contents instanceof PDFRef ? document.context.lookup(contents) : contents
    for (const part of list instanceof PDFArray ? list.asArray() : [contents])
      part instanceof PDFRef && refs.add(part)
  }
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    for (const letter of object instanceof PDFDict ? findDict(object, 'CharProcs')?.values() ?? [] : [])
      letter instanceof PDFRef && refs.add(letter)
  }
  return refs
}

function isFormOrPattern(dict: PDFDict): boolean {
  return dict.get(name('Subtype')) === name('Form') || dict.has(name('PatternType'))
}

/** A content stream with its colors replaced by grays of the same brightness. */
export function grayContent(bytes: Uint8Array): Uint8Array {
  const reader = new ContentReader(bytes)
  const edits: ContentEdit[] = []
  while (reader.next()) {
    const { operator, start, end } = reader
    if (operator !== 'rg' && operator !== 'RG')
      continue
    const gray = toGray(reader.number(0), reader.number(1), reader.number(2))
    edits.push({ from: start, to: end, text: `${gray} ${gray} ${gray} ${operator}` })
  }
  return edits.length ? editContent(bytes, edits) : bytes
}

function toGray(red: number, green: number, blue: number): number {
  return Number((RED * red + GREEN * green + BLUE * blue).toFixed(4))
}

/** The two ends of a gradient, wherever they stand in an object. */
function grayFunctions(object: PDFObject): void {
  if (object instanceof PDFArray) {
    object.asArray().forEach(grayFunctions)
  }
  else if (object instanceof PDFDict) {
    for (const key of ['C0', 'C1']) {
      const color = object.get(name(key))
      if (!(color instanceof PDFArray) || color.size() !== 3)
        continue
      const parts = color.asArray().map(part => part instanceof PDFNumber ? part.asNumber() : 0)
      const [red = 0, green = 0, blue = 0] = parts
      const gray = toGray(red, green, blue)
      object.set(name(key), object.context.obj([gray, gray, gray]))
    }
    for (const value of object.values())
      grayFunctions(value)
  }
}

/** A gradient that is a program leaves red, green and blue on its stack. */
function grayProgram(context: PDFContext, ref: PDFRef, stream: PDFRawStream): void {
  const program = Buffer.from(readStream(stream)).toString('latin1').trimEnd()
  const range = stream.dict.lookup(name('Range'))
  if (!program.endsWith('}') || !(range instanceof PDFArray) || range.size() !== 6)
    return
  const mix = `${BLUE} mul exch ${GREEN} mul add exch ${RED} mul add dup dup`
  const grayed = Buffer.from(`${program.slice(0, -1)} ${mix}}`, 'latin1')
  context.assign(ref, makeStream(context, grayed, stream.dict))
}

async function grayImage(context: PDFContext, ref: PDFRef, { dict, contents }: PDFRawStream): Promise<void> {
  if (dict.get(name('ColorSpace')) !== name('DeviceRGB') || String(dict.get(name('BitsPerComponent'))) !== '8')
    return
  dict.set(name('ColorSpace'), name('DeviceGray'))
  if (dict.get(name('Filter')) === name('DCTDecode')) {
    context.assign(ref, PDFRawStream.of(dict, await grayJpeg(contents)))
    return
  }
  const [width = 0, height = 0] = ['Width', 'Height'].map(key => Number(String(dict.get(name(key)))))
  const colors = readStream(PDFRawStream.of(dict, contents))
  const grays = new Uint8Array(width * height)
  for (let i = 0; i < grays.length; i++) {
    const [red, green, blue] = colors.subarray(i * 3, i * 3 + 3)
    grays[i] = Math.round(toGray(red ?? 0, green ?? 0, blue ?? 0))
  }
  context.assign(ref, makeStream(context, grays, dict))
}

async function grayJpeg(bytes: Uint8Array): Promise<Uint8Array> {
  // Most files hold no such picture, and sharp takes long to load.
  const { default: sharp } = await import('sharp')
  return new Uint8Array(await sharp(bytes).grayscale().toColourspace('b-w').jpeg({ quality: JPEG_QUALITY }).toBuffer())
}
