import type { OutputAsset, OutputChunk, RolldownOutput } from 'rolldown'
import type { Course } from '../course/course.ts'
import { Buffer } from 'node:buffer'
import fs from 'node:fs/promises'
import path from 'node:path'
import vue from '@vitejs/plugin-vue'
import { build } from 'vite'
import { escapeHtml } from '../core/escape.ts'
import { hashValue } from '../core/inputs.ts'
import { toolkitRoot } from '../core/toolkit.ts'
import { wordsIn } from '../language/languages.ts'
import { directionOf } from '../shared/direction.ts'
import { withoutFonts, withPageFonts } from '../site/page-fonts.ts'
import { languagePlugin } from '../slidev/language-plugin.ts'
import { inProduction } from '../slidev/production.ts'

/** The pages of a talk. */
export interface LivePages {
  room: Buffer
  presenter: Buffer
  /** What they load, by name. */
  files: ReadonlyMap<string, Buffer>
}

const CLIENT = '/live/client/'

interface LivePagesOptions {
  /** Of the talk, as a BCP 47 tag. */
  language?: string
  /** Whose typefaces the presenter view has; those of the machine without it, as a page for phones has for its size. */
  course?: Course
}

/** Compiles the pages of a talk: for the people listening, and for the presenter. Nothing is written. */
export async function compileLivePages({ language = 'en', course }: LivePagesOptions = {}): Promise<LivePages> {
  const compiled = await inProduction(() => Promise.all([
    compile('room', language),
    compile('presenter', language).then(presenter => withFonts(presenter, course)),
  ]))
  const [room, presenter] = await Promise.all(compiled.map(({ name, files }) => pageOf(name, files, language)))
  return {
    room: room!,
    presenter: presenter!,
    files: new Map(compiled.flatMap(({ files }) => files.map(file => [file.fileName, file.content] as const))),
  }
}

interface File { fileName: string, content: Buffer, isEntry: boolean }

interface CompiledPage { name: string, files: File[] }

/** A page with the typefaces that its course's texts use. */
async function withFonts({ name, files }: CompiledPage, course: Course | undefined): Promise<CompiledPage> {
  if (!course)
    return { name, files }
  const isStyle = ({ fileName }: File) => fileName.endsWith('.css')
  const [sheet] = files.filter(isStyle)
  const { style, files: fonts } = await withPageFonts(String(sheet!.content), course, '.')
  return {
    name,
    files: [
      ...files.filter(file => !isStyle(file)),
      // Of another course it has another name, for browsers keep it.
      { fileName: `${name}-${hashValue(style).slice(0, 8)}.css`, content: Buffer.from(style), isEntry: false },
      ...Array.from(fonts, ([file, content]): File =>
        ({ fileName: file.slice(2), content: Buffer.from(content), isEntry: false })),
    ],
  }
}

async function compile(name: string, language: string): Promise<CompiledPage> {
  const { output } = await build({
    configFile: false,
    root: toolkitRoot,
    base: CLIENT,
    publicDir: false,
    logLevel: 'error',
    plugins: [languagePlugin(() => [language]), vue(), withoutFonts],
    define: { __VUE_PROD_DEVTOOLS__: 'false', __VUE_OPTIONS_API__: 'false' },
    build: {
      write: false,
      target: 'es2022',
      cssCodeSplit: false,
      modulePreload: false,
      reportCompressedSize: false,
      rollupOptions: {
        input: { [name]: path.join(toolkitRoot, `pages/client/${name}.ts`) },
        output: {
          entryFileNames: '[name]-[hash].js',
          chunkFileNames: '[name]-[hash].js',
          assetFileNames: `${name}-[hash][extname]`,
        },
      },
    },
  }) as RolldownOutput
  return {
    name,
    files: output.map(file => ({
      fileName: file.fileName,
      content: contentOf(file),
      isEntry: file.type === 'chunk' && file.isEntry,
    })),
  }
}

async function pageOf(name: string, files: readonly File[], language: string): Promise<Buffer> {
  const html = await fs.readFile(path.join(toolkitRoot, `pages/${name}.html`), 'utf8')
  const head = files.flatMap((file) => {
    const address = CLIENT + file.fileName
    if (file.fileName.endsWith('.css'))
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

function contentOf(file: OutputChunk | OutputAsset): Buffer {
  return Buffer.from(file.type === 'chunk' ? file.code : file.source)
}
