import type { PDFDict } from '@cantoo/pdf-lib'
import type { PdfFinding } from './rules.ts'
import type { TaggedFile } from './tagged-file.ts'
import { PDFName } from '@cantoo/pdf-lib'
import { findDict, readText } from './dictionaries.ts'
import { readStream } from './streams.ts'

const CLAIM = /<pdfuaid:part>\s*1\s*<|pdfuaid:part="1"/
const TITLE = /<dc:title>\s*<rdf:Alt>\s*<rdf:li[^>]*>\s*[^\s<]/
const LANGUAGE_TAG = /^[a-z]{1,8}(?:-[a-z0-9]{1,8})*$/i

/** What the catalog of a file must say. */
export function* checkCatalog({ document: { catalog, context }, tags }: TaggedFile): Generator<PdfFinding> {
  const xmp = new TextDecoder().decode(readStream(context.lookup(catalog.get(PDFName.of('Metadata')))))
  if (!CLAIM.test(xmp))
    yield { rule: 'claim', message: 'The metadata do not claim PDF/UA-1.' }
  if (!TITLE.test(xmp))
    yield { rule: 'title', message: 'The metadata have no title.' }
  if (!isTrue(findDict(catalog, 'ViewerPreferences'), 'DisplayDocTitle'))
    yield { rule: 'title-shown', message: 'The window would show the file name, not the title.' }
  const info = findDict(catalog, 'MarkInfo')
  if (!isTrue(info, 'Marked') || isTrue(info, 'Suspects'))
    yield { rule: 'marked', message: 'The file does not say that it is tagged.' }
  const language = readText(catalog, 'Lang')
  if (!language)
    yield { rule: 'language', message: 'The file does not name its language.' }
  else if (!LANGUAGE_TAG.test(language))
    yield { rule: 'language', message: `"${language}" is not a language tag.` }
  if (!tags)
    yield { rule: 'tags', message: 'The file has no tag tree.' }
}

function isTrue(dict: PDFDict | undefined, key: string): boolean {
  return String(dict?.lookup(PDFName.of(key))) === 'true'
}
