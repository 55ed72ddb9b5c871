import type { Course } from '../course/course.ts'
import fs from 'node:fs/promises'
import path from 'node:path'
import { isHTMLTag, isMathMLTag, isSVGTag } from '@vue/shared'
import { installedIconSets, readIconSets } from '../slidev/contract/icons.ts'
import { builtInComponents } from '../slidev/contract/packages.ts'
import { deckRoots } from '../slidev/contract/roots.ts'

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

/** Elements that HTML has given up, and that every browser shows. */
const OBSOLETE = ['acronym', 'big', 'center', 'dir', 'font', 'marquee', 'nobr', 'rb', 'rtc', 'strike', 'tt']

/** The names that tags in a slide may have. */
export interface ComponentNames {
  /** Whether a tag is an element, a component or an icon; parts of drawings and formulas stand only with their root. */
  isKnown: (tag: string, others: ReadonlySet<string>) => boolean
  /** The icon set that a tag asks for and that is not installed; undefined for all other tags. */
  missingIcons: (tag: string) => string | undefined
  /** Whether all themes and addons are there; else nobody knows which others they have. */
  isComplete: boolean
  /** Components that an author may have meant, as they are written. */
  names: string[]
  /** The file of a component, as a tag names it; of two of a name, that which decks take. */
  fileOf: (tag: string) => string | undefined
}

/** Reads which components a course's slides have: its own, the toolkit's, those of its theme and addons, Slidev's. */
export async function readComponentNames(course: Pick<Course, 'root' | 'headmatter'>): Promise<ComponentNames> {
  const { all: roots, missing } = deckRoots(course)
  const folders = [builtInComponents(), ...roots.map(root => path.join(root, 'components'))]
  const files = (await Promise.all(folders.map(componentFiles))).flat()
  const byName = new Map(files.map(file => [plain(path.parse(file).name), file]))
  const own = files.map(file => path.parse(file).name)
  const names = [...new Set([...own, ...await registeredNames(roots), ...BUILT_IN])]
  const known = new Set(names.map(plain))
  const installed = await installedIconSets(roots)
  const setOf = await readIconSets()
  return {
    names,
    fileOf: tag => isHTMLTag(tag) ? undefined : byName.get(plain(tag)),
    isComplete: !missing.length,
    isKnown: (tag, others) => isHTMLTag(tag)
      || OBSOLETE.includes(tag)
      || (isSVGTag(tag) && others.has('svg'))
      || (isMathMLTag(tag) && others.has('math'))
      || known.has(plain(tag))
      || [...installed].some(set => isIcon(tag, set)),
    missingIcons: (tag) => {
      const set = known.has(plain(tag)) || isHTMLTag(tag) ? undefined : setOf(tag)
      return set === undefined || installed.has(set) ? undefined : set
    },
  }
}

/** Icons are components named after their set and themselves, e.g. `carbon-book` or `carbon:book`. */
function isIcon(tag: string, collection: string): boolean {
  return tag.startsWith(`${collection}-`)
    || tag.startsWith(`${collection}:`)
    || (/^[A-Z]/.test(tag) && plain(tag).startsWith(plain(collection)))
}

/** Vue takes `VClick` and `v-click` for the same. */
function plain(tag: string): string {
  return tag.replaceAll('-', '').toLowerCase()
}

async function componentFiles(folder: string): Promise<string[]> {
  const files = await fs.readdir(folder, { recursive: true }).catch(() => [])
  return files.map(file => path.join(folder, file)).filter((file) => {
    const { base, name } = path.parse(file)
    return /\.(?:vue|[jt]sx?|md)$/.test(base) && /^[A-Z][\w-]*$/i.test(name)
  })
}

/** Names under which setups register components, as far as they are written out. */
async function registeredNames(roots: readonly string[]): Promise<string[]> {
  const names = ['ts', 'mts', 'js', 'mjs'].map(ending => `setup/main.${ending}`)
  const files = roots.flatMap(root => names.map(name => path.join(root, name)))
  const texts = await Promise.all(files.map(file => fs.readFile(file, 'utf8').catch(() => '')))
  return texts.flatMap(text => Array.from(text.matchAll(/\.component\(\s*['"`]([\w-]+)['"`]/g), match => match[1]!))
}
