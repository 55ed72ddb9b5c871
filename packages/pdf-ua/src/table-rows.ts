import type { PdfTag } from './structure.ts'
import { PDFName, PDFNumber } from '@cantoo/pdf-lib'
import { listAttributes } from './structure.ts'

type Span = 'ColSpan' | 'RowSpan'

/** A row of a table, and how much of it its cells and those that reach down into it fill. */
export interface TableRow {
  tag: PdfTag
  /** Number of columns. */
  filled: number
  /** Cells that reach below the last row, and how far down they may. */
  tooTall: { cell: PdfTag, rows: number }[]
}

/** The rows of a table, in the order in which they are read. */
export function readTableRows(table: PdfTag): TableRow[] {
  const rows = rowsOf(table).map(tag => ({ tag, taken: new Set<number>(), tooTall: [] as TableRow['tooTall'] }))
  for (const [i, row] of rows.entries()) {
    let column = 0
    for (const cell of cellsOf(row.tag)) {
      while (row.taken.has(column))
        column++
      const wanted = spanOf(cell, 'RowSpan')
      const height = Math.min(wanted, rows.length - i)
      if (height < wanted)
        row.tooTall.push({ cell, rows: height })
      const width = spanOf(cell, 'ColSpan')
      for (const { taken } of rows.slice(i, i + height))
        Array.from({ length: width }, (_, offset) => taken.add(column + offset))
      column += width
    }
  }
  return rows.map(({ tag, taken, tooTall }) => ({ tag, filled: taken.size, tooTall }))
}

function rowsOf(table: PdfTag): PdfTag[] {
  return tagsIn(table).flatMap((tag) => {
    if (tag.type === 'TR')
      return [tag]
    return ['THead', 'TBody', 'TFoot'].includes(tag.type) ? tagsIn(tag).filter(({ type }) => type === 'TR') : []
  })
}

function cellsOf(row: PdfTag): PdfTag[] {
  return tagsIn(row).filter(({ type }) => type === 'TH' || type === 'TD')
}

function tagsIn({ kids }: PdfTag): PdfTag[] {
  return kids.flatMap(kid => kid.kind === 'tag' ? [kid.tag] : [])
}

function spanOf({ dict }: PdfTag, span: Span): number {
  const values = listAttributes(dict).map(attributes => attributes.lookup(PDFName.of(span)))
  const value = values.find(value => value instanceof PDFNumber)
  return Math.max(1, value?.asNumber() ?? 1)
}
