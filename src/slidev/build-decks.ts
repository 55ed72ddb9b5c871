import type { PreRenderedAsset } from 'rolldown'
import type { Plugin } from 'vite'
import type { Course } from '../course/course.ts'
import type { Audience } from '../shared/audience.ts'
import type { DeckInputs } from './inputs-plugin.ts'
import { build } from 'vite'
import { throwProblems } from '../core/errors.ts'
import { hostedName } from '../core/host-names.ts'
import { fontAssetName } from '../fonts/course-sheets.ts'
import { buildProblems } from './build-problems.ts'
import { clientPlugin } from './client-plugin.ts'
import { deckPage, decksPlugin } from './decks-plugin.ts'
import { fontsPlugin } from './fonts-plugin.ts'
import { inputsPlugin } from './inputs-plugin.ts'
import { linksPlugin } from './links-plugin.ts'
import { lookPlugin } from './look-plugin.ts'
import { resolveCourse } from './options.ts'
import { courseRootPlugin } from './packages-plugin.ts'
import { preloadPlugin } from './preload-plugin.ts'
import { inProduction } from './production.ts'
import { deckViteConfig } from './vite-config.ts'
import { tellWebFonts } from './web-fonts.ts'

export interface BuildDecksOptions {
  /** Folder that is written; it is emptied first. */
  out: string
  /** Public base path, or `./` for any. */
  base: string
  audience: Audience
  /** Called with the number of modules that are done, now and then. */
  onProgress?: (modules: number) => void
}

/**
 * Builds the decks of all lectures of a course in one Vite build: `<slug>/deck/index.html` and one shared `assets/`.
 * @returns what they were made from
 * @throws UserError with each slide and component of the course that cannot be compiled
 */
export async function buildDecks(
  course: Course,
  { out, base, audience, onProgress }: BuildDecksOptions,
): Promise<DeckInputs> {
  const options = await resolveCourse(course, { mode: 'build', audience })
  const { plugin, inputs } = inputsPlugin(options)
  const config = await deckViteConfig({
    root: course.root,
    base,
    logLevel: 'silent',
    plugins: [
      decksPlugin(() => course, options),
      clientPlugin(),
      lookPlugin(course, options),
      courseRootPlugin(),
      fontsPlugin(() => course),
      linksPlugin(() => course),
      preloadPlugin(course),
      plugin,
      ...onProgress ? [progressPlugin(onProgress)] : [],
    ],
    define: { __VUE_PROD_DEVTOOLS__: 'false' },
    build: {
      outDir: out,
      emptyOutDir: true,
      chunkSizeWarningLimit: 4000,
      reportCompressedSize: false,
      rollupOptions: {
        input: Object.fromEntries(course.lectures.map(lecture => [lecture.slug, deckPage(course, lecture)])),
        output: { sanitizeFileName: hostedName, assetFileNames },
      },
    },
  }, { course, options, command: 'build' })
  const stopTelling = tellWebFonts()
  await inProduction(() => build(config)).catch((error: unknown) => {
    throwProblems(buildProblems(error, course))
    throw error
  }).finally(stopTelling)
  return inputs()
}

function assetFileNames({ names, source }: PreRenderedAsset): string {
  const [name] = names
  return name?.endsWith('.woff2') && typeof source !== 'string'
    ? `assets/${fontAssetName(name, source)}`
    : 'assets/[name]-[hash][extname]'
}

function progressPlugin(onProgress: (modules: number) => void): Plugin {
  let modules = 0
  return {
    name: 'docent:progress',
    moduleParsed() {
      onProgress(++modules)
    },
  }
}
