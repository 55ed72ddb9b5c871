import type { OutputAsset, OutputChunk, RolldownOutput } from 'rolldown'
import type { Plugin } from 'vite'
import type { Course } from '../course/course.ts'
import path from 'node:path'
import vue from '@vitejs/plugin-vue'
import { build, runnerImport } from 'vite'
import { hostedName } from '../core/host-names.ts'
import { toolkitRoot } from '../core/toolkit.ts'
import { fontsPlugin } from '../slidev/fonts-plugin.ts'
import { keepNodeEnv } from '../slidev/production.ts'

type RenderPages = typeof import('../../pages/render.ts')

/** The pages of the site, ready to be rendered. */
export interface CompiledPages {
  render: RenderPages
  /** Files that pages load, by their path below the site, e.g. `assets/site-B3f.js`. */
  files: ReadonlyMap<string, string | Uint8Array>
  style: string
  /** Styles for pages with a recording, besides. */
  talkStyle: string
  /** The typeface of running text. */
  fonts: string[]
  siteScript: string
  companionScript: string
  /** Code of the service worker. */
  serviceWorker: string
}

const TEXT_FONT = /source-sans-3-latin-wght-normal[^/]*\.woff2$/

const entries = {
  styles: 'pages/styles.ts',
  site: 'pages/client/site.ts',
  companion: 'pages/client/companion.ts',
}

/** Rendering needs no styles, and Vite's runner cannot load them. */
const withoutStyles: Plugin = {
  name: 'docent:without-styles',
  enforce: 'pre',
  resolveId: id => id.includes('?vue&type=style') ? '\0docent:no-style' : null,
  load: id => id === '\0docent:no-style' ? '' : null,
}

/**
 * Compiles the Vue components of pages for this process, and their styles and scripts for browsers. Nothing is written.
 */
export async function compilePages(course: Course): Promise<CompiledPages> {
  const [{ module: render }, client, talk, worker] = await keepNodeEnv(() => Promise.all([
    runnerImport<RenderPages>(path.join(toolkitRoot, 'pages/render.ts'), {
      configFile: false,
      root: toolkitRoot,
      logLevel: 'error',
      plugins: [withoutStyles, vue()],
    }),
    bundle(course, entries, 'es'),
    bundle(course, { talk: 'pages/talk-styles.ts' }, 'es'),
    bundle(course, { sw: 'pages/client/service-worker.ts' }, 'iife'),
  ]))
  // The styles are a script's to Vite, which has no other code.
  const files = [...client.filter(file => file !== entry(client, 'styles')), ...talk.filter(isSheet)]
  return {
    render,
    files: new Map(files.map(file => [file.fileName, file.type === 'chunk' ? file.code : file.source])),
    style: found(client.find(isSheet)).fileName,
    talkStyle: found(talk.find(isSheet)).fileName,
    fonts: files.map(({ fileName }) => fileName).filter(name => TEXT_FONT.test(name)),
    siteScript: entry(client, 'site').fileName,
    companionScript: entry(client, 'companion').fileName,
    serviceWorker: entry(worker, 'sw').code,
  }
}

function entry(output: readonly (OutputChunk | OutputAsset)[], name: string): OutputChunk {
  return found(output.filter(file => file.type === 'chunk').find(file => file.isEntry && file.name === name))
}

function isSheet({ type, fileName }: OutputChunk | OutputAsset): boolean {
  return type === 'asset' && fileName.endsWith('.css')
}

function found<T>(file: T | undefined): T {
  if (file === undefined)
    throw new Error('Vite has left out a part of the pages')
  return file
}

async function bundle(
  course: Course,
  input: Record<string, string>,
  format: 'es' | 'iife',
): Promise<RolldownOutput['output']> {
  const result = await build({
    configFile: false,
    root: toolkitRoot,
    base: './',
    publicDir: false,
    logLevel: 'error',
    plugins: [vue(), fontsPlugin(() => course)],
    build: {
      write: false,
      target: 'es2022',
      cssCodeSplit: false,
      assetsInlineLimit: 0,
      modulePreload: false,
      reportCompressedSize: false,
      rollupOptions: {
        input: Object.fromEntries(Object.entries(input).map(([name, file]) => [name, path.join(toolkitRoot, file)])),
        output: {
          format,
          sanitizeFileName: hostedName,
          entryFileNames: 'assets/[name]-[hash].js',
          chunkFileNames: 'assets/[name]-[hash].js',
          assetFileNames: 'assets/[name]-[hash][extname]',
        },
      },
    },
  })
  return (result as RolldownOutput).output
}
