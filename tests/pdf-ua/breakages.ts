import type { PDFPage } from '@cantoo/pdf-lib'
import type { PdfRule } from '../../packages/pdf-ua/src/rules.ts'
import type { makeStream } from '../../packages/pdf-ua/src/streams.ts'
import type { PdfTag } from '../../packages/pdf-ua/src/structure.ts'
import type { TaggedFile } from '../../packages/pdf-ua/src/tagged-file.ts'
import { Buffer } from 'node:buffer'
import { PDFArray, PDFDict, PDFName } from '@cantoo/pdf-lib'
import { listAnnotations } from '../../packages/pdf-ua/src/annotations.ts'
import { findDict } from '../../packages/pdf-ua/src/dictionaries.ts'
import { readPageStreams, replacePageStreams } from '../../packages/pdf-ua/src/streams.ts'
import { eachTag } from '../../packages/pdf-ua/src/structure.ts'
import { retype } from '../../packages/pdf-ua/src/tag-edit.ts'
import { openTaggedFile } from '../../packages/pdf-ua/src/tagged-file.ts'

const name = PDFName.of

/** For each rule, ways to break a good file (the repaired fixture `deck.html`, with notes) so that this rule is hurt. */
export const breakages: Record<PdfRule, Record<string, (file: TaggedFile) => void>> = {
  'claim': {
    'no metadata': ({ document }) => document.catalog.delete(name('Metadata')),
    'another part': file => editXmp(file, xmp => xmp.replace('<pdfuaid:part>1<', '<pdfuaid:part>2<')),
  },
  'marked': {
    'no mark': ({ document }) => document.catalog.delete(name('MarkInfo')),
    'marked as false': ({ document }) => findDict(document.catalog, 'MarkInfo')!.set(name('Marked'), document.context.obj(false)),
  },
  'title': {
    'no title in the metadata': file => editXmp(file, xmp => xmp.replace(/<dc:title>.*<\/dc:title>\n/, '')),
    'an empty title': file => editXmp(file, xmp => xmp.replace(/(<dc:title>.*x-default">)[^<]+/, '$1 ')),
  },
  'title-shown': { 'no preference': ({ document }) => document.catalog.delete(name('ViewerPreferences')) },
  'language': {
    'no language': ({ document }) => document.catalog.delete(name('Lang')),
    'no language tag': ({ document }) => document.catalog.set(name('Lang'), document.context.obj('in English')),
  },
  'tags': { 'no tag tree': ({ document }) => document.catalog.delete(name('StructTreeRoot')) },
  'tag-type': { 'no role map': ({ tags }) => tags!.dict.delete(name('RoleMap')) },
  'untagged': {
    'a drawing': ({ pages }) => editContent(pages[0]!, content => `${content}\n0 0 1 1 re f`),
    'artifacts unmarked': ({ pages }) => editContent(pages[6]!, content => content.replace('/Artifact BMC', '/Span BMC')),
  },
  'unreached': {
    'a paragraph without its content': (file) => {
      const paragraph = findTag(file, 'P')
      paragraph.dict.delete(name('K'))
    },
  },
  'parent-tree': {
    'no parent tree': ({ tags }) => tags!.dict.delete(name('ParentTree')),
    'another owner': file => annotation(file, 'Link').set(name('StructParent'), file.document.context.obj(0)),
  },
  'drawn-twice': {
    'a form once more': ({ pages }) => editContent(pages[0]!, content => content.replace(/\/X\d+ Do/, '$& $&')),
  },
  'figure': {
    'no description': file => findTag(file, 'Figure').dict.delete(name('Alt')),
    'an empty description': file => findTag(file, 'Figure').dict.set(name('Alt'), file.document.context.obj('')),
  },
  'heading': {
    'the first of the second level': file => retype(findTag(file, 'H1'), 'H2'),
    'a level skipped': file => retype(findTag(file, 'H2'), 'H3'),
  },
  'list': {
    'an item without a body': file => retype(findTag(file, 'LBody'), 'P'),
    'an item without a list': file => retype(findTag(file, 'L'), 'Sect'),
  },
  'table': {
    'a row that is not one': file => retype(findTag(file, 'TR'), 'P'),
    'a cell too few': file => findTag(file, 'TR').dict.lookup(name('K'), PDFArray).remove(0),
    'a cell too tall': file => findTag(file, 'TD').dict.set(name('A'), file.document.context.obj({ O: 'Table', RowSpan: 9 })),
  },
  'table-header': {
    'no scope and no headers': (file) => {
      for (const tag of eachTag(file.tags!)) {
        if (tag.type === 'TH' || tag.type === 'TD')
          tag.dict.delete(name('A'))
      }
    },
  },
  'note': { 'a footnote without an id': file => retype(findTag(file, 'P'), 'Note') },
  'annotation': {
    'a note that says nothing': file => annotation(file, 'Text').delete(name('Contents')),
    'a note in another tag': file => retype(findTag(file, 'Annot'), 'Span'),
  },
  'link': {
    'no words': file => annotation(file, 'Link').delete(name('Contents')),
    'in another tag': file => retype(findTag(file, 'Link'), 'Span'),
  },
  'tab-order': { 'none given': ({ pages }) => pages[1]!.node.delete(name('Tabs')) },
  'font': { 'not in the file': file => findDict(compositeFont(file).DescendantFonts, 'FontDescriptor')!.delete(name('FontFile2')) },
  'letter': { 'no map to text': file => compositeFont(file).dict.delete(name('ToUnicode')) },
  'missing-letter': {
    'an empty box': (file) => {
      const { page, key } = compositeFont(file)
      editContent(page, content => `${content}\n/Artifact BMC BT /${key} 10 Tf <0000> Tj ET EMC`)
    },
  },
}

/** Breaks a copy of a file. */
export async function breakPdf(bytes: Uint8Array, breakage: (file: TaggedFile) => void): Promise<Uint8Array> {
  const file = await openTaggedFile(bytes)
  breakage(file)
  return file.document.save({ updateFieldAppearances: false, addDefaultPage: false })
}

function findTag({ tags }: TaggedFile, type: string): PdfTag {
  for (const tag of eachTag(tags!)) {
    if (tag.type === type)
      return tag
  }
  throw new Error(`The file has no ${type}.`)
}

function annotation({ document: { context }, pages }: TaggedFile, kind: string): PDFDict {
  return pages.flatMap(page => listAnnotations(context, page.node)).find(({ dict }) => dict.get(name('Subtype')) === name(kind))!.dict
}

function compositeFont({ pages }: TaggedFile) {
  for (const page of pages) {
    for (const [key, ref] of findDict(page.node.Resources(), 'Font')!.entries()) {
      const dict = page.doc.context.lookup(ref, PDFDict)
      // Which other fonts there are, and for which letters, differs between machines.
      if (dict.get(name('Subtype')) === name('Type0') && dict.has(name('ToUnicode')) && String(dict.get(name('BaseFont'))).includes('KaTeX'))
        return { page, key: key.decodeText(), dict, DescendantFonts: (dict.lookup(name('DescendantFonts')) as unknown as { lookup: (i: number) => PDFDict }).lookup(0) }
    }
  }
  throw new Error('The file has no composite font.')
}

function editContent(page: PDFPage, edit: (content: string) => string): void {
  const before = Buffer.from(readPageStreams(page.doc.context, page.node.Contents())).toString('latin1')
  const after = edit(before)
  if (after === before)
    throw new Error('Nothing was broken.')
  replacePageStreams(page, Buffer.from(after, 'latin1'))
}

function editXmp({ document: { catalog, context } }: TaggedFile, edit: (xmp: string) => string): void {
  const ref = catalog.get(name('Metadata'))!
  const stream = context.lookup(ref) as ReturnType<typeof makeStream>
  const before = new TextDecoder().decode(stream.contents)
  if (edit(before) === before)
    throw new Error('Nothing was broken.')
  catalog.set(name('Metadata'), context.register(context.stream(new TextEncoder().encode(edit(before)), { Type: 'Metadata', Subtype: 'XML' })))
}
