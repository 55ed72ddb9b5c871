import type { PDFContext, PDFDocument } from '@cantoo/pdf-lib'
import { PDFDict, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib'
import { findDict, readText } from './dictionaries.ts'

/** What a file says about itself. */
export interface PdfMetadata {
  title: string
  author?: string
  /** The program that made the document, which the browser then printed. */
  creator?: string
  /** One sentence about the file. */
  description?: string
  /** BCP 47 tag; without it the language stays that the page was printed with. */
  language?: string
  /** When the file was made; without it the file says nothing about that, so that equal input makes equal files. */
  date?: Date
}

const name = PDFName.of

/** Writes title, author, language and the claim to follow PDF/UA-1 where readers look for them. */
export function writeMetadata(document: PDFDocument, metadata: PdfMetadata): void {
  const { catalog, context } = document
  const before = context.lookup(context.trailerInfo.Info)
  const producer = before instanceof PDFDict ? readText(before, 'Producer') : undefined
  context.trailerInfo.Info = context.register(makeInfo(context, metadata, producer))
  context.trailerInfo.ID = undefined
  if (metadata.language)
    writeLanguage(document, metadata.language)
  let preferences = findDict(catalog, 'ViewerPreferences')
  if (!preferences)
    catalog.set(name('ViewerPreferences'), preferences = context.obj({}))
  preferences.set(name('DisplayDocTitle'), context.obj(true))
  const language = metadata.language ?? readText(catalog, 'Lang')
  const packet = new TextEncoder().encode(makeXmp({ ...metadata, language }, producer))
  catalog.set(name('Metadata'), context.register(context.stream(packet, { Type: 'Metadata', Subtype: 'XML' })))
}

function makeInfo(
  context: PDFContext,
  { title, creator, author, description, date }: PdfMetadata,
  producer: string | undefined,
): PDFDict {
  const info = context.obj({ Title: PDFHexString.fromText(title) })
  const texts = { Creator: creator, Author: author, Subject: description, Producer: producer }
  for (const [key, text] of Object.entries(texts)) {
    if (text)
      info.set(name(key), PDFHexString.fromText(text))
  }
  if (date) {
    info.set(name('CreationDate'), PDFString.fromDate(date))
    info.set(name('ModDate'), PDFString.fromDate(date))
  }
  return info
}

/** The top of the tag tree repeats the language of the page, so it has to follow. */
function writeLanguage({ catalog, context }: PDFDocument, language: string): void {
  const before = readText(catalog, 'Lang')
  catalog.set(name('Lang'), PDFString.of(language))
  const top = context.lookup(findDict(catalog, 'StructTreeRoot')?.get(name('K')))
  if (top instanceof PDFDict && readText(top, 'Lang') === before)
    top.delete(name('Lang'))
}

const NAMESPACES = {
  dc: 'http://purl.org/dc/elements/1.1/',
  xmp: 'http://ns.adobe.com/xap/1.0/',
  pdf: 'http://ns.adobe.com/pdf/1.3/',
  pdfuaid: 'http://www.aiim.org/pdfua/ns/id/',
}

function makeXmp(metadata: PdfMetadata, producer: string | undefined): string {
  const { title, creator, author, description, language, date } = metadata
  const time = date?.toISOString().replace(/\.\d+/, '')
  const alternative = (text: string) => `<rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(text)}</rdf:li></rdf:Alt>`
  const namespaces = Object.entries(NAMESPACES).map(([prefix, address]) => ` xmlns:${prefix}="${address}"`)
  const lines = [
    '<pdfuaid:part>1</pdfuaid:part>',
    `<dc:title>${alternative(title)}</dc:title>`,
    author && `<dc:creator><rdf:Seq><rdf:li>${escapeXml(author)}</rdf:li></rdf:Seq></dc:creator>`,
    description && `<dc:description>${alternative(description)}</dc:description>`,
    language && `<dc:language><rdf:Bag><rdf:li>${escapeXml(language)}</rdf:li></rdf:Bag></dc:language>`,
    '<dc:format>application/pdf</dc:format>',
    creator && `<xmp:CreatorTool>${escapeXml(creator)}</xmp:CreatorTool>`,
    time && `<xmp:CreateDate>${time}</xmp:CreateDate><xmp:ModifyDate>${time}</xmp:ModifyDate>`,
    producer && `<pdf:Producer>${escapeXml(producer)}</pdf:Producer>`,
  ]
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about=""${namespaces.join('')}>
${lines.filter(Boolean).join('\n')}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>`
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

function escapeXml(text: string): string {
  // Characters below the space, save tab and ends of line, are not allowed in XML.
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\0-\x08\v\f\x0E-\x1F]/g, '').replace(/[&<>"]/g, char => ENTITIES[char]!)
}
