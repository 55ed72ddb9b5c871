import type { Problem } from '../core/errors.ts'
import type { CourseSource, SlideSource } from '../slidev/contract/source.ts'
import type { Course, Lecture, Slide } from './course.ts'
import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { ruled, throwProblems, UserError } from '../core/errors.ts'
import { filesBelow, withSlashes } from '../core/files.ts'
import { speak } from '../language/languages.ts'
import { mathAsText } from '../markdown/math-as-text.ts'
import { countWords, titleText } from '../markdown/plain-text.ts'
import { contentLine, keyLines, readCourseSource } from '../slidev/contract/source.ts'
import { allowedFolders } from './folders.ts'
import { courseFields, lectureFields, slideFields } from './front-matter.ts'
import { assignIds, idProblem, lectureSlug } from './ids.ts'
import { importProblems, replacedText } from './import-problems.ts'
import { lectureGroups } from './lecture-groups.ts'
import { readSettings, withSettings } from './settings.ts'
import { headmatterOf, readSourceTexts } from './source-texts.ts'
import { encodingProblems, textAfterSeparators, yamlProblems } from './text-problems.ts'

const COURSE_HINT = 'Give the folder of a course with --course DIR.'

/**
 * Reads a course from its folder, with all that is wrong with its files; `loadCourse` checks its content as well.
 * @param root folder with `slides.md`
 * @param sources texts that stand for files on disk, by absolute path (an editor's unsaved state)
 * @throws UserError when there is no course, or when front matter cannot be read at all
 */
export async function readCourse(
  root: string,
  sources: Record<string, string> = {},
): Promise<{ course: Course, problems: Problem[] }> {
  root = path.resolve(root)
  const entry = path.join(root, 'slides.md')
  if (!existsSync(entry) || !statSync(entry).isFile())
    throw new UserError(`There is no course in ${root}: it has no slides.md.`, COURSE_HINT)
  const files = await markdownFiles(root)
  const texts = await readSourceTexts([entry, ...files.lectures], root, sources)
  const problems: Problem[] = [
    ...texts.flatMap(({ file, text }) => encodingProblems(text, file)),
    ...ruled('front-matter', texts.flatMap(({ file, text }) => yamlProblems(text, file))),
  ]
  const read = await readSettings(root)
  problems.push(...read.problems)
  const { headmatter } = withSettings(headmatterOf(texts[0]!), read.settings, { entry, keyLines: {} })
  const allowed = allowedFolders(headmatter, entry)
  const folders = [root, ...allowed.folders] as const
  const source = await readCourseSource(folders, entry, { headmatter, sources }).catch((error: unknown) => {
    // Slidev stumbles over front matter that is not valid YAML.
    throwProblems(problems)
    throw error
  })
  const written = source.entry.slides[0]
  const settled = withSettings(source.headmatter, read.settings, {
    entry,
    keyLines: written ? keyLines({ source: written }) : {},
  })
  const course = courseFromSource(root, { ...source, headmatter: settled.headmatter }, allowed.folders)
  course.warnings.push(...texts.flatMap(({ file, text }) => textAfterSeparators(text, file)))
  problems.push(
    ...settled.problems,
    ...allowed.problems,
    ...nestedProblems(files.nested, course, source),
    ...importProblems(source, course, files.lectures),
  )
  return { course, problems }
}

async function markdownFiles(root: string): Promise<{ lectures: string[], nested: string[] }> {
  const folder = path.join(root, 'slides')
  const all = (await filesBelow(folder)).filter(file => file.endsWith('.md'))
  return {
    lectures: all.filter(file => path.dirname(file) === folder),
    nested: all.filter(file => path.dirname(file) !== folder),
  }
}

/** Files below `slides/` that no slide imports, where `slides/` holds lectures. */
function nestedProblems(nested: readonly string[], { lectures, entry }: Course, source: CourseSource): Problem[] {
  if (lectures.every(({ file }) => file === entry))
    return []
  return nested.filter(file => !source.markdownFiles[withSlashes(file)]).map(file => ({
    message: 'A lecture in a sub-folder of slides/ is not built.',
    hint: 'Move it to slides/ and name it NN-slug.md.',
    file,
  }))
}

