import { PDFDict, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib'

/** The dictionary under a key; undefined where there is none. */
export function findDict(dict: PDFDict | undefined, key: string): PDFDict | undefined {
  const found = dict?.lookup(PDFName.of(key))
  return found instanceof PDFDict ? found : undefined
}

/** A text entry of a dictionary; undefined where there is none, or an empty one. */
export function readText(dict: PDFDict | undefined, key: string): string | undefined {
  const value = dict?.lookup(PDFName.of(key))
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() || undefined : undefined
}
