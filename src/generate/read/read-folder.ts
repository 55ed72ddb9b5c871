import type { SourceDocument } from '../document.ts'
import type { OmittedFile } from './find-documents.ts'
import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { UserError } from '../../core/errors.ts'
import { readFolder } from './documents-of-folder.ts'
import { checkSize, readBytes } from './read-bytes.ts'
import { openDocument } from './read-document.ts'
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
  /** Title of the course, where its table of contents, its settings or its index page say it. */
  title?: string
  /** Documents that come last, because the table of contents does not name them. */
  unlisted?: { contents: string, files: string[] }
}

export interface ReadOptions {
  standardInput?: () => Uint8Array
  /** Is told how many documents of how many have been read. */
  onRead?: (done: number, all: number) => void
}

/**
 * Reads a file, standard input (`-`), a folder, or the file of a folder that lists its documents (`SUMMARY.md`,
 * `mkdocs.yml`, `config.yaml`).
 * @throws UserError for what is not there, and for a folder without documents
 */
export async function readSources(given: string, options: ReadOptions = {}): Promise<Sources> {
  const { standardInput = () => readFileSync(0) } = options
  if (given === '-')
    return single('-', checkSize(standardInput(), '-'))
  const file = path.resolve(given)
  const stats = statSync(file, { throwIfNoEntry: false })
  if (!stats) {
    const hint = 'Name a file, a folder, or - for standard input.'
    throw new UserError(`There is no file or folder at ${given}.`, hint)
  }
  if (stats.isDirectory())
    return readFolder(file, contentsOf(file), options)
  const contents = readTableOfContents(file)
  if (!contents)
    return single(file, readBytes(file))
  const folder = path.dirname(file)
  return readFolder(folder, contents.files.length ? contents : contentsOf(folder), options)
}

async function single(file: string, bytes: Uint8Array): Promise<Sources> {
  const document = await openDocument({ file, bytes })
  return { documents: [{ ...document, path: file === '-' ? '-' : path.basename(file) }], omitted: [] }
}
