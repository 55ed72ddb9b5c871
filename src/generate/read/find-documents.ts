import { lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import { anyOf, wordList } from '../text/patterns.ts'

/** A file that is none of a course's documents. */
export interface OmittedFile {
  /** Relative to the folder that was read, with slashes. */
  path: string
  why: string
  /** Whether somebody meant it to be a document of the course. */
  wanted?: boolean
}

export interface FoundDocuments {
  /** Relative to the folder, with slashes. */
  files: string[]
  omitted: OmittedFile[]
  /** Places that folders have among their neighbours, by the folder's relative path. */
  places: Map<string, number>
}

const DOCUMENT = /\.(?:md|mdx|markdown|qmd|rmd|html?|xhtml|txt|text)$/i

/** Folders of something other than documents, in lower case. */
const OTHER_FOLDERS = new Set(wordList(`
  node_modules _site _build build dist site target public static assets vendor __pycache__
  _layouts _includes _sass _plugins layouts overrides snippets theme renv
`))

/** Beginnings of names of files about the project. */
const PROJECT_FILES = wordList(`
  license licence contributing code_of_conduct code-of-conduct changelog security authors citation
  pull_request_template issue_template requirements robots humans llms
`)
const ABOUT_PROJECT = new RegExp(`^${anyOf(PROJECT_FILES)}(?:[.-]|$)|^404\\.|^summary\\.md$`, 'i')

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
    const isFolder = stats?.isDirectory() && !name.startsWith('.')
    const why = isFolder ? whyNotFolder(file, name, above) : whyNotFile(file, name, stats?.isFile())
    if (why)
      found.omitted.push({ path: relative, why })
    else if (isFolder)
      visitFolder(file, relative, new Set([...above, realpathSync(file)]), found)
    else if (PLACE_FILES.has(name))
      readPlace(file, below, found)
    else
      found.files.push(relative)
  }
}

/** Why a folder is not entered, or undefined where it is. */
function whyNotFolder(file: string, name: string, above: ReadonlySet<string>): string | undefined {
  if (OTHER_FOLDERS.has(name.toLowerCase()))
    return 'a folder of something other than documents'
  if (above.has(realpathSync(file)))
    return 'leads back to a folder above it'
}

/**
 * Why a file is no document, or undefined where it is one, or one that is read for the place of its folder.
 * @param isFile undefined for what cannot be read
 */
function whyNotFile(file: string, name: string, isFile: boolean | undefined): string | undefined {
  if (isFile === undefined)
    return lstatSync(file).isSymbolicLink() ? 'a link that leads nowhere' : 'could not be read'
  if (name.startsWith('.'))
    return 'hidden'
  if (PLACE_FILES.has(name))
    return undefined
  if (!isFile)
    return 'no file'
  if (ABOUT_PROJECT.test(name))
    return 'about the project, not of the course'
  if (!DOCUMENT.test(name) || (name.startsWith('_') && !name.startsWith('_index.')))
    return 'no document'
}

/** Nothing for a link that leads nowhere or to itself. */
function statsOf(file: string) {
  try {
    return statSync(file)
  }
  catch {
    return undefined
  }
}

function readPlace(file: string, folder: string, found: FoundDocuments): void {
  try {
    const value: unknown = parse(readFileSync(file, 'utf8'))
    const hasPosition = typeof value === 'object' && value !== null && 'position' in value
    const place = hasPosition ? Number(value.position) : Number.NaN
    if (Number.isFinite(place))
      found.places.set(folder, place)
  }
  catch {
    found.omitted.push({ path: path.posix.join(folder, path.basename(file)), why: 'could not be read' })
  }
}
