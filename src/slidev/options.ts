import type { ResolvedSlidevOptions } from '@slidev/types'
import type { Course } from '../course/course.ts'
import type { Audience } from '../shared/audience.ts'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { createDataUtils, parser } from '@slidev/cli'
import { throwProblems } from '../core/errors.ts'
import { toolkitRoot } from '../core/toolkit.ts'
import { withPublicPictures } from '../course/front-matter-pictures.ts'
import { notesFor } from '../course/notes.ts'
import { settingNames } from '../course/settings.ts'
import { publicMarkdown } from '../markdown/public-markdown.ts'
import { withStills } from '../remote/front-matter.ts'
import { setupProblems } from './build-problems.ts'
import { lendPackages } from './contract/lend-packages.ts'
import { OVERRULED } from './contract/overruled.ts'
import { cliPackage, packageFolder } from './contract/packages.ts'
import { readPreparsers } from './contract/preparsers.ts'
import { deckRoots } from './contract/roots.ts'
import { makeSlidevFolder } from './slidev-folder.ts'

export interface DeckOptions {
  mode: 'dev' | 'build'
  audience: Audience
}

/** What a deck does only where its author asks for it. */
const OFF = { record: false, browserExporter: false } as const

// As styles/tokens.css names them, for Slidev's own classes.
const FONTS = {
  sans: ['"Source Sans 3 Variable"', 'var(--docent-scripts)', 'system-ui', 'sans-serif'],
  mono: ['"Source Code Pro Variable"', 'var(--docent-scripts)', 'ui-monospace', 'monospace'],
}

/** Slidev's options for a whole course: one data set from which every deck is built. */
export async function resolveCourse(
  course: Course,
  { mode, audience }: DeckOptions,
): Promise<ResolvedSlidevOptions> {
  lendPackages()
  const { root, entry } = course
  await makeSlidevFolder(root)
  const { theme, addons, isOwnLook, all: [clientRoot = '', ...roots] } = deckRoots(course)
  const resolved = {
    cliRoot: packageFolder(cliPackage),
    clientRoot,
    userRoot: root,
    // From here, too, slides show files as code.
    userWorkspaceRoot: widest(course.folders) ?? root,
    userPkgJson: {},
    entry,
    mode,
    roots,
    theme: theme ?? '',
    themeRaw: course.theme ?? 'default',
    themeRoots: theme ? [theme] : [],
    addonRoots: addons,
    allowedRoots: [root, ...course.folders],
    withoutNotes: audience === 'public' && !course.notesPublic,
    data: await loadData(course, { mode, audience }),
  }
  const looked = { ...resolved }
  const utils = await createDataUtils(looked).catch((error: unknown) => {
    throwProblems(setupProblems(error, course))
    throw error
  })
  // With another theme, none of the toolkit's layouts stands in for those of the theme. It is asked for them later.
  if (!isOwnLook)
    looked.roots = roots.filter(folder => folder !== toolkitRoot || folder === root)
  Object.assign(utils.define, {
    __SLIDEV_FEATURE_PRINT__: 'true',
    __SLIDEV_HASH_ROUTE__: 'true',
    __SLIDEV_MEMORY_ROUTE__: 'false',
    // Two lectures that are open at once must not share a state: the browser's own channel is named by lecture.
    __SLIDEV_HAS_SERVER__: 'false',
  })
  utils.iconsResolvePath = [clientRoot, ...roots].reverse()
  return { ...resolved, utils }
}

/** The folder beside a course that holds all the others; the first where none does. */
function widest(folders: readonly string[]): string | undefined {
  const [first] = folders
  return folders.find(outer => folders.every(folder => `${folder}${path.sep}`.startsWith(outer + path.sep))) ?? first
}

/** What Slidev reads of a course, ready for its decks. */
export async function loadData(
  course: Course,
  { mode, audience, sources }: DeckOptions & { sources?: Record<string, string> },
): Promise<ResolvedSlidevOptions['data']> {
  const { root, entry, folders } = course
  const { themeMeta, all: roots } = deckRoots(course)
  const where = { userRoot: root, roots, allowedRoots: [root, ...folders] }
  // Decks are built in a process that has read no course.
  readPreparsers()
  const loaded = await parser.load(where, entry, sources, mode)
  const data = { ...loaded, themeMeta, config: parser.resolveConfig(loaded.headmatter, themeMeta, entry) }
  prepareData(course, data, { mode, audience })
  return data
}

