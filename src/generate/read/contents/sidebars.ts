import type { Contents, ListedFile } from '../table-of-contents.ts'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { compareNames } from '../find-documents.ts'
import { formatOfName } from '../formats.ts'

const ENDINGS = ['md', 'mdx']

/** Where the documents of Docusaurus lie, relative to its `sidebars.js`. */
export function sidebarFolder(file: string): string {
  const folder = path.dirname(file)
  return ['docs', '../docs', '.'].find(name => existsSync(path.join(folder, name))) ?? '.'
}

/**
 * The documents that a `sidebars.js` of Docusaurus names, in order. It is read as text, and never run: its texts that
 * are names of documents are the list.
 */
export function readSidebars(file: string): Contents | undefined {
  const folder = path.join(path.dirname(file), sidebarFolder(file))
  const ids = idsOfDocuments(folder)
  const text = withoutComments(readFileSync(file, 'utf8'))
  const files = Array.from(text.matchAll(/(dirName['"]?\s*:\s*)?(["'`])([^"'`\n]+)\2/g), ([, isFolder, , value = '']) =>
    isFolder ? below(folder, value) : ids.get(value) ?? [])
  const seen = new Set<string>()
  const names = files.flat().filter(name => !seen.has(name) && seen.add(name))
  const listed = names.map((name): ListedFile => ({ path: path.posix.join(sidebarFolder(file), name) }))
  return listed.length ? { files: listed } : undefined
}

function withoutComments(script: string): string {
  return script.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')
}

/** Documents by their ids: their paths without numbers and endings, or what their front matter says. */
function idsOfDocuments(folder: string): Map<string, string> {
  const ids = new Map<string, string>()
  for (const file of documentsIn(folder)) {
    const plain = file.replace(/\.\w+$/, '')
    const own = /^---\n(?:(?!---).*\n)*?id:\s*["']?([\w./-]+)/.exec(readFileSync(path.join(folder, file), 'utf8'))?.[1]
    const withoutNumbers = plain.replace(/(^|\/)\d+[-_. ]+/g, '$1')
    for (const id of [plain, withoutNumbers, ...own ? [path.posix.join(path.posix.dirname(withoutNumbers), own)] : []])
      ids.set(id, file)
  }
  return ids
}

function documentsIn(folder: string): string[] {
  const all = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(file => file.replaceAll('\\', '/'))
  return all
    .filter(file => !file.includes('node_modules') && ENDINGS.includes(file.split('.').at(-1)!))
    .filter(file => formatOfName(file) && statSync(path.join(folder, file)).isFile())
    .sort(compareNames)
}

function below(folder: string, name: string): string[] {
  const start = name === '.' ? '' : `${name.replace(/^\.\//, '')}/`
  return documentsIn(folder).filter(file => file.startsWith(start))
}
