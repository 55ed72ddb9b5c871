import type { PDFDict, PDFRef } from '@cantoo/pdf-lib'
import { PDFHexString, PDFName, PDFNumber, PDFString } from '@cantoo/pdf-lib'
import { ContentReader } from './content-reader.ts'
import { decodeString } from './content-syntax.ts'
import { findDict } from './dictionaries.ts'

/** Finds a property list by the name that a content stream gives it. */
export type PropertyFinder = (key: string) => PDFDict | undefined

interface Sequence {
  /** The marked-content id that counts here, as `contentKey` writes it. */
  key?: string
  artifact: boolean
  /** What its text stands for, until it is taken; sequences inside share it. */
  actual?: { text: string }
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
  open(owner: PDFRef, reader: ContentReader, properties: PropertyFinder): void {
    const { id, actualText } = reader.operator === 'BDC' ? readProperties(reader, properties) : {}
    const own = actualText === undefined ? undefined : { text: actualText }
    if (id !== undefined) {
      this.stack.push({ key: contentKey(owner, id), artifact: false, actual: own })
      return
    }
    const above = this.stack.at(-1)
    if (reader.name(0) === 'Artifact') {
      this.stack.push({ artifact: true, actual: own ?? above?.actual })
      return
    }
    this.stack.push({
      key: above?.key,
      artifact: above?.artifact ?? false,
      actual: own ?? above?.actual,
    })
  }

  close(): void {
    this.stack.pop()
  }

  /**
   * What the next text shown stands for, where a sequence around it says so:
   * all of it for the first text, nothing for those after it.
   */
  takeActualText(): string | undefined {
    const actual = this.stack.at(-1)?.actual
    const text = actual?.text
    if (actual)
      actual.text = ''
    return text
  }
}

/** Finds property lists in the resources of a page or a form. */
export function propertiesOf(resources: PDFDict | undefined): PropertyFinder {
  return key => findDict(findDict(resources, 'Properties'), key)
}

interface ContentProperties { id?: number, actualText?: string }

/** The entries of a `BDC` that matter here, from the dictionary written in it or named by it. */
export function readProperties(reader: ContentReader, properties: PropertyFinder): ContentProperties {
  const named = reader.name(1)
  return named === undefined ? readWritten(reader.span(1)) : readNamed(properties(named))
}

function readNamed(dict: PDFDict | undefined): ContentProperties {
  const id = dict?.lookup(PDFName.of('MCID'))
  const text = dict?.lookup(PDFName.of('ActualText'))
  return {
    id: id instanceof PDFNumber ? id.asNumber() : undefined,
    actualText: text instanceof PDFString || text instanceof PDFHexString ? text.decodeText() : undefined,
  }
}

function readWritten(dict: Uint8Array): ContentProperties {
  const inner = new ContentReader(dict.subarray(2, -2))
  inner.next()
  const found: ContentProperties = {}
  for (let i = 0; i + 1 < inner.operands; i += 2) {
    if (inner.name(i) === 'MCID')
      found.id = inner.number(i + 1)
    else if (inner.name(i) === 'ActualText')
      found.actualText = decodeTextString(decodeString(inner.span(i + 1)))
  }
  return found
}

function decodeTextString(bytes: Uint8Array): string {
  const hex = Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')
  return PDFHexString.of(hex).decodeText()
}
