import type { PDFContext, PDFDict } from '@cantoo/pdf-lib'
import { PDFName, PDFRawStream, PDFRef } from '@cantoo/pdf-lib'
import { ContentReader } from './content-reader.ts'
import { findDict } from './dictionaries.ts'
import { propertiesOf, readProperties } from './marked-content.ts'
import { readStream } from './streams.ts'

/** Tells which forms hold marked-content ids, in themselves or in the forms that they draw. */
export class FormTags {
  private readonly known = new Map<PDFRef, boolean>()
  private readonly context: PDFContext

  constructor(context: PDFContext) {
    this.context = context
  }

  /** Whether a form holds ids; `outer` are the resources of the content that draws it. */
  isTagged(ref: PDFRef, outer: PDFDict | undefined): boolean {
    let tagged = this.known.get(ref)
    if (tagged === undefined) {
      this.known.set(ref, false) // a form that draws itself
      this.known.set(ref, tagged = this.read(ref, outer))
    }
    return tagged
  }

  private read(ref: PDFRef, outer: PDFDict | undefined): boolean {
    const form = this.context.lookup(ref)
    if (!(form instanceof PDFRawStream) || form.dict.get(PDFName.of('Subtype')) !== PDFName.of('Form'))
      return false
    const resources = findDict(form.dict, 'Resources') ?? outer
    const properties = propertiesOf(resources)
    const reader = new ContentReader(readStream(form))
    while (reader.next()) {
      if (reader.operator === 'BDC' && readProperties(reader, properties).id !== undefined)
        return true
      const drawn = reader.operator === 'Do' && findDict(resources, 'XObject')?.get(PDFName.of(reader.name(0) ?? ''))
      if (drawn instanceof PDFRef && this.isTagged(drawn, resources))
        return true
    }
    return false
  }
}
