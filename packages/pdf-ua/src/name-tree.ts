import type { PDFDict, PDFObject } from '@cantoo/pdf-lib'
import { PDFDict as Dict, PDFArray, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib'

/** The entries of a name tree, in order; none where there is no tree. */
export function listNames(tree: PDFDict | undefined, depth = 0): [string, PDFObject][] {
  const found: [string, PDFObject][] = []
  const names = tree?.lookup(PDFName.of('Names'))
  const kids = tree?.lookup(PDFName.of('Kids'))
  for (let i = 0, size = names instanceof PDFArray ? names.size() : 0; i + 1 < size; i += 2) {
    const key = (names as PDFArray).lookup(i)
    if (key instanceof PDFString || key instanceof PDFHexString)
      found.push([key.decodeText(), (names as PDFArray).get(i + 1)])
  }
  for (let i = 0, size = kids instanceof PDFArray && depth < 20 ? kids.size() : 0; i < size; i++) {
    const kid = (kids as PDFArray).lookup(i)
    if (kid instanceof Dict)
      found.push(...listNames(kid, depth + 1))
  }
  return found
}
