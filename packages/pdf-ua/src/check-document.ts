import type { PdfFinding } from './check.ts'
import type { TaggedFile } from './tagged-file.ts'
import { PDFName } from '@cantoo/pdf-lib'
import { findDict } from './page-content.ts'
import { readStream } from './streams.ts'
import { readText } from './tagged-file.ts'

/** What the catalog of a file must say. */
export function* checkCatalog({ document: { catalog, context }, tags }: TaggedFile): Generator<PdfFinding> {
  const xmp = new TextDecoder().decode(readStream(context.lookup(catalog.get(PDFName.of('Metadata')))))
  if (!/<pdfuaid:part>\s*1\s*<|pdfuaid:part="1"/.test(xmp))
    yield { rule: 'claim', message: 'The metadata do not claim PDF/UA-1.' }
  if (!/<dc:title>\s*<rdf:Alt>\s*<rdf:li[^>]*>\s*(?:[^\s<]|(?:[^\s<][^<]*)?<)[^<]*</.test(xmp))
    yield { rule: 'title', message: 'The metadata have no title.' }
  if (isFalse(findDict(catalog, 'ViewerPreferences'), 'DisplayDocTitle'))
    yield { rule: 'title-shown', message: 'The window would show the file name, not the title.' }
  const mark = findDict(catalog, 'MarkInfo')
  if (isFalse(mark, 'Marked') || String(mark?.lookup(PDFName.of('Suspects'))) === 'true')
    yield { rule: 'marked', message: 'The file does not say that it is tagged.' }
  const language = readText(catalog, 'Lang')
  if (!language || !/^[a-z]{1,8}(?:-[a-z0-9]{1,8})*$/i.test(language))
    yield { rule: 'language', message: language ? `"${language}" is no language.` : 'The file names no language.' }
  if (!tags)
    yield { rule: 'tags', message: 'The file has no tag tree.' }
}

function isFalse(dict: ReturnType<typeof findDict>, key: string): boolean {
  return String(dict?.lookup(PDFName.of(key))) !== 'true'
}
