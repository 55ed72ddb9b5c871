import type { ResolvedSlidevOptions } from '@slidev/types'
import type { Course } from '../course/course.ts'
import type { Audience } from '../shared/audience.ts'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { createDataUtils, parser, resolveOptions } from '@slidev/cli'
import { UserError } from '../core/errors.ts'
import { toolkitRoot } from '../core/toolkit.ts'
import { notesFor } from '../course/notes.ts'
import { publicMarkdown } from '../markdown/public-markdown.ts'
import { defaultThemePackage, packageFolder } from './contract/packages.ts'

export interface DeckOptions {
  mode: 'dev' | 'build'
  audience: Audience
}

/** What a lecture's deck may never do: ask another host, write files, or answer strangers. */
const SAFE_CONFIG = {
  routerMode: 'hash',
  remoteAssets: false,
  mcp: false,
  editor: false,
  record: false,
  browserExporter: false,
  preloadImages: false,
  remote: false,
  monaco: false,
  pwa: false,
} as const

// As styles/tokens.css names them, for Slidev's own classes.
const FONTS = {
  sans: ['"Source Sans 3 Variable"', '"Noto Color Emoji"', 'system-ui', 'sans-serif'],
  mono: ['"Source Code Pro Variable"', '"Noto Color Emoji"', 'ui-monospace', 'monospace'],
}

/**
 * Slidev's options for a whole course: one data set from which every deck is built.
 * @throws UserError when the course's theme is not installed
 */
export async function resolveCourse(
  course: Course,
  { mode, audience }: DeckOptions,
): Promise<ResolvedSlidevOptions> {
  const resolved = await resolveOptions({ entry: course.entry, theme: themePath(course) }, mode)
  const { themeMeta } = resolved.data
  const remembered = resolved.userRoot
  Object.assign(resolved, { userRoot: course.root, userWorkspaceRoot: course.root })
  resolved.roots = [...new Set([...resolved.roots.filter(root => root !== remembered), toolkitRoot, course.root])]
  // Slidev remembers the root of the first course of a process and reads every other one from there.
  if (remembered !== course.root) {
    const loaded = await parser.load({ ...resolved, allowedRoots: resolved.roots }, course.entry, undefined, mode)
    const config = parser.resolveConfig(loaded.headmatter, themeMeta, course.entry)
    resolved.data = { ...loaded, themeMeta, config }
  }
  const { data } = resolved
  resolved.withoutNotes = audience === 'public' && !course.notesPublic
  prepareData(course, data, audience)
  resolved.utils = await createDataUtils(resolved)
  Object.assign(resolved.utils.define, {
    __SLIDEV_FEATURE_PRINT__: 'true',
    __SLIDEV_HASH_ROUTE__: 'true',
    __SLIDEV_MEMORY_ROUTE__: 'false',
    // Two lectures that are open at once must not share a state: the browser's own channel is named by lecture.
    __SLIDEV_HAS_SERVER__: 'false',
  })
  return resolved
}

/** Puts ids, titles and the safe configuration into Slidev's data, and takes out what the audience may not see. */
export function prepareData(course: Course, data: ResolvedSlidevOptions['data'], audience: Audience): void {
  const config = data.config as unknown as Record<string, unknown>
  Object.assign(config, SAFE_CONFIG)
  // Where it is on this disk is nobody's business.
  config.theme = course.theme ?? 'default'
  config.selectable = data.headmatter.selectable ?? true
  config.drawings = { ...data.config.drawings, persist: false }
  config.favicon = faviconOf(course)
  data.config.fonts = { ...data.config.fonts, ...!course.ownFonts && FONTS, provider: 'none', webfonts: [] }
  data.headmatter.lang ??= course.language
  for (const lecture of course.lectures) {
    for (const slide of lecture.slides) {
      const info = data.slides[slide.index]!
      info.title = slide.title
      info.frontmatter.routeAlias = slide.id
      info.note = notesFor(slide.notes, audience === 'presenter' ? 'presenter' : 'web')
      if (audience === 'public')
        info.content = publicMarkdown(slide.content)
      if (slide.number === 1)
        info.frontmatter.layout ??= 'cover'
    }
  }
}

function faviconOf(course: Course): string {
  const own = course.favicon
  return own?.startsWith('/') && existsSync(path.join(course.root, 'public', own)) ? own : 'data:,'
}

/** An absolute path, because a course elsewhere has no packages of its own and Slidev would offer to install them. */
function themePath(course: Course): string | undefined {
  const { theme = 'default' } = course
  if (theme === 'default' || theme === '@slidev/theme-default')
    return packageFolder(defaultThemePackage)
  if (theme === 'none' || /^[./]/.test(theme))
    return undefined
  const names = /^(?:@|slidev-theme-)/.test(theme)
    ? [theme]
    : [`@slidev/theme-${theme}`, `slidev-theme-${theme}`, theme]
  for (const base of [course.root, toolkitRoot]) {
    const require = createRequire(path.join(base, 'package.json'))
    for (const name of names) {
      try {
        return path.dirname(require.resolve(`${name}/package.json`))
      }
      catch {}
    }
  }
  const hint = `Run: npm install ${names[0]}, or write "theme: default" in slides.md.`
  throw new UserError(`The theme "${theme}" is not installed.`, hint, { file: course.entry, line: 1 })
}
