import type { Stats } from 'node:fs'
import { lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import { whyNotDocument, whyNotFolder } from './other-files.ts'

/** A file that is none of a course's documents. */
export interface OmittedFile {
  /** Relative to the folder that was read, with slashes. */
  path: string
  why: string
  /** What a person can do where the file should be in the course. */
  hint?: string
  /** Whether somebody meant it to be a document of the course. */
  wanted?: boolean
  /** Whether it has text that people read, and is worth its name in a list. */
  isText?: boolean
  /** How many files a folder holds. */
  files?: number
}

export interface FoundDocuments {
  /** Relative to the folder, with slashes. */
  files: string[]
  omitted: OmittedFile[]
  /** Places that folders have among their neighbours, by the folder's relative path. */
  places: Map<string, number>
}

/** Files that say where their folder stands among its neighbours. */
const PLACE_FILES = new Set(['_category_.json', '_category_.yml'])

/** Compares names as people order them: `2-b` before `10-a`; the same in every language of the machine. */
export const compareNames = new Intl.Collator('en', { numeric: true }).compare

/** All documents below a folder, by name; a folder that leads back to one above it is not entered again. */
export function findDocuments(folder: string): FoundDocuments {
  const found: FoundDocuments = { files: [], omitted: [], places: new Map() }
  visitFolder(folder, '', new Set([realpathSync(folder)]), found)
  return found
}

/**
 * @param below the folder's path, relative to the one that is read
 * @param above real paths of the folders around it, and its own
 */
function visitFolder(folder: string, below: string, above: ReadonlySet<string>, found: FoundDocuments): void {
  for (const name of readdirSync(folder).sort(compareNames)) {
    const file = path.join(folder, name)
    const relative = below ? `${below}/${name}` : name
    const stats = statsOf(file)
    if (stats?.isDirectory())
      visitFolderIn(file, relative, above, found)
    else
      visitFile(file, relative, stats, found)
  }
}

function visitFolderIn(file: string, relative: string, above: ReadonlySet<string>, found: FoundDocuments): void {
  const real = realpathSync(file)
  const why = above.has(real) ? 'leads back to a folder above it' : whyNotFolder(file)
  if (!why)
    visitFolder(file, relative, new Set([...above, real]), found)
  else
    found.omitted.push({ path: relative, why, ...!above.has(real) && { files: numberOfFiles(file) } })
}

function visitFile(file: string, relative: string, stats: Stats | undefined, found: FoundDocuments): void {
  const name = path.basename(file)
  const omit = (why: string) => found.omitted.push({ path: relative, why })
  if (!stats)
    omit(lstatSync(file).isSymbolicLink() ? 'a link that leads nowhere' : 'could not be read')
  else if (name.startsWith('.'))
    omit('hidden')
  else if (!stats.isFile())
    omit('no file')
  else if (PLACE_FILES.has(name))
    readPlace(file, path.posix.dirname(relative), found)
  else
    addFile(file, relative, found)
}

function addFile(file: string, relative: string, found: FoundDocuments): void {
  const why = whyNotDocument(file)
  if (why)
    found.omitted.push({ path: relative, ...why })
  else
    found.files.push(relative)
}

/** Nothing for a link that leads nowhere or to itself. */
function statsOf(file: string): Stats | undefined {
  try {
    return statSync(file)
  }
  catch {
    return undefined
  }
}

function numberOfFiles(folder: string): number {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile()).length
  }
  catch {
    return 0
  }
}

function readPlace(file: string, folder: string, found: FoundDocuments): void {
  const relative = path.posix.join(folder, path.basename(file))
  try {
    const value: unknown = parse(readFileSync(file, 'utf8'))
    const hasPosition = typeof value === 'object' && value !== null && 'position' in value
    const place = hasPosition ? Number(value.position) : Number.NaN
    if (Number.isFinite(place))
      found.places.set(folder, place)
    found.omitted.push({ path: relative, why: 'says where its folder stands' })
  }
  catch {
    found.omitted.push({ path: relative, why: 'could not be read' })
  }
}
