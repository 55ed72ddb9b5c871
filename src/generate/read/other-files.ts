import type { OmittedFile } from './find-documents.ts'
import { Buffer } from 'node:buffer'
import { closeSync, existsSync, openSync, readSync } from 'node:fs'
import path from 'node:path'
import { anyOf, wordList } from '../text/patterns.ts'
import { formatOfName } from './formats.ts'
import { unreadableByName } from './unreadable.ts'

/** Folders in which programs keep what they need, in lower case. */
const PROGRAM_FOLDERS = new Set(wordList(`
  node_modules bower_components jspm_packages __pycache__ venv env site-packages renv __macosx
`))
/** Folders of what pages are made of: their frames, styles and scripts. */
const PART_FOLDERS = new Set(wordList(`
  _layouts _includes _sass _plugins _templates _static _themes _data _theme _assets _images _resources
`))
/** Folders that programs write a finished site into. */
const OUTPUT_FOLDERS = new Set(wordList('_build _site _book _modules _sources'))
/** Folders that programs write a finished site into where they hold what such a site has. */
const PERHAPS_OUTPUT = new Set(wordList('build dist site target out public book html'))
const SITE_FILES = [
  'objects.inv',
  'searchindex.js',
  'search_index.json',
  'search/search_index.json',
  'sitemap.xml',
  '.buildinfo',
  'html/objects.inv',
  'html/.buildinfo',
  'book.js',
  'CACHEDIR.TAG',
]

/** Why a folder that a program has written a site into is not entered. */
export const MADE_SITE = 'a site that a program has made'

/** Why a folder is not entered, or undefined where it is. */
export function whyNotFolder(folder: string): string | undefined {
  const name = path.basename(folder).toLowerCase()
  if (name.startsWith('.'))
    return 'hidden'
  if (PROGRAM_FOLDERS.has(name) && (name !== 'env' || existsSync(path.join(folder, 'pyvenv.cfg'))))
    return 'packages of programs, not documents'
  if (PART_FOLDERS.has(name))
    return 'parts that pages are made of'
  const isOutput = OUTPUT_FOLDERS.has(name)
    || (PERHAPS_OUTPUT.has(name) && SITE_FILES.some(file => existsSync(path.join(folder, file))))
  return isOutput ? MADE_SITE : undefined
}

/** Files about a project that are by custom in capitals: `security.md` can be a lecture, `SECURITY.md` is none. */
const PROJECT_FILES = new RegExp(`^${anyOf(wordList(`
  CONTRIBUTING CODE_OF_CONDUCT CODE-OF-CONDUCT CHANGELOG CHANGES SECURITY AUTHORS CITATION MAINTAINERS CODEOWNERS
  NOTICE PULL_REQUEST_TEMPLATE ISSUE_TEMPLATE SUPPORT
`))}(?:\\.\\w+)?$`)
const LICENCE = /^(?:licen[cs]e|copying|unlicense)(?:[-.](?:mit|apache|bsd|gpl|cc|code|docs?|text))?(?:\.\w+)?$/i
/** Text that programs read. */
const FOR_PROGRAMS = /^(?:robots|humans|llms|llms-full|ads|security|cmakelists|requirements[\w.-]*)\.txt$/i
const MADE_PAGES = /^(?:genindex(?:-\w+)?|py-modindex|modindex|search)\.html?$/i

type Why = Omit<OmittedFile, 'path'>

/** Why a file is no document, or undefined where it is one. */
export function whyNotDocument(file: string): Why | undefined {
  const name = path.basename(file)
  const format = formatOfName(name)
  if (PROJECT_FILES.test(name) || LICENCE.test(name))
    return { why: 'about the project, not of the course', isText: true }
  if (/^(?:mkdocs\.ya?ml|_quarto\.yml|_toc\.yml|sidebars\.[jt]s)$/.test(name))
    return { why: 'the table of contents' }
  if (!format)
    return whyUnknown(file)
  if (/^404\./.test(name))
    return { why: 'shown for addresses that are not there' }
  if (/^summary\.md$/i.test(name) || (format === 'asciidoc' && /^nav\.\w+$/.test(name)) || name === '_sidebar.md')
    return { why: 'the table of contents' }
  if (FOR_PROGRAMS.test(name) && (!/^requirements/i.test(name) || isRequirements(file)))
    return { why: 'for programs, not for readers' }
  if (MADE_PAGES.test(name))
    return { why: 'an index that a program has made' }
  if (/^(?:print|toc)\.html$/.test(name) && beginningOf(file).includes('generated using mdBook'))
    return { why: 'what other pages have, once more' }
  if (name.startsWith('_') && !name.startsWith('_index.'))
    return { why: 'its name begins with _, as parts do that other documents include', isText: true }
}

function whyUnknown(file: string): Why {
  const kind = unreadableByName(file)
  if (kind)
    return { why: kind.what, ...kind.what !== 'a picture' && { hint: kind.hint, isText: true } }
  return { why: 'no document' }
}

/** Lines such as `package>=1.2`, comments, and options of pip. */
const REQUIREMENT = /^(?:\s*|#.*|-.*|[\w.-]+(?:\[[\w,\s-]*\])?\s*(?:[~=!<>@;].*)?)$/

function isRequirements(file: string): boolean {
  const lines = beginningOf(file).split(/\r?\n/).slice(0, 40)
  return lines.every(line => REQUIREMENT.test(line))
}

const BEGINNING = 4000

function beginningOf(file: string): string {
  const bytes = Buffer.alloc(BEGINNING)
  const handle = openSync(file, 'r')
  try {
    return bytes.subarray(0, readSync(handle, bytes, 0, BEGINNING, 0)).toString('utf8')
  }
  finally {
    closeSync(handle)
  }
}
