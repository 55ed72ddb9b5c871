import type { PDFRef } from '@cantoo/pdf-lib'
import type { ParentTree } from './parent-tree.ts'
import type { PdfTag } from './structure.ts'
import type { TaggedFile } from './tagged-file.ts'
import { PDFHexString, PDFName } from '@cantoo/pdf-lib'
import { findDict } from './page-content.ts'
import { standardType } from './standard-types.ts'
import { eachTag } from './structure.ts'
import { makeTag, retype, setKids } from './tag-edit.ts'
import { readText } from './tagged-file.ts'

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

/** Lists hold items, and an item holds a label and a body; nothing else stands in either. */
export function repairLists({ document: { context } }: TaggedFile, root: PdfTag, parents: ParentTree): void {
  for (const tag of [...eachTag(root)]) {
    if (tag.type === 'L') {
      for (const kid of tag.kids) {
        if (kid.kind === 'tag' && !['L', 'LI', 'Caption'].includes(kid.tag.type))
          retype(kid.tag, kid.tag.kids.some(inner => inner.kind === 'tag' && inner.tag.type === 'LI') ? 'L' : 'LI')
      }
    }
    else if (tag.type === 'LI' && tag.parent?.type !== 'L') {
      retype(tag, 'Div')
    }
    else if (tag.type === 'LI' && tag.ref) {
      const isLabel = (kid: typeof tag.kids[number]) => kid.kind === 'tag' && kid.tag.type === 'Lbl'
      const inner = tag.kids.filter(kid => !isLabel(kid))
      if (inner.every(kid => kid.kind === 'tag' && kid.tag.type === 'LBody'))
        continue
      const body = makeTag(context, 'LBody', tag.dict.get(PDFName.of('Pg')) as PDFRef | undefined)
      body.parent = tag
      setKids(context, parents, body, inner)
      setKids(context, parents, tag as PdfTag & { ref: PDFRef }, [...tag.kids.filter(isLabel), { kind: 'tag', tag: body }])
      body.dict.set(PDFName.of('P'), tag.ref)
    }
  }
}

/** Headings begin at the first level and skip none: a level that was skipped is closed up, siblings stay siblings. */
export function repairHeadings(root: PdfTag): void {
  const above: number[] = []
  for (const tag of eachTag(root)) {
    const level = Number(/^H([1-6])$/.exec(tag.type)?.[1])
    if (!level)
      continue
    while (above.length && above.at(-1)! >= level)
      above.pop()
    above.push(level)
    if (above.length !== level)
      retype(tag, `H${above.length}`)
  }
}

/**
 * Every figure needs a description. One that only groups described pictures or words becomes a `Div`, for a description would hide them;
 * one with a caption and no words takes the caption; one with nothing to say becomes a `Div` too, and a warning.
 */
export function repairFigures(file: TaggedFile, root: PdfTag): PdfWarning[] {
  const warnings: PdfWarning[] = []
  for (const tag of [...eachTag(root)]) {
    if ((tag.type !== 'Figure' && tag.type !== 'Formula') || readText(tag.dict, 'Alt') || readText(tag.dict, 'ActualText'))
      continue
    const inner = [...eachTag(tag)]
    const caption = inner.find(({ type }) => type === 'Caption')
    const captionText = caption ? file.drawnText(caption).trim() : ''
    const words = file.drawnText(tag).trim()
    if (captionText && words === captionText && !inner.some(isDescribed)) {
      tag.dict.set(PDFName.of('Alt'), PDFHexString.fromText(captionText))
      continue
    }
    retype(tag, 'Div')
    if (!inner.some(isDescribed) && !captionText) {
      warnings.push({
        kind: 'figure',
        page: file.pageOf(tag),
        message: words ? `The figure "${excerpt(words)}" has no description, so its words are read one by one.` : 'A picture has no description, so nobody hears of it.',
      })
    }
  }
  return warnings
}

function isDescribed(tag: PdfTag): boolean {
  return tag.type === 'Figure' && readText(tag.dict, 'Alt') !== undefined
}

/** The beginning of a text, short enough for a message. */
export function excerpt(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > 40 ? `${line.slice(0, 39).trimEnd()}…` : line
}
