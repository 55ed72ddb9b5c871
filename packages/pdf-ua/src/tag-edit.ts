import type { PDFContext, PDFRef } from '@cantoo/pdf-lib'
import type { ParentTree } from './parent-tree.ts'
import type { PdfTag, PdfTagKid } from './structure.ts'
import { PDFDict, PDFName, PDFNumber, PDFStream } from '@cantoo/pdf-lib'
import { listKids } from './structure.ts'

const name = PDFName.of

/** A tag that other objects can refer to. */
export type ReferencedTag = PdfTag & { ref: PDFRef }

/** Makes a tag of another, standard type. */
export function retype(tag: PdfTag, type: string): void {
  tag.name = tag.type = type
  tag.dict.set(name('S'), name(type))
}

/** A new, empty tag that stands nowhere yet; `page` is the page of its content. */
export function makeTag(context: PDFContext, type: string, page?: PDFRef): ReferencedTag {
  const dict = context.obj({ Type: 'StructElem', S: type })
  if (page)
    dict.set(name('Pg'), page)
  return { dict, ref: context.register(dict), name: type, type, kids: [] }
}

/** Gives a tag these kids, in this order, and makes it the owner of all that were another's. */
export function setKids(context: PDFContext, parents: ParentTree, tag: ReferencedTag, kids: PdfTagKid[]): void {
  tag.kids = kids
  const written = context.obj([])
  const own = tag.dict.get(name('Pg'))
  for (const kid of kids) {
    if (kid.kind === 'tag') {
      kid.tag.parent = tag
      kid.tag.dict.set(name('P'), tag.ref)
      written.push(kid.tag.ref ?? kid.tag.dict)
    }
    else if (kid.kind === 'object') {
      const reference = context.obj({ Type: 'OBJR', Obj: kid.ref })
      if (kid.page)
        reference.set(name('Pg'), kid.page)
      written.push(reference)
    }
    else {
      written.push(!kid.form && kid.page === own ? PDFNumber.of(kid.id) : describeContent(context, kid))
      const stream = context.lookup(kid.form ?? kid.page)
      const dict = stream instanceof PDFStream ? stream.dict : stream
      if (dict instanceof PDFDict)
        parents.setOwner(dict, kid.id, tag.ref)
    }
  }
  tag.dict.set(name('K'), written)
}

/**
 * Puts a new tag into the tree, as the sibling after `before`;
 * the tag at the top has no siblings, so there it becomes the last kid.
 */
export function insertAfter(context: PDFContext, before: PdfTag, tag: ReferencedTag): void {
  const parent = before.parent?.ref ? before.parent : before
  const isTop = parent === before
  const written = listKids(context, parent.dict)
  const place = before.ref && !isTop ? written.indexOf(before.ref) + 1 : written.length
  parent.dict.set(name('K'), context.obj(written.toSpliced(place, 0, tag.ref)))
  const sibling = parent.kids.findIndex(kid => kid.kind === 'tag' && kid.tag === before)
  parent.kids.splice(isTop ? parent.kids.length : sibling + 1, 0, { kind: 'tag', tag })
  tag.parent = parent
  if (parent.ref)
    tag.dict.set(name('P'), parent.ref)
}

function describeContent(context: PDFContext, { page, form, id }: Extract<PdfTagKid, { kind: 'content' }>): PDFDict {
  const dict = context.obj({ Type: 'MCR', MCID: id })
  if (page)
    dict.set(name('Pg'), page)
  if (form)
    dict.set(name('Stm'), form)
  return dict
}
