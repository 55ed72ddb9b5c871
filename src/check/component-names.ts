import fs from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { isHTMLTag, isMathMLTag, isSVGTag } from '@vue/shared'
import { toolkitRoot } from '../core/toolkit.ts'
import { builtInComponents, clientPackage, defaultThemePackage, packageFolder } from '../slidev/contract/packages.ts'

/** What Vue and Slidev know without a file of their own. */
const BUILT_IN = [
  'Component',
  'KeepAlive',
  'Slot',
  'Suspense',
  'Teleport',
  'Template',
  'Transition',
  'TransitionGroup',
  'RouterLink',
  'RouterView',
  'VMenu',
]

/** The names that tags in a slide may have. */
export interface ComponentNames {
  /** Whether a tag is an element, a component or an icon; parts of drawings and formulas stand only with their root. */
  isKnown: (tag: string, others: ReadonlySet<string>) => boolean
  /** Components that an author may have meant, as they are written. */
  names: string[]
}

/** Reads which components a course's slides have: its own, the toolkit's, its theme's and Slidev's. */
export async function readComponentNames(courseRoot: string): Promise<ComponentNames> {
  const roots = [packageFolder(defaultThemePackage), toolkitRoot, courseRoot]
  const folders = [builtInComponents(), ...roots.map(root => path.join(root, 'components'))]
  const own = await Promise.all(folders.map(componentFiles))
  const names = [...new Set([...own.flat(), ...BUILT_IN])]
  const known = new Set(names.map(plain))
  const collections = await iconCollections([packageFolder(clientPackage), toolkitRoot, courseRoot])
  return {
    names,
    isKnown: (tag, others) => isHTMLTag(tag)
      || (isSVGTag(tag) && others.has('svg'))
      || (isMathMLTag(tag) && others.has('math'))
      || known.has(plain(tag))
      || collections.some(collection => isIcon(tag, collection)),
  }
}

function isIcon(tag: string, collection: string): boolean {
  return tag.startsWith(`${collection}-`) || (/^[A-Z]/.test(tag) && plain(tag).startsWith(plain(collection)))
}

/** Vue takes `VClick` and `v-click` for the same. */
function plain(tag: string): string {
  return tag.replaceAll('-', '').toLowerCase()
}

async function componentFiles(folder: string): Promise<string[]> {
  const files = await fs.readdir(folder, { recursive: true }).catch(() => [])
  return files.map(file => path.parse(file))
    .filter(({ base, name }) => /\.(?:vue|[jt]sx?|md)$/.test(base) && /^[A-Z][\w-]*$/i.test(name))
    .map(({ name }) => name)
}

/** Icons are components named after their collection and themselves, e.g. `carbon-book`. */
async function iconCollections(roots: string[]): Promise<string[]> {
  const folders = roots
    .flatMap(root => createRequire(path.join(root, 'package.json')).resolve.paths('@iconify-json/ph') ?? [])
    .map(folder => path.join(folder, '@iconify-json'))
  const lists = await Promise.all(Array.from(new Set(folders), folder => fs.readdir(folder).catch(() => [])))
  return [...new Set(lists.flat())]
}
