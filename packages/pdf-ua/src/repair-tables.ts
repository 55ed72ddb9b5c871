import type { PDFContext, PDFRef } from '@cantoo/pdf-lib'
import type { ParentTree } from './parent-tree.ts'
import type { PdfTag } from './structure.ts'
import type { ReferencedTag } from './tag-edit.ts'
import type { TaggedFile } from './tagged-file.ts'
import { PDFName, PDFNumber } from '@cantoo/pdf-lib'
import { eachTag, listAttributes } from './structure.ts'
import { readTableRows } from './table-rows.ts'
import { makeTag, setKids } from './tag-edit.ts'

const ROW_SPAN = PDFName.of('RowSpan')

/** All rows of a table are equally long: a short one gets empty cells, and no cell reaches below the last row. */
export function repairTables({ document: { context } }: TaggedFile, root: PdfTag, parents: ParentTree): void {
  for (const table of [...eachTag(root)].filter(({ type }) => type === 'Table')) {
    const rows = readTableRows(table)
    const width = Math.max(0, ...rows.map(({ filled }) => filled))
    for (const { tag, filled, tooTall } of rows) {
      tooTall.forEach(({ cell, rows }) => setRowSpan(cell, rows))
      if (filled < width && tag.ref)
        addCells(context, parents, tag as ReferencedTag, width - filled)
    }
  }
}

function addCells(context: PDFContext, parents: ParentTree, row: ReferencedTag, count: number): void {
  const page = row.dict.get(PDFName.of('Pg')) as PDFRef | undefined
  const cells = Array.from({ length: count }).fill({ kind: 'tag' as const, tag: makeTag(context, 'TD', page) })
  setKids(context, parents, row, [...row.kids, ...cells])
}

function setRowSpan({ dict }: PdfTag, rows: number): void {
  for (const attributes of listAttributes(dict).filter(attributes => attributes.has(ROW_SPAN)))
    attributes.set(ROW_SPAN, PDFNumber.of(rows))
}
