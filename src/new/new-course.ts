import type { Progress } from '../core/progress.ts'
import { accessSync, constants, existsSync, readdirSync, statSync } from 'node:fs'
import fs from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { parseDocument } from 'yaml'
import { wantsEmbedded } from '../browser/find.ts'
import { pathProblems } from '../check/check-course.ts'
import { displayPath, throwProblems, UserError } from '../core/errors.ts'
import { filesBelow } from '../core/files.ts'
import { replaceFolder } from '../core/output.ts'
import { toolkitRoot } from '../core/toolkit.ts'
import { isOwnLanguage, ownLanguages } from '../language/languages.ts'
import { packageOfTheme } from '../slidev/contract/roots.ts'
import { coursePackage, readPackage } from './course-package.ts'

export interface NewCourseOptions {
  /** Folder of the course; it is not there yet, or empty but for what npm and git have put there. */
  root: string
  /** A document, or a folder of them, from which its lectures are made; else it gets an example. */
  from?: string
  /** A theme for Slidev, by its name, its package, or its path from the course. */
  theme?: string
  /** Of the course. */
  title?: string
  language?: string
  progress?: Progress
}

export interface NewCourse {
  root: string
  /** Paths below it, in order. */
  files: string[]
  /** Folder of the repository of something else that it is in. */
  repository?: string
  /** Packages that it wants besides Docent. */
  packages: string[]
}

/** What may be in the folder of a new course. */
const HARMLESS = ['package.json', 'package-lock.json', 'node_modules', '.git', '.DS_Store']

/**
 * Makes a course: two lectures that show what there is, or those of a document, with all that publishes it.
 * @throws UserError before anything is written where the folder holds something, or what is asked for is not there
 */
export async function newCourse(options: NewCourseOptions): Promise<NewCourse> {
  const root = path.resolve(options.root)
  throwProblems(pathProblems({ root, entry: root }).map(({ message }) => ({
    message,
    hint: 'Give the folder another name, or go elsewhere.',
  })))
  checkTarget(root)
  const { from, theme, language = 'en' } = options
  if (from === undefined && !isOwnLanguage(language)) {
    const hint = `There are: ${ownLanguages.join(', ')}. With --from, a document may be in any.`
    throw new UserError(`There is no example in the language "${language}".`, hint)
  }
  const packages = themePackages(theme)
  const write = async (folder: string): Promise<string[]> => {
    if (from === undefined)
      await copyTemplates(['example', language], folder)
    else
      await generate(from, folder, options)
    await copyTemplates(['course'], folder)
    const head = await setHead(path.join(folder, 'slides.md'), { title: options.title, theme })
    await fs.writeFile(path.join(folder, 'README.md'), await readme(head))
    const own = readPackage(path.join(root, 'package.json'))
    const made = coursePackage({ root, own, packages, withBrowser: wantsEmbedded() })
    await fs.writeFile(path.join(folder, 'package.json'), made)
    return (await filesBelow(folder)).map(file => path.relative(folder, file)).sort()
  }
  const files = await (existsSync(root) ? intoFolder : replaceFolder)(root, write)
  return { root, files, repository: repositoryAround(root), packages: Object.keys(packages) }
}

/** @throws UserError for a folder that holds something of a person */
function checkTarget(root: string): void {
  checkWritable(root)
  if (!existsSync(root))
    return
  const where = displayPath(root)
  if (!statSync(root).isDirectory())
    throw new UserError(`${where} is a file.`, 'Give the name of a new folder.')
  const held = readdirSync(root).filter(name => !HARMLESS.includes(name))
  if (held.length) {
    const names = held.length > 3 ? `${held.slice(0, 3).join(', ')} and more` : held.join(', ')
    throw new UserError(
      `The folder ${where} is not empty: it holds ${names}.`,
      'Give the name of a new folder; nothing is overwritten.',
    )
  }
}

