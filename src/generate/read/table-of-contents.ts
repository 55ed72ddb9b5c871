import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parseDocument } from 'yaml'

export interface Contents {
  /** Relative to the folder of the table of contents, with slashes, in order; with the title that it gives a document. */
  files: { path: string, title?: string }[]
  title?: string
}

const names = ['SUMMARY.md', 'src/SUMMARY.md', 'mkdocs.yml', 'mkdocs.yaml', 'config.yaml', '_quarto.yml', '_toc.yml', 'myst.yml']

/** The table of contents of a folder, where it has one that lists documents. */
export function contentsOf(folder: string): Contents | undefined {
  for (const name of names) {
    const file = path.join(folder, name)
    const contents = existsSync(file) ? readContents(file) : undefined
    if (contents?.files.length)
      return { ...contents, files: contents.files.map(listed => ({ ...listed, path: path.posix.join(path.posix.dirname(name), listed.path) })) }
  }
}

/** Reads a file that is a table of contents; nothing where it is none. */
export function readContents(file: string): Contents | undefined {
  const name = path.basename(file)
  if (/^summary\.md$/i.test(name))
    return readSummary(readFileSync(file, 'utf8'))
  if (!/^(?:mkdocs\.ya?ml|config\.ya?ml|_quarto\.yml|_toc\.yml|myst\.yml)$/.test(name))
    return
  const settings = readYaml(file)
  if (!settings)
    return
  const title = [settings.site_name, settings.title, (settings.book as Settings | undefined)?.title].find(value => typeof value === 'string') as string | undefined
  if (name.startsWith('mkdocs'))
    return { files: mkdocsFiles(settings), title }
  const files = name.startsWith('config') ? lessonFiles(settings, path.dirname(file)) : listedFiles(settings, path.dirname(file))
  return { files: Array.from(new Set(files), path => ({ path })), title }
}

type Settings = Record<string, unknown>

/** mdBook and GitBook: links in a list, in order. */
function readSummary(markdown: string): Contents {
  const links = Array.from(markdown.matchAll(/\[([^\][]*)\]\(\s*<?([^)>\s#]+)/g), ([, title, file]) => ({ path: decoded(file!).replace(/^\.\//, ''), ...(title && { title }) }))
  return { files: once(links.filter(({ path }) => isDocument(path))) }
}

function decoded(address: string): string {
  try {
    return decodeURI(address)
  }
  catch {
    return address
  }
}

function mkdocsFiles(settings: Settings): Contents['files'] {
  const folder = typeof settings.docs_dir === 'string' ? settings.docs_dir : 'docs'
  return once(entriesIn(settings.nav).filter(({ path }) => isDocument(path)).map(entry => ({ ...entry, path: path.posix.join(folder, entry.path) })))
}

function entriesIn(value: unknown, title?: string): Contents['files'] {
  if (typeof value === 'string')
    return [{ path: value, ...(title && { title }) }]
  if (Array.isArray(value))
    return value.flatMap(entry => entriesIn(entry))
  return typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, entry]) => entriesIn(entry, key)) : []
}

/** A file that is listed twice has its first place. */
function once(files: Contents['files']): Contents['files'] {
  return files.filter((file, i) => files.findIndex(({ path }) => path === file.path) === i)
}

/** The Carpentries: files by the folder that their list is named after. */
function lessonFiles(settings: Settings, folder: string): string[] {
  return ['episodes', 'learners'].flatMap((key) => {
    const listed = stringsIn(settings[key]).filter(isDocument)
    const isThere = (file: string) => existsSync(path.join(folder, key, file))
    if (key === 'learners' || listed.length)
      return key === 'learners' ? [] : listed.map(file => isThere(file) ? `${key}/${file}` : file)
    return existsSync(path.join(folder, key)) ? readdirSync(path.join(folder, key)).filter(isDocument).sort().map(file => `${key}/${file}`) : []
  })
}

/** Quarto and Jupyter Book: chapters, parts and files, with or without their endings. */
function listedFiles(settings: Settings, folder: string): string[] {
  return stringsIn(settings).flatMap((file) => {
    const found = [file, `${file}.md`, `${file}.qmd`, `${file}.rst`].find(name => isDocument(name) && existsSync(path.join(folder, name)))
    return found ? [found] : []
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
    const value: unknown = parseDocument(readFileSync(file, 'utf8'), { logLevel: 'silent', strict: false, uniqueKeys: false }).toJS({ maxAliasCount: 100 })
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value as Settings : undefined
  }
  catch {
    return undefined
  }
}
