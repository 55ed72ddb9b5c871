import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { withSlashes } from '../core/files.ts'
import { isPackaged, packagesRoot, toolkitRoot } from '../core/toolkit.ts'

/** What npm runs in a course, each the command of its name. */
const SCRIPTS = ['start', 'build', 'present', 'export', 'handout', 'generate', 'check', 'doctor']

/** Brings a browser to print with. */
const BROWSER = '@sparticuz/chromium'

type Package = Record<string, unknown>

export interface PackageOptions {
  /** Absolute path of the course. */
  root: string
  /** What the folder has for a package.json; it stays, and gets what it lacks. */
  own?: Package
  /** More packages, by name. */
  packages?: Record<string, string>
  /** Whether to bring a browser to print with, where there is none. */
  withBrowser?: boolean
}

/** The text of a new course's package.json. */
export function coursePackage({ root, own = {}, packages = {}, withBrowser = false }: PackageOptions): string {
  const known = SCRIPTS.filter(name => existsSync(commandFile(name)))
  const scripts = Object.fromEntries(known.map(name => [name, `docent ${name}`]))
  const { peerDependencies = {} } = readPackage(path.join(toolkitRoot, 'package.json'))
  const { [BROWSER]: browser } = peerDependencies as Record<string, string>
  const made: Package = {
    name: packageName(root),
    type: 'module',
    private: true,
    ...own,
    scripts: { ...scripts, ...own.scripts as object | undefined },
    // As an optional one, npm would leave the browser out without a word where it wants a newer Node.js.
    dependencies: {
      docent: docentSpec(root),
      ...withBrowser && { [BROWSER]: browser },
      ...packages,
      ...own.dependencies as object | undefined,
    },
  }
  return `${JSON.stringify(made, null, 2)}\n`
}

/** @returns an empty one where there is none, or none that can be read */
export function readPackage(file: string): Package {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Package
  }
  catch {
    return {}
  }
}

function commandFile(name: string): string {
  const source = path.join(toolkitRoot, 'scripts', `${name}.ts`)
  return existsSync(source) ? source : path.join(toolkitRoot, 'compiled', `${name}.js`)
}

/** A name that npm takes, from that of the folder; `docent` itself would be in the way of its own installation. */
function packageName(root: string): string {
  const letters = path.basename(root).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const plain = letters.replace(/[^a-z\d]+/g, '-').replace(/^-+|-+$/g, '')
  return plain === 'docent' || plain === '' || plain === 'node-modules' ? 'course' : plain.slice(0, 100)
}

/** How npm finds this Docent again: by its version, or where it was installed from a file, by that. */
function docentSpec(root: string): string {
  const { version } = readPackage(path.join(toolkitRoot, 'package.json'))
  if (!isPackaged)
    return fileSpec(root, toolkitRoot)
  const { packages = {} } = readPackage(path.join(packagesRoot, '.package-lock.json'))
  const { resolved = '' } = (packages as Record<string, { resolved?: string }>)['node_modules/docent'] ?? {}
  return resolved.startsWith('file:')
    ? fileSpec(root, path.resolve(packagesRoot, '..', resolved.slice('file:'.length)))
    : `^${String(version)}`
}

function fileSpec(root: string, file: string): string {
  const way = path.relative(root, file)
  return `file:${withSlashes(path.isAbsolute(way) || process.platform === 'win32' ? file : way)}`
}
