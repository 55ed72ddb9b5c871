import type { SourceDocument } from '../document.ts'
import { Buffer } from 'node:buffer'
import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { displayPath, UserError } from '../../../scripts/lib/errors.ts'
import { limits } from '../limits.ts'
import { findDocuments } from './find-documents.ts'
import { naturalOrder } from './natural-order.ts'
import { readDocument } from './read-document.ts'
import { contentsOf, readContents } from './table-of-contents.ts'

/** A document of a course that is to be. */
export interface CourseDocument extends SourceDocument {
  /** Relative to the folder that was read, with slashes; the file's name where a single file was. */
  path: string
}

export interface Skipped {
  path: string
  why: string
  /** Somebody meant it to be a document of the course. */
  wanted?: boolean
}

export interface Sources {
  /** In the order of the course. */
  documents: CourseDocument[]
  /** Files below the folder that are no documents or could not be read, relative to it, each with why. */
  skipped: Skipped[]
  /** Title of the course, where its table of contents says it. */
  title?: string
}

/**
 * Reads a file, standard input (`-`), a folder, or the file of a folder that lists its documents (`SUMMARY.md`,
 * `mkdocs.yml`, `config.yaml`). Throws a `UserError` for what is not there and for a folder without documents.
 */
export function readSources(given: string, standardInput: () => Uint8Array = () => readFileSync(0)): Sources {
  if (given === '-')
    return single('-', checkSize(standardInput(), '-'))
  const file = path.resolve(given)
  const stats = statSync(file, { throwIfNoEntry: false })
  if (!stats)
    throw new UserError(`There is no file or folder at ${given}.`, 'Name a file, a folder, or - for standard input.')
  if (stats.isDirectory())
    return readFolder(file)
  const contents = readContents(file)
  return contents ? readFolder(path.dirname(file), contents.files.length ? file : undefined) : single(file, readFile(file))
}

/** @throws UserError where a file cannot be read or is too large */
function readFile(file: string): Uint8Array {
  try {
    return checkSize(readFileSync(file), file)
  }
  catch (error) {
    if (error instanceof UserError)
      throw error
    throw new UserError(`The document cannot be read: ${(error as NodeJS.ErrnoException).code ?? (error as Error).message}.`, 'Check who may read it.', { file })
  }
}

function checkSize(bytes: Uint8Array, file: string): Uint8Array {
  if (bytes.length > limits.size)
    throw new UserError(`The document has ${Math.round(bytes.length / 1e6)} MB; ${limits.size / 1e6} MB are the most.`, 'Split it, or name its parts.', file === '-' ? {} : { file })
  return bytes
}

function single(file: string, bytes: Uint8Array): Sources {
  return { documents: [{ ...readDocument({ file, bytes }), path: file === '-' ? '-' : path.basename(file) }], skipped: [] }
}

function readFolder(folder: string, contentsFile?: string): Sources {
  const found = findDocuments(folder)
  const contents = contentsFile ? readContents(contentsFile) : contentsOf(folder)
  const skipped: Skipped[] = [...found.skipped]
  const titles = new Map(contents?.files.map(({ path, title }) => [path, title]))
  const listed = contents?.files.map(({ path }) => path).filter((file) => {
    const isThere = statSync(path.join(folder, file), { throwIfNoEntry: false })?.isFile()
    if (!isThere)
      skipped.push({ path: file, why: 'the table of contents names it, but it is not there', wanted: true })
    return isThere
  })
  if (listed)
    skipped.push(...found.files.filter(file => !listed.includes(file)).map(file => ({ path: file, why: 'the table of contents does not name it' })))
  const documents: { document: CourseDocument, place: number | undefined }[] = []
  for (const file of listed ?? found.files) {
    try {
      const bytes = readFile(path.join(folder, file))
      const document = { ...readDocument({ file: path.join(folder, file), bytes }, { title: titles.get(file) }), path: file }
      documents.push({ document, place: found.places.get(file) ?? placeIn(bytes) })
    }
    catch (error) {
      if (!(error instanceof UserError))
        throw error
      skipped.push({ path: file, why: error.problems[0]!.message, wanted: true })
    }
  }
  if (!documents.length)
    throw new UserError(`There is no document in ${displayPath(folder)}.`, 'Give a folder with Markdown, HTML or text files.')
  const ordered = listed ? documents : inOrder(documents, found.places)
  return { documents: ordered.map(({ document }) => document), skipped, title: contents?.title }
}

/** The place that a document's own front matter gives it among its neighbours. */
function placeIn(bytes: Uint8Array): number | undefined {
  const start = Buffer.from(bytes.subarray(0, 4096)).toString('utf8')
  const matter = /^\uFEFF?(?:---|\+\+\+)[ \t]*\r?\n([\s\S]*?)\n(?:---|\+\+\+)/.exec(start)?.[1]
  const place = matter && /^(?:sidebar_position|weight|nav_order|order|position|index)\s*[:=]\s*(-?\d+(?:\.\d+)?)\s*$/m.exec(matter)?.[1]
  return place ? Number(place) : undefined
}

/** By the places of documents and folders, index pages first, else by natural order of names. */
function inOrder<T extends { document: CourseDocument, place: number | undefined }>(documents: readonly T[], places: ReadonlyMap<string, number>): T[] {
  const keyOf = ({ document, place }: T) => {
    const steps = document.path.split('/')
    return steps.map((name, i) => {
      const isFile = i === steps.length - 1
      const isIndex = isFile && /^(?:index|readme|_index|intro(?:duction)?)\.\w+$/i.test(name)
      const given = isFile ? place : places.get(steps.slice(0, i + 1).join('/'))
      return { name, first: isIndex, place: given ?? Number.POSITIVE_INFINITY }
    })
  }
  return documents.map(entry => ({ entry, key: keyOf(entry) })).sort((a, b) => {
    for (let i = 0; ; i++) {
      const left = a.key[i]
      const right = b.key[i]
      if (!left || !right)
        return a.key.length - b.key.length
      const order = Number(right.first) - Number(left.first) || (left.place === right.place ? 0 : left.place - right.place) || naturalOrder(left.name, right.name)
      if (order)
        return order
    }
  }).map(({ entry }) => entry)
}
