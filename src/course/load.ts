import type { SlideInfo, SlidevData } from '@slidev/types'
import type { Problem } from '../core/errors.ts'
import type { Course, Lecture, Slide } from './course.ts'
import { existsSync, statSync } from 'node:fs'
import fs from 'node:fs/promises'
import path from 'node:path'
import { load } from '@slidev/parser/fs'
import { closest } from 'fastest-levenshtein'
import { checkCourse } from '../check/check-course.ts'
import { throwProblems, UserError } from '../core/errors.ts'
import { contentLine } from '../slidev/contract/content-line.ts'
import { frontmatterProblems } from './frontmatter.ts'
import { assignIds, lectureSlug } from './ids.ts'
import { countWords, titleText } from './plain-text.ts'

/** What Slidev's parser reads from a course: every slide of every file, in order. */
export type CourseData = Omit<SlidevData, 'config' | 'themeMeta'>

/**
 * Reads a course from its folder and checks what can be checked without building it.
 * @param root folder with `slides.md`
 * @param sources texts that stand for files on disk, by absolute path (an editor's unsaved state)
 * @throws UserError with all problems found
 */
export async function loadCourse(root: string, sources: Record<string, string> = {}): Promise<Course> {
  root = path.resolve(root)
  const entry = path.join(root, 'slides.md')
  if (!existsSync(entry) || !statSync(entry).isFile())
    throw new UserError(`There is no course in ${root}: it has no slides.md.`, 'Give the folder of a course with --course DIR.')
  const files = await markdownFiles(root)
  const texts = await Promise.all([entry, ...files.lectures].map(async file => [file, sources[file] ?? await fs.readFile(file, 'utf8')] as const))
  const problems: Problem[] = [
    ...files.nested.map(file => ({ message: 'A lecture in a sub-folder of slides/ is not built.', hint: 'Move it to slides/ and name it NN-slug.md.', file })),
    ...texts.flatMap(([file, text]) => encodingProblems(text, file)),
    ...texts.flatMap(([file, text]) => frontmatterProblems(text, file)),
  ]
  const data = await load({ userRoot: root, roots: [root], allowedRoots: [root] }, entry, sources, 'build').catch((error: unknown) => {
    // Slidev stumbles over front matter that is no YAML.
    throwProblems(problems)
    throw error
  })
  const course = courseFromData(root, data)
  throwProblems(inOrder([...problems, ...importProblems(data, files.lectures), ...await checkCourse(course, data)]))
  return course
}

async function markdownFiles(root: string): Promise<{ lectures: string[], nested: string[] }> {
  const folder = path.join(root, 'slides')
  const entries = await fs.readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const all = entries.filter(entry => entry.isFile() && entry.name.endsWith('.md')).map(entry => path.join(entry.parentPath ?? entry.path, entry.name)).sort()
  return { lectures: all.filter(file => path.dirname(file) === folder), nested: all.filter(file => path.dirname(file) !== folder) }
}

/** Text that Slidev would read as something else than its author wrote. */
function encodingProblems(text: string, file: string): Problem[] {
  const hint = 'Save it as UTF-8 without a byte order mark (BOM).'
  if (text.startsWith('\uFEFF'))
    return [{ message: 'The file begins with a byte order mark, which hides its front matter.', hint, file, line: 1 }]
  const line = text.split('\n').findIndex(text => /[\0\uFFFD]/.test(text)) + 1
  return line ? [{ message: 'This line is no UTF-8 text.', hint, file, line }] : []
}

function importProblems(data: CourseData, lectureFiles: string[]): Problem[] {
  return Object.values(data.markdownFiles).flatMap(({ filepath, slides, errors = [] }) => errors.map(({ row, message }) => {
    const slide = slides.find(slide => slide.start === row)
    const src = slide?.frontmatter.src as string | undefined
    const line = src ? row + 1 + Math.max(0, slide!.raw.split('\n').findIndex(text => text.includes(src))) : row + 1
    if (src && message.startsWith('Imported markdown file not found')) {
      const names = lectureFiles.map(file => `./slides/${path.basename(file)}`)
      const hint = names.length ? `Write the file, mend the name (did you mean ${closest(src, names)}?), or remove the line.` : 'Write the file or remove the line.'
      return { message: `The lecture ${src} does not exist.`, hint, file: filepath, line }
    }
    if (src && message.startsWith('Imported markdown escapes'))
      return { message: `The lecture ${src} lies outside of the course's folder.`, hint: 'Move it to slides/ and name it there.', file: filepath, line }
    return { message: `${message}.`, hint: 'Mend or remove the line.', file: filepath, line }
  }))
}

