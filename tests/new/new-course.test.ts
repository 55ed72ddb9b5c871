import type { NewCourseOptions } from '../../src/new/new-course.ts'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loadCourse } from '../../src/check/load-course.ts'
import { formatProblem, UserError } from '../../src/core/errors.ts'
import { ownLanguages } from '../../src/language/languages.ts'
import { newCourse } from '../../src/new/new-course.ts'

let folder: string

beforeEach(async () => {
  folder = await fs.realpath(await fs.mkdtemp(path.join(os.tmpdir(), 'docent-new-')))
})
afterEach(() => fs.rm(folder, { recursive: true, force: true }))

const at = (...names: string[]) => path.join(folder, ...names)
const packageOf = async (name: string) => JSON.parse(await fs.readFile(at(name, 'package.json'), 'utf8')) as Record<string, Record<string, string>>

async function refusal(...args: Parameters<typeof newCourse>): Promise<string> {
  const error = await newCourse(...args).catch((error: unknown) => error)
  expect(error).toBeInstanceOf(UserError)
  return (error as UserError).problems.map(problem => formatProblem(problem, folder)).join('\n').replaceAll(folder, '')
}

describe('a new course', () => {
  it.each(ownLanguages)('has nothing wrong, and its texts in %s', async (language) => {
    await newCourse({ root: at('course'), language })
    const { title, lectures, warnings, language: written } = await loadCourse(at('course'))
    expect({ warnings, written, slides: lectures.map(({ slides }) => slides.length) }).toEqual({ warnings: [], written: language, slides: [6, 6] })
    const readme = await fs.readFile(at('course/README.md'), 'utf8')
    expect(readme.replaceAll('\'', '’')).toContain(`# ${title}\n`)
    expect(readme.split('\n').length).toBeLessThanOrEqual(11)
  })

  it('has the same parts in every language', async () => {
    const kinds = async (language: string) => {
      await newCourse({ root: at(language), language })
      const { lectures } = await loadCourse(at(language))
      return lectures.flatMap(({ slides }) => slides.map(({ content }) => content.match(/^(?:```\S*|:::\S+|\||\$\$|<\w+|- \[.\])/gm)))
    }
    const [first, ...others] = await Promise.all(ownLanguages.map(kinds))
    for (const other of others)
      expect(other).toEqual(first)
    for (const part of ['```stack', '```mermaid', ':::tip', ':::question', '- [x]', '```ts', '$$', '<LoadTime', '|'])
      expect(first!.flat()).toContain(part)
  })

  it('has settings of editors and what publishes it, and nothing half', async () => {
    const { files } = await newCourse({ root: at('course') })
    expect(files).toEqual(expect.arrayContaining(['.gitignore', '.gitlab-ci.yml', '.github/workflows/course.yml', '.vscode/settings.json', 'package.json', 'slides.md']))
    expect(await fs.readdir(folder)).toEqual(['course'])
  })

  it('gets title and theme, and asks npm for the theme', async () => {
    await newCourse({ root: at('course'), title: 'A: "title" --- with {{ braces }}', theme: 'seriph' })
    const { title, theme } = await loadCourse(at('course'))
    expect({ title, theme }).toEqual({ title: 'A: “title” – with {{ braces }}', theme: 'seriph' })
    expect((await packageOf('course')).dependencies).toHaveProperty('@slidev/theme-seriph')
  })

  it('begins with a document', async () => {
    await fs.writeFile(at('notes.md'), '# Rivers\n\nA river carries water to the sea.\n')
    const { files } = await newCourse({ root: at('course'), from: at('notes.md') })
    expect(files).toContain(path.join('slides', '01-rivers.md'))
    expect(files).not.toContain(path.join('components', 'LoadTime.vue'))
    const { title, headmatter } = await loadCourse(at('course'))
    expect({ title, addons: headmatter.addons }).toEqual({ title: 'Rivers', addons: ['docent'] })
  })

  it('has the title of its only lecture, where the document has none of its own', async () => {
    await fs.writeFile(at('wp.adoc'), '[appendix]\n== About water\n\nIt runs downhill.\n')
    await newCourse({ root: at('course'), from: at('wp.adoc') })
    expect((await loadCourse(at('course'))).title).toBe('Appendix A: About water')
  })

  it.each([
    ['zh', '# 河流\n\n河流把水带到大海，也把泥沙带到平原。\n'],
    ['ja', '# 川\n\n川は山から海へ水を運びます。\n'],
    ['ar', '# الأنهار\n\nيحمل النهر الماء من الجبل إلى البحر.\n'],
    ['fa', '# رود\n\nرود آب را از کوه به دریا می‌برد و گاهی زمین‌های پیرامون را می‌پوشاند.\n'],
    ['en', '# Rivers\n\nA river (川, kawa) carries water to the sea.\n'],
  ])('has the language of a document whose letters tell it: %s', async (language, text) => {
    await fs.writeFile(at('notes.md'), text)
    await newCourse({ root: at('course'), from: at('notes.md') })
    expect((await loadCourse(at('course'))).language).toBe(language)
  })

  it.each([['My Course!', 'my-course'], ['docent', 'course'], ['講義', 'course'], ['_x', 'x'], ['Çà & là', 'ca-la']])('in the folder %s has the name %s for npm', async (name, expected) => {
    await newCourse({ root: at(name) })
    expect((await packageOf(name)).name).toBe(expected)
  })

  it('comes beside what npm and git have put into its folder, and keeps it', async () => {
    await fs.mkdir(at('course/.git'), { recursive: true })
    await fs.writeFile(at('course/package.json'), '{ "name": "mine", "scripts": { "build": "make" }, "dependencies": { "docent": "1.2.3" } }')
    await newCourse({ root: at('course') })
    expect(await packageOf('course')).toMatchObject({ name: 'mine', scripts: { build: 'make', start: 'docent start' }, dependencies: { docent: '1.2.3' } })
    expect(await fs.readdir(folder)).toEqual(['course'])
  })
})

describe('what cannot become a course', () => {
  it.each<[string, NewCourseOptions, unknown]>([
    ['a folder that holds something', { root: 'full' }, 'The folder /full is not empty: it holds thesis.tex.\n    Give the name of a new folder; nothing is overwritten.'],
    ['a file', { root: 'full/thesis.tex' }, '/full/thesis.tex is a file.\n    Give the name of a new folder.'],
    ['a folder whose path ends early', { root: 'a#b' }, 'The path of the course, /a#b, has a "#" in it, which is read as the end of an address.\n    Give the folder another name, or go elsewhere.'],
    ['a language that has no texts', { root: 'new', language: 'xx' }, 'There is no example in the language "xx".\n    There are: en, de, es, fr, pt, zh, ja, ar. With --from, a document may be in any.'],
    ['a theme that is none', { root: 'new', theme: 'no theme' }, '"no theme" is no name of a theme.\n    Give a name, as seriph, a package, or a path: ./my-theme'],
    ['a document that is not there', { root: 'new', from: 'nothing.md' }, expect.stringContaining('nothing.md')],
  ])('%s: it says so, and leaves all as it was', async (_, { root, from, ...options }, sentence) => {
    await fs.mkdir(at('full'))
    await fs.writeFile(at('full/thesis.tex'), 'mine')
    expect(await refusal({ root: at(root), ...from && { from: at(from) }, ...options })).toEqual(sentence)
    expect(await fs.readdir(folder)).toEqual(['full'])
    expect(await fs.readdir(at('full'))).toEqual(['thesis.tex'])
  })
})
