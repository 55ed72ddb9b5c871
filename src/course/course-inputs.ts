import type { ListedFolder } from '../core/inputs.ts'
import path from 'node:path'
import process from 'node:process'
import { toolkitRoot } from '../core/toolkit.ts'
import { SETTINGS_FILE } from './settings.ts'

/** Folders in which a course, a theme or an addon keeps what its slides are made of. */
const PARTS = ['slides', 'components', 'public', 'setup', 'layouts', 'styles', 'pages', 'snippets']

const TOOLKIT_PARTS = ['components', 'layouts', 'packages', 'pages', 'scripts', 'setup', 'src', 'styles']

/** What says which packages are installed; their own files are not looked at one by one. */
const INSTALLED = [
  'package.json',
  'node_modules/.package-lock.json',
  'node_modules/.modules.yaml',
  'node_modules/.yarn-state.yml',
]

/** What Vite and its parts look for in a folder and in all above it. */
const SOUGHT_ABOVE = [
  'tsconfig.json',
  '.browserslistrc',
  '.postcssrc',
  ...['json', 'yaml', 'yml', 'js', 'mjs', 'cjs', 'ts', 'mts', 'cts'].map(end => `.postcssrc.${end}`),
  ...['js', 'mjs', 'cjs', 'ts', 'mts', 'cts'].map(end => `postcss.config.${end}`),
]

/** What all outputs of a course depend on, whatever its slides use: its own parts, the toolkit, what is installed. */
export function courseInputs(root: string): { files: string[], folders: ListedFolder[], environment: string[] } {
  return {
    files: [
      path.join(root, SETTINGS_FILE),
      ...above(root).flatMap(folder => [...SOUGHT_ABOVE, ...INSTALLED].map(name => path.join(folder, name))),
      ...['slide-top.vue', 'package-lock.json', ...INSTALLED].map(name => path.join(toolkitRoot, name)),
    ],
    folders: [
      ...partsOf(root),
      ...TOOLKIT_PARTS.map(name => ({ folder: path.join(toolkitRoot, name), deep: true })),
    ],
    environment: ['NODE_ENV', 'SOURCE_DATE_EPOCH', 'DOCENT_BROWSER', 'DOCENT_NO_SYSTEM_BROWSER'],
  }
}

/** The folders of a course, a theme or an addon in which files can appear of which nothing knows yet. */
export function partsOf(root: string): ListedFolder[] {
  const parts = PARTS.map(name => ({ folder: path.join(root, name), deep: true }))
  return [{ folder: root, deep: false }, ...parts]
}

/**
 * What is no file and may be seen by slides: Vite hands over what begins with VITE_. And where the course and the
 * toolkit are: a copy of either brings along what was made from the files of the first.
 */
export function courseValues(root: string): unknown {
  const { env, version, platform, arch } = process
  const names = Object.keys(env).filter(name => name.startsWith('VITE_')).sort()
  return [root, toolkitRoot, version, platform, arch, names.map(name => [name, env[name]])]
}

function above(folder: string): string[] {
  const parent = path.dirname(folder)
  return parent === folder ? [folder] : [folder, ...above(parent)]
}
