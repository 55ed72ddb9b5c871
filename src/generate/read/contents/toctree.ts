import type { Contents, ListedFile } from '../table-of-contents.ts'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { compareNames } from '../find-documents.ts'

const ENDINGS = ['rst', 'md', 'txt', 'ipynb', 'adoc']
/** `.. toctree::` of reStructuredText, or a fence `{toctree}` of MyST. */
const OPENING = /^(\s*)(?:\.\. toctree::|(`{3,}|:{3,})\{toctree\})\s*$/

interface Entry {
  target: string
  title?: string
  isPattern: boolean
}

/** The documents that the toctrees of a Sphinx index name, each followed by those that it names itself. */
export function readToctree(file: string): Contents | undefined {
  if (!/toctree/.test(readFileSync(file, 'utf8')))
    return undefined
  const root = path.dirname(file)
  const files: ListedFile[] = []
  follow({ path: path.basename(file) }, root, files)
  return files.length > 1 ? { files } : undefined
}

function follow(listed: ListedFile, root: string, files: ListedFile[]): void {
  if (files.some(({ path }) => path === listed.path))
    return
  files.push(listed)
  for (const entry of entriesOf(readFileSync(path.join(root, listed.path), 'utf8'))) {
    for (const found of documentsOf(entry, listed.path, root))
      follow({ path: found, ...entry.title && { title: entry.title } }, root, files)
  }
}

/** What the toctrees of a document list. */
function entriesOf(text: string): Entry[] {
  const lines = text.split(/\r?\n/)
  return lines.flatMap((line, i) => {
    const [, indent, fence] = OPENING.exec(line) ?? []
    if (indent === undefined)
      return []
    const rest = lines.slice(i + 1)
    const isEnd = (next: string) => fence
      ? next.trim().startsWith(fence)
      : next.trim() !== '' && !next.startsWith(`${indent} `)
    const end = rest.findIndex(isEnd)
    const body = rest.slice(0, end < 0 ? undefined : end).map(entry => entry.trim())
    const isPattern = body.includes(':glob:')
    const entries = body.filter(entry => entry && !/^:[\w-]+:|^---$|^#|^\w+:\s/.test(entry))
    return entries.map(entry => entryOf(entry, isPattern))
  })
}

function entryOf(text: string, isPattern: boolean): Entry {
  const [, title, target] = /^([^<]*[^<\s])\s*<([^<>]+)>$/.exec(text) ?? []
  return { target: target ?? text, title, isPattern }
}

function documentsOf({ target, isPattern }: Entry, from: string, root: string): string[] {
  const name = target.startsWith('/') ? target.slice(1) : path.posix.join(path.posix.dirname(from), target)
  if (isPattern && /[*?[]/.test(target))
    return matching(name, root).filter(file => file !== from)
  const found = [name, ...ENDINGS.map(ending => `${name}.${ending}`)].find(file => isDocument(path.join(root, file)))
  return found === undefined ? [] : [found]
}

function isDocument(file: string): boolean {
  return ENDINGS.includes(path.extname(file).slice(1)) && statSync(file, { throwIfNoEntry: false })?.isFile() === true
}

/** Documents whose names a pattern of the shell stands for, in order. */
function matching(pattern: string, root: string): string[] {
  const source = pattern.replace(/[.+^${}()|\\]/g, '\\$&').replace(/\*/g, '[^/]*').replace(/\?/g, '[^/]')
  const test = new RegExp(`^${source}\\.(?:${ENDINGS.join('|')})$`)
  const folder = path.join(root, path.posix.dirname(pattern).replace(/[*?[].*$/, ''))
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(file => path.relative(root, path.join(folder, file)).replaceAll('\\', '/'))
    .filter(file => test.test(file))
    .sort(compareNames)
}
