import type { PDFDocument, PDFObject } from 'pdf-lib'
import { PDFHexString, PDFName, PDFNumber } from 'pdf-lib'

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

function readNumber(label: string): number | undefined {
  return /^[1-9]\d*$/.test(label) ? Number(label) : undefined
}
