import type { ResolvedSlidevOptions, SlidevServerOptions } from '@slidev/types'
import type { InlineConfig, UserConfig } from 'vite'
import type { Course } from '../course/course.ts'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { ViteSlidevPlugin } from '@slidev/cli'
import { mergeConfig, runnerImport } from 'vite'
import { throwProblems } from '../core/errors.ts'
import { setupProblems } from './build-problems.ts'
import { courseRootPlugin } from './packages-plugin.ts'
import { inProduction, keepNodeEnv } from './production.ts'
import { placesPlugin, scopeIds } from './same-anywhere.ts'

interface ViteConfigOptions {
  course: Course
  options: ResolvedSlidevOptions
  command: 'build' | 'serve'
  serverOptions?: SlidevServerOptions
}

/**
 * Vite's configuration for decks: what `vite.config.ts` of a course, its theme and addons says, then the toolkit's own,
 * then Slidev's plugins.
 * @throws UserError when one of the files, or one of `setup/`, cannot be loaded
 */
export async function deckViteConfig(
  own: InlineConfig,
  { course, options, command, serverOptions }: ViteConfigOptions,
): Promise<InlineConfig> {
  try {
    const written = await writtenConfig(options.roots, command)
    const { slidev, ...rest } = written
    // While a course is written, a component keeps its name when its text changes.
    const vue = command === 'build'
      ? {
          features: { componentIdGenerator: scopeIds(course.root) },
          // What an author has put aside is for nobody else, whatever compiler a theme's own plugins have loaded.
          template: { compilerOptions: { comments: false } },
        }
      : {}
    const merged = mergeConfig(rest as InlineConfig, own)
    return mergeConfig(merged, {
      configFile: false,
      plugins: [
        await ViteSlidevPlugin(options, mergeConfig(slidev ?? {}, { vue }), serverOptions),
        placesPlugin(course.root),
      ],
      server: { fs: { allow: [...course.folders] } },
    })
  }
  catch (error) {
    throwProblems(setupProblems(error, course))
    throw error
  }
}

async function writtenConfig(roots: readonly string[], command: 'build' | 'serve'): Promise<UserConfig> {
  const names = ['mjs', 'js', 'mts', 'ts'].map(ending => `vite.config.${ending}`)
  const files = roots.flatMap(root => names.map(name => path.join(root, name)).find(file => existsSync(file)) ?? [])
  const environment = { command, mode: command === 'build' ? 'production' : 'development' }
  // What a script loads stays loaded, and works as for the environment that it has met.
  const imported = command === 'build' ? inProduction : keepNodeEnv
  let config: UserConfig = {}
  for (const file of files) {
    // Vite's own way to load it finds no packages but those of the file's folder; this one takes the process for one
    // that develops.
    const { module } = await imported(() => runnerImport<{ default: unknown }>(file, {
      configFile: false,
      logLevel: 'silent',
      plugins: [courseRootPlugin()],
    }))
    const written: unknown = await module.default
    config = mergeConfig(config, await (typeof written === 'function' ? written(environment) : written) as UserConfig)
  }
  return config
}
