import type { PDFDict, PDFDocument, PDFRef } from '@cantoo/pdf-lib'
import type { PdfTag } from './structure.ts'
import type { TaggedFile } from './tagged-file.ts'
import { PDFHexString, PDFName, PDFNumber } from '@cantoo/pdf-lib'
import { findDict } from './dictionaries.ts'
import { spokenText } from './spoken-text.ts'
import { eachTag } from './structure.ts'

/** An entry of the outline to write: they are a list in the order of the pages, and `level` makes a tree of it. */
export interface Bookmark {
  title: string
  /** From 1. */
  page: number
  /** From 1; a bookmark stands below the last one before it that has a smaller level. 1 without it. */
  level?: number
}

interface Item { ref: PDFRef, dict: PDFDict, level: number, kids: Item[] }

const name = PDFName.of

/** Replaces the outline of a file. */
export function writeBookmarks(document: PDFDocument, bookmarks: readonly Bookmark[]): void {
  const { catalog, context } = document
  const outlines = context.obj({ Type: 'Outlines' })
  const root: Item = { ref: context.register(outlines), dict: outlines, level: 0, kids: [] }
  const open = [root]
  const pages = document.getPages()
  for (const { title, page: number, level = 1 } of bookmarks) {
    const page = pages[number - 1]
    if (!page)
      continue
    while (open.length > 1 && open.at(-1)!.level >= level)
      open.pop()
    const dict = context.obj({
      Title: PDFHexString.fromText(title),
      Dest: [page.ref, 'XYZ', 0, page.getHeight(), 0],
      Parent: open.at(-1)!.ref,
    })
    const item: Item = { ref: context.register(dict), dict, level, kids: [] }
    open.at(-1)!.kids.push(item)
    open.push(item)
  }
  link(root)
  if (root.kids.length)
    catalog.set(name('Outlines'), root.ref)
  else
    catalog.delete(name('Outlines'))
}

/** Links the kids of an item, and counts them all as open. */
function link({ dict, kids }: Item): number {
  let count = kids.length
  kids.forEach((kid, i) => {
    count += link(kid)
    if (i > 0)
      kid.dict.set(name('Prev'), kids[i - 1]!.ref)
    if (i < kids.length - 1)
      kid.dict.set(name('Next'), kids[i + 1]!.ref)
  })
  if (kids.length) {
    dict.set(name('First'), kids[0]!.ref)
    dict.set(name('Last'), kids.at(-1)!.ref)
    dict.set(name('Count'), PDFNumber.of(count))
  }
  return count
}

/** Chromium drops the space between a heading's words where one of them is emphasized; the heading itself has it. */
export function repairBookmarkTitles(file: TaggedFile, root: PdfTag): void {
  const { catalog } = file.document
  const tags = new Map<PDFRef, PdfTag>()
  for (const tag of eachTag(root)) {
    if (tag.ref)
      tags.set(tag.ref, tag)
  }
  const seen = new Set<PDFDict>()
  const visit = (first: PDFDict | undefined) => {
    for (let item = first; item && !seen.has(item); item = findDict(item, 'Next')) {
      seen.add(item)
      const heading = tags.get(item.get(name('SE')) as PDFRef)
      const title = heading && spokenText(file, heading)
      if (title)
        item.set(name('Title'), PDFHexString.fromText(title))
      visit(findDict(item, 'First'))
    }
  }
  visit(findDict(findDict(catalog, 'Outlines'), 'First'))
}
