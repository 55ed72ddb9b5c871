import type { PDFDocument } from '@cantoo/pdf-lib'
import { Buffer } from 'node:buffer'
import { PDFName, PDFRawStream } from '@cantoo/pdf-lib'
import { makeStream, readPageStreams, readStream, replacePageStreams } from './streams.ts'

const NUMBER = '-?[\\d.]+'
const to = (x: string, y: string) => `${x} ${y} l\\n`
/** A closed rectangle by its corners, along the first side up or down, or across. */
const UP = rectangle(to('\\k<x>', '(?<y2>N)') + to('(?<x2>N)', '\\k<y2>') + to('\\k<x2>', '\\k<y>'))
const ACROSS = rectangle(to('(?<x2>N)', '\\k<y>') + to('\\k<x2>', '(?<y2>N)') + to('\\k<x>', '\\k<y2>'))

interface Corners { x: string, y: string, x2: string, y2: string }

/**
 * Writes rectangles as what they are: Chromium draws each dash of a line by its five points, and a dashed outline is a
 * few hundred dashes. They run around the same way as before, so that holes stay holes.
 */
export function shortenRectangles(document: PDFDocument): void {
  const { context } = document
  for (const page of document.getPages()) {
    const shorter = shorten(readPageStreams(context, page.node.Contents()))
    if (shorter)
      replacePageStreams(page, shorter)
  }
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    const isForm = object instanceof PDFRawStream && object.dict.get(PDFName.of('Subtype')) === PDFName.of('Form')
    const shorter = isForm && shorten(readStream(object))
    if (shorter)
      context.assign(ref, makeStream(context, shorter, object.dict))
  }
}

/** A content stream in which rectangles are shorter; nothing where it has none. */
function shorten(bytes: Uint8Array): Uint8Array | undefined {
  const text = Buffer.from(bytes).toString('latin1')
  const shorter = text
    .replace(UP, (...found) => {
      const { x, y, x2, y2 } = found.at(-1) as Corners
      return `${x} ${y2} ${between(x, x2)} ${between(y2, y)} re\n`
    })
    .replace(ACROSS, (...found) => {
      const { x, y, x2, y2 } = found.at(-1) as Corners
      return `${x} ${y} ${between(x, x2)} ${between(y, y2)} re\n`
    })
  return shorter.length < text.length ? new Uint8Array(Buffer.from(shorter, 'latin1')) : undefined
}

function rectangle(sides: string): RegExp {
  const path = `(?<=^|\\n)(?<x>N) (?<y>N) m\\n${sides}(?:${to('\\k<x>', '\\k<y>')})?h\\n`
  return new RegExp(path.replaceAll('N', NUMBER), 'g')
}

/** How far it is from one number to another, in the six digits that Chromium writes behind the point. */
function between(from: string, to: string): string {
  return String(Number((Number(to) - Number(from)).toFixed(6)))
}
