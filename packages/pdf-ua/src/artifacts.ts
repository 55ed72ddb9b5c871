import type { PDFDict, PDFDocument } from '@cantoo/pdf-lib'
import type { ContentEdit } from './content-edit.ts'
import type { PropertyFinder } from './marked-content.ts'
import { PDFName, PDFRawStream, PDFRef } from '@cantoo/pdf-lib'
import { editContent } from './content-edit.ts'
import { ContentReader } from './content-reader.ts'
import { findDict } from './dictionaries.ts'
import { FormTags } from './form-tags.ts'
import { propertiesOf, readProperties } from './marked-content.ts'
import { PAINTING } from './page-content.ts'
import { makeStream, readPageStreams, readStream, replacePageStreams } from './streams.ts'

const PATH: ReadonlySet<string> = new Set(['m', 'l', 'c', 'v', 'y', 'h', 're', 'W', 'W*'])
const SEQUENCE_EDGES: ReadonlySet<string> = new Set(['BDC', 'BMC', 'EMC'])
const TEXT_OBJECT_EDGES: ReadonlySet<string> = new Set(['BT', 'ET'])

/** Marks everything that pages draw outside the tags as decoration. What is drawn does not change. */
export function markArtifacts(document: PDFDocument): void {
  const { context } = document
  const forms = new FormTags(context)
  const done = new Set<PDFRef>()
  for (const page of document.getPages()) {
    const bytes = readPageStreams(context, page.node.Contents())
    const wrapped = wrap(bytes, page.node.Resources())
    if (wrapped)
      replacePageStreams(page, wrapped)
  }

  function wrap(bytes: Uint8Array, resources: PDFDict | undefined): Uint8Array | undefined {
    return wrapUntagged(bytes, {
      properties: propertiesOf(resources),
      isTagged: (key) => {
        const ref = findDict(resources, 'XObject')?.get(PDFName.of(key))
        if (!(ref instanceof PDFRef) || !forms.isTagged(ref, resources))
          return false
        wrapForm(ref, resources)
        return true
      },
    })
  }

  function wrapForm(ref: PDFRef, outer: PDFDict | undefined): void {
    const form = context.lookup(ref)
    if (done.has(ref) || !(form instanceof PDFRawStream))
      return
    done.add(ref)
    const wrapped = wrap(readStream(form), findDict(form.dict, 'Resources') ?? outer)
    if (wrapped)
      context.assign(ref, makeStream(context, wrapped, form.dict))
  }
}

interface Surroundings {
  properties: PropertyFinder
  /** Whether the object that `Do` draws holds tagged content; called only where `Do` stands outside the tags. */
  isTagged: (key: string) => boolean
}

/**
 * Wraps every stretch of a content stream that draws outside the tags in `/Artifact BMC … EMC`.
 * A stretch ends where text objects and marked content begin and end, for it must not straddle them.
 * @returns the new content, or undefined where nothing needs wrapping
 */
export function wrapUntagged(bytes: Uint8Array, { properties, isTagged }: Surroundings): Uint8Array | undefined {
  const reader = new ContentReader(bytes)
  const open: boolean[] = [] // for each open sequence, whether what it holds is tagged, or an artifact already
  const stretches: { from: number, to: number }[] = []
  let stretch: { from: number, to: number } | undefined
  let path: number | undefined
  while (reader.next()) {
    const { operator } = reader
    const tagged = open.at(-1) ?? false
    if (SEQUENCE_EDGES.has(operator)) {
      if (operator === 'EMC')
        open.pop()
      else
        open.push(tagged || isMarked(reader, properties))
      stretch = undefined
    }
    else if (TEXT_OBJECT_EDGES.has(operator)) {
      stretch = undefined
    }
    else if (tagged) {
      continue
    }
    else if (PATH.has(operator)) {
      path ??= reader.start
    }
    else if (operator === 'Do' && isTagged(reader.name(0) ?? '')) {
      stretch = undefined
    }
    else if (operator === 'Do' || PAINTING.has(operator)) {
      if (!stretch)
        stretches.push(stretch = { from: path ?? reader.start, to: 0 })
      stretch.to = reader.end
      path = undefined
    }
    else if (operator === 'n') {
      path = undefined
    }
  }
  return stretches.length ? editContent(bytes, stretches.flatMap(artifactEdits)) : undefined
}

/** Whether the sequence that was just opened is an artifact, or has an id. */
function isMarked(reader: ContentReader, properties: PropertyFinder): boolean {
  if (reader.name(0) === 'Artifact')
    return true
  return reader.operator === 'BDC' && readProperties(reader, properties).id !== undefined
}

function artifactEdits({ from, to }: { from: number, to: number }): ContentEdit[] {
  return [
    { from, to: from, text: '/Artifact BMC\n' },
    { from: to, to, text: '\nEMC\n' },
  ]
}
