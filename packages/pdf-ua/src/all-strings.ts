import type { PDFObject } from '@cantoo/pdf-lib'
import type { TaggedFile } from './tagged-file.ts'
import { Buffer } from 'node:buffer'
import { PDFArray, PDFDict, PDFHexString, PDFName, PDFStream, PDFString } from '@cantoo/pdf-lib'
import { readStream } from './streams.ts'

/** Streams of these kinds hold no text that a person could read. */
const DRAWN = new Set(['/Image', '/Form', '/XRef', '/ObjStm'])

/**
 * Every text that a PDF carries beside what its pages draw: each string of each object, used or not, and the decoded
 * content of each stream that is neither a picture nor a font, such as metadata and scripts.
 */
export function allStrings({ document: { context } }: TaggedFile): string[] {
  const found: string[] = []
  const collect = (object: PDFObject): void => {
    if (object instanceof PDFString || object instanceof PDFHexString)
      found.push(object.decodeText())
    else if (object instanceof PDFArray)
      object.asArray().forEach(collect)
    else if (object instanceof PDFDict)
      object.values().forEach(collect)
  }
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFStream)) {
      collect(object)
      continue
    }
    collect(object.dict)
    const kinds = ['Subtype', 'Type'].map(key => object.dict.get(PDFName.of(key))?.toString() ?? '')
    if (!kinds.some(kind => DRAWN.has(kind)) && !object.dict.has(PDFName.of('Length1')))
      found.push(Buffer.from(readStream(object)).toString('utf8'))
  }
  collect(context.trailerInfo.Info ?? PDFName.of('None'))
  return found
}
