import type { PDFContext, PDFDocument, PDFObject } from '@cantoo/pdf-lib'
import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRef } from '@cantoo/pdf-lib'
import { findDict } from './dictionaries.ts'
import { contentKey } from './marked-content.ts'

/** An element of the tag tree. */
export interface PdfTag {
  dict: PDFDict
  ref?: PDFRef
  /** As it is written, without the slash: `H1`, `Em`. */
  name: string
  /** The standard type that `name` stands for, by the role map. */
  type: string
  parent?: PdfTag
  kids: PdfTagKid[]
}

/** What a tag holds. */
export type PdfTagKid
  = | { kind: 'tag', tag: PdfTag }
    /** Content of a page or a form, by `contentKey`. */
    | { kind: 'content', key: string, page?: PDFRef, form?: PDFRef, id: number }
    /** An annotation or a picture. */
    | { kind: 'object', ref: PDFRef, page?: PDFRef }

const name = PDFName.of

/** The tag tree of a file, or undefined where it has none. The root's `type` is `StructTreeRoot`. */
export function readTagTree(document: PDFDocument): PdfTag | undefined {
  const root = findDict(document.catalog, 'StructTreeRoot')
  if (!root)
    return undefined
  const roles = readRoles(root)
  const { context } = document
  const tree: PdfTag = { dict: root, name: 'StructTreeRoot', type: 'StructTreeRoot', kids: [] }
  const seen = new Set<PDFDict>([root])
  addKids(tree, undefined)
  return tree

  function addKids(tag: PdfTag, page: PDFRef | undefined): void {
    for (const kid of listKids(context, tag.dict)) {
      const object = kid instanceof PDFRef ? context.lookup(kid) : kid
      if (object instanceof PDFNumber) {
        if (page)
          tag.kids.push({ kind: 'content', key: contentKey(page, object.asNumber()), page, id: object.asNumber() })
      }
      else if (object instanceof PDFDict && !seen.has(object)) {
        seen.add(object)
        addKid(tag, object, kid instanceof PDFRef ? kid : undefined, page)
      }
    }
  }

  function addKid(tag: PdfTag, dict: PDFDict, ref: PDFRef | undefined, inherited: PDFRef | undefined): void {
    const page = findRef(dict, 'Pg') ?? inherited
    const kind = dict.get(name('Type'))
    const id = dict.lookup(name('MCID'))
    const object = findRef(dict, 'Obj')
    if (kind === name('MCR') && id instanceof PDFNumber) {
      const form = findRef(dict, 'Stm')
      const owner = form ?? page
      if (owner)
        tag.kids.push({ kind: 'content', key: contentKey(owner, id.asNumber()), page, form, id: id.asNumber() })
    }
    else if (kind === name('OBJR') && object) {
      tag.kids.push({ kind: 'object', ref: object, page })
    }
    else if (dict.has(name('S'))) {
      const written = (dict.get(name('S')) as PDFName).decodeText()
      const child: PdfTag = { dict, ref, name: written, type: roles(written), parent: tag, kids: [] }
      tag.kids.push({ kind: 'tag', tag: child })
      addKids(child, page)
    }
  }
}

/** The entries of `/K`, which is one object or an array of them. */
export function listKids(context: PDFContext, dict: PDFDict): PDFObject[] {
  const kids = dict.get(name('K'))
  const object = kids instanceof PDFRef ? context.lookup(kids) : kids
  if (object instanceof PDFArray)
    return object.asArray()
  return kids ? [kids] : []
}

/** The attribute dictionaries of a tag: `/A` is one of them or an array of them. */
export function listAttributes(dict: PDFDict): PDFDict[] {
  const attributes = dict.lookup(name('A'))
  const list = attributes instanceof PDFArray ? attributes.asArray().map((_, i) => attributes.lookup(i)) : [attributes]
  return list.filter(item => item instanceof PDFDict)
}

/** All elements below a tag, in reading order, without the tag itself. */
export function* eachTag(tag: PdfTag): Generator<PdfTag> {
  for (const kid of tag.kids) {
    if (kid.kind === 'tag') {
      yield kid.tag
      yield* eachTag(kid.tag)
    }
  }
}

/** Content and objects below a tag, in reading order. */
export function* eachLeaf(tag: PdfTag): Generator<Exclude<PdfTagKid, { kind: 'tag' }>> {
  for (const kid of tag.kids) {
    if (kid.kind === 'tag')
      yield* eachLeaf(kid.tag)
    else
      yield kid
  }
}

function findRef(dict: PDFDict, key: string): PDFRef | undefined {
  const found = dict.get(name(key))
  return found instanceof PDFRef ? found : undefined
}

/** Follows the role map from a type to the standard one that it stands for. */
function readRoles(root: PDFDict): (type: string) => string {
  const map = findDict(root, 'RoleMap')
  return (type) => {
    for (let step = 0; step < 10; step++) { // a map may lead on, and even in a circle
      const next = map?.get(name(type))
      if (!(next instanceof PDFName) || next.decodeText() === type)
        break
      type = next.decodeText()
    }
    return type
  }
}
