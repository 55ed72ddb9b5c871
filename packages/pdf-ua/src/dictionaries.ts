import { PDFArray, PDFDict, PDFHexString, PDFName, PDFNumber, PDFString } from '@cantoo/pdf-lib'

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

/** A number of a dictionary; undefined where there is none. */
export function readNumber(dict: PDFDict | undefined, key: string): number | undefined {
  const value = dict?.lookup(PDFName.of(key))
  return value instanceof PDFNumber ? value.asNumber() : undefined
}

/** The numbers of an array of a dictionary, 0 for what is none; undefined where there is no array. */
export function readNumbers(dict: PDFDict | undefined, key: string): number[] | undefined {
  const value = dict?.lookup(PDFName.of(key))
  if (value instanceof PDFArray)
    return value.asArray().map(item => item instanceof PDFNumber ? item.asNumber() : 0)
}
