import type { PDFContext } from '@cantoo/pdf-lib'
import { PDFArray, PDFDict, PDFRef, PDFStream } from '@cantoo/pdf-lib'

/** Deletes every object that nothing leads to, such as what was replaced; pdf-lib would write them all. */
export function deleteUnused(context: PDFContext): void {
  const used = new Set<PDFRef>()
  const pending: unknown[] = [context.trailerInfo.Root, context.trailerInfo.Info, context.trailerInfo.Encrypt]
  while (pending.length) {
    const object = pending.pop()
    if (object instanceof PDFRef) {
      if (!used.has(object)) {
        used.add(object)
        pending.push(context.lookup(object))
      }
    }
    else if (object instanceof PDFArray) {
      pending.push(...object.asArray())
    }
    else {
      const dict = object instanceof PDFStream ? object.dict : object
      if (dict instanceof PDFDict)
        pending.push(...dict.values())
    }
  }
  for (const [ref] of context.enumerateIndirectObjects()) {
    if (!used.has(ref))
      context.delete(ref)
  }
}
