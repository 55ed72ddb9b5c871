import fs from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { buffer } from 'node:stream/consumers'
import { parse } from 'yaml'
import { UserError } from '../../errors.ts'
import { limits } from '../limits.ts'

/** A document before it is read. */
export interface InputFile {
  /** Absolute path, or `-` for standard input. */
  file: string
  bytes: Uint8Array
}

const ENDINGS = /\.(?:md|mdx|markdown|mdown|html?|xhtml|txt|text)$/i
/** Files that lie beside documents and are none. */
const NO_DOCUMENT = /^(?:license|licence|copying|changelog|changes|contributing|code[-_]of[-_]conduct|security|authors|governance|notice|summary|_sidebar|_navbar|requirements|robots)\b/i
const SKIPPED_FOLDERS = /^(?:node_modules|dist|build|vendor|__pycache__|_site|\..*)$/

/**
 * The documents that a person named: a file, a folder in its order, or standard input.
 * @throws UserError for what does not exist or is no document
 */
export async function readInputs(names: readonly string[]): Promise<InputFile[]> {
  const files: InputFile[] = []
  for (const name of names) {
    if (name === '-')
      files.push({ file: '-', bytes: checkSize(new Uint8Array(await buffer(process.stdin)), '-') })
    else
      files.push(...await readPath(path.resolve(name)))
  }
  return files
}

async function readPath(file: string): Promise<InputFile[]> {
  const stat = await fs.stat(file).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ELOOP'
      ? new UserError(`${path.basename(file)} is a link that leads back to itself.`, 'Name the file or folder that it should lead to.', { file })
      : new UserError(`There is no document at ${file}.`, 'Name a file, a folder, or - for standard input.')
  })
  if (stat.isDirectory()) {
    const found = await documentsIn(file)
    if (!found.length)
      throw new UserError(`The folder ${path.basename(file)} holds no document.`, 'Documents are Markdown (.md, .mdx), pages (.html) or text (.txt).', { file })
    return Promise.all(found.map(one => readOne(one)))
  }
  if (!stat.isFile())
    throw new UserError(`${path.basename(file)} is no file.`, 'Name a file, a folder, or - for standard input.', { file })
  return [await readOne(file)]
}

async function readOne(file: string): Promise<InputFile> {
  const { size } = await fs.stat(file)
  if (size > limits.size)
    throw tooLarge(size, file)
  const bytes = await fs.readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new UserError(`The document cannot be read: ${error.code ?? error.message}.`, 'Check who may read it.', { file })
  })
  return { file, bytes }
}

function checkSize(bytes: Uint8Array, file: string): Uint8Array {
  if (bytes.length > limits.size)
    throw tooLarge(bytes.length, file)
  return bytes
}

function tooLarge(size: number, file: string): UserError {
  return new UserError(`The document has ${Math.round(size / 1e6)} MB; ${limits.size / 1e6} MB are the most.`, 'Split it, or name its parts.', file === '-' ? {} : { file })
}

/** All documents of a folder in its order: a table of contents where it has one, else by name, an index first. */
export async function documentsIn(root: string): Promise<string[]> {
  const all = await walk(root, new Set())
  const listed = await tableOfContents(root)
  const known = new Set(all)
  const named = [...new Set(listed)].filter(file => known.has(file))
  const unlisted = all.filter(file => !named.includes(file))
  // A table of contents decides; without one, everything counts.
  return named.length ? named : unlisted
}

async function walk(folder: string, seen: Set<string>): Promise<string[]> {
  const real = await fs.realpath(folder)
  if (seen.has(real))
    return []
  seen.add(real)
  const entries = await fs.readdir(folder, { withFileTypes: true })
  const files: string[] = []
  const folders: string[] = []
  for (const entry of entries) {
    const full = path.join(folder, entry.name)
    const kind = entry.isSymbolicLink() ? await fs.stat(full).catch(() => undefined) : entry
    if (kind?.isDirectory() && !SKIPPED_FOLDERS.test(entry.name))
      folders.push(full)
    else if (kind?.isFile() && ENDINGS.test(entry.name) && !NO_DOCUMENT.test(entry.name))
      files.push(full)
  }
  const parts: { name: string, files: string[] }[] = files.map(file => ({ name: path.basename(file), files: [file] }))
  for (const inner of folders)
    parts.push({ name: path.basename(inner), files: await walk(inner, seen) })
  return parts.sort((a, b) => compareNames(a.name, b.name)).flatMap(part => part.files)
}

/** By name with numbers as numbers, an index before all others; the same on every machine. */
export function compareNames(a: string, b: string): number {
  const index = (name: string) => /^(?:index|readme|_index|introduction|intro)\.\w+$/i.test(name) ? 0 : 1
  if (index(a) !== index(b))
    return index(a) - index(b)
  const parts = (name: string) => name.toLowerCase().replace(/\.\w+$/, '').split(/(\d+)/)
  const [left, right] = [parts(a), parts(b)]
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const [x, y] = [left[i] ?? '', right[i] ?? '']
    if (x === y)
      continue
    return i % 2 ? Number(x || -1) - Number(y || -1) || (x < y ? -1 : 1) : x < y ? -1 : 1
  }
  return a < b ? -1 : a > b ? 1 : 0
}

/** Documents in the order of a table of contents: mdBook's and GitBook's SUMMARY.md, MkDocs' nav, Carpentries' episodes. */
async function tableOfContents(root: string): Promise<string[]> {
  const read = (name: string) => fs.readFile(path.join(root, name), 'utf8').catch(() => undefined)
  const summary = await read('SUMMARY.md') ?? await read('src/SUMMARY.md')
  if (summary !== undefined) {
    const base = await read('SUMMARY.md') === undefined ? path.join(root, 'src') : root
    return Array.from(summary.matchAll(/\]\(([^)#\s]+)/g), ([, target]) => path.resolve(base, decode(target!)))
  }
  for (const [name, folder] of [['mkdocs.yml', 'docs'], ['../mkdocs.yml', '.'], ['config.yaml', 'episodes'], ['../config.yaml', '.'], ['_toc.yml', '.']] as const) {
    const text = await read(name)
    const listed = text === undefined ? [] : namesIn(text)
    if (listed.length)
      return listed.flatMap(entry => ['', '.md'].map(ending => path.resolve(root, folder, `${entry}${ending}`)))
  }
  return []
}

function namesIn(yaml: string): string[] {
  try {
    // MkDocs writes tags of its own, which say nothing of the order.
    const value = parse(yaml.replace(/!!?[\w/.:-]+/g, ''), { logLevel: 'silent' }) as Record<string, unknown> | null
    const names: string[] = []
    const collect = (node: unknown) => {
      if (typeof node === 'string')
        names.push(node)
      else if (Array.isArray(node))
        node.forEach(collect)
      else if (node && typeof node === 'object')
        Object.values(node).forEach(collect)
    }
    collect(value?.nav ?? value?.episodes ?? [value?.root, value?.chapters, value?.parts])
    return names
  }
  catch {
    return []
  }
}

function decode(target: string): string {
  try {
    return decodeURIComponent(target)
  }
  catch {
    return target
  }
}
