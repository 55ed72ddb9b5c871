import type { PDFContext, PDFRef } from '@cantoo/pdf-lib'
import type { ParentTree } from './parent-tree.ts'
import type { PdfTag, PdfTagKid } from './structure.ts'
import type { ReferencedTag } from './tag-edit.ts'
import type { TaggedFile } from './tagged-file.ts'
import { PDFHexString, PDFName } from '@cantoo/pdf-lib'
import { findDict, readText } from './dictionaries.ts'
import { excerpt } from './excerpt.ts'
import { standardType } from './standard-types.ts'
import { eachTag } from './structure.ts'
import { makeTag, retype, setKids } from './tag-edit.ts'

/** Something that a repair could not fix: a person has to. */
export interface PdfWarning {
  /** From 1; without it the whole file is meant. */
  page?: number
  /** `hidden` is text that is drawn for the eye alone, as a page's furniture is on purpose. */
  kind: 'figure' | 'hidden'
  message: string
}

/** Maps every type that PDF 1.7 does not know, such as `Em`, to the nearest that it does. */
export function repairRoles({ document }: TaggedFile, root: PdfTag): void {
  for (const tag of eachTag(root)) {
    const type = standardType(tag.type)
    if (type === tag.type)
      continue
    let map = findDict(root.dict, 'RoleMap')
    if (!map)
      root.dict.set(PDFName.of('RoleMap'), map = document.context.obj({}))
    map.set(PDFName.of(tag.type), PDFName.of(type))
    tag.type = type
  }
}

/** Lists hold items, and an item holds a label and a body; nothing else is in either. */
export function repairLists({ document: { context } }: TaggedFile, root: PdfTag, parents: ParentTree): void {
  for (const tag of [...eachTag(root)]) {
    if (tag.type === 'L')
      repairKidsOfList(tag)
    else if (tag.type === 'LI' && tag.parent?.type !== 'L')
      retype(tag, 'Div')
    else if (tag.type === 'LI' && tag.ref)
      wrapBody(context, parents, tag as ReferencedTag)
  }
}

function repairKidsOfList({ kids }: PdfTag): void {
  for (const kid of kids) {
    if (kid.kind !== 'tag' || ['L', 'LI', 'Caption'].includes(kid.tag.type))
      continue
    const isList = kid.tag.kids.some(inner => inner.kind === 'tag' && inner.tag.type === 'LI')
    retype(kid.tag, isList ? 'L' : 'LI')
  }
}

/** Puts all of an item but its label into a body, unless it is in one already. */
function wrapBody(context: PDFContext, parents: ParentTree, item: ReferencedTag): void {
  const isType = (kid: PdfTagKid, type: string) => kid.kind === 'tag' && kid.tag.type === type
  const labels = item.kids.filter(kid => isType(kid, 'Lbl'))
  const inner = item.kids.filter(kid => !isType(kid, 'Lbl'))
  if (inner.every(kid => isType(kid, 'LBody')))
    return
  const body = makeTag(context, 'LBody', item.dict.get(PDFName.of('Pg')) as PDFRef | undefined)
  setKids(context, parents, body, inner)
  setKids(context, parents, item, [...labels, { kind: 'tag', tag: body }])
}

/**
 * Headings begin at the first level, which is one heading's alone, and skip none: a level that was skipped is closed
 * up, siblings stay siblings.
 */
export function repairHeadings(root: PdfTag): void {
  const above: number[] = []
  let firsts = 0
  for (const tag of eachTag(root)) {
    const written = Number(/^H([1-6])$/.exec(tag.type)?.[1])
    if (!written)
      continue
    if (written === 1)
      firsts++
    // Below the heading of the whole stand those that were as high.
    const level = firsts > 1 ? Math.min(6, written + 1) : written
    while (above.length && above.at(-1)! >= level)
      above.pop()
    above.push(level)
    if (above.length !== written)
      retype(tag, `H${above.length}`)
  }
}

/**
 * Every figure needs a description. One that only groups described pictures or words becomes a `Div`,
 * for a description would hide them; one with a caption and no words takes the caption;
 * one with nothing to say becomes a `Div` too, and a warning.
 */
export function repairFigures(file: TaggedFile, root: PdfTag): PdfWarning[] {
  const warnings: PdfWarning[] = []
  for (const tag of [...eachTag(root)]) {
    if (!isFigure(tag) || isDescribed(tag))
      continue
    const inner = [...eachTag(tag)]
    const holdsDescribed = inner.some(tag => isFigure(tag) && readText(tag.dict, 'Alt') !== undefined)
    const caption = inner.find(({ type }) => type === 'Caption')
    const captionText = caption ? file.drawnText(caption).trim() : ''
    const words = file.drawnText(tag).trim()
    if (captionText && words === captionText && !holdsDescribed) {
      tag.dict.set(PDFName.of('Alt'), PDFHexString.fromText(captionText))
      continue
    }
    retype(tag, 'Div')
    if (holdsDescribed || captionText)
      continue
    const message = words
      ? `The figure "${excerpt(words)}" has no description, so its words are read one by one.`
      : 'A picture has no description, so nobody hears of it.'
    warnings.push({ kind: 'figure', page: file.pageOf(tag), message })
  }
  return warnings
}

function isFigure({ type }: PdfTag): boolean {
  return type === 'Figure' || type === 'Formula'
}

function isDescribed({ dict }: PdfTag): boolean {
  return readText(dict, 'Alt') !== undefined || readText(dict, 'ActualText') !== undefined
}
