import type { PDFDocument } from '@cantoo/pdf-lib'
import { Buffer } from 'node:buffer'
import { PDFDict, PDFName, PDFRawStream, PDFRef } from '@cantoo/pdf-lib'
import { makeStream, readStream } from './streams.ts'

/** A code, or a run of codes, that stands for U+0000. */
const TO_NOTHING = /^(<[\dA-F]+>(?: ?<[\dA-F]+>)?) ?<0000>$/gim

/**
 * Chromium maps parts of letters, as Arabic dots that it draws by themselves, to U+0000, which no file may have.
 * The letter stands in the text around them (`ActualText`), so they become U+FFFD.
 */
export function repairUnicodeMaps({ context }: PDFDocument): void {
  const maps = new Set<PDFRef>()
  for (const [, object] of context.enumerateIndirectObjects()) {
    const map = object instanceof PDFDict ? object.get(PDFName.of('ToUnicode')) : undefined
    if (map instanceof PDFRef)
      maps.add(map)
  }
  for (const ref of maps) {
    const stream = context.lookup(ref)
    if (!(stream instanceof PDFRawStream))
      continue
    const before = Buffer.from(readStream(stream)).toString('latin1')
    const after = before.replace(TO_NOTHING, '$1 <FFFD>')
    if (after !== before)
      context.assign(ref, makeStream(context, Buffer.from(after, 'latin1'), stream.dict))
  }
}
