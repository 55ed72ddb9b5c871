import type { Problem } from '../core/errors.ts'
import type { Course, Slide } from '../course/course.ts'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { distance } from 'fastest-levenshtein'
import { OVERRULED } from '../slidev/contract/overruled.ts'
import { deckRoots } from '../slidev/contract/roots.ts'
import { knownKeys } from './known-keys.ts'

/** What of a course, a theme or an addon may read front matter. */
const READING_PARTS = [
  ...['layouts', 'components', 'composables', 'setup'],
  ...['global-top.vue', 'global-bottom.vue', 'slide-top.vue', 'slide-bottom.vue'],
]

interface Keys {
  frontmatter: Record<string, unknown>
  keyLines: Readonly<Record<string, number>>
  file: string
}

/**
 * Keys of front matter that nothing reads and that are nearly one that is read. Layouts and slides may read any key, so
 * one that resembles none is the author's own.
 */
export function misspeltKeys(course: Course): Problem[] {
  const { lectures, headmatter, keyLines, entry } = course
  const slides = lectures.flatMap(({ slides }) => slides)
  const isUsed = (key: string) => slides.some(({ content }) => content.includes(`rontmatter.${key}`))
  const head = { frontmatter: headmatter, keyLines, file: entry }
  const [first] = Object.values(keyLines)
  const isHead = ({ file, keyLines }: Slide) => file === entry && Object.values(keyLines)[0] === first
  return [
    ...misspelt(head, true),
    ...slides.flatMap(slide => isHead(slide) ? [] : misspelt(slide, false)),
  ].filter(({ key }) => !isUsed(key) && !isReadBySources(course, key)).map(({ problem }) => problem)
}

/** Whether a layout, a component or a script of the course, its theme or an addon has the word. */
function isReadBySources(course: Course, key: string): boolean {
  const { theme, addons } = deckRoots(course)
  const roots = [theme, ...addons, course.root].filter(root => root !== undefined)
  const files = roots.flatMap(root => READING_PARTS.flatMap(part => filesOf(path.join(root, part))))
  return files.some(file => new RegExp(`\\b${key}\\b`).test(readFileSync(file, 'utf8')))
}

function filesOf(place: string): string[] {
  if (!existsSync(place))
    return []
  if (statSync(place).isFile())
    return [place]
  const names = readdirSync(place, { recursive: true, encoding: 'utf8' })
  return names.filter(name => /\.(?:vue|[cm]?[jt]sx?)$/.test(name)).map(name => path.join(place, name))
}

function misspelt({ frontmatter, keyLines, file }: Keys, isHeadmatter: boolean): { key: string, problem: Problem }[] {
  const known = knownKeys(isHeadmatter)
  // What an importing slide has given to all the slides of a file is told of there.
  const written = Object.keys(frontmatter).filter(key => keyLines[key] !== undefined && !known.includes(key))
  return written.flatMap((key) => {
    const meant = known.find(name => isNear(key, name))
    if (!meant)
      return []
    const message = `Nothing reads "${key}"; did you mean "${meant}"?`
    const hint = 'Fix the key, or remove it.'
    return [{ key, problem: { message, hint, file, line: keyLines[key], edit: { from: key, to: meant } } }]
  })
}

/** Other letters, or the same in another order. */
function isNear(key: string, name: string): boolean {
  const written = key.toLowerCase()
  const known = name.toLowerCase()
  const isSwapped = [...written].sort().join('') === [...known].sort().join('')
  return written.length > 3 && distance(written, known) <= (isSwapped || written.length > 6 ? 2 : 1)
}

/** What a course asks for and its decks do otherwise. */
export function overruledKeys({ headmatter, keyLines, entry }: Course): Problem[] {
  return Object.entries(OVERRULED).flatMap(([key, { value, why, instead }]) => {
    const [name = '', part] = key.split('.')
    const outer = headmatter[name]
    const inner = isRecord(outer) && part ? outer[part] : undefined
    const written = part ? inner : outer
    // As a word, the same key says here what becomes of what lies on other hosts.
    if ([undefined, null, false, value].includes(written) || (key === 'remote' && typeof written === 'string'))
      return []
    return [{
      message: `"${key}: ${String(written)}" has no effect: ${why}.`,
      hint: instead,
      file: entry,
      line: keyLines[name] ?? 1,
    }]
  })
}

/** Fonts that Slidev would ask another host for. */
export function remoteFonts({ root, headmatter, keyLines, entry }: Course): Problem[] {
  const { isOwnLook, themeMeta: { defaults } } = deckRoots({ root, headmatter })
  const { provider = 'google', local, sans, serif, mono } = {
    ...!isOwnLook && isRecord(defaults) && isRecord(defaults.fonts) && defaults.fonts,
    ...isRecord(headmatter.fonts) && headmatter.fonts,
  }
  const own = new Set(fontNames(local))
  const names = new Set([sans, serif, mono].flatMap(fontNames).filter(name => !own.has(name) && !isHere(name)))
  if (provider === 'none' || !names.size)
    return []
  const where = names.size > 1 ? 'show only where they are installed' : 'shows only where it is installed'
  return [{
    message: `Decks ask no other host for fonts, so ${listed(names)} ${where}.`,
    hint: 'Import it in styles/index.ts from a package (as @fontsource/fira-code), and write "provider: none" below '
      + '"fonts" in the headmatter.',
    file: entry,
    line: keyLines.fonts ?? keyLines.theme ?? 1,
  }]
}

function listed(names: Iterable<string>): string {
  return new Intl.ListFormat('en').format(names)
}

function fontNames(value: unknown): string[] {
  const names: unknown[] = Array.isArray(value) ? value : [value]
  return names.flatMap(name => typeof name === 'string' ? name.split(',').map(part => part.trim()).filter(Boolean) : [])
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

/** Whether every deck has a font: what the toolkit brings, and names of kinds. */
function isHere(name: string): boolean {
  return /^(?:"?(?:Source (?:Sans 3|Code Pro) Variable|Noto Color Emoji)"?|[a-z-]+)$/.test(name)
}
