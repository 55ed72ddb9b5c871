import type { PDFDict, PDFDocument, PDFRawStream } from '@cantoo/pdf-lib'
import type { ContentEdit } from './content-edit.ts'
import { PDFName, PDFRef } from '@cantoo/pdf-lib'
import { editContent } from './content-edit.ts'
import { ContentReader } from './content-reader.ts'
import { findDict } from './dictionaries.ts'
import { FormTags } from './form-tags.ts'
import { propertiesOf, readProperties } from './marked-content.ts'
import { makeStream, readPageStreams, readStream, replacePageStreams } from './streams.ts'

const name = PDFName.of

/**
 * Content has one place in the tags, so a form with tagged content may be drawn only once; for a mask Chromium draws it
 * twice. From the second time on a copy without tags is drawn in its place.
 */
export function splitRepeatedForms(document: PDFDocument): void {
  const { context } = document
  const tags = new FormTags(context)
  const untagged = new Map<PDFRef, PDFRef>()
  const drawn = new Set<PDFRef>()
  for (const page of document.getPages()) {
    const resources = page.node.Resources()
    const changed = redirect(readPageStreams(context, page.node.Contents()), resources)
    if (changed)
      replacePageStreams(page, changed)
  }

  function redirect(bytes: Uint8Array, resources: PDFDict | undefined): Uint8Array | undefined {
    const objects = findDict(resources, 'XObject')
    const reader = new ContentReader(bytes)
    const edits: ContentEdit[] = []
    while (reader.next()) {
      const key = reader.operator === 'Do' ? reader.name(0) ?? '' : undefined
      const ref = key !== undefined && objects?.get(name(key))
      if (!(ref instanceof PDFRef) || !tags.isTagged(ref, resources))
        continue
      if (!drawn.has(ref)) {
        drawn.add(ref)
        const form = context.lookup(ref) as PDFRawStream
        const changed = redirect(readStream(form), findDict(form.dict, 'Resources') ?? resources)
        if (changed)
          context.assign(ref, makeStream(context, changed, form.dict))
        continue
      }
      const copy = `${key}u`
      objects!.set(name(copy), copyUntagged(ref, resources))
      edits.push({ from: reader.start, to: reader.end, text: `/${copy} Do` })
    }
    return edits.length ? editContent(bytes, edits) : undefined
  }

  function copyUntagged(ref: PDFRef, outer: PDFDict | undefined): PDFRef {
    const known = untagged.get(ref)
    if (known)
      return known
    const form = context.lookup(ref) as PDFRawStream
    const dict = form.dict.clone(context)
    dict.delete(name('StructParents'))
    const copy = context.nextRef()
    untagged.set(ref, copy)
    const resources = findDict(dict, 'Resources') ?? outer
    const objects = findDict(resources, 'XObject')
    if (resources && objects) {
      const ownResources = resources.clone(context)
      const ownObjects = objects.clone(context)
      for (const [key, object] of objects.entries()) {
        if (object instanceof PDFRef && tags.isTagged(object, resources))
          ownObjects.set(key, copyUntagged(object, resources))
      }
      ownResources.set(name('XObject'), ownObjects)
      dict.set(name('Resources'), ownResources)
    }
    context.assign(copy, makeStream(context, dropIds(readStream(form), resources), dict))
    return copy
  }
}

/** The same content without marked-content ids. */
function dropIds(bytes: Uint8Array, resources: PDFDict | undefined): Uint8Array {
  const reader = new ContentReader(bytes)
  const properties = propertiesOf(resources)
  const edits: ContentEdit[] = []
  while (reader.next()) {
    if (reader.operator === 'BDC' && readProperties(reader, properties).id !== undefined)
      edits.push({ from: reader.start, to: reader.end, text: '/NonStruct BMC' })
  }
  return editContent(bytes, edits)
}