/** As somebody mends them: file by file, from the top. */
function inOrder(problems: Problem[]): Problem[] {
  const key = ({ file = '', line = 0 }: Problem) => `${file}\0${String(line).padStart(9, '0')}`
  return problems.sort((a, b) => key(a) < key(b) ? -1 : 1)
}

/** The course value of what Slidev's parser has read. */
export function courseFromData(root: string, data: CourseData): Course {
  const { headmatter } = data
  const text = (key: string) => typeof headmatter[key] === 'string' && headmatter[key] ? headmatter[key] as string : undefined
  const lectures: Lecture[] = []
  for (const [file, slides] of lectureGroups(data))
    lectures.push(lectureFromSlides(file, lectures.length + 1, slides))
  return {
    root,
    entry: path.join(root, 'slides.md'),
    title: titleText(text('title') ?? path.basename(root)),
    description: text('description'),
    author: text('author'),
    language: text('lang') ?? 'en',
    url: text('url')?.replace(/\/+$/, ''),
    notesPublic: headmatter.notes === 'public',
    headmatter,
    size: lectures.length,
    lectures,
  }
}

/** The slides of each lecture by the file that `slides.md` imports; what stands in `slides.md` itself is no lecture. */
function lectureGroups(data: CourseData): Map<string, SlideInfo[]> {
  const groups = new Map<string, SlideInfo[]>()
  for (const slide of data.slides) {
    const chain = slide.importChain
    if (!chain?.length)
      continue
    const file = path.resolve(chain[1]?.filepath ?? slide.source.filepath)
    groups.set(file, [...groups.get(file) ?? [], slide])
  }
  return groups
}

function lectureFromSlides(file: string, number: number, infos: SlideInfo[]): Lecture {
  const titles = infos.map((info, i) => titleText(writtenTitle(info)) || `Slide ${i + 1}`)
  const ids = assignIds(infos.map((info, i) => ({ id: explicitId(info), title: titles[i]! })))
  const slides = infos.map((info, i): Slide => ({
    id: ids[i]!,
    number: i + 1,
    title: titles[i]!,
    words: countWords(info.content),
    content: info.content,
    notes: info.note ?? '',
    frontmatter: info.frontmatter,
    file: path.resolve(info.source.filepath),
    line: contentLine(info),
    keyLines: keyLines(info),
    index: info.index,
  }))
  const head = infos[0]!.frontmatter
  return {
    slug: lectureSlug(path.basename(file)),
    number,
    title: titles[0]!,
    summary: typeof head.summary === 'string' ? head.summary : undefined,
    minutes: typeof head.minutes === 'number' ? head.minutes : undefined,
    file,
    slides,
  }
}

/** Front matter may hold anything under `title`. */
function writtenTitle({ title, content }: SlideInfo): string {
  return (typeof title === 'string' ? title : undefined) ?? blockTitle(content) ?? ''
}

function explicitId({ frontmatter }: SlideInfo): string | undefined {
  return frontmatter.id === undefined || frontmatter.id === null ? undefined : String(frontmatter.id)
}

/** The title of a slide that has no heading but a titled block, as a question has. */
function blockTitle(content: string): string | undefined {
  const title = /^:{3,}[ \t]*[a-z]+\b(.*)$/m.exec(content)?.[1]!.replace(/\{[^}]*\}/, '').trim()
  return title?.replace(/^\[(.*)\]$/, '$1') || undefined
}

function keyLines({ source }: SlideInfo): Record<string, number> {
  const end = source.contentStart - source.start
  return Object.fromEntries(source.raw.split('\n').slice(0, end).flatMap((text, i) => {
    const key = /^([\w-]+):/.exec(text)?.[1]
    return key ? [[key, source.start + i + 1]] : []
  }))
}
