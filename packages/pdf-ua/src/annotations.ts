import type { PDFContext } from '@cantoo/pdf-lib'
import { PDFArray, PDFDict, PDFName, PDFRef } from '@cantoo/pdf-lib'

interface Annotation { ref: PDFRef, dict: PDFDict }

/** The annotations of a page: links, notes. */
export function listAnnotations(context: PDFContext, page: PDFDict): Annotation[] {
  const list = page.lookup(PDFName.of('Annots'))
  return (list instanceof PDFArray ? list.asArray() : []).flatMap((ref) => {
    const dict = context.lookup(ref)
    return ref instanceof PDFRef && dict instanceof PDFDict ? [{ ref, dict }] : []
  })
}
