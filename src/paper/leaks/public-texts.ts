import type { Course, Slide } from '../../course/course.ts'
import type { NoteReader } from '../../shared/readers.ts'
import fs from 'node:fs/promises'
import path from 'node:path'
import { filesBelow, withSlashes } from '../../core/files.ts'
import { notesFor } from '../../course/notes.ts'
import { withoutAnswers } from './answers.ts'
import { fileTexts } from './file-texts.ts'
import { comparedWords, readingsOf, splitComments } from './words.ts'

/** A text of a course's sources that goes into outputs. */
export interface PublicText {
  /** Its words, in each way in which they may be read. */
  readings: string[][]
  /** Who sees it: students on paper too, the web alone; or it rides along, and perhaps nobody means it to be read. */
  sight: 'everybody' | 'web' | 'beside'
  /**
   * Where it stands, for what rides along: a name for people, the file, and the line; whether it is a copy of
   *  sources, with all their secrets.
   */
  place?: { name: string, file: string, line?: number, isCopy?: boolean }
}

/** What rides along into decks, where slides use it. */
const PARTS = ['components', 'layouts', 'setup', 'styles', 'snippets', 'uno.config.ts']
const GLOBAL = /^(?:global|slide|custom)-[\w-]+\.vue$/

/** All texts of a course's sources that may be in outputs. */
export async function publicTexts(course: Course): Promise<PublicText[]> {
  const slides = course.lectures.flatMap(lecture => lecture.slides)
  return [
    ...plainTexts(course, slides),
    ...slides.flatMap(frontMatterTexts),
    ...await publicFileTexts(course, slides),
    ...await sourceFileTexts(course, slides),
  ]
}

function plainTexts(course: Course, slides: readonly Slide[]): PublicText[] {
  const notes = (slide: Slide, reader: NoteReader) => course.notesPublic ? notesFor(slide.notes, reader) : ''
  const heads = [...Object.values(course.headmatter ?? {}).filter(value => typeof value === 'string'), course.title]
  const titles = course.lectures.flatMap(({ title, summary = '' }) => [title, summary])
  // Pages and bookmarks list the titles one after the other.
  const listed = slides.map(({ title }) => title).join('\n')
  const plain = [...heads, ...titles, titles.join('\n'), listed].map(comparedWords)
  const contents = slides.map(({ content }) => splitComments(content).text)
  const everybody = new Set([
    ...contents.map(text => withoutAnswers(text, 'all')),
    ...slides.map(slide => notes(slide, 'student')),
  ])
  const web = new Set([
    ...contents.map(text => withoutAnswers(text, 'withheld')),
    ...slides.map(slide => notes(slide, 'web')),
  ])
  const onlyWeb = [...web].filter(text => !everybody.has(text))
  return [
    { readings: [...plain, ...[...everybody].flatMap(readingsOf)], sight: 'everybody' },
    { readings: onlyWeb.flatMap(readingsOf), sight: 'web' },
  ]
}

function frontMatterTexts({ frontmatter, keyLines, file, line }: Slide): PublicText[] {
  return Object.entries(frontmatter).map(([key, value]): PublicText => ({
    readings: [comparedWords(JSON.stringify(value) ?? '')],
    sight: 'beside',
    place: { name: `The front matter "${key}"`, file, line: keyLines?.[key] ?? line },
  }))
}

/** Files of `public/` are public, but for those that are copies of the sources with all that is secret in them. */
async function publicFileTexts({ root }: Course, slides: readonly Slide[]): Promise<PublicText[]> {
  if (!root)
    return []
  const files = await filesBelow(path.join(root, 'public'))
  return (await Promise.all(files.map(async (file): Promise<PublicText[]> => {
    const name = withSlashes(path.relative(root, file))
    const texts = await fileTexts(name, await fs.readFile(file)).catch(() => [])
    const isCopy = texts.some(({ text }) => isSource(text, slides))
    const readings = [comparedWords(name), ...texts.map(({ text }) => comparedWords(text))]
    return [isCopy ? { readings, sight: 'beside', place: { name, file, isCopy } } : { readings, sight: 'everybody' }]
  }))).flat()
}

const SECRET_MARKS = /^[ \t]*:{3,}[ \t]*(?:private\b|question\b[^\n{]*\{[^\n}]*(?:\}[^\n{]*\{[^\n}]*)*\bwithheld\b)/m

function isSource(text: string, slides: readonly Slide[]): boolean {
  if (!text.includes('<!--') && !text.includes(':::'))
    return false
  return SECRET_MARKS.test(text) || slides.some(({ notes }) => notes.length > 40 && text.includes(notes))
}

async function sourceFileTexts({ root }: Course, slides: readonly Slide[]): Promise<PublicText[]> {
  if (!root)
    return []
  const globals = (await fs.readdir(root).catch(() => [])).filter(name => GLOBAL.test(name))
  const parts = await Promise.all([...PARTS, ...globals].map(part => filesBelow(path.join(root, part))))
  const beside = (await filesBelow(path.join(root, 'slides'))).filter(file => !file.endsWith('.md'))
  const written = slides.map(({ content, layout = '' }) => `${content}\n${layout}`).join('\n')
  const tags = new Set(Array.from(written.matchAll(/[a-z][\w-]*/gi), ([word]) => plain(word)))
  return (await Promise.all([...parts.flat(), ...beside].map(async (file): Promise<PublicText[]> => {
    const name = withSlashes(path.relative(root, file))
    const texts = await fileTexts(name, await fs.readFile(file))
    const isUsed = beside.includes(file) || GLOBAL.test(name) || tags.has(plain(path.parse(file).name))
    const readings = texts.map(({ text }) => comparedWords(withoutComments(text)))
    return [{ readings, sight: 'beside', ...isUsed && { place: { name, file } } }]
  }))).flat()
}

function plain(name: string): string {
  return name.replaceAll('-', '').toLowerCase()
}

function withoutComments(code: string): string {
  return code.replace(/<!--[\s\S]*?-->|\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '\n')
}
