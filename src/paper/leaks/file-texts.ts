import { Buffer } from 'node:buffer'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { readPdf } from '@docent/pdf-ua'

/** A text that a file holds, and where in the file. */
interface FileText {
  /** For people, e.g. `page 3`; empty for the file as a whole. */
  place: string
  text: string
}

const BINARY = new Set([
  ...['.webp', '.png', '.jpg', '.jpeg', '.gif', '.avif', '.ico'],
  ...['.woff', '.woff2', '.ttf', '.otf'],
  ...['.mp4', '.webm', '.mp3', '.m4a'],
  '.wasm',
])

/** All text that somebody could read out of a file: pages, notes and attachments of a PDF, packed and escaped text. */
export async function fileTexts(name: string, bytes: Uint8Array): Promise<FileText[]> {
  if (name.endsWith('.pdf'))
    return pdfTexts(bytes)
  if (BINARY.has(path.extname(name).toLowerCase()))
    return []
  const content = bytes[0] === 0x1F && bytes[1] === 0x8B ? gunzipSync(bytes) : Buffer.from(bytes)
  const text = unescapeText(content.toString('utf8'))
  // Marks between words come apart in one reading, words inside marks are seen in the other.
  const words = text.includes('<') ? [{ place: '', text: text.replace(/<[^<>]*>/g, ' ') }] : []
  return [{ place: '', text }, ...words]
}

async function pdfTexts(bytes: Uint8Array): Promise<FileText[]> {
  const { pages, title, outline, attachments } = await readPdf(bytes)
  const texts = pages.flatMap(({ text, annotations }, i) => [
    { place: `page ${i + 1}`, text },
    ...annotations.map(({ contents }) => ({ place: `a note on page ${i + 1}`, text: contents ?? '' })),
  ])
  texts.push({ place: 'its bookmarks', text: JSON.stringify([title, outline]) })
  for (const { name, bytes: attached } of attachments) {
    for (const { place, text } of await fileTexts(name, attached))
      texts.push({ place: [`the attachment ${name}`, place].filter(Boolean).join(', '), text })
  }
  return texts
}

// Read here, not by what writes the files, so that a mistake there does not blind the proof.
const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: '\'', nbsp: ' ' }

/** Undoes what JavaScript, JSON and HTML do to letters. */
function unescapeText(text: string): string {
  return text
    .replace(/\\u\{?([\da-f]{4,6})\}?/gi, (_, hex: string) => fromCode(Number.parseInt(hex, 16)))
    .replace(/\\([nrt"'`\\])/g, (_, char: string) => 'nrt'.includes(char) ? ' ' : char)
    .replace(/&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi, (_, hex?: string, decimal?: string, name?: string) => {
      if (name)
        return ENTITIES[name.toLowerCase()] ?? ' '
      return fromCode(hex ? Number.parseInt(hex, 16) : Number(decimal))
    })
}

function fromCode(code: number): string {
  return code <= 0x10FFFF ? String.fromCodePoint(code) : ' '
}
