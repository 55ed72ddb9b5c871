import type { PDFDict, PDFPage, PDFRef } from '@cantoo/pdf-lib'
import type { ParentTree } from './parent-tree.ts'
import type { PdfTag, PdfTagKid } from './structure.ts'
import type { TaggedFile } from './tagged-file.ts'
import { PDFArray, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib'
import { listAnnotations } from './annotations.ts'
import { findDict, readText } from './dictionaries.ts'
import { spokenText } from './spoken-text.ts'
import { eachLeaf, eachTag } from './structure.ts'
import { insertAfter, makeTag, setKids } from './tag-edit.ts'

const name = PDFName.of
// Flags of an annotation.
const PRINT = 4
const NO_ZOOM = 8
const NO_ROTATE = 16
// In points, from the upper left corner of the page.
const NOTE_MARGIN = 6
const NOTE_SIZE = 20

/** Where a page as a whole leads. */
export interface PageLink {
  url: string
  /** What is read aloud for it. */
  text: string
  /** Width and height of its place in the lower right corner, in points. */
  place: readonly [width: number, height: number]
}

/**
 * Gives every link what is read aloud for it: its words, the description of its picture, or its address;
 * and a tag, where it has none.
 */
export function repairLinks(file: TaggedFile, root: PdfTag, parents: ParentTree): void {
  const { document: { context }, pages } = file
  const tags = new AnnotationTags(file, root, parents)
  const owners = new Map<PDFRef, PdfTag>()
  for (const tag of eachTag(root)) {
    for (const kid of tag.kids) {
      if (kid.kind === 'object')
        owners.set(kid.ref, tag)
    }
  }
  for (const page of pages) {
    for (const { ref, dict } of listAnnotations(context, page.node)) {
      if (dict.get(name('Subtype')) !== name('Link'))
        continue
      const owner = owners.get(ref)
      if (!readText(dict, 'Contents')) {
        const words = owner && spokenText(file, owner)
        const text = words || readText(findDict(dict, 'A'), 'URI') || 'Link'
        dict.set(name('Contents'), PDFHexString.fromText(text))
      }
      if (!owner)
        tags.add(page.ref, { ref, dict }, 'Link')
    }
  }
}

/**
 * Puts speaker notes on their pages, as notes that a reader opens; they are not printed.
 * @param notes an entry for each page; undefined or blank where a page has none
 */
export function addNotes(
  file: TaggedFile,
  root: PdfTag,
  parents: ParentTree,
  notes: readonly (string | undefined)[],
): void {
  const { context } = file.document
  annotatePages(file, new AnnotationTags(file, root, parents), 'Annot', (page, i) => {
    const text = notes[i]?.trim()
    if (!text)
      return
    const { height } = page.getSize()
    const top = height - NOTE_MARGIN
    const dict = context.obj({
      Type: 'Annot',
      Subtype: 'Text',
      Name: 'Note',
      Rect: [NOTE_MARGIN, top - NOTE_SIZE, NOTE_MARGIN + NOTE_SIZE, top],
      F: NO_ZOOM | NO_ROTATE,
      C: [1, 0.85, 0.3],
      Open: false,
      P: page.ref,
    })
    dict.set(name('Contents'), PDFHexString.fromText(text))
    dict.set(name('T'), PDFString.of('Speaker notes'))
    return dict
  })
}

/**
 * Makes a corner of each page a link, over whatever is drawn there.
 * @param links an entry for each page; undefined where a page leads nowhere
 */
export function addPageLinks(
  file: TaggedFile,
  root: PdfTag,
  parents: ParentTree,
  links: readonly (PageLink | undefined)[],
): void {
  const { context } = file.document
  annotatePages(file, new AnnotationTags(file, root, parents), 'Link', (page, i) => {
    const link = links[i]
    if (!link)
      return
    const { width } = page.getSize()
    const dict = context.obj({
      Type: 'Annot',
      Subtype: 'Link',
      Rect: [width - link.place[0], 0, width, link.place[1]],
      Border: [0, 0, 0],
      F: PRINT,
      P: page.ref,
    })
    dict.set(name('A'), context.obj({ Type: 'Action', S: 'URI', URI: PDFString.of(link.url) }))
    dict.set(name('Contents'), PDFHexString.fromText(link.text))
    return dict
  })
}

/** Puts an annotation on each page for which one is made, with a tag. */
function annotatePages(
  { pages, document: { context } }: TaggedFile,
  tags: AnnotationTags,
  type: string,
  make: (page: PDFPage, i: number) => PDFDict | undefined,
): void {
  pages.forEach((page, i) => {
    const dict = make(page, i)
    if (!dict)
      return
    const ref = context.register(dict)
    const list = page.node.lookup(name('Annots'))
    if (list instanceof PDFArray)
      list.push(ref)
    else
      page.node.set(name('Annots'), context.obj([ref]))
    page.node.set(name('Tabs'), name('S'))
    tags.add(page.ref, { ref, dict }, type)
  })
}

/** Hangs annotations in the tree, each after everything else of its page. */
class AnnotationTags {
  private readonly file: TaggedFile
  private readonly parents: ParentTree
  private readonly last = new Map<PDFRef, PdfTag>()
  private readonly top: PdfTag | undefined

  constructor(file: TaggedFile, root: PdfTag, parents: ParentTree) {
    this.file = file
    this.parents = parents
    this.top = root.kids.flatMap(kid => kid.kind === 'tag' ? [kid.tag] : [])[0]
    for (const tag of eachTag(root)) {
      for (const kid of tag.kids) {
        if (kid.kind !== 'tag' && kid.page && this.isText(kid))
          this.last.set(kid.page, tag)
      }
    }
  }

  add(page: PDFRef, { ref, dict }: { ref: PDFRef, dict: PDFDict }, type: string): void {
    const { context } = this.file.document
    const tag = makeTag(context, type, page)
    setKids(context, this.parents, tag, [{ kind: 'object', ref, page }])
    this.parents.addObject(dict, tag.ref)
    const before = this.findPlace(page)
    if (before)
      insertAfter(context, before, tag)
  }

  /** The highest tag that ends with the page's last content and holds content of no other page. */
  private findPlace(page: PDFRef): PdfTag | undefined {
    let place = this.last.get(page) ?? this.top
    while (place?.parent?.parent?.ref && this.isOnlyOf(place.parent, page))
      place = place.parent
    return place
  }

  private isOnlyOf(tag: PdfTag, page: PDFRef): boolean {
    for (const leaf of eachLeaf(tag)) {
      if (leaf.page !== page && this.isText(leaf))
        return false
    }
    return true
  }

  /** A background may reach over to the next page; text does not. */
  private isText(leaf: PdfTagKid): boolean {
    return leaf.kind === 'content' && this.file.markedText(leaf.key).length > 0
  }
}
