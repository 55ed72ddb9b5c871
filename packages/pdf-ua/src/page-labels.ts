import type { PDFDocument, PDFObject } from '@cantoo/pdf-lib'
import { PDFArray, PDFDict, PDFHexString, PDFName, PDFNumber } from '@cantoo/pdf-lib'
import { findDict, readText } from './dictionaries.ts'

/** Names the pages; labels that count up, such as 4, 5, 6, are written as one range. */
export function writePageLabels({ catalog, context }: PDFDocument, labels: readonly string[]): void {
  const nums: PDFObject[] = []
  labels.forEach((label, i) => {
    const number = readNumber(label)
    const before = i > 0 ? readNumber(labels[i - 1]!) : undefined
    if (number !== undefined && before === number - 1)
      return
    const range = number === undefined ? { P: PDFHexString.fromText(label) } : { S: 'D', St: number }
    nums.push(PDFNumber.of(i), context.obj(range))
  })
  catalog.set(PDFName.of('PageLabels'), context.obj({ Nums: nums }))
}

/**
 * The label of each page; an empty array where the file names none.
 * Roman and lettered numbers are read as plain ones.
 */
export function readPageLabels(document: PDFDocument): string[] {
  const nums = findDict(document.catalog, 'PageLabels')?.lookup(PDFName.of('Nums'))
  const labels: string[] = []
  if (!(nums instanceof PDFArray))
    return labels
  const end = document.getPageCount()
  for (let i = 0; i + 1 < nums.size(); i += 2) {
    const range = nums.lookup(i + 1)
    const from = asNumber(nums.lookup(i))
    const next = i + 2 < nums.size() ? asNumber(nums.lookup(i + 2)) : undefined
    const to = Math.min(next ?? end, end)
    if (from === undefined || !(range instanceof PDFDict))
      continue
    const prefix = readText(range, 'P') ?? ''
    const start = asNumber(range.lookup(PDFName.of('St'))) ?? 1
    const isNumbered = range.has(PDFName.of('S'))
    for (let page = from; page < to; page++)
      labels[page] = isNumbered ? `${prefix}${start + page - from}` : prefix
  }
  return labels
}

function asNumber(object: PDFObject | undefined): number | undefined {
  return object instanceof PDFNumber ? object.asNumber() : undefined
}

function readNumber(label: string): number | undefined {
  return /^[1-9]\d*$/.test(label) ? Number(label) : undefined
}
