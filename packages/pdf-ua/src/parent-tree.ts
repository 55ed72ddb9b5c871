import type { PDFContext, PDFObject, PDFRef } from '@cantoo/pdf-lib'
import { PDFArray, PDFDict, PDFName, PDFNumber } from '@cantoo/pdf-lib'

const name = PDFName.of

/** The table that leads from content and annotations back to their tags. */
export class ParentTree {
  private readonly context: PDFContext
  private readonly root: PDFDict
  private largest = -1
  private readonly entries = new Map<number, PDFObject>()

  constructor(context: PDFContext, root: PDFDict) {
    this.context = context
    this.root = root
    const tree = root.lookup(name('ParentTree'))
    if (tree instanceof PDFDict)
      this.read(tree, 0)
  }

  /** The tag of an annotation, by its `StructParent`; undefined where there is none. */
  owner(annotation: PDFDict): PDFObject | undefined {
    const key = annotation.lookup(name('StructParent'))
    return key instanceof PDFNumber ? this.entries.get(key.asNumber()) : undefined
  }

  /** The tag of content of a page or a form, by its `StructParents`; undefined where there is none. */
  contentOwner(stream: PDFDict, id: number): PDFObject | undefined {
    const key = stream.lookup(name('StructParents'))
    const list = key instanceof PDFNumber ? this.context.lookup(this.entries.get(key.asNumber())) : undefined
    return list instanceof PDFArray && id < list.size() ? list.get(id) : undefined
  }

  /** Makes `tag` the owner of content of a page or a form. */
  setOwner(stream: PDFDict, id: number, tag: PDFRef): void {
    const key = stream.lookup(name('StructParents'))
    const list = key instanceof PDFNumber ? this.context.lookup(this.entries.get(key.asNumber())) : undefined
    if (list instanceof PDFArray && id < list.size())
      list.set(id, tag)
  }

  /** Makes `tag` the owner of an annotation, or of another object that is no content. */
  addObject(object: PDFDict, tag: PDFRef): void {
    const declared = this.root.lookup(name('ParentTreeNextKey'))
    const key = Math.max(declared instanceof PDFNumber ? declared.asNumber() : 0, this.largest + 1)
    object.set(name('StructParent'), PDFNumber.of(key))
    this.entries.set(key, tag)
    this.largest = key
    this.root.set(name('ParentTreeNextKey'), PDFNumber.of(key + 1))
  }

  /** Writes the table back, as one list. */
  write(): void {
    const keys = [...this.entries.keys()].sort((a, b) => a - b)
    const tree = this.context.obj({ Nums: keys.flatMap(key => [PDFNumber.of(key), this.entries.get(key)!]) })
    this.root.set(name('ParentTree'), this.context.register(tree))
  }

  private read(node: PDFDict, depth: number): void {
    const nums = node.lookup(name('Nums'))
    const kids = node.lookup(name('Kids'))
    if (nums instanceof PDFArray) {
      for (let i = 0; i + 1 < nums.size(); i += 2) {
        const key = nums.lookup(i)
        if (!(key instanceof PDFNumber))
          continue
        this.entries.set(key.asNumber(), nums.get(i + 1))
        this.largest = Math.max(this.largest, key.asNumber())
      }
    }
    for (const ref of kids instanceof PDFArray && depth < 20 ? kids.asArray() : []) {
      const kid = this.context.lookup(ref)
      if (kid instanceof PDFDict)
        this.read(kid, depth + 1)
    }
  }
}
