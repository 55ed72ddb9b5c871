import type { ResolvedSlidevOptions } from '@slidev/types'
import type { Plugin } from 'vite'
import type { InputList } from '../core/inputs.ts'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { toolkitRoot } from '../core/toolkit.ts'
import { partsOf } from '../course/course-inputs.ts'
import { snippetFiles } from '../course/snippets.ts'
import { namedFiles } from './named-files.ts'

/** What decks were made from. */
export type DeckInputs = Pick<InputList, 'files' | 'folders' | 'environment'>

const GLOB = /import\.meta\.glob(?:<[^>]*>)?\(([^)]*)/g
const TEXT = /(['"`])([^'"`]+)\1/g
/** What an `.env` file takes from the environment. */
const EXPANDED = /\$\{?(\w+)/g

/** Notes every file that a build of decks reads, wherever it is: modules, and what these and its scripts name. */
export function inputsPlugin(options: ResolvedSlidevOptions): { plugin: Plugin, inputs: () => DeckInputs } {
  const files = new Set<string>()
  const globs = new Set<string>()
  return {
    plugin: {
      name: 'docent:inputs',
      enforce: 'pre',
      transform: {
        filter: { code: 'import.meta.glob' },
        handler(code, id) {
          const file = fileOf(id)
          if (file && !isPackaged(file))
            globFolders(code, file, options.userRoot).forEach(folder => globs.add(folder))
        },
      },
      buildEnd() {
        for (const id of this.getModuleIds()) {
          const file = fileOf(id)
          if (file)
            files.add(file)
        }
      },
    },
    inputs() {
      const roots = [...new Set(options.roots)].filter(root => root !== toolkitRoot)
      const authored = [...files].filter(file => !isPackaged(file) && !file.startsWith(toolkitRoot + path.sep))
      const named = namedFiles([...roots.flatMap(nodeScripts), ...authored], options.userRoot)
      const read = new Set([...files, ...Object.keys(options.data.watchFiles), ...snippets(options), ...named.files])
      return {
        files: read,
        folders: [
          ...roots.flatMap(partsOf),
          ...[...globs, ...named.folders].map(folder => ({ folder, deep: true })),
          // A file that comes to stand beside one that is read may be read in its place.
          ...foldersOf(read).map(folder => ({ folder, deep: false })),
        ],
        environment: [...named.environment, ...roots.flatMap(expandedNames)],
      }
    },
  }
}

/** The file of a module; nothing for what only a plugin knows. */
function fileOf(id: string): string | undefined {
  const file = id.replace(/^\0/, '').replace(/^\/@fs/, '').split('?')[0]!.replace(/__slidev_\d+\.\w+$/, '')
  // In hidden folders of packages stands what Slidev writes in a build.
  const isMade = /[\\/]node_modules[\\/]\./.test(file)
  return path.isAbsolute(file) && !isMade && existsSync(file) ? path.normalize(file) : undefined
}

function isPackaged(file: string): boolean {
  return file.split(path.sep).includes('node_modules')
}

function foldersOf(files: Iterable<string>): string[] {
  const outside = [...files].filter(file => !isPackaged(file) && !file.startsWith(toolkitRoot + path.sep))
  return [...new Set(outside.map(file => path.dirname(file)))]
}

/** Scripts of a course, a theme or an addon that run in the build itself. */
function nodeScripts(root: string): string[] {
  const setups = ['shiki', 'transformers', 'preparser', 'katex', 'unocss', 'vite-plugins']
  return [
    ...setups.map(name => `setup/${name}.ts`),
    'uno.config.ts',
    'unocss.config.ts',
    'vite.config.ts',
    'vite.config.js',
  ].map(name => path.join(root, name))
}

/** The folders in which `import.meta.glob` looks, up to the first part of a path that stands for many. */
function globFolders(code: string, file: string, root: string): string[] {
  const lists = Array.from(code.matchAll(GLOB), ([, list]) => list!)
  return lists.flatMap(list => [...list.matchAll(TEXT)]).map(([, , pattern]) => {
    const parts = pattern!.replace(/^!/, '').split('/').slice(0, -1)
    const many = parts.findIndex(part => /[*?[{(]/.test(part))
    const steady = parts.slice(0, many < 0 ? undefined : many).join('/')
    return pattern!.startsWith('/') ? path.join(root, steady) : path.resolve(path.dirname(file), steady)
  })
}

function snippets({ data, userRoot }: ResolvedSlidevOptions): string[] {
  return snippetFiles(userRoot, data.slides.map(({ content, source }) => ({ content, file: source.filepath })))
}

function expandedNames(root: string): string[] {
  return ['.env', '.env.local', '.env.production', '.env.production.local'].flatMap((name) => {
    const file = path.join(root, name)
    return existsSync(file) ? Array.from(readFileSync(file, 'utf8').matchAll(EXPANDED), ([, name]) => name!) : []
  })
}
