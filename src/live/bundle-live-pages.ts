// Vite and Vue's compiler are slow to load, so that whoever has the bundles kept does not come here.
import type { OutputAsset, OutputChunk, RolldownOutput } from 'rolldown'
import type { Plugin } from 'vite'
import { Buffer } from 'node:buffer'
import path from 'node:path'
import vue from '@vitejs/plugin-vue'
import { build } from 'vite'
import { toolkitRoot } from '../core/toolkit.ts'
import { withoutFonts } from '../site/page-fonts.ts'
import { languagePlugin } from '../slidev/language-plugin.ts'
import { inProduction } from '../slidev/production.ts'
import { CLIENT } from './room-answers.ts'

/** What a page of a talk loads, ready to be kept as JSON. */
export interface BundledFile {
  fileName: string
  base64: string
  /** Whether the page names it, and not another file. */
  isEntry: boolean
}

export interface BundledLivePages {
  room: BundledFile[]
  /** With a place for each sheet of typefaces in its styles. */
  presenter: BundledFile[]
  /** Absolute paths of all sources. */
  sources: string[]
}

/**
 * Bundles the scripts and styles of the pages of a talk. Nothing is written.
 * @param language in which they speak, as a BCP 47 tag
 */
export async function bundleLivePages(language: string): Promise<BundledLivePages> {
  const sources = new Set<string>()
  const [room, presenter] = await inProduction(() =>
    Promise.all([bundle('room', language, sources), bundle('presenter', language, sources)]))
  return { room, presenter, sources: [...sources].sort() }
}

async function bundle(name: string, language: string, sources: Set<string>): Promise<BundledFile[]> {
  const notingSources: Plugin = {
    name: 'docent:sources',
    buildEnd() {
      const files = Array.from(this.getModuleIds(), id => path.normalize(id.split('?')[0]!))
      files.filter(path.isAbsolute).forEach(file => sources.add(file))
    },
  }
  const { output } = await build({
    configFile: false,
    root: toolkitRoot,
    base: CLIENT,
    publicDir: false,
    logLevel: 'error',
    plugins: [languagePlugin(() => [language]), vue(), withoutFonts, notingSources],
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
  return output.map(file => ({
    fileName: file.fileName,
    base64: contentOf(file).toString('base64'),
    isEntry: file.type === 'chunk' && file.isEntry,
  }))
}

function contentOf(file: OutputChunk | OutputAsset): Buffer {
  return Buffer.from(file.type === 'chunk' ? file.code : file.source)
}
