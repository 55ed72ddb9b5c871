import type { ReadInput } from '../read/read-inputs.ts'
import type { ExistingCourse } from './lecture-place.ts'
import type { GeneratedLecture } from './make-lectures.ts'
import { existsSync, statSync } from 'node:fs'
import path from 'node:path'

/** A document of a former run that a folder no longer has; its lecture stays. */
export interface GoneDocument {
  /** Absolute path. */
  document: string
  /** Names of the files of its lectures. */
  lectures: string[]
  /** Whether the file is there, and only left out now. */
  isThere: boolean
}

/** Documents of former runs that lie in the folders that were read, and are none of the documents now. */
export function goneDocuments(
  { root, records, files }: ExistingCourse,
  lectures: readonly GeneratedLecture[],
  inputs: readonly ReadInput[],
): GoneDocument[] {
  const current = new Set(lectures.map(({ document }) => document.file))
  const taken = new Set(lectures.map(({ place }) => place.slug))
  const folders = inputs.map(({ name }) => path.resolve(name)).filter(name =>
    statSync(name, { throwIfNoEntry: false })?.isDirectory())
  const gone = new Map<string, string[]>()
  for (const [slug, { document }] of records) {
    const file = path.resolve(root, document)
    const isInFolder = folders.some(folder => file.startsWith(folder + path.sep))
    const name = files.get(slug)
    if (document !== '-' && isInFolder && !current.has(file) && !taken.has(slug) && name)
      gone.set(file, [...gone.get(file) ?? [], name])
  }
  return Array.from(gone, ([document, lectures]) => ({ document, lectures, isThere: existsSync(document) }))
}
