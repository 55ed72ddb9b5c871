import type { Problem } from '../../core/errors.ts'
import type { SourceDocument } from '../document.ts'
import type { OmittedFile } from './find-documents.ts'
import type { ReadOptions, Sources } from './read-folder.ts'
import path from 'node:path'
import { readSources } from './read-folder.ts'

/** What a person named, with what became of each of its files. */
export interface ReadInput extends Sources {
  /** As it was named. */
  name: string
}

export interface Inputs {
  /** In the order in which they were named; those of a folder in the order of its table of contents. */
  documents: SourceDocument[]
  /** Title of the course, where a folder says it. */
  title?: string
  /** Documents that were meant and could not be read. */
  problems: Problem[]
  inputs: ReadInput[]
}

/**
 * Reads what a person named: files, folders, tables of contents, or `-` for standard input.
 * @throws UserError for what is not there or cannot be read
 */
export async function readInputs(names: readonly string[], options: ReadOptions = {}): Promise<Inputs> {
  const inputs: ReadInput[] = []
  for (const name of names)
    inputs.push({ name, ...await readSources(name, options) })
  return {
    documents: inputs.flatMap(({ documents }) => documents),
    title: inputs.find(({ title }) => title)?.title,
    problems: inputs.flatMap(({ name, omitted }) =>
      omitted.filter(({ wanted }) => wanted).map(file => problemOf(file, name))),
    inputs,
  }
}

function problemOf({ path: file, why, hint }: OmittedFile, name: string): Problem {
  return { message: `Left out ${file}: ${why.replace(/\.$/, '')}.`, hint, file: path.resolve(name) }
}
