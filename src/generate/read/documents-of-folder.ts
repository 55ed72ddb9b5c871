import type { Problem } from '../../core/errors.ts'
import type { PlacedDocument } from './document-order.ts'
import type { OmittedFile } from './find-documents.ts'
import type { Furniture } from './html/site-furniture.ts'
import type { Surroundings } from './read-document.ts'
import type { CourseDocument, ReadOptions, Sources } from './read-folder.ts'
import type { Contents } from './table-of-contents.ts'
import { statSync } from 'node:fs'
import path from 'node:path'
import { displayPath, UserError } from '../../core/errors.ts'
import { mapPool } from '../../core/map-pool.ts'
import { titleInSettings } from './course-title.ts'
import { decode } from './decode.ts'
import { inOrder, placeIn } from './document-order.ts'
import { compareNames, findDocuments } from './find-documents.ts'
import { formatOfName } from './formats.ts'
import { furnitureOf } from './html/site-furniture.ts'
import { includedFiles } from './included-files.ts'
import { MADE_SITE } from './other-files.ts'
import { pagesAgain } from './pages-again.ts'
import { readBytes } from './read-bytes.ts'
import { openDocument } from './read-document.ts'

/** Documents that are read at once: programs that convert them have a process each. */
const AT_ONCE = 4
/** Fewer pages repeat too much by chance. */
const MIN_PAGES = 5
/** Marks of a page that others are made with. */
const TEMPLATE = new RegExp([
  String.raw`\{%-?\s*(?:extends|block|include|for|if|set|load)\b`,
  String.raw`\{\{-?\s*(?:define|block|template|partial|range|with|\.)`,
].join('|'))

interface ReadDocument extends PlacedDocument {
  document: CourseDocument
}

/**
 * Reads all documents of a folder, in the order of its table of contents or of their names.
 * @throws UserError for a folder without documents
 */
export async function readFolder(
  folder: string,
  contents: Contents | undefined,
  { onRead }: ReadOptions,
): Promise<Sources> {
  const found = findDocuments(folder)
  const omitted = [...found.omitted]
  const listed = contents ? listedFiles(folder, contents, omitted) : []
  const others = withoutIncluded(folder, otherFiles(found.files, listed, contents, omitted), listed, omitted)
  const titles = new Map(contents?.files.map(({ path, title }) => [path, title]))
  const files = [...listed, ...others]
  const furniture = furnitureIn(folder, files)
  let done = 0
  const read = await mapPool(files, AT_ONCE, async (file): Promise<ReadDocument[]> => {
    const result = await readOne(folder, file, { title: titles.get(file), furniture, root: folder }, omitted)
    onRead?.(++done, files.length)
    return result ? [{ ...result, place: found.places.get(file) ?? result.place }] : []
  })
  const [first, last] = [read.slice(0, listed.length).flat(), inOrder(read.slice(listed.length).flat(), found.places)]
  const all = [...first, ...last].map(({ document }) => document)
  const again = pagesAgain(all)
  omitted.push(...again)
  omitted.sort((a, b) => compareNames(a.path, b.path))
  const documents = all.filter(({ path }) => !again.some(page => page.path === path))
  if (!documents.length)
    throw UserError.of([noDocument(folder, omitted), ...wantedProblems(folder, omitted)])
  const unlistedFiles = last.map(({ path }) => path).filter(path => !again.some(page => page.path === path))
  const unlisted = listed.length && unlistedFiles.length
    ? { contents: contents!.name ?? 'the table of contents', files: unlistedFiles }
    : undefined
  return { documents, omitted, unlisted, title: contents?.title ?? titleInSettings(folder) ?? titleOfIndex(all) }
}

async function readOne(
  folder: string,
  name: string,
  surroundings: Surroundings,
  omitted: OmittedFile[],
): Promise<ReadDocument | undefined> {
  const file = path.join(folder, name)
  try {
    const bytes = readBytes(file)
    const why = whyNoPage(name, bytes)
    if (why)
      return void omitted.push({ path: name, why })
    const document = await openDocument({ file, bytes }, surroundings)
    return { path: name, place: placeIn(bytes), document: { ...document, path: name } }
  }
  catch (error) {
    if (!(error instanceof UserError))
      throw error
    const [{ message, hint }] = error.problems as [UserError['problems'][number]]
    const isEmpty = message.endsWith('is empty.')
    omitted.push({ path: name, why: message.replace(/\.$/, ''), ...!isEmpty && { hint, wanted: true } })
  }
}

