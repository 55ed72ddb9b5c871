import type { Course } from '../course/course.ts'
import type { BundledFile, BundledLivePages } from './bundle-live-pages.ts'
import { Buffer } from 'node:buffer'
import fs from 'node:fs/promises'
import path from 'node:path'
import { escapeHtml } from '../core/escape.ts'
import { hashValue } from '../core/inputs.ts'
import { keptOrMade } from '../core/kept.ts'
import { toolkitCache } from '../core/toolkit-cache.ts'
import { toolkitRoot } from '../core/toolkit.ts'
import { wordsIn } from '../language/languages.ts'
import { directionOf } from '../shared/direction.ts'
import { PAGE_FOLDERS } from '../site/kept-bundles.ts'
import { withPageFonts } from '../site/page-fonts.ts'
import { CLIENT } from './room-answers.ts'

/** The pages of a talk. */
export interface LivePages {
  room: Buffer
  presenter: Buffer
  /** What they load, by name. */
  files: ReadonlyMap<string, Buffer>
}

/** Raised when bundles are made in another way. */
const FORMAT = 1

interface LivePagesOptions {
  /** Of the talk, as a BCP 47 tag. */
  language?: string
  /** Whose typefaces the presenter view has; those of the machine without it, as a page for phones has for its size. */
  course?: Course
}

/**
 * The pages of a talk: for the people listening, and for the presenter. Their scripts and styles are those of the last
 * talk where nothing of the toolkit has changed since.
 */
export async function livePages({ language = 'en', course }: LivePagesOptions = {}): Promise<LivePages> {
  const bundles = await keptBundles(language, course?.root ?? toolkitRoot)
  const room = filesOf(bundles.room)
  const presenter = await withFonts(filesOf(bundles.presenter), course)
  return {
    room: await pageOf('room', room, language),
    presenter: await pageOf('presenter', presenter, language),
    files: new Map([...room, ...presenter].map(({ fileName, content }) => [fileName, content])),
  }
}

function keptBundles(language: string, root: string): Promise<BundledLivePages> {
  const file = path.join(toolkitCache('live-pages', root), `bundles-${hashValue(language).slice(0, 8)}.json`)
  return keptOrMade(file, FORMAT, async () => {
    const { bundleLivePages } = await import('./bundle-live-pages.ts')
    const made = await bundleLivePages(language)
    return { made, from: { files: made.sources, folders: PAGE_FOLDERS, environment: [] } }
  })
}

interface File extends Pick<BundledFile, 'fileName' | 'isEntry'> { content: Buffer }

function filesOf(files: readonly BundledFile[]): File[] {
  return files.map(({ base64, ...file }) => ({ ...file, content: Buffer.from(base64, 'base64') }))
}

/** The files of the presenter view with the typefaces that its course's texts use. */
async function withFonts(files: File[], course: Course | undefined): Promise<File[]> {
  const sheet = files.find(isStyle)
  if (!course || !sheet)
    return files
  const { style, files: fonts } = await withPageFonts(String(sheet.content), course, '.')
  return [
    ...files.filter(file => file !== sheet),
    // Of another course it has another name, for browsers keep it.
    { fileName: `presenter-${hashValue(style).slice(0, 8)}.css`, content: Buffer.from(style), isEntry: false },
    ...Array.from(fonts, ([file, content]): File =>
      ({ fileName: file.slice(2), content: Buffer.from(content), isEntry: false })),
  ]
}

function isStyle({ fileName }: File): boolean {
  return fileName.endsWith('.css')
}

async function pageOf(name: string, files: readonly File[], language: string): Promise<Buffer> {
  const html = await fs.readFile(path.join(toolkitRoot, `pages/${name}.html`), 'utf8')
  const head = files.flatMap((file) => {
    const address = CLIENT + file.fileName
    if (isStyle(file))
      return [`<link rel="stylesheet" href="${address}">`]
    return file.isEntry ? [`<script type="module" src="${address}"></script>`] : []
  })
  return Buffer.from(inLanguage(html, language).replace('<!--head-->', head.join('\n')))
}

/** The page with its words in the places that name them. */
function inLanguage(html: string, language: string): string {
  const { words: { room, presenter } } = wordsIn(language)
  const named: Readonly<Record<string, unknown>> = { ...presenter, ...room }
  return html.replace(/\{(\w+)\}/g, (whole, name: string) => name === 'language'
    ? ` lang="${escapeHtml(language)}"${directionOf(language) === 'rtl' ? ' dir="rtl"' : ''}`
    : escapeHtml(String(named[name] ?? whole)))
}