/** The course value of what Slidev's parser has read. */
function courseFromSource(root: string, source: CourseSource, folders: string[]): Course {
  const entry = path.join(root, 'slides.md')
  const fields = courseFields(source.headmatter)
  const { groups, warnings } = lectureGroups(source, entry)
  const { language } = fields
  const read = groups.map(({ file, slides }, i) => lectureFromSlides(file, i + 1, { infos: slides, language }))
  return {
    ...fields,
    headmatter: source.headmatter,
    keyLines: source.entry.slides[0] ? keyLines({ source: source.entry.slides[0] }) : {},
    root,
    entry,
    folders,
    title: titleText(fields.title ?? path.basename(root)),
    size: read.length,
    lectures: inSections(read.map(({ lecture }) => lecture)),
    warnings: [
      ...ruled('lecture-choice', warnings),
      ...ruled('lost-text', replacedText(source)),
      ...ruled('front-matter-value', read.flatMap(({ problems }) => problems)),
    ],
  }
}

/** A section goes on until a lecture names another. */
function inSections(lectures: readonly Lecture[]): Lecture[] {
  let current: string | undefined
  return lectures.map((lecture) => {
    current = lecture.section ?? current
    return { ...lecture, section: current }
  })
}

function lectureFromSlides(
  file: string,
  number: number,
  { infos, language }: { infos: SlideSource[], language: string },
): { lecture: Lecture, problems: Problem[] } {
  const own = infos[0]?.frontmatter.lang
  const say = speak(typeof own === 'string' ? own : language, 'paper')
  const written = infos.map(info => titleText(writtenTitle(info)))
  const titles = infos.map((info, i) =>
    withFormulas(written[i]!, writtenTitle(info)) || say('slide', { number: i + 1 }))
  // Addresses stay as they are in every language, and however a formula is said.
  const ids = assignIds(infos.map((info, i) => ({ id: ownId(info), title: written[i] || `Slide ${i + 1}` })))
  const read = infos.map((info, i) => slideFromSource(info, { id: ids[i]!, number: i + 1, title: titles[i]! }))
  const slides = read.map(({ slide }) => slide)
  const first = slides[0]!
  const place = { ...first, line: Math.max(1, first.line - 1) }
  const { fields: { timer, ...fields }, problems } = lectureFields(first.frontmatter, place)
  return {
    lecture: {
      ...fields,
      slug: lectureSlug(path.basename(file)),
      number,
      title: first.title,
      minutes: first.minutes ?? timer,
      file,
      slides,
    },
    problems: [...problems, ...read.flatMap(({ problems }) => problems)],
  }
}

function slideFromSource(
  info: SlideSource,
  known: Pick<Slide, 'id' | 'number' | 'title'>,
): { slide: Slide, problems: Problem[] } {
  const { content, frontmatter, note = '', index } = info
  const place = { file: path.resolve(info.source.filepath), line: contentLine(info), keyLines: keyLines(info) }
  const { fields, problems } = slideFields(frontmatter, { ...place, line: Math.max(1, place.line - 1) })
  let words: number | undefined
  const slide = {
    ...fields,
    ...known,
    ...place,
    ownId: ownId(info) !== undefined,
    isTitled: titleText(writtenTitle(info)) !== '',
    // Counting takes more time than all else here, and a build that finds nothing changed asks for none.
    get words() {
      return words ??= countWords(content)
    },
    content,
    notes: note,
    notesLine: notesLine(info, note),
    frontmatter,
    index,
  }
  return { slide, problems }
}

/** A title whose formulas are text; most have none. */
function withFormulas(title: string, markdown: string): string {
  const readable = mathAsText(markdown)
  return readable === markdown ? title : titleText(readable)
}

/** Front matter may hold anything under `title`. */
function writtenTitle({ title, content }: SlideSource): string {
  return (typeof title === 'string' ? title : undefined) ?? blockTitle(content) ?? ''
}

/** What the author named the slide: by Docent's `id`, or by Slidev's `routeAlias` where that can be an id. */
function ownId({ frontmatter: { id, routeAlias } }: SlideSource): string | undefined {
  if (id !== undefined && id !== null)
    return String(id)
  return typeof routeAlias === 'string' && !idProblem(routeAlias) ? routeAlias : undefined
}

/** The title of a slide that has no heading but a titled block, as a question has. */
function blockTitle(content: string): string | undefined {
  const title = /^:{3,}[ \t]*[a-z]+\b(.*)$/m.exec(content)?.[1]!.replace(/\{[^}]*\}/, '').trim()
  return title?.replace(/^\[(.*)\]$/, '$1') || undefined
}

function notesLine({ source: { raw, start } }: SlideSource, notes: string): number {
  return start + raw.slice(0, Math.max(0, raw.lastIndexOf(notes))).split('\n').length
}
