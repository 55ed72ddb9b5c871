import type { PDFContext, PDFPage } from '@cantoo/pdf-lib'
import { Buffer } from 'node:buffer'
import { deflateSync, inflateSync } from 'node:zlib'
import { decodePDFRawStream, PDFArray, PDFName, PDFRawStream, PDFRef, PDFStream } from '@cantoo/pdf-lib'
import { PdfError } from './errors.ts'

const FILTER = PDFName.of('Filter')
const FLATE = PDFName.of('FlateDecode')

/**
 * The decoded bytes of a stream; an empty array for an object that is not a stream.
 * @throws PdfError when the stream is damaged
 */
export function readStream(stream: unknown): Uint8Array {
  if (!(stream instanceof PDFRawStream))
    return stream instanceof PDFStream ? stream.getContents() : new Uint8Array()
  if (!stream.dict.has(FILTER))
    return stream.contents
  try {
    // Node's zlib is several times faster than the one that pdf-lib brings.
    if (stream.dict.get(FILTER) === FLATE && !stream.dict.has(PDFName.of('DecodeParms')))
      return inflateSync(stream.contents)
    return decodePDFRawStream(stream).decode()
  }
  catch (cause) {
    throw new PdfError(`A stream of the PDF is damaged: ${(cause as Error).message}`, { cause })
  }
}

/** The decoded content of a page: its streams, one after the other. */
export function readPageStreams(context: PDFContext, contents: unknown): Uint8Array {
  const found = context.lookup(contents as PDFRef)
  if (!(found instanceof PDFArray))
    return readStream(found)
  const parts = found.asArray().flatMap(part => [readStream(context.lookup(part)), Uint8Array.of(10)])
  return new Uint8Array(Buffer.concat(parts))
}

/** A compressed stream with these bytes and the entries of `dict`. */
export function makeStream(context: PDFContext, bytes: Uint8Array, dict = context.obj({})): PDFRawStream {
  dict.delete(PDFName.of('DecodeParms'))
  dict.set(FILTER, FLATE)
  const contents = deflateSync(bytes)
  return PDFRawStream.of(dict, new Uint8Array(contents))
}

/** Gives a page other content. */
export function replacePageStreams({ node, doc: { context } }: PDFPage, bytes: Uint8Array): void {
  const key = PDFName.of('Contents')
  const before = node.get(key)
  const stream = makeStream(context, bytes)
  if (before instanceof PDFRef && context.lookup(before) instanceof PDFRawStream)
    context.assign(before, stream)
  else
    node.set(key, context.register(stream))
}
