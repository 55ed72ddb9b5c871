import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { toolkitRoot } from '../../core/toolkit.ts'
import { clientPackage, defaultThemePackage, packageFolder } from './packages.ts'

type Kind = 'theme' | 'addon'

/** A theme or an addon that a course names and that is not there. */
export interface MissingPackage {
  kind: Kind
  /** As the course names it. */
  name: string
  /** What npm installs; undefined where a folder is named. */
  package?: string
}

/** The folders in which Slidev finds what a course's decks look like. */
export interface DeckRoots {
  /** Folder of the theme; undefined for none. */
  theme?: string
  /** What Slidev reads of the theme's package.json: its color scheme and the configuration that it begins with. */
  themeMeta: Record<string, unknown>
  addons: string[]
  /** Whether slides look as Docent's do: with another theme, they look as that says. */
  isOwnLook: boolean
  /** All folders with layouts, components and styles, Slidev's own among them; what comes later counts. */
  all: string[]
  missing: MissingPackage[]
}

interface NamingCourse {
  root: string
  headmatter: Record<string, unknown>
}

// Names without a prefix that Slidev itself stands for.
const OFFICIAL_THEMES = ['default', 'seriph', 'apple-basic', 'shibainu', 'bricks']
const PACKAGE_NAME = /^(?:@[\w.~-]+\/)?[\w.~-]+$/

/** Finds the theme and the addons that a course names: in its folder, among its packages, or among the toolkit's. */
export function deckRoots({ root, headmatter }: NamingCourse): DeckRoots {
  const named = headmatter.theme === null ? 'none' : headmatter.theme ?? 'default'
  const theme = String(named)
  const isOwnLook = theme === 'default' && hasOwnLook(root, headmatter.look)
  const wanted = theme === 'default' ? defaultThemePackage : theme
  const themeRoot = theme === 'none' ? undefined : findRoot('theme', wanted, root)
  const addons = findAddons(root, headmatter)
  const found = [themeRoot, ...addons.values()].filter(folder => folder !== undefined)
  return {
    theme: themeRoot,
    themeMeta: themeRoot ? slidevPart(themeRoot) : {},
    addons: [...addons.values()].filter(folder => folder !== undefined),
    isOwnLook,
    all: [...new Set([packageFolder(clientPackage), ...found, toolkitRoot, root])],
    missing: [
      ...!themeRoot && theme !== 'none' ? [missing('theme', theme)] : [],
      ...Array.from(addons).flatMap(([name, folder]) => folder ? [] : [missing('addon', name)]),
    ],
  }
}

/** Who has a project for plain Slidev, and names no other theme, keeps its slides as they look there. */
function hasOwnLook(root: string, look: unknown): boolean {
  if (look === 'docent' || look === 'slidev')
    return look === 'docent'
  const { scripts = {}, dependencies = {}, devDependencies = {} } = packageAt(root) as Record<string, object>
  const runsSlidev = Object.values(scripts).some(script => /^(?:npx )?slidev\b/.test(String(script)))
  return root === toolkitRoot || !(runsSlidev || '@slidev/cli' in { ...dependencies, ...devDependencies })
}

/** The addons of a course and those that they bring, by name. */
function findAddons(root: string, headmatter: Record<string, unknown>): Map<string, string | undefined> {
  const found = new Map<string, string | undefined>()
  const read = (names: unknown, from: string) => {
    for (const name of Array.isArray(names) ? names.map(String) : []) {
      if (found.has(name))
        continue
      // Plain Slidev gets from it what Docent has anyway.
      const folder = isDocent(name) ? toolkitRoot : findRoot('addon', name, from)
      found.set(name, folder)
      if (folder)
        read(slidevPart(folder).addons, folder)
    }
  }
  read(headmatter.addons, root)
  read(slidevPart(root).addons, root)
  return found
}

/** Docent itself, by its name or by a path to a folder of its name, which a course that was moved does not lead to. */
function isDocent(name: string): boolean {
  const names = ['docent', path.basename(toolkitRoot)]
  return name === 'docent' || (name.includes('/') && names.includes(path.basename(name)))
}

function findRoot(kind: Kind, name: string, from: string): string | undefined {
  if (/^(?:[./]|@\/)/.test(name) || (!name.startsWith('@') && name.includes('/')) || path.isAbsolute(name)) {
    const folder = path.resolve(from, name.replace(/^@\//, ''))
    return existsSync(folder) ? folder : undefined
  }
  if (!PACKAGE_NAME.test(name))
    return
  const names = name.startsWith('@') ? [name] : [`@slidev/${kind}-${name}`, `slidev-${kind}-${name}`, name]
  return [from, toolkitRoot].flatMap(base => names.flatMap(name => installedAt(base, name) ?? []))[0]
}

/** Not every package lets its package.json be asked for by name. */
function installedAt(base: string, name: string): string | undefined {
  const folders = createRequire(path.join(base, 'package.json')).resolve.paths(name) ?? []
  return folders.map(folder => path.join(folder, name)).find(folder => existsSync(path.join(folder, 'package.json')))
}

function slidevPart(folder: string): Record<string, unknown> {
  return packageAt(folder).slidev as Record<string, unknown> | undefined ?? {}
}

/** The package.json of a folder; empty where there is none that can be read. */
function packageAt(folder: string): Record<string, unknown> {
  try {
    return JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Record<string, unknown>
  }
  catch {
    return {}
  }
}

/** What npm installs for the name of a theme; undefined for none. */
export function packageOfTheme(name: string): string | undefined {
  return missing('theme', name).package
}

function missing(kind: Kind, name: string): MissingPackage {
  if (!PACKAGE_NAME.test(name) || name.startsWith('.'))
    return { kind, name }
  const official = kind === 'theme' && OFFICIAL_THEMES.includes(name) ? `@slidev/theme-${name}` : undefined
  const isFull = name.startsWith('@') || name.startsWith(`slidev-${kind}-`)
  return { kind, name, package: official ?? (isFull ? name : `slidev-${kind}-${name}`) }
}
