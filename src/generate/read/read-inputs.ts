import type { Problem } from '../../core/errors.ts'
import type { SourceDocument } from '../document.ts'
import type { OmittedFile } from './find-documents.ts'
import path from 'node:path'
import { readSources } from './read-folder.ts'

export interface Inputs {
  /** In the order in which they were named; those of a folder in the order of its table of contents. */
  documents: SourceDocument[]
  /** Title of the course, where a table of contents says it. */
  title?: string
  /** Documents that were meant and could not be read. */
  problems: Problem[]
}

/**
 * Reads what a person named: files, folders, tables of contents, or `-` for standard input.
 * @throws UserError for what is not there or cannot be read
 */
export function readInputs(names: readonly string[]): Inputs {
  const sources = names.map(name => ({ name, ...readSources(name) }))
  return {
    documents: sources.flatMap(({ documents }) => documents),
    title: sources.find(({ title }) => title)?.title,
    problems: sources.flatMap(({ name, omitted }) =>
      omitted.filter(({ wanted }) => wanted).map(file => problemOf(file, name))),
  }
}

function problemOf({ path: file, why }: OmittedFile, name: string): Problem {
  return { message: `Left out ${file}: ${why.replace(/\.$/, '')}.`, file: path.resolve(name) }
}
