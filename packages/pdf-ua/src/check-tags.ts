import type { PDFContext } from '@cantoo/pdf-lib'
import type { PdfFinding } from './check.ts'
import type { PdfRule } from './rules.ts'
import type { PdfTag } from './structure.ts'
import type { TaggedFile } from './tagged-file.ts'
import { PDFArray, PDFDict, PDFName, PDFStream } from '@cantoo/pdf-lib'
import { ParentTree } from './parent-tree.ts'
import { isStandardType } from './standard-types.ts'
import { eachTag } from './structure.ts'
import { readText } from './tagged-file.ts'

/** Which tags may stand in a tag, and in which a tag may stand. */
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

/** What holds for the tag tree. */
export function* checkTagTree(file: TaggedFile): Generator<PdfFinding> {
  if (!file.tags)
    return
  const parents = new ParentTree(file.document.context, file.tags.dict)
  let level = 0
  const notes = new Set<string>()
  for (const tag of eachTag(file.tags)) {
    const at = { page: file.pageOf(tag), element: tag.name }
    if (!isStandardType(tag.type))
      yield { rule: 'tag-type', ...at, message: `${tag.name} is no standard tag and is mapped to none.` }
    if (!tag.dict.has(PDFName.of('P')))
      yield { rule: 'tags', ...at, message: `A ${tag.name} does not say in which tag it stands.` }
    if ((tag.type === 'Figure' || tag.type === 'Formula') && !readText(tag.dict, 'Alt') && !readText(tag.dict, 'ActualText'))
      yield { rule: 'figure', ...at, message: `A ${tag.type.toLowerCase()} has no description.` }
    yield* checkNesting(tag, at)
    if (!leadsBack(file.document.context, parents, tag))
      yield { rule: 'way-back', ...at, message: `What stands in a ${tag.name} does not lead back to it.` }
    const heading = Number(/^H([1-6])$/.exec(tag.type)?.[1] ?? 0)
    if (heading > level + 1)
      yield { rule: 'heading', ...at, message: level ? `A heading of level ${heading} follows one of level ${level}.` : `The first heading is of level ${heading}.` }
    level = heading || level
    if (tag.type === 'TH' && !readAttribute(tag, 'Scope') && !isNamedHeader(tag))
      yield { rule: 'table-header', ...at, message: `The header cell "${file.drawnText(tag).trim()}" does not say whether it heads a row or a column.` }
    if (tag.type === 'Note') {
      const id = readText(tag.dict, 'ID')
      if (!id || notes.has(id))
        yield { rule: 'note', ...at, message: id ? `Two footnotes have the id "${id}".` : 'A footnote has no id.' }
      notes.add(id ?? '')
    }
  }
}

function* checkNesting(tag: PdfTag, at: Pick<PdfFinding, 'page' | 'element'>): Generator<PdfFinding> {
  const { rule, kids, parents } = NESTING[tag.type] ?? {}
  if (!rule)
    return
  const wrong = kids && tag.kids.flatMap(kid => kid.kind === 'tag' && !kids.includes(kid.tag.type) ? [kid.tag.name] : [])
  if (wrong?.length)
    yield { rule, ...at, message: `A ${tag.name} holds ${[...new Set(wrong)].join(', ')}; it may hold only ${kids!.join(', ')}.` }
  if (parents && !parents.includes(tag.parent?.type ?? ''))
    yield { rule, ...at, message: `A ${tag.name} stands in a ${tag.parent?.name ?? 'file'}; it may stand only in ${parents.join(', ')}.` }
}

function leadsBack(context: PDFContext, parents: ParentTree, tag: PdfTag): boolean {
  return tag.kids.every((kid) => {
    if (kid.kind === 'tag')
      return true
    const object = context.lookup(kid.kind === 'object' ? kid.ref : kid.form ?? kid.page)
    const dict = object instanceof PDFStream ? object.dict : object
    if (!(dict instanceof PDFDict))
      return false
    return (kid.kind === 'object' ? parents.owner(dict) : parents.contentOwner(dict, kid.id)) === tag.ref
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
  const attributes = tag.dict.lookup(PDFName.of('A'))
  const list = attributes instanceof PDFArray ? attributes.asArray().map((_, i) => attributes.lookup(i)) : [attributes]
  return list.flatMap(dict => dict instanceof PDFDict ? [dict.lookup(PDFName.of(key))] : []).find(value => value !== undefined)
}
