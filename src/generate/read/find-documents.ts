import { lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import { naturalOrder } from './natural-order.ts'

export interface Found {
  /** Relative to the folder, with slashes. */
  files: string[]
  skipped: { path: string, why: string }[]
  /** Places that folders have among their neighbours, by the folder's relative path. */
  places: Map<string, number>
}

const documents = /\.(?:md|mdx|markdown|qmd|rmd|html?|xhtml|txt|text)$/i
const otherwise = /^(?:node_modules|_site|_build|build|dist|site|target|public|static|assets|vendor|__pycache__|_layouts|_includes|_sass|_plugins|layouts|overrides|snippets|theme|renv)$/i
const aboutProject = /^(?:licen[cs]e|contributing|code[_-]of[_-]conduct|changelog|security|authors|citation|pull_request_template|issue_template|requirements|robots|humans|llms)(?:[.-]|$)|^404\.|^summary\.md$/i

/** All documents below a folder, by name; folders that lead back to one above them are gone into once. */
export function findDocuments(folder: string): Found {
  const found: Found = { files: [], skipped: [], places: new Map() }
  visitFolder(folder, '', new Set([realpathSync(folder)]), found)
  return found
}

function visitFolder(folder: string, below: string, above: ReadonlySet<string>, found: Found): void {
  for (const name of readdirSync(folder).sort(naturalOrder)) {
    const file = path.join(folder, name)
    const relative = below ? `${below}/${name}` : name
    const skip = (why: string) => found.skipped.push({ path: relative, why })
    const stats = statsOf(file)
    if (!stats) {
      skip(lstatSync(file).isSymbolicLink() ? 'a link that leads nowhere' : 'could not be read')
    }
    else if (name.startsWith('.')) {
      skip('hidden')
    }
    else if (stats.isDirectory()) {
      const real = realpathSync(file)
      if (otherwise.test(name))
        skip('a folder of something other than documents')
      else if (above.has(real))
        skip('leads back to a folder above it')
      else
        visitFolder(file, relative, new Set([...above, real]), found)
    }
    else if (name === '_category_.json' || name === '_category_.yml' || name === '.pages') {
      readPlace(file, below, found)
    }
    else if (!stats.isFile()) {
      skip('no file')
    }
    else if (aboutProject.test(name)) {
      skip('about the project, not of the course')
    }
    else if (documents.test(name) && (!name.startsWith('_') || /^_index\./.test(name))) {
      found.files.push(relative)
    }
    else {
      skip('no document')
    }
  }
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

function readPlace(file: string, folder: string, found: Found): void {
  try {
    const value: unknown = parse(readFileSync(file, 'utf8'))
    const place = typeof value === 'object' && value !== null && 'position' in value ? Number(value.position) : Number.NaN
    if (Number.isFinite(place))
      found.places.set(folder, place)
  }
  catch {
    found.skipped.push({ path: path.posix.join(folder, path.basename(file)), why: 'could not be read' })
  }
}
