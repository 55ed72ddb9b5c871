import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { parseDocument } from 'yaml'
import { decodedAddress } from '../../core/decode.ts'
import { readAntora } from './contents/antora.ts'
import { readSidebars, sidebarFolder } from './contents/sidebars.ts'
import { readToctree } from './contents/toctree.ts'
import { formatOfName } from './formats.ts'

export interface Contents {
  files: ListedFile[]
  title?: string
  /** Name of its file, and the folder whose documents it lists, relative to the folder that it was found for. */
  name?: string
  base?: string
}

export interface ListedFile {
  /** Relative to the folder of the table of contents, with slashes. */
  path: string
  /** What the table of contents calls it. */
  title?: string
}

/** Reads a kind of table of contents. */
interface Kind {
  /** Where it can be below a folder. */
  places: string[]
  /** The documents that it lists, relative to its own folder. */
  read: (file: string) => Contents | undefined
  /** The folder of its documents, relative to its own. */
  base?: (file: string) => string
}

const CHAPTER_ENDINGS = ['md', 'qmd', 'ipynb', 'rst']

const kinds: readonly Kind[] = [
  { places: ['SUMMARY.md', 'src/SUMMARY.md', 'docs/SUMMARY.md'], read: readSummary },
  { places: ['mkdocs.yml', 'mkdocs.yaml'], read: fromSettings(mkdocsFiles), base: docsFolder },
  { places: ['config.yaml'], read: fromSettings(lessonFiles), base: () => 'episodes' },
  { places: ['_quarto.yml', '_toc.yml', 'myst.yml'], read: fromSettings(chapterFiles) },
  { places: ['_toc.yml', 'book/_toc.yml', 'docs/_toc.yml', 'docs/source/_toc.yml'], read: fromSettings(chapterFiles) },
  {
    places: ['.', 'website', 'docs'].flatMap(folder =>
      ['js', 'ts', 'cjs', 'json'].map(end => `${folder}/sidebars.${end}`)),
    read: readSidebars,
    base: sidebarFolder,
  },
  {
    places: ['modules/ROOT/nav.adoc', 'nav.adoc', 'docs/modules/ROOT/nav.adoc'],
    read: readAntora,
    base: file => path.dirname(file).endsWith(path.join('modules', 'ROOT')) ? '../..' : '.',
  },
  { places: ['_sidebar.md', 'docs/_sidebar.md'], read: readSummary },
  {
    places: ['.', 'docs', 'doc', 'docs/source', 'doc/source', 'source', 'docs/src'].flatMap(folder =>
      ['rst', 'md', 'txt', 'ipynb'].flatMap(end => ['index', 'contents'].map(name => `${folder}/${name}.${end}`))),
    read: readToctree,
  },
]

/** Names of files that list documents and are none. */
const LISTS = /^(?:(?:summary|_sidebar)\.md|(?:mkdocs|config|_quarto|_toc|myst)\.ya?ml|sidebars\.\w+|nav\.adoc)$/i

/** The table of contents of a folder, where it has one that lists documents. */
export function contentsOf(folder: string): Contents | undefined {
  for (const { places, read, base } of kinds) {
    for (const place of places) {
      const file = path.join(folder, place)
      const contents = statSync(file, { throwIfNoEntry: false })?.isFile() ? read(file) : undefined
      if (contents?.files.length) {
        const below = path.posix.dirname(place)
        const from = (name: string) => path.posix.join(below, name)
        const files = contents.files.map(file => ({ ...file, path: from(file.path) }))
        return { ...contents, files, name: path.posix.normalize(place), base: from(base?.(file) ?? '.') }
      }
    }
  }
}

/** Reads a file that a person names because it is a table of contents; nothing where it is none. */
export function readTableOfContents(file: string): Contents | undefined {
  const name = path.basename(file)
  const isIts = ({ places }: Kind) => places.some(place => path.basename(place).toLowerCase() === name.toLowerCase())
  const kind = LISTS.test(name) ? kinds.find(isIts) : undefined
  return kind && { files: [], ...kind.read(file), name, base: kind.base?.(file) ?? '.' }
}

function fromSettings(filesOf: (settings: Settings, folder: string) => ListedFile[]): Kind['read'] {
  return (file) => {
    const settings = readYaml(file)
    return settings && { files: uniqueFiles(filesOf(settings, path.dirname(file))), title: titleOf(settings) }
  }
}

type Settings = Record<string, unknown>

function titleOf(settings: Settings): string | undefined {
  const book = settings.book as Settings | undefined
  return [settings.site_name, settings.title, book?.title].find(value => typeof value === 'string')
}

/** mdBook, GitBook and docsify: links in a list, in order. */
function readSummary(file: string): Contents {
  const markdown = readFileSync(file, 'utf8')
  const links = Array.from(markdown.matchAll(/\[([^\][]*)\]\(\s*<?([^)>\s#]+)/g), ([, title, address]) => {
    const path = decodedAddress(address!).replace(/^\.\//, '')
    return { path, ...(title && { title }) }
  })
  return { files: uniqueFiles(links.filter(({ path }) => isDocument(path))) }
}

function docsFolder(file: string): string {
  const folder = readYaml(file)?.docs_dir
  return typeof folder === 'string' ? folder : 'docs'
}

function mkdocsFiles(settings: Settings): ListedFile[] {
  const folder = typeof settings.docs_dir === 'string' ? settings.docs_dir : 'docs'
  const entries = entriesIn(settings.nav).filter(({ path }) => isDocument(path))
  return entries.map(entry => ({ ...entry, path: path.posix.join(folder, entry.path) }))
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
function lessonFiles(settings: Settings, folder: string): ListedFile[] {
  const episodes = path.join(folder, 'episodes')
  const listed = stringsIn(settings.episodes).filter(isDocument)
  if (listed.length)
    return listed.map(file => ({ path: existsSync(path.join(episodes, file)) ? `episodes/${file}` : file }))
  if (!existsSync(episodes))
    return []
  return readdirSync(episodes).filter(isDocument).sort().map(file => ({ path: `episodes/${file}` }))
}

/** Quarto and Jupyter Book: chapters, parts and files, with or without their endings. */
function chapterFiles(settings: Settings, folder: string): ListedFile[] {
  return stringsIn(settings).flatMap((file) => {
    const names = [file, ...CHAPTER_ENDINGS.map(ending => `${file}.${ending}`)]
    const path = names.find(name => isDocument(name) && existsSync(`${folder}/${name}`))
    return path === undefined ? [] : [{ path: path.replace(/^\.\//, '') }]
  })
}

function isDocument(file: string): boolean {
  return formatOfName(file) !== undefined && !/^[a-z]+:\/\//i.test(file)
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
