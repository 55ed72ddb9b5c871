import type { PDFDict, PDFRef } from '@cantoo/pdf-lib'
import { PDFHexString, PDFName, PDFNumber, PDFString } from '@cantoo/pdf-lib'
import { ContentReader } from './content-reader.ts'
import { decodeString } from './content-syntax.ts'

interface Sequence {
  /** The marked-content id that counts here, as `contentKey` writes it. */
  key?: string
  artifact: boolean
  actualText?: string
}

/** Names a marked-content id in the stream that holds it: a page or a form. */
export function contentKey(stream: PDFRef, id: number): string {
  return `${stream.objectNumber} ${id}`
}

/** The marked-content sequences that are open while content is read; a form inherits those around its `Do`. */
export class MarkedContentStack {
  private readonly stack: Sequence[] = []

  get depth(): number {
    return this.stack.length
  }

  /** Key of the innermost marked-content id; undefined outside of all and in artifacts. */
  get key(): string | undefined {
    return this.stack.at(-1)?.key
  }

  get artifact(): boolean {
    return this.stack.at(-1)?.artifact ?? false
  }

  /** Opens the sequence of the `BDC` or `BMC` that was just read in the stream `owner`. */
  open(owner: PDFRef, reader: ContentReader, properties: (key: string) => PDFDict | undefined): void {
    const above = this.stack.at(-1)
    const { id, actualText } = reader.operator === 'BDC' ? readProperties(reader, properties) : {}
    if (id !== undefined)
      this.stack.push({ key: contentKey(owner, id), artifact: false, actualText })
    else if (reader.name(0) === 'Artifact')
      this.stack.push({ artifact: true, actualText })
    else
      this.stack.push({ key: above?.key, artifact: above?.artifact ?? false, actualText: actualText ?? above?.actualText })
  }

  close(): void {
    this.stack.pop()
  }

  /** What the next text shown stands for, where a sequence around it says so: all of it for the first text, nothing for those after it. */
  takeActualText(): string | undefined {
    const sequence = this.stack.at(-1)
    const text = sequence?.actualText
    if (sequence && text)
      sequence.actualText = ''
    return text
  }
}

/** The entries of a `BDC` that matter here, from the dictionary written in it or named by it. */
export function readProperties(reader: ContentReader, properties: (key: string) => PDFDict | undefined): { id?: number, actualText?: string } {
  const named = reader.name(1)
  if (named !== undefined) {
    const dict = properties(named)
    const id = dict?.lookup(PDFName.of('MCID'))
    const text = dict?.lookup(PDFName.of('ActualText'))
    return { id: id instanceof PDFNumber ? id.asNumber() : undefined, actualText: text instanceof PDFString || text instanceof PDFHexString ? text.decodeText() : undefined }
  }
  const inner = new ContentReader(reader.span(1).subarray(2, -2))
  inner.next()
  let id: number | undefined
  let actualText: string | undefined
  for (let i = 0; i + 1 < inner.operands; i += 2) {
    if (inner.name(i) === 'MCID')
      id = inner.number(i + 1)
    else if (inner.name(i) === 'ActualText')
      actualText = decodeTextString(decodeString(inner.span(i + 1)))
  }
  return { id, actualText }
}

function decodeTextString(bytes: Uint8Array): string {
  return PDFHexString.of(Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')).decodeText()
}