/** @throws UserError where nothing can be made in the folder, or in the nearest one above it that is there */
function checkWritable(root: string): void {
  const above = existsSync(root) ? root : path.dirname(root)
  if (!existsSync(above))
    return checkWritable(above)
  try {
    accessSync(above, constants.W_OK)
  }
  catch {
    const place = above === process.cwd() ? 'this folder' : displayPath(above)
    throw new UserError(`You may not write in ${place}.`, 'Go to a folder of your own, or give the path of one.')
  }
}

/** Makes the files beside a folder that is there, and moves them into it, the one that makes it a course last. */
async function intoFolder(root: string, write: (folder: string) => Promise<string[]>): Promise<string[]> {
  const made = path.join(path.dirname(root), `.${path.basename(root)}-new`)
  const files = await replaceFolder(made, write)
  const names = await fs.readdir(made)
  for (const name of names.sort((a, b) => Number(a === 'slides.md') - Number(b === 'slides.md')))
    await fs.rename(path.join(made, name), path.join(root, name))
  await fs.rmdir(made)
  return files
}

/** npm leaves out files of some names, so the names of hidden ones begin with an underscore in the package. */
async function copyTemplates(names: readonly string[], folder: string): Promise<void> {
  for (const template of names.map(name => path.join(toolkitRoot, 'templates', name))) {
    for (const file of await filesBelow(template)) {
      const way = path.relative(template, file).split(path.sep)
      const target = path.join(folder, ...way.map(part => part.replace(/^_/, '.')))
      await fs.mkdir(path.dirname(target), { recursive: true })
      await fs.copyFile(file, target)
    }
  }
}

async function generate(from: string, folder: string, { title, language, progress }: NewCourseOptions): Promise<void> {
  const { generateCourse } = await import('../generate/course/generate-course.ts')
  await generateCourse({ inputs: [from], root: folder, title, language, progress })
}

interface CourseHead { title: string, lang: string }

/** What stands beside the course for who finds its folder, in its language where there are words in that. */
async function readme({ title, lang }: CourseHead): Promise<string> {
  const [language = ''] = lang.toLowerCase().split('-')
  const name = isOwnLanguage(language) ? language : 'en'
  const text = await fs.readFile(path.join(toolkitRoot, 'templates', 'readme', `${name}.md`), 'utf8')
  return `# ${title}\n\n${text}`
}

/** Sets what a person has asked for in the headmatter of a new course, and lets plain Slidev open it. */
async function setHead(
  entry: string,
  { title, theme }: Pick<NewCourseOptions, 'title' | 'theme'>,
): Promise<CourseHead> {
  const text = await fs.readFile(entry, 'utf8')
  const [, head = '', rest = ''] = /^---\n([\s\S]*?\n)---\n([\s\S]*)$/.exec(text) ?? []
  const yaml = parseDocument(head)
  if (title !== undefined)
    yaml.set('title', title.replace(/-{3,}/g, '–'))
  if (theme !== undefined)
    yaml.set('theme', theme)
  yaml.set('addons', yaml.createNode(['docent'], { flow: true }))
  const slides = title === undefined
    ? rest
    : rest.replace(/^# .*$/m, () => `# ${title.replace(/\s+/g, ' ').replace(/[<{]/g, '\\$&')}`)
  await fs.writeFile(entry, `---\n${yaml.toString({ lineWidth: 0, flowCollectionPadding: false })}---\n${slides}`)
  return { title: String(yaml.get('title')), lang: String(yaml.get('lang') ?? 'en') }
}

/** @throws UserError for a name that is none of a package, nor of a folder */
function themePackages(theme: string | undefined): Record<string, string> {
  if (theme === undefined || theme === 'default' || theme === 'none' || /^[./]/.test(theme))
    return {}
  const name = packageOfTheme(theme)
  if (name === undefined)
    throw new UserError(`"${theme}" is no name of a theme.`, 'Give a name, as seriph, a package, or a path: ./my-theme')
  return { [name]: 'latest' }
}

function repositoryAround(root: string): string | undefined {
  for (let folder = path.dirname(root); folder !== path.dirname(folder); folder = path.dirname(folder)) {
    if (existsSync(path.join(folder, '.git')))
      return existsSync(path.join(root, '.git')) ? undefined : folder
  }
  return undefined
}
