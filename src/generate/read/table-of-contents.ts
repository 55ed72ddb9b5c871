import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseDocument } from 'yaml'

export interface Contents {
  files: ListedFile[]
  title?: string
}

interface ListedFile {
  /** Relative to the folder of the table of contents, with slashes. */
  path: string
  /** What the table of contents calls it. */
  title?: string
}

/** Where the table of contents of a folder can be. */
const PLACES = [
  'SUMMARY.md',
  'src/SUMMARY.md',
  'mkdocs.yml',
  'mkdocs.yaml',
  'config.yaml',
  '_quarto.yml',
  '_toc.yml',
  'myst.yml',
]
const SETTINGS_FILE = /^(?:mkdocs\.ya?ml|config\.ya?ml|_quarto\.yml|_toc\.yml|myst\.yml)$/

/** The table of contents of a folder, where it has one that lists documents. */
export function contentsOf(folder: string): Contents | undefined {
  for (const place of PLACES) {
    const file = path.join(folder, place)
    const contents = existsSync(file) ? readTableOfContents(file) : undefined
    if (contents?.files.length) {
      const below = path.posix.dirname(place)
      return { ...contents, files: contents.files.map(file => ({ ...file, path: path.posix.join(below, file.path) })) }
    }
  }
}

/** Reads a file that is a table of contents; nothing where it is none. */
export function readTableOfContents(file: string): Contents | undefined {
  const name = path.basename(file)
  if (/^summary\.md$/i.test(name))
    return { files: summaryFiles(readFileSync(file, 'utf8')) }
  const settings = SETTINGS_FILE.test(name) ? readYaml(file) : undefined
  return settings && { files: filesOf(name, settings, path.dirname(file)), title: titleOf(settings) }
}

type Settings = Record<string, unknown>

function titleOf(settings: Settings): string | undefined {
  const book = settings.book as Settings | undefined
  return [settings.site_name, settings.title, book?.title].find(value => typeof value === 'string')
}

function filesOf(name: string, settings: Settings, folder: string): ListedFile[] {
  if (name.startsWith('mkdocs'))
    return mkdocsFiles(settings)
  const files = name.startsWith('config') ? lessonFiles(settings, folder) : chapterFiles(settings, folder)
  return Array.from(new Set(files), path => ({ path }))
}

/** mdBook and GitBook: links in a list, in order. */
function summaryFiles(markdown: string): ListedFile[] {
  const links = Array.from(markdown.matchAll(/\[([^\][]*)\]\(\s*<?([^)>\s#]+)/g), ([, title, address]) => {
    const path = decoded(address!).replace(/^\.\//, '')
    return { path, ...(title && { title }) }
  })
  return uniqueFiles(links.filter(({ path }) => isDocument(path)))
}

function decoded(address: string): string {
  try {
    return decodeURI(address)
  }
  catch {
    return address
  }
}

function mkdocsFiles(settings: Settings): ListedFile[] {
  const folder = typeof settings.docs_dir === 'string' ? settings.docs_dir : 'docs'
  const entries = entriesIn(settings.nav).filter(({ path }) => isDocument(path))
  return uniqueFiles(entries.map(entry => ({ ...entry, path: path.posix.join(folder, entry.path) })))
}

function entriesIn(value: unknown, title?: string): ListedFile[] {
  if (typeof value === 'string')
    return [{ path: value, ...(title && { title }) }]
  if (Array.isArray(value))
    return value.flatMap(entry => entriesIn(entry))
  if (typeof value !== 'object' || value === null)
    return []
  return Object.entries(value).flatMap(([key, entry]) => entriesIn(entry, key))
}

/** A file that is listed twice has its first place. */
function uniqueFiles(files: readonly ListedFile[]): ListedFile[] {
  return files.filter((file, i) => files.findIndex(({ path }) => path === file.path) === i)
}

/** The Carpentries: the episodes that are listed, else all that are there. */
function lessonFiles(settings: Settings, folder: string): string[] {
  const episodes = path.join(folder, 'episodes')
  const listed = stringsIn(settings.episodes).filter(isDocument)
  if (listed.length)
    return listed.map(file => existsSync(path.join(episodes, file)) ? `episodes/${file}` : file)
  if (!existsSync(episodes))
    return []
  return readdirSync(episodes).filter(isDocument).sort().map(file => `episodes/${file}`)
}

/** Quarto and Jupyter Book: chapters, parts and files, with or without their endings. */
function chapterFiles(settings: Settings, folder: string): string[] {
  return stringsIn(settings).flatMap((file) => {
    const names = [file, `${file}.md`, `${file}.qmd`, `${file}.rst`]
    return names.find(name => isDocument(name) && existsSync(path.join(folder, name))) ?? []
  })
}

function isDocument(file: string): boolean {
  return /\.(?:md|mdx|markdown|rmd|qmd|html?)$/i.test(file) && !/^[a-z]+:\/\//i.test(file)
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string')
    return [value]
  if (Array.isArray(value))
    return value.flatMap(stringsIn)
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : []
}

function readYaml(file: string): Settings | undefined {
  try {
    // Tags of the program that made the file, such as `!!python/name`, mean nothing here.
    const document = parseDocument(readFileSync(file, 'utf8'), { logLevel: 'silent', strict: false, uniqueKeys: false })
    const value: unknown = document.toJS({ maxAliasCount: 100 })
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value as Settings : undefined
  }
  catch {
    return undefined
  }
}
