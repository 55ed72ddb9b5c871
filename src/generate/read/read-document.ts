import type { SourceDocument } from '../document.ts'
import type { ReadFile } from './dialects/include-source.ts'
import type { PlainFormat } from './formats.ts'
import type { Furniture } from './html/site-furniture.ts'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { UserError } from '../../core/errors.ts'
import { isTag } from '../../language/languages.ts'
import { decode } from './decode.ts'
import { convertedFormat, detectFormat } from './detect.ts'
import { withoutPlaceholders } from './dialects/placeholders.ts'
import { guessLanguage } from './guess-language.ts'
import { readHtml } from './html/read-html.ts'
import { withoutFurniture } from './html/site-furniture.ts'
import { readMarkdown } from './markdown/read-markdown.ts'
import { dropPrivateCharacters } from './private-characters.ts'
import { readPlainText } from './text/read-plain-text.ts'

export interface Source {
  /** Absolute path, or `-` for standard input. */
  file: string
  bytes: Uint8Array
}

export interface Surroundings {
  /** The text of a file that the document includes. */
  readFile?: ReadFile
  /** What a table of contents calls the document, for one that has no title of its own. */
  title?: string
  /** Folder that it belongs to, and whose files it may include. */
  root?: string
  /** What the pages of its site repeat. */
  furniture?: Furniture
}

/**
 * Reads a lecture document of any format; what is neither Markdown nor a page nor text is converted first.
 * @throws UserError for what is no document, or needs a program that is not there
 */
export async function openDocument(source: Source, surroundings: Surroundings = {}): Promise<SourceDocument> {
  const { file, bytes } = source
  const format = convertedFormat(file, bytes)
  if (!format)
    return readDocument(source, surroundings)
  const { readConverted } = await import('./convert/convert.ts')
  const { readFile = readText, title, root } = surroundings
  const document = await readConverted(source, format, { readFile, root })
  dropPrivateCharacters(document)
  return { format, ...completed(document, title, file) }
}

function completed<Document extends Omit<SourceDocument, 'format'>>(
  document: Document,
  title: string | undefined,
  file: string,
): Document {
  const language = languageTag(document.language) ?? guessLanguage(document.root)
  return { ...document, language, title: document.title ?? title ?? titleOfFile(file) }
}

/** A tag as it should be: `en_US` is `en-US`; what a document calls its language may be none, as in `language: R`. */
function languageTag(language: string | undefined): string | undefined {
  const tag = language?.trim().replaceAll('_', '-') ?? ''
  return /^[a-z]{2,3}(?:-|$)/i.test(tag) && isTag(tag) ? tag : undefined
}

/**
 * Reads Markdown in its dialects, an HTML page, text as copied from a page, or a deck.
 * Pure apart from the files that it includes.
 * @throws UserError for what is no document
 */
export function readDocument(
  { file, bytes }: Source,
  { readFile = readText, title, furniture = new Set() }: Surroundings = {},
): SourceDocument {
  const text = withoutPlaceholders(decode(bytes, file))
  const format = detectFormat(file, text)
  try {
    const document = readAs(format, file, text, { readFile, furniture })
    dropPrivateCharacters(document)
    return { format, ...completed(document, title, file) }
  }
  catch (error) {
    if (error instanceof RangeError && error.message.includes('call stack')) {
      const hint = 'Take apart what nests more than some hundred levels deep, or split the document.'
      throw new UserError('This document nests its parts too deep to be read.', hint, { file })
    }
    throw error
  }
}

function readAs(
  format: PlainFormat,
  file: string,
  text: string,
  { readFile, furniture }: { readFile: ReadFile, furniture: Furniture },
): Omit<SourceDocument, 'format'> {
  switch (format) {
    case 'text':
      return readPlainText(file, text)
    case 'html':
      return readPage(file, text, furniture)
    case 'markdown':
    case 'deck':
      return readMarkdown(file, text, readFile)
  }
}

function readPage(file: string, text: string, furniture: Furniture): Omit<SourceDocument, 'format'> {
  const plain = withoutFurniture(text, furniture)
  const document = readHtml(file, plain.text)
  return { ...document, text, omitted: [...document.omitted, ...plain.omitted] }
}

/** A title from a file's name: `02-first-steps.md` is "First steps"; an index page has its folder's name. */
function titleOfFile(file: string): string | undefined {
  if (file === '-')
    return undefined
  const { name, dir } = path.parse(file)
  const base = /^(?:index|readme|_index)$/i.test(name) ? path.basename(dir) : name
  const words = base.replace(/^\d+[-_.\s]+(?=\D)/, '').replace(/[-_]+/g, ' ').trim()
  return words.charAt(0).toUpperCase() + words.slice(1) || undefined
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  }
  catch {
    return undefined
  }
}
