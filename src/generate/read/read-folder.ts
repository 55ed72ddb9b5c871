import type { SourceDocument } from '../document.ts'
import type { PlacedDocument } from './document-order.ts'
import type { OmittedFile } from './find-documents.ts'
import type { Contents } from './table-of-contents.ts'
import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { displayPath, UserError } from '../../core/errors.ts'
import { limits } from '../limits.ts'
import { inOrder, placeIn } from './document-order.ts'
import { findDocuments } from './find-documents.ts'
import { readDocument } from './read-document.ts'
import { contentsOf, readTableOfContents } from './table-of-contents.ts'

/** A document of a course that is to be. */
export interface CourseDocument extends SourceDocument {
  /** Relative to the folder that was read, with slashes; the file's name where a single file was. */
  path: string
}

export interface Sources {
  /** In the order of the course. */
  documents: CourseDocument[]
  /** Files below the folder that are no documents or could not be read. */
  omitted: OmittedFile[]
  /** Title of the course, where its table of contents says it. */
  title?: string
}

/**
 * Reads a file, standard input (`-`), a folder, or the file of a folder that lists its documents (`SUMMARY.md`,
 * `mkdocs.yml`, `config.yaml`).
 * @throws UserError for what is not there, and for a folder without documents
 */
export function readSources(given: string, standardInput: () => Uint8Array = () => readFileSync(0)): Sources {
  if (given === '-')
    return single('-', checkSize(standardInput(), '-'))
  const file = path.resolve(given)
  const stats = statSync(file, { throwIfNoEntry: false })
  if (!stats) {
    const hint = 'Name a file, a folder, or - for standard input.'
    throw new UserError(`There is no file or folder at ${given}.`, hint)
  }
  if (stats.isDirectory())
    return readFolder(file, contentsOf(file))
  const contents = readTableOfContents(file)
  if (!contents)
    return single(file, readBytes(file))
  const folder = path.dirname(file)
  return readFolder(folder, contents.files.length ? contents : contentsOf(folder))
}

/** @throws UserError where a file cannot be read or is too large */
function readBytes(file: string): Uint8Array {
  try {
    return checkSize(readFileSync(file), file)
  }
  catch (error) {
    if (error instanceof UserError)
      throw error
    const { code, message } = error as NodeJS.ErrnoException
    throw new UserError(`The document cannot be read: ${code ?? message}.`, 'Check who may read it.', { file })
  }
}

/** @throws UserError where a document is too large */
function checkSize(bytes: Uint8Array, file: string): Uint8Array {
  if (bytes.length <= limits.size)
    return bytes
  const message = `The document has ${Math.round(bytes.length / 1e6)} MB; ${limits.size / 1e6} MB are the most.`
  throw new UserError(message, 'Split it, or name its parts.', file === '-' ? {} : { file })
}

function single(file: string, bytes: Uint8Array): Sources {
  const document = readDocument({ file, bytes })
  return { documents: [{ ...document, path: file === '-' ? '-' : path.basename(file) }], omitted: [] }
}

function readFolder(folder: string, contents: Contents | undefined): Sources {
  const found = findDocuments(folder)
  const omitted = [...found.omitted]
  const listed = contents && listedFiles(folder, contents, omitted)
  if (listed) {
    const others = found.files.filter(file => !listed.includes(file))
    omitted.push(...others.map(file => ({ path: file, why: 'the table of contents does not name it' })))
  }
  const titles = new Map(contents?.files.map(({ path, title }) => [path, title]))
  const read: (PlacedDocument & { document: CourseDocument })[] = []
  for (const file of listed ?? found.files) {
    try {
      const bytes = readBytes(path.join(folder, file))
      const document = readDocument({ file: path.join(folder, file), bytes }, { title: titles.get(file) })
      const place = found.places.get(file) ?? placeIn(bytes)
      read.push({ path: file, place, document: { ...document, path: file } })
    }
    catch (error) {
      if (!(error instanceof UserError))
        throw error
      omitted.push({ path: file, why: error.problems[0]!.message, wanted: true })
    }
  }
  if (!read.length) {
    const hint = 'Give a folder with Markdown, HTML or text files.'
    throw new UserError(`There is no document in ${displayPath(folder)}.`, hint)
  }
  const ordered = listed ? read : inOrder(read, found.places)
  return { documents: ordered.map(({ document }) => document), omitted, title: contents?.title }
}

/** The files of a table of contents that are there; those that are not are added to `omitted`. */
function listedFiles(folder: string, { files }: Contents, omitted: OmittedFile[]): string[] {
  const isThere = (file: string) => statSync(path.join(folder, file), { throwIfNoEntry: false })?.isFile()
  const paths = files.map(({ path }) => path)
  const missing = paths.filter(file => !isThere(file))
  const why = 'the table of contents names it, but it is not there'
  omitted.push(...missing.map(path => ({ path, why, wanted: true })))
  return paths.filter(isThere)
}
