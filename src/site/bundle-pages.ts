// Vite and Vue's compiler are slow to load, so that whoever has the bundles kept does not come here.
import type { OutputAsset, OutputChunk, RolldownOutput } from 'rolldown'
import type { InlineConfig, Plugin } from 'vite'
import { Buffer } from 'node:buffer'
import path from 'node:path'
import vue from '@vitejs/plugin-vue'
import { build } from 'vite'
import { hostedName } from '../core/host-names.ts'
import { toolkitRoot } from '../core/toolkit.ts'
import { languagePlugin } from '../slidev/language-plugin.ts'
import { keepNodeEnv } from '../slidev/production.ts'
import { withoutFonts } from './page-fonts.ts'

/**
 * The pages' components, scripts and styles, which are the same for every course in a language, ready to be kept as
 * JSON.
 */
export interface BundledPages {
  /** Code of a module for Node that renders pages. */
  render: string
  /** Files that pages load, by their path below the site; those that are no text in Base64. */
  files: Record<string, { text: string } | { base64: string }>
  /** Styles, with a place for each sheet of typefaces. */
  style: string
  /** The file with styles for pages with a recording, besides. */
  talkStyle: string
  siteScript: string
  companionScript: string
  serviceWorker: string
  /** Absolute paths of all sources. */
  sources: string[]
}

const entries = {
  styles: 'pages/styles.ts',
  site: 'pages/client/site.ts',
  companion: 'pages/client/companion.ts',
}

/** Leaves out the styles of some components. */
function withoutStyles(isLeftOut: (id: string) => boolean): Plugin {
  return {
    name: 'docent:without-styles',
    enforce: 'pre',
    resolveId: id => id.includes('?vue&type=style') && isLeftOut(id) ? '\0docent:no-style' : null,
    load: id => id === '\0docent:no-style' ? '' : null,
  }
}

/** Their styles are those of pages with a recording alone. */
const isOfTalks = (id: string) => id.replaceAll('\\', '/').includes('/pages/parts/talk/')

/**
 * Compiles the Vue components of pages for Node, and their styles and scripts for browsers. Nothing is written.
 * @param languages in which the scripts speak, as BCP 47 tags
 */
export async function bundlePages(languages: readonly string[]): Promise<BundledPages> {
  const sources = new Set<string>()
  const [render, client, talk, worker] = await keepNodeEnv(() => Promise.all([
    bundle({ render: 'pages/render.ts' }, sources, {
      // Rendering needs none.
      plugins: [withoutStyles(() => true), vue()],
      ssr: { noExternal: true },
      build: { ssr: true, target: 'node20', minify: false, rollupOptions: { output: { codeSplitting: false } } },
    }),
    bundle(entries, sources, {
      plugins: [languagePlugin(() => languages), withoutStyles(isOfTalks), vue(), withoutFonts],
    }),
    bundle({ talk: 'pages/talk-styles.ts' }, sources, { plugins: [languagePlugin(() => languages), vue()] }),
    bundle({ sw: 'pages/client/service-worker.ts' }, sources, {
      plugins: [vue()],
      build: { rollupOptions: { output: { format: 'iife' } } },
    }),
  ]))
  const style = sheetIn(client)
  const talkStyle = sheetIn(talk)
  // The styles are a script's to Vite, which has no other code.
  const files = [...client.filter(file => file !== entry(client, 'styles') && file !== style), talkStyle]
  return {
    render: entry(render, 'render').code,
    files: Object.fromEntries(files.map(file => [file.fileName, contentOf(file)])),
    style: String(style.source),
    talkStyle: talkStyle.fileName,
    siteScript: entry(client, 'site').fileName,
    companionScript: entry(client, 'companion').fileName,
    serviceWorker: entry(worker, 'sw').code,
    sources: [...sources].sort(),
  }
}

function contentOf(file: OutputChunk | OutputAsset): BundledPages['files'][string] {
  const content = file.type === 'chunk' ? file.code : file.source
  return typeof content === 'string' ? { text: content } : { base64: Buffer.from(content).toString('base64') }
}

function entry(output: readonly (OutputChunk | OutputAsset)[], name: string): OutputChunk {
  return found(output.filter(file => file.type === 'chunk').find(file => file.isEntry && file.name === name))
}

function sheetIn(output: readonly (OutputChunk | OutputAsset)[]): OutputAsset {
  return found(output.filter(file => file.type === 'asset').find(({ fileName }) => fileName.endsWith('.css')))
}

function found<T>(file: T | undefined): T {
  if (file === undefined)
    throw new Error('Vite has left out a part of the pages')
  return file
}

function fileOf(id: string): string {
  return path.normalize(id.split('?')[0]!)
}

async function bundle(
  input: Record<string, string>,
  sources: Set<string>,
  { plugins = [], ssr, build: { rollupOptions, ...options } = {} }: InlineConfig,
): Promise<RolldownOutput['output']> {
  const notingSources: Plugin = {
    name: 'docent:sources',
    buildEnd() {
      Array.from(this.getModuleIds(), fileOf).filter(path.isAbsolute).forEach(file => sources.add(file))
    },
  }
  const { output } = await build({
    configFile: false,
    root: toolkitRoot,
    base: './',
    publicDir: false,
    logLevel: 'error',
    plugins: [...plugins, notingSources],
    ssr,
    build: {
      write: false,
      target: 'es2022',
      cssCodeSplit: false,
      assetsInlineLimit: 0,
      modulePreload: false,
      reportCompressedSize: false,
      ...options,
      rollupOptions: {
        input: Object.fromEntries(Object.entries(input).map(([name, file]) => [name, path.join(toolkitRoot, file)])),
        output: {
          sanitizeFileName: hostedName,
          entryFileNames: 'assets/[name]-[hash].js',
          chunkFileNames: 'assets/[name]-[hash].js',
          assetFileNames: 'assets/[name]-[hash][extname]',
          ...rollupOptions?.output,
        },
      },
    },
  }) as RolldownOutput
  return output
}
