import type { SourceDocument } from '../../document.ts'
import type { ReadFile } from '../dialects/include-source.ts'
import type { ConvertedFormat } from '../formats.ts'
import type { Source } from '../read-document.ts'
import type { PandocOutput } from './pandoc.ts'
import { Buffer } from 'node:buffer'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { toString } from 'mdast-util-to-string'
import { UserError } from '../../../core/errors.ts'
import { decode } from '../decode.ts'
import { withoutPlaceholders } from '../dialects/placeholders.ts'
import { formatNames } from '../formats.ts'
import { readMarkdown } from '../markdown/read-markdown.ts'
import { readConvertedHtml } from './converted-html.ts'
import { readNotebook } from './notebook.ts'
import { convertWithPandoc, hasPandoc } from './pandoc.ts'
import { prepareRst } from './rst.ts'

type Converted = Omit<SourceDocument, 'format'>

interface ConvertSurroundings {
  readFile: ReadFile
  /** Folder whose files the document may include; that of its project without it. */
  root?: string
}

/**
 * Reads a document that is neither Markdown nor a page nor text: brought to Markdown or HTML, it goes through their
 * readers.
 * @throws UserError for what cannot be read, and where pandoc is needed and not there
 */
export async function readConverted(
  source: Source,
  format: ConvertedFormat,
  around: ConvertSurroundings,
): Promise<Converted> {
  if (format === 'notebook')
    return fromNotebook(source, around.readFile)
  const { html, media } = await htmlOf(source, format, around)
  const text = withoutPlaceholders(html)
  return { ...readConvertedHtml(text), file: source.file, text, media }
}

function fromNotebook({ file, bytes }: Source, readFile: ReadFile): Converted {
  const { markdown, places, media, omitted } = readNotebook(file, decode(bytes, file))
  if (!markdown.trim())
    throw new UserError('This notebook is empty.', 'Give a notebook with cells in it.', { file })
  const document = readMarkdown(file, withoutPlaceholders(markdown), readFile)
  const title = titleOfNotebook(document)
  return { ...document, ...title, places, media, omitted: [...document.omitted, ...omitted] }
}

/** A notebook of several top headings is called as the bold line above them, or as its file. */
function titleOfNotebook({ root, named }: Converted): Partial<Converted> {
  const headings = root.children.filter(node => node.type === 'heading' && node.depth === 1)
  if (headings.length < 2 || named)
    return {}
  const first = root.children[0]
  const bold = first?.type === 'paragraph' && first.children.length === 1 ? first.children[0] : undefined
  const title = bold?.type === 'strong' ? toString(bold) : undefined
  return { title, ...title && { named: true as const } }
}

async function htmlOf(
  source: Source,
  format: ConvertedFormat,
  { readFile, root }: ConvertSurroundings,
): Promise<PandocOutput> {
  const { file, bytes } = source
  if (format === 'asciidoc') {
    const { convertAsciiDoc } = await import('./asciidoc.ts')
    return { html: await convertAsciiDoc(source, decode(bytes, file), root ?? rootOf(file)), media: new Map() }
  }
  if (await hasPandoc()) {
    const converted = convertWithPandoc({ file, bytes: prepared(source, format, readFile) }, format)
    return format === 'docx' ? converted.catch(error => wordInsteadOf(error, source)) : converted
  }
  if (format === 'docx') {
    const { convertWord } = await import('./word.ts')
    return convertWord(file, bytes)
  }
  const hint = 'Install pandoc (https://pandoc.org/installing.html), or save the document as HTML or Markdown.'
  throw new UserError(`This is ${formatNames[format]}, which only pandoc 2.15 or later reads.`, hint, { file })
}

/** Reads a Word document that pandoc cannot read, as of the strict form. */
async function wordInsteadOf(error: unknown, { file, bytes }: Source): Promise<PandocOutput> {
  const { convertWord } = await import('./word.ts')
  const converted = await convertWord(file, bytes).catch(() => undefined)
  if (!converted?.html.trim())
    throw error
  return converted
}

function prepared({ file, bytes }: Source, format: ConvertedFormat, readFile: ReadFile): Uint8Array {
  if (isPacked(format))
    return bytes
  const text = decode(bytes, file)
  return Buffer.from(format === 'rst' ? prepareRst(text, file, readFile) : text)
}

/** Whether a format is no text: Word, OpenDocument and EPUB are archives. */
function isPacked(format: ConvertedFormat): boolean {
  return format === 'docx' || format === 'odt' || format === 'epub'
}

/** Marks of a folder that holds all files that belong to a document. */
const ROOTS = ['.git', 'antora.yml', 'antora-playbook.yml']
const MAX_UP = 6

/** The folder that a document's includes lie in: its project's, else its own. */
function rootOf(file: string): string {
  let folder = path.dirname(file)
  for (let up = 0; up < MAX_UP; up++) {
    if (ROOTS.some(name => existsSync(path.join(folder, name))))
      return folder
    folder = path.dirname(folder)
  }
  return path.dirname(file)
}
