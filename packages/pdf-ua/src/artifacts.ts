import type { PDFDict, PDFDocument } from '@cantoo/pdf-lib'
import { Buffer } from 'node:buffer'
import { PDFName, PDFRawStream, PDFRef } from '@cantoo/pdf-lib'
import { ContentReader } from './content-reader.ts'
import { FormTags } from './form-tags.ts'
import { readProperties } from './marked-content.ts'
import { findDict, PAINTING } from './page-content.ts'
import { makeStream, readPageStreams, readStream, replacePageStreams } from './streams.ts'

const PATH: ReadonlySet<string> = new Set(['m', 'l', 'c', 'v', 'y', 'h', 're', 'W', 'W*'])
const OPEN = Buffer.from('/Artifact BMC\n')
const CLOSE = Buffer.from('\nEMC\n')

/** MarkedContentStack everything that pages draw outside the tags as decoration. What is drawn does not change. */
export function markArtifacts(document: PDFDocument): void {
  const { context } = document
  const forms = new FormTags(context)
  const done = new Set<PDFRef>()
  for (const page of document.getPages()) {
    const resources = page.node.Resources()
    const bytes = readPageStreams(context, page.node.Contents())
    const wrapped = wrap(bytes, resources)
    if (wrapped)
      replacePageStreams(page, wrapped)
  }

  function wrap(bytes: Uint8Array, resources: PDFDict | undefined): Uint8Array | undefined {
    return wrapUntagged(bytes, {
      properties: key => findDict(findDict(resources, 'Properties'), key),
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
  /** A property list of the resources. */
  properties: (key: string) => PDFDict | undefined
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
  const counts: boolean[] = []
  const stretches: { from: number, to: number }[] = []
  let stretch: { from: number, to: number } | undefined
  let path: number | undefined
  while (reader.next()) {
    const { operator } = reader
    const tagged = counts.at(-1) ?? false
    if (operator === 'BDC' || operator === 'BMC') {
      counts.push(tagged || reader.name(0) === 'Artifact' || (operator === 'BDC' && readProperties(reader, properties).id !== undefined))
      stretch = undefined
    }
    else if (operator === 'EMC') {
      counts.pop()
      stretch = undefined
    }
    else if (operator === 'BT' || operator === 'ET') {
      stretch = undefined
    }
    else if (tagged) {
      continue
    }
    else if (PATH.has(operator)) {
      path ??= reader.start
    }
    else if (PAINTING.has(operator) || operator === 'Do') {
      if (operator === 'Do' && isTagged(reader.name(0) ?? '')) {
        stretch = undefined
        continue
      }
      if (!stretch)
        stretches.push(stretch = { from: path ?? reader.start, to: 0 })
      stretch.to = reader.end
      path = undefined
    }
    else if (operator === 'n') {
      path = undefined
    }
  }
  return stretches.length ? insert(bytes, stretches) : undefined
}

function insert(bytes: Uint8Array, stretches: { from: number, to: number }[]): Uint8Array {
  const parts: Uint8Array[] = []
  let at = 0
  for (const { from, to } of stretches) {
    parts.push(bytes.subarray(at, from), OPEN, bytes.subarray(from, to), CLOSE)
    at = to
  }
  parts.push(bytes.subarray(at))
  return new Uint8Array(Buffer.concat(parts))
}