/** Why an HTML file is no page that people read. */
function whyNoPage(name: string, bytes: Uint8Array): string | undefined {
  if (formatOfName(name) !== 'html')
    return undefined
  const text = new TextDecoder('latin1').decode(bytes)
  if (TEMPLATE.test(text))
    return 'a template that pages are made with'
  if (/<meta[^>]*http-equiv=["']?refresh/i.test(text) && text.length < 2000)
    return 'only leads to another page'
}

function furnitureIn(folder: string, files: readonly string[]): Furniture {
  const pages = files.filter(file => formatOfName(file) === 'html')
  return pages.length < MIN_PAGES ? new Set() : furnitureOf(pagesOf(folder, pages))
}

function* pagesOf(folder: string, files: readonly string[]): Generator<string> {
  for (const name of files) {
    const file = path.join(folder, name)
    try {
      yield decode(readBytes(file), file)
    }
    catch (error) {
      // What cannot be read is told when it is read for itself.
      if (!(error instanceof UserError))
        throw error
    }
  }
}

/**
 * Documents that no table of contents names: those beside the others come after them, those elsewhere are left out.
 */
function otherFiles(
  files: readonly string[],
  listed: readonly string[],
  contents: Contents | undefined,
  omitted: OmittedFile[],
): string[] {
  const names = new Set(listed)
  const others = files.filter(file => !names.has(file))
  if (!contents || !listed.length)
    return others
  const { base = '.', name = 'the table of contents' } = contents
  const isBeside = (file: string) => base === '.' || file.startsWith(`${base}/`)
  const why = `lies outside of ${base}/, whose documents ${name} lists`
  omitted.push(...others.filter(file => !isBeside(file)).map(path => ({ path, why, isText: true })))
  return others.filter(isBeside)
}

/** Without documents that others include, so that no text becomes slides twice. */
function withoutIncluded(
  folder: string,
  files: readonly string[],
  listed: readonly string[],
  omitted: OmittedFile[],
): string[] {
  const included = includedFiles(folder, [...listed, ...files])
  return files.filter((file) => {
    const by = included.get(file)
    if (by !== undefined)
      omitted.push({ path: file, why: `${by} includes it`, isText: true })
    return by === undefined
  })
}

const INDEX = /^(?:index|readme|_index)\.\w+$/i

/** The title of the folder's own index page. */
function titleOfIndex(documents: readonly CourseDocument[]): string | undefined {
  return documents.find(({ path }) => INDEX.test(path))?.title
}

function noDocument(folder: string, omitted: readonly OmittedFile[]): Problem {
  const site = omitted.find(({ why }) => why === MADE_SITE)
  if (site) {
    const hint = `Name the folder itself, to make lectures of its pages: ${displayPath(path.join(folder, site.path))}.`
    return { message: `There is no document in ${displayPath(folder)}, only a site that a program has made.`, hint }
  }
  const hint = 'Give a folder with documents: Markdown, HTML, text, Word, notebooks, AsciiDoc, reStructuredText.'
  return { message: `There is no document in ${displayPath(folder)}.`, hint }
}

function wantedProblems(folder: string, omitted: readonly OmittedFile[]): Problem[] {
  const wanted = omitted.filter(({ wanted, hint }) => wanted || hint)
  return wanted.map(({ path: name, why, hint }) =>
    ({ message: `${sentenceOf(why)}.`, hint, file: path.join(folder, name) }))
}

/** "This document is empty" stays as it is, "a PDF file" becomes "It is a PDF file". */
function sentenceOf(why: string): string {
  return /^[a-z]/.test(why) ? `It is ${why}` : why
}

/** The files of a table of contents that are there; those that are not are added to `omitted`. */
function listedFiles(folder: string, { files }: Contents, omitted: OmittedFile[]): string[] {
  const isThere = (file: string) => statSync(path.join(folder, file), { throwIfNoEntry: false })?.isFile()
  const paths = files.map(({ path }) => path)
  const missing = paths.filter(file => !isThere(file))
  const why = 'the table of contents names it, but it is not there'
  omitted.push(...missing.map(path => ({ path, why, wanted: true })))
  return paths.filter(isThere)
}