/** Puts ids, titles and the safe configuration into Slidev's data, and takes out what the audience may not see. */
function prepareData(course: Course, data: ResolvedSlidevOptions['data'], { mode, audience }: DeckOptions): void {
  const config = data.config as unknown as Record<string, unknown>
  const { isOwnLook } = deckRoots(course)
  for (const [key, { value }] of Object.entries(OVERRULED)) {
    if (!key.includes('.'))
      config[key] = value
  }
  // Slidev's password for strangers; the same key says here what becomes of what lies on another host.
  config.remote = false
  for (const [key, value] of Object.entries(OFF))
    config[key] = data.headmatter[key] ?? value
  // Types that editors show come from the course's packages, never from a network.
  config.monaco = data.headmatter.monaco ?? false
  config.monacoTypesSource = data.headmatter.monacoTypesSource === 'none' ? 'none' : 'local'
  // Where it is on this disk is nobody's business.
  config.theme = course.theme ?? 'default'
  config.selectable = data.headmatter.selectable ?? true
  config.drawings = { ...data.config.drawings, persist: false }
  // It loads all of TypeScript. While a course is written, a slide may come to ask for it.
  if (mode === 'build' && !mayAskForTypes(course, data))
    config.twoslash = false
  config.favicon = faviconOf(course)
  const fonts = isOwnLook && !course.ownFonts ? FONTS : withScripts(data.config.fonts)
  data.config.fonts = { ...data.config.fonts, ...fonts, provider: 'none', webfonts: [] }
  data.headmatter.lang ??= course.language
  // What the course's settings say stands in no headmatter that Slidev reads.
  for (const key of settingNames)
    data.headmatter[key] ??= course.headmatter[key]
  if (course.remote !== 'keep')
    Object.assign(data.features, { tweet: false, bluesky: false })
  if (course.defaults)
    data.headmatter.defaults = withPublicPictures(withStills(course.defaults, '').frontmatter, course.root)
  for (const lecture of course.lectures) {
    for (const slide of lecture.slides) {
      const info = data.slides[slide.index]!
      // A slide that has no title is in no table of contents.
      info.title = slide.isTitled ? slide.title : undefined
      info.frontmatter = withPublicPictures(withStills(info.frontmatter, '').frontmatter, course.root)
      info.frontmatter.routeAlias = slide.id
      if (info.frontmatter.dense === true)
        info.frontmatter.class = [info.frontmatter.class, 'type-dense'].filter(Boolean).join(' ')
      info.note = notesFor(slide.notes, audience === 'presenter' ? 'presenter' : 'web')
      if (audience === 'public')
        info.content = publicMarkdown(slide.content)
      if (slide.number === 1)
        info.frontmatter.layout ??= defaultLayout(data.headmatter) ?? 'cover'
    }
  }
}

/** Whether code on slides may show types: where it says so, or where scripts of the course or its theme write code. */
function mayAskForTypes(course: Course, { slides }: ResolvedSlidevOptions['data']): boolean {
  const [, ...roots] = deckRoots(course).all
  const scripts = ['preparser.ts', 'shiki.ts', 'transformers.ts']
  return slides.some(({ content }) => content.includes('twoslash'))
    || roots.some(root => root !== toolkitRoot && scripts.some(name => existsSync(path.join(root, 'setup', name))))
}

/** Fonts of a course or a theme, and for what they do not draw the toolkit's. */
function withScripts({ sans, serif, mono }: Record<'sans' | 'serif' | 'mono', string[]>) {
  const scripts = 'var(--docent-scripts)'
  return { sans: [...sans, scripts], serif: [...serif, scripts], mono: [...mono, scripts] }
}

/** The layout that slides have which name none. */
function defaultLayout({ defaults }: Record<string, unknown>): unknown {
  return typeof defaults === 'object' && defaults !== null ? (defaults as Record<string, unknown>).layout : undefined
}

function faviconOf(course: Course): string {
  const own = course.favicon
  return own?.startsWith('/') && existsSync(path.join(course.root, 'public', own)) ? own : 'data:,'
}
