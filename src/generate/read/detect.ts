import type { ConvertedFormat, PlainFormat } from './formats.ts'
import { Buffer } from 'node:buffer'
import { UserError } from '../../core/errors.ts'
import { parseSlides } from '../../slidev/contract/source.ts'
import { formatOfName, isPlainFormat } from './formats.ts'
import { unreadableByBytes, unreadableByName } from './unreadable.ts'

/** Bytes at the beginning of a document by which it is known. */
const BEGINNING = 20_000

/**
 * The format of a document that is neither Markdown nor a page nor text, by its name and by what it begins with.
 * @throws UserError for a file that is no document, as a picture, with what to do
 */
export function convertedFormat(file: string, bytes: Uint8Array): ConvertedFormat | undefined {
  const start = Buffer.from(bytes.subarray(0, BEGINNING)).toString('latin1')
  const packed = packedFormat(start, bytes)
  if (packed)
    return packed
  const named = formatOfName(file)
  // Names tell more: many programs keep their files as archives.
  const kind = (named ? undefined : unreadableByName(file)) ?? unreadableByBytes(bytes)
  if (kind)
    throw new UserError(`This is ${kind.what}, not a text to be read.`, kind.hint, { file })
  if (named && !isPlainFormat(named))
    return named
  return named && named !== 'text' ? undefined : formatOfText(start)
}

/** What a zip archive is, by the names of the files in it. */
function packedFormat(start: string, bytes: Uint8Array): ConvertedFormat | undefined {
  if (!start.startsWith('PK\x03\x04'))
    return undefined
  if (start.includes('mimetypeapplication/epub+zip'))
    return 'epub'
  if (start.includes('mimetypeapplication/vnd.oasis.opendocument.text'))
    return 'odt'
  const archive = Buffer.from(bytes)
  return archive.includes('[Content_Types].xml') && /word\/document\d*\.xml/.test(archive.toString('latin1'))
    ? 'docx'
    : undefined
}

/** Formats that text without a name of its own can be in: from a pipe, or in a file called `.txt`. */
function formatOfText(start: string): ConvertedFormat | undefined {
  if (/^\s*\{[\s\S]*"(?:cells|nbformat|worksheets)"\s*:/.test(start))
    return 'notebook'
  if (start.startsWith('{\\rtf'))
    return 'rtf'
  if (/^\s*(?:(?:%.*\n)+\s*)?\\documentclass\b/.test(start))
    return 'latex'
  if (/^(?:\/\/.*\n|:[\w-]+:.*\n|\s)*= \S.*\n/.test(start) && /^(?:={2,} \S|\[[a-z]+[,\]]|:[\w-]+:)/m.test(start))
    return 'asciidoc'
  const directives = start.match(/^\s*\.\. (?:[a-z][\w:-]*::|_[^:\n]+:)|(?:^|\s):[a-z]+:`|``[^`\n]+``/gm)?.length ?? 0
  return directives >= 2 && /^\S.*\n([=~^*+#"-])\1{2,}[ \t]*$/m.test(start) && !/^#{1,6} \S|^```/m.test(start)
    ? 'rst'
    : undefined
}

/** What kind of document a text is, by its file name and by what stands in it. */
export function detectFormat(file: string, text: string): PlainFormat {
  if (/\.x?html?$/i.test(file) || isHtml(text))
    return 'html'
  if (/\.(?:txt|text)$/i.test(file))
    return 'text'
  if (isDeck(text))
    return 'deck'
  return formatOfName(file) !== 'markdown' && isPlain(text) ? 'text' : 'markdown'
}

/** Tags of each kind that a page without a head has at least. */
const MIN_TAGS = 3

function isHtml(text: string): boolean {
  const start = text.slice(0, 2000).trimStart()
  if (/^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)?(?:<!doctype html|<html[\s>])/i.test(start))
    return true
  if (!start.startsWith('<') || /^(?:```|~~~|#{1,6} )/m.test(text))
    return false
  const opening = text.match(/^\s*<(?:p|div|h[1-6]|ul|ol|table|section|article|main|body)[\s>]/gim)?.length ?? 0
  const closing = text.match(/<\/(?:p|h[1-6]|li|td)>/gi)?.length ?? 0
  return opening >= MIN_TAGS && closing >= MIN_TAGS
}

const SLIDEV_SETTING = /^(?:theme|layout|transition|routerMode|drawings|canvasWidth|aspectRatio|mdc|class):/m

/** A headmatter that says which program made it, or several slides with what only decks have in their front matter. */
function isDeck(text: string): boolean {
  const headmatter = /^---[ \t]*\n([\s\S]*?)\n---[ \t]*(?:\n|$)/.exec(text)?.[1]
  if (headmatter === undefined)
    return false
  if (/^generator:\s*docent\b/m.test(headmatter))
    return true
  if (!SLIDEV_SETTING.test(headmatter))
    return false
  return parseSlides(text, 'deck.md', false).length >= 2
}

const MARKDOWN = /^#{1,6} \S|^(?:```|~~~)|^---[ \t]*$|\]\(|^(?:=|-){3,}[ \t]*$|^ {0,3}[*+-] \S|^:{3,} ?\w|^!!! /m
/** Blocks of a single line that page text has at least. */
const MIN_LINES = 3

/** Page text has no marks of Markdown, but bullets or several blocks of a single line. */
function isPlain(text: string): boolean {
  if (MARKDOWN.test(text))
    return false
  if (/^\s+•\s/m.test(text))
    return true
  const blocks = text.split(/\n[ \t]*\n/).map(block => block.trim())
  return blocks.filter(block => block && !block.includes('\n')).length >= MIN_LINES
}
