import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadCourse } from '../../src/check/load-course.ts'
import { filesBelow } from '../../src/core/files.ts'
import { toolkitRoot } from '../../src/core/toolkit.ts'
import { buildDecks } from '../../src/slidev/build-decks.ts'
import { resolveCourse } from '../../src/slidev/options.ts'

const work = await fs.realpath(await fs.mkdtemp(path.join(os.tmpdir(), 'docent-themed-')))
const root = path.join(work, 'course')
const built = { html: '', js: '', css: '' }

/** The parts that a text does not hold; the text itself is too long to be shown. */
function missing(text: string, parts: readonly string[]): string[] {
  return parts.filter(part => !text.includes(part))
}

beforeAll(async () => {
  // Elsewhere, where no packages are.
  await fs.cp(path.join(import.meta.dirname, '../fixtures/decks/themed'), root, { recursive: true })
  const out = path.join(work, 'dist')
  const course = await loadCourse(root)
  expect(course.warnings).toEqual([])
  await buildDecks(course, { out, base: './', audience: 'public' })
  for (const file of await filesBelow(out)) {
    const kind = path.extname(file).slice(1)
    if (kind in built)
      built[kind as keyof typeof built] += await fs.readFile(file, 'utf8')
  }
}, 180_000)

afterAll(() => fs.rm(work, { recursive: true }))

describe('a deck of another theme', () => {
  it('is one lecture at one address', async () => {
    const [lecture, ...others] = (await loadCourse(root)).lectures
    expect(others).toEqual([])
    expect(lecture).toMatchObject({ slug: 'slides', title: 'A deck of another theme' })
    expect(lecture!.slides.map(({ title }) => title)).toEqual(['A deck of another theme', 'A picture at the right', 'A slide of another file', 'A callout'])
  })

  it('has the theme\'s layouts, styles, components, setup and configuration, and nothing of the toolkit\'s look', () => {
    expect(built.css).toMatch(/\.fixture-cover\s*\{\s*background:\s*(?:rebeccapurple|#639)/)
    expect(missing(built.js, ['fixture-cover', 'theme-mark', 'registered by the theme', 'chosen by the course', 'Fixture Sans'])).toEqual([])
    expect(/colorSchema["'`]?:\s*["'`]dark/.test(built.js)).toBe(true)
    expect(missing(built.js + built.css, ['cover-kicker', '44px 56px', 'chosen by the theme'])).toHaveLength(3)
  })

  it('keeps what the toolkit brings, in the theme\'s colors', () => {
    expect(/\.slidev-page\s*\{[^}]*--docent-paper:\s*(?:transparent|#0000)/.test(built.css)).toBe(true)
    expect(missing(built.css, ['.callout'])).toEqual([])
    expect(missing(built.js, ['It has the colors of the theme.'])).toEqual([])
  })

  it('has nothing of what its author has put aside', () => {
    expect(missing(built.js + built.html, ['put aside for nobody'])).toHaveLength(1)
  })

  it('has what addons bring, and all that lies beside slides.md', () => {
    const layers = ['global-top', 'global-bottom', 'slide-top', 'slide-bottom', 'custom-nav-controls'].map(name => `layer ${name}`)
    expect(missing(built.js, ['an arrow of the addon', 'of-addon', 'a component of the course', 'words of vite.config.ts', ...layers])).toEqual([])
    for (const rule of [/outline:\s*7px solid teal/, /\.wide\s*\{\s*word-spacing:\s*3px/, /letter-spacing:\s*0?\.123em/])
      expect(rule.test(built.css)).toBe(true)
  })

  it('has code that is highlighted to its end, whatever the time, and layouts of its theme alone', async () => {
    const { utils } = await resolveCourse(await loadCourse(root), { mode: 'build', audience: 'public' })
    expect(utils.shikiOptions).toMatchObject({ tokenizeTimeLimit: 0 })
    const layouts = Object.values(await utils.getLayouts())
    expect(layouts.filter(file => file.startsWith(path.join(toolkitRoot, 'layouts')))).toEqual([])
    expect(layouts.filter(file => file.startsWith(root))).not.toEqual([])
  })

  it('finds public files from the deck\'s own address', () => {
    expect(/["'`]\.\.\/\.\.\/["'`]\s*\+/.test(built.js)).toBe(true)
  })
})

it('names a theme and an addon that are not installed, with what to do', async () => {
  const slides = '---\ntheme: no-such-theme\naddons: [no-such-addon, ./gone]\n---\n\n# One\n'
  const bare = path.join(work, 'bare')
  await fs.mkdir(bare)
  await fs.writeFile(path.join(bare, 'slides.md'), slides)
  const error = await loadCourse(bare).catch((error: unknown) => error as { problems: { message: string, hint: string, line: number }[] })
  const { problems } = error as { problems: { message: string, hint: string, line: number }[] }
  expect(problems.map(({ message, line }) => [line, message])).toEqual([
    [2, 'The theme "no-such-theme" is not installed.'],
    [3, 'The addon "no-such-addon" is not installed.'],
    [3, 'The addon "./gone" is not there.'],
  ])
  expect(problems[0]!.hint).toMatch(/^Run: npm install --prefix .* slidev-theme-no-such-theme, or write "theme: default" in slides\.md\.$/)
})

it('says which file of a course cannot be loaded, without a stack', async () => {
  const broken = path.join(work, 'broken')
  await fs.mkdir(path.join(broken, 'setup'), { recursive: true })
  await fs.writeFile(path.join(broken, 'slides.md'), '# One\n')
  await fs.writeFile(path.join(broken, 'setup/shiki.ts'), 'import \'no-such-package\'\n\nexport default () => ({})\n')
  const error = await buildDecks(await loadCourse(broken), { out: path.join(work, 'none'), base: './', audience: 'public' }).catch((error: unknown) => error as Error)
  expect((error as Error).message).toBe('setup/shiki.ts cannot be loaded: There is no package "no-such-package".')
}, 60_000)

it('says which file of a theme cannot be loaded, without a stack', async () => {
  const course = path.join(work, 'broken-theme')
  const theme = path.join(course, 'node_modules/slidev-theme-old')
  await fs.mkdir(path.join(theme, 'setup'), { recursive: true })
  await fs.writeFile(path.join(course, 'slides.md'), '---\ntheme: old\n---\n\n# One\n')
  await fs.writeFile(path.join(theme, 'package.json'), '{ "name": "slidev-theme-old", "type": "module" }\n')
  await fs.writeFile(path.join(theme, 'setup/shiki.ts'), 'throw new TypeError("gone is not a function")\n')
  const error = await buildDecks(await loadCourse(course), { out: path.join(work, 'none'), base: './', audience: 'public' }).catch((error: unknown) => error as Error)
  expect((error as Error).message).toBe('setup/shiki.ts of the theme "slidev-theme-old" cannot be loaded: gone is not a function.')
}, 60_000)
