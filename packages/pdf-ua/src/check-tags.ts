import type { PDFContext } from '@cantoo/pdf-lib'
import type { PdfFinding, PdfRule } from './rules.ts'
import type { PdfTag } from './structure.ts'
import type { TaggedFile } from './tagged-file.ts'
import { PDFDict, PDFName, PDFStream } from '@cantoo/pdf-lib'
import { readText } from './dictionaries.ts'
import { ParentTree } from './parent-tree.ts'
import { isStandardType } from './standard-types.ts'
import { eachTag, listAttributes } from './structure.ts'
import { readTableRows } from './table-rows.ts'

/** Which tags may be in a tag, and in which a tag may be. */
const NESTING: Record<string, { rule: PdfRule, kids?: string[], parents?: string[] }> = {
  L: { rule: 'list', kids: ['L', 'LI', 'Caption'] },
  LI: { rule: 'list', kids: ['Lbl', 'LBody'], parents: ['L'] },
  LBody: { rule: 'list', parents: ['LI'] },
  Table: { rule: 'table', kids: ['TR', 'THead', 'TBody', 'TFoot', 'Caption'] },
  THead: { rule: 'table', kids: ['TR'], parents: ['Table'] },
  TBody: { rule: 'table', kids: ['TR'], parents: ['Table'] },
  TFoot: { rule: 'table', kids: ['TR'], parents: ['Table'] },
  TR: { rule: 'table', kids: ['TH', 'TD'], parents: ['Table', 'THead', 'TBody', 'TFoot'] },
  TH: { rule: 'table', parents: ['TR'] },
  TD: { rule: 'table', parents: ['TR'] },
}

type Place = Pick<PdfFinding, 'page' | 'element'>

/** What holds for the tag tree. */
export function* checkTagTree(file: TaggedFile): Generator<PdfFinding> {
  if (!file.tags)
    return
  const parents = new ParentTree(file.document.context, file.tags.dict)
  const noteIds = new Set<string>()
  let level = 0
  for (const tag of eachTag(file.tags)) {
    const at = { page: file.pageOf(tag), element: tag.name }
    yield* checkTag(tag, at)
    yield* checkNesting(tag, at)
    if (tag.type === 'Table')
      yield* checkRows(tag, at)
    if (!leadsBack(file.document.context, parents, tag))
      yield { rule: 'parent-tree', ...at, message: `The content of a ${tag.name} does not lead back to it.` }
    const heading = Number(/^H([1-6])$/.exec(tag.type)?.[1] ?? 0)
    if (heading > level + 1) {
      const message = level
        ? `A heading of level ${heading} follows one of level ${level}.`
        : `The first heading is of level ${heading}.`
      yield { rule: 'heading', ...at, message }
    }
    level = heading || level
    if (tag.type === 'TH' && !readAttribute(tag, 'Scope') && !isNamedHeader(tag)) {
      const text = file.drawnText(tag).trim()
      const message = `The header cell "${text}" does not say whether it heads a row or a column.`
      yield { rule: 'table-header', ...at, message }
    }
    if (tag.type === 'Note')
      yield* checkNoteId(readText(tag.dict, 'ID'), noteIds, at)
  }
}

function* checkTag({ dict, name, type }: PdfTag, at: Place): Generator<PdfFinding> {
  if (!isStandardType(type))
    yield { rule: 'tag-type', ...at, message: `${name} is not a standard tag and is not mapped to one.` }
  if (!dict.has(PDFName.of('P')))
    yield { rule: 'tags', ...at, message: `A ${name} does not say which tag it is in.` }
  const isFigure = type === 'Figure' || type === 'Formula'
  if (isFigure && !readText(dict, 'Alt') && !readText(dict, 'ActualText'))
    yield { rule: 'figure', ...at, message: `A ${type.toLowerCase()} has no description.` }
}

function* checkNesting(tag: PdfTag, at: Place): Generator<PdfFinding> {
  const nesting = NESTING[tag.type]
  if (!nesting)
    return
  const { rule, kids, parents } = nesting
  const wrong = new Set<string>()
  for (const kid of kids ? tag.kids : []) {
    if (kid.kind === 'tag' && !kids!.includes(kid.tag.type))
      wrong.add(kid.tag.name)
  }
  if (wrong.size) {
    const message = `A ${tag.name} contains ${[...wrong].join(', ')}; it may only contain ${kids!.join(', ')}.`
    yield { rule, ...at, message }
  }
  if (parents && !parents.includes(tag.parent?.type ?? '')) {
    const parent = tag.parent?.parent ? `in a ${tag.parent.name}` : 'at the top of the tag tree'
    yield { rule, ...at, message: `A ${tag.name} is ${parent}; it may only be in ${parents.join(', ')}.` }
  }
}

function* checkNoteId(id: string | undefined, seen: Set<string>, at: Place): Generator<PdfFinding> {
  if (!id)
    yield { rule: 'note', ...at, message: 'A footnote has no id.' }
  else if (seen.has(id))
    yield { rule: 'note', ...at, message: `Two footnotes have the id "${id}".` }
  else
    seen.add(id)
}

function* checkRows(table: PdfTag, at: Place): Generator<PdfFinding> {
  const rows = readTableRows(table)
  const width = Math.max(0, ...rows.map(({ filled }) => filled))
  const short = rows.findIndex(({ filled }) => filled < width)
  if (short >= 0) {
    const message = `Row ${short + 1} of a table has ${rows[short]!.filled} of ${width} cells.`
    yield { rule: 'table', ...at, message }
  }
  if (rows.some(({ tooTall }) => tooTall.length))
    yield { rule: 'table', ...at, message: 'A cell of a table reaches below its last row.' }
}

/** Whether the parent tree leads from everything in a tag back to it. */
function leadsBack(context: PDFContext, parents: ParentTree, tag: PdfTag): boolean {
  return tag.kids.every((kid) => {
    if (kid.kind === 'tag')
      return true
    const object = context.lookup(kid.kind === 'object' ? kid.ref : kid.form ?? kid.page)
    const dict = object instanceof PDFStream ? object.dict : object
    if (!(dict instanceof PDFDict))
      return false
    const owner = kid.kind === 'object' ? parents.owner(dict) : parents.contentOwner(dict, kid.id)
    return owner === tag.ref
  })
}

/** Whether every cell of the table names its headers, so that they need not say what they head. */
function isNamedHeader(header: PdfTag): boolean {
  let table: PdfTag | undefined = header
  while (table && table.type !== 'Table')
    table = table.parent
  const cells = table ? [...eachTag(table)].filter(({ type }) => type === 'TD') : []
  return cells.length > 0 && cells.every(cell => readAttribute(cell, 'Headers') !== undefined)
}

/** An attribute of a tag, from its attribute dictionary or any of them. */
function readAttribute(tag: PdfTag, key: string): unknown {
  for (const dict of listAttributes(tag.dict)) {
    const value = dict.lookup(PDFName.of(key))
    if (value !== undefined)
      return value
  }
  return undefined
}
