import { Buffer } from 'node:buffer'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { allStrings, openTaggedFile, readContent } from '@docent/pdf-ua'
import { unzipSync } from 'fflate'
import { unescapeText } from './unescape.ts'

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

/** Archives in archives are opened so far. */
const MAX_DEPTH = 3

/**
 * All text that somebody could read out of a file: pages, notes, attachments and hidden strings of a PDF, packed and
 * escaped text, what is in archives.
 */
export async function fileTexts(name: string, bytes: Uint8Array, depth = 0): Promise<FileText[]> {
  // What is damaged or locked is read as it stands.
  return await packedTexts(name, bytes, depth).catch(() => undefined) ?? plainTexts(name, bytes)
}

async function packedTexts(name: string, bytes: Uint8Array, depth: number): Promise<FileText[] | undefined> {
  if (startsWith(bytes, '%PDF-'))
    return pdfTexts(bytes, depth)
  if (startsWith(bytes, 'PK\x03\x04'))
    return depth < MAX_DEPTH ? zipTexts(bytes, depth) : []
  if (startsWith(bytes, '\x1F\x8B'))
    return depth < MAX_DEPTH ? fileTexts(name.replace(/\.gz$/, ''), gunzipSync(bytes), depth + 1) : []
  return undefined
}

function plainTexts(name: string, bytes: Uint8Array): FileText[] {
  if (BINARY.has(path.extname(name).toLowerCase()))
    return []
  const text = unescapeText(Buffer.from(bytes).toString('utf8'))
  // Marks between words come apart in one reading, words inside marks are seen in the other.
  const words = text.includes('<') ? [{ place: '', text: text.replace(/<[^<>]*>/g, ' ') }] : []
  return [{ place: '', text }, ...words]
}

function startsWith(bytes: Uint8Array, magic: string): boolean {
  return Buffer.from(bytes.subarray(0, magic.length)).toString('latin1') === magic
}

async function zipTexts(bytes: Uint8Array, depth: number): Promise<FileText[]> {
  const files = Object.entries(unzipSync(bytes))
  return (await Promise.all(files.map(([name, content]) => inside(name, content, depth)))).flat()
}

/** The texts of a file that stands in another one. */
async function inside(name: string, bytes: Uint8Array, depth: number, kind = ''): Promise<FileText[]> {
  const texts = await fileTexts(name, bytes, depth + 1)
  return texts.map(({ place, text }) => ({ place: [`${kind}${name}`, place].filter(Boolean).join(', '), text }))
}

async function pdfTexts(bytes: Uint8Array, depth: number): Promise<FileText[]> {
  const file = await openTaggedFile(bytes)
  const { pages, title, outline, attachments } = readContent(file)
  const texts = pages.flatMap(({ text, annotations }, i) => [
    { place: `page ${i + 1}`, text },
    ...annotations.map(({ contents }) => ({ place: `a note on page ${i + 1}`, text: contents ?? '' })),
  ])
  texts.push({ place: 'its bookmarks', text: JSON.stringify([title, outline]) })
  if (depth < MAX_DEPTH) {
    for (const { name, bytes: attached } of attachments)
      texts.push(...await inside(name, attached, depth, 'the attachment '))
  }
  texts.push({ place: 'its hidden texts', text: allStrings(file).join('\n') })
  return texts
}
