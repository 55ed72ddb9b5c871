import type { PDFDict } from '@cantoo/pdf-lib'
import type { PdfTag } from './structure.ts'
import type { TaggedFile } from './tagged-file.ts'
import { PDFArray, PDFName, PDFString } from '@cantoo/pdf-lib'
import { readText } from './dictionaries.ts'
import { eachTag, listAttributes } from './structure.ts'

const name = PDFName.of

/**
 * Chromium numbers tags by what it has done before; here they are numbered by their place,
 * so that equal pages make equal files.
 */
export function repairIds({ document: { context } }: TaggedFile, root: PdfTag): void {
  const ids = new Map<string, PDFString>()
  const names = context.obj([])
  for (const tag of eachTag(root)) {
    const before = readText(tag.dict, 'ID')
    if (before === undefined || !tag.ref)
      continue
    const id = PDFString.of(`tag${String(ids.size + 1).padStart(6, '0')}`)
    ids.set(before, id)
    tag.dict.set(name('ID'), id)
    names.push(id)
    names.push(tag.ref)
  }
  if (!ids.size)
    return
  const limits = [names.get(0), names.get(names.size() - 2)]
  root.dict.set(name('IDTree'), context.register(context.obj({ Names: names, Limits: limits })))
  for (const tag of eachTag(root)) {
    for (const headers of headerLists(tag.dict)) {
      for (let i = 0; i < headers.size(); i++) {
        const header = headers.lookup(i)
        const id = header instanceof PDFString ? ids.get(header.decodeText()) : undefined
        if (id)
          headers.set(i, id)
      }
    }
  }
}

function headerLists(dict: PDFDict): PDFArray[] {
  return listAttributes(dict).flatMap((attributes) => {
    const headers = attributes.lookup(name('Headers'))
    return headers instanceof PDFArray ? [headers] : []
  })
}
