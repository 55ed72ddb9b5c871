import type { PDFContext, PDFObject } from '@cantoo/pdf-lib'
import { Buffer } from 'node:buffer'
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, PDFRawStream, PDFRef } from '@cantoo/pdf-lib'
import sharp from 'sharp'
import { ContentReader } from './content-reader.ts'
import { findDict } from './page-content.ts'
import { makeStream, readStream } from './streams.ts'

const name = PDFName.of
const LUMA = [0.299, 0.587, 0.114] as const

/**
 * Turns all colours of a printed PDF into shades of gray: text, lines, areas, gradients and pictures. Everything stays where and what it is.
 * @throws an Error when the bytes are no PDF
 */
export async function grayPdf(bytes: Uint8Array): Promise<Uint8Array> {
  const document = await PDFDocument.load(bytes, { parseSpeed: Number.POSITIVE_INFINITY, updateMetadata: false })
  const { context } = document
  const drawings = drawingRefs(document)
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    if (object instanceof PDFRawStream && object.dict.get(name('Subtype')) === name('Image'))
      await grayImage(context, ref, object)
    else if (object instanceof PDFRawStream && (drawings.has(ref) || object.dict.get(name('Subtype')) === name('Form') || object.dict.has(name('PatternType'))))
      context.assign(ref, makeStream(context, grayContent(readStream(object)), object.dict))
    else if (object instanceof PDFRawStream && String(object.dict.get(name('FunctionType'))) === '4')
      grayProgram(context, ref, object)
    else
      grayFunctions(object)
  }
  return document.save({ useObjectStreams: true, addDefaultPage: false, updateFieldAppearances: false, objectsPerTick: Number.POSITIVE_INFINITY })
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

/** A content stream with its colours replaced by grays of the same brightness. */
export function grayContent(bytes: Uint8Array): Uint8Array {
  const reader = new ContentReader(bytes)
  const parts: Uint8Array[] = []
  let at = 0
  while (reader.next()) {
    if (reader.operator !== 'rg' && reader.operator !== 'RG')
      continue
    const gray = toGray([reader.number(0), reader.number(1), reader.number(2)])
    parts.push(bytes.subarray(at, reader.start), Buffer.from(`${gray} ${gray} ${gray} ${reader.operator}`))
    at = reader.end
  }
  return parts.length ? new Uint8Array(Buffer.concat([...parts, bytes.subarray(at)])) : bytes
}

function toGray(color: readonly number[]): number {
  return Number(LUMA.reduce((sum, weight, i) => sum + weight * (color[i] ?? 0), 0).toFixed(4))
}

/** The two ends of a gradient, wherever they stand in an object. */
function grayFunctions(object: PDFObject): void {
  if (object instanceof PDFArray) {
    object.asArray().forEach(grayFunctions)
  }
  else if (object instanceof PDFDict) {
    for (const key of ['C0', 'C1']) {
      const color = object.get(name(key))
      if (color instanceof PDFArray && color.size() === 3) {
        const gray = toGray(color.asArray().map(part => part instanceof PDFNumber ? part.asNumber() : 0))
        object.set(name(key), object.context.obj([gray, gray, gray]))
      }
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
  const [red, green, blue] = LUMA
  context.assign(ref, makeStream(context, Buffer.from(`${program.slice(0, -1)} ${blue} mul exch ${green} mul add exch ${red} mul add dup dup}`, 'latin1'), stream.dict))
}

async function grayImage(context: PDFContext, ref: PDFRef, { dict, contents }: PDFRawStream): Promise<void> {
  const [width, height] = ['Width', 'Height'].map(key => Number(String(dict.get(name(key)))))
  if (dict.get(name('ColorSpace')) !== name('DeviceRGB') || String(dict.get(name('BitsPerComponent'))) !== '8')
    return
  dict.set(name('ColorSpace'), name('DeviceGray'))
  if (dict.get(name('Filter')) === name('DCTDecode')) {
    const gray = await sharp(contents).grayscale().toColourspace('b-w').jpeg({ quality: 88 }).toBuffer()
    context.assign(ref, PDFRawStream.of(dict, new Uint8Array(gray)))
    return
  }
  const colors = readStream(PDFRawStream.of(dict, contents))
  const grays = Uint8Array.from({ length: width! * height! }, (_, i) => Math.round(toGray([colors[i * 3]!, colors[i * 3 + 1]!, colors[i * 3 + 2]!])))
  context.assign(ref, makeStream(context, grays, dict))
}
