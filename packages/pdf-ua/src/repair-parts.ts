import type { MarkedParts } from './mark-parts.ts'
import type { ParentTree } from './parent-tree.ts'
import type { PdfTag } from './structure.ts'
import type { ReferencedTag } from './tag-edit.ts'
import type { TaggedFile } from './tagged-file.ts'
import { PDFHexString, PDFName, PDFRef } from '@cantoo/pdf-lib'
import { readText } from './dictionaries.ts'
import { eachTag } from './structure.ts'
import { makeTag, retype, setKids } from './tag-edit.ts'

/** What `markParts` has named: sections get their names, and what is a formula is no figure. */
export function repairParts(root: PdfTag, { sections, formulas }: MarkedParts): void {
  const spoken = new Set(formulas)
  const articles: PdfTag[] = []
  for (const tag of eachTag(root)) {
    if (tag.type === 'Figure' && spoken.has(readText(tag.dict, 'Alt') ?? ''))
      retype(tag, 'Formula')
    else if (tag.type === 'Art' && !isInArticle(tag))
      articles.push(tag)
  }
  // A section in which nothing is drawn has no tag, and nobody can tell which of them it is.
  const isKnown = articles.length === sections.length
  for (const [i, tag] of articles.entries()) {
    retype(tag, 'Sect')
    if (isKnown)
      tag.dict.set(PDFName.of('T'), PDFHexString.fromText(sections[i]!))
  }
}

function isInArticle({ parent }: PdfTag): boolean {
  for (let at = parent; at; at = at.parent) {
    if (at.type === 'Art')
      return true
  }
  return false
}

/** Each line of code is a paragraph of code. */
export function repairCode({ document: { context } }: TaggedFile, root: PdfTag, parents: ParentTree): void {
  for (const block of [...eachTag(root)].filter(({ type }) => type === 'Code')) {
    const lines = block.kids.flatMap(kid => kid.kind === 'tag' && kid.tag.type === 'P' && kid.tag.ref ? [kid.tag] : [])
    if (!lines.length)
      continue
    retype(block, 'Div')
    for (const line of lines as ReferencedTag[]) {
      const page = line.dict.get(PDFName.of('Pg'))
      const code = makeTag(context, 'Code', page instanceof PDFRef ? page : undefined)
      setKids(context, parents, code, line.kids)
      setKids(context, parents, line, [{ kind: 'tag', tag: code }])
    }
  }
}
