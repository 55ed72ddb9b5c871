import type { Course } from '../course/course.ts'
import { existsSync } from 'node:fs'
import fs from 'node:fs/promises'
import path from 'node:path'
import { decodeNamedCharacterReference } from 'decode-named-character-reference'
import { filesBelow } from '../core/files.ts'
import { toolkitRoot } from '../core/toolkit.ts'
import { snippetFiles } from '../course/snippets.ts'

/** What of a course, and of the toolkit, puts words into slides and pages beside the slides themselves. */
const COURSE_FOLDERS = [
  ...['slides', 'pages', 'components', 'layouts', 'snippets', 'setup', 'styles'],
  ...['composables', 'utils', 'data'],
]
const TOOLKIT_FOLDERS = ['components', 'layouts', 'pages', 'styles', 'src/paper', 'src/shared', 'src/site']
const TEXT = /\.(?:md|vue|[cm]?[jt]sx?|css|json|ya?ml|vtt|srt|txt|py|html|svg|csv)$/
const MAX_BYTES = 4e6
const REFERENCE = /&(?:#(?:x([0-9a-f]{1,6})|(\d{1,7}))|([a-z][a-z\d]{1,31}));/gi

/** Every text that may be drawn in a course's slides, pages and papers, as one; more than is drawn, never less. */
export async function courseText(course: Course): Promise<string> {
  const slides = course.lectures.flatMap(({ slides }) => slides)
  const files = await Promise.all([
    ...COURSE_FOLDERS.map(folder => filesBelow(path.join(course.root, folder))),
    ...TOOLKIT_FOLDERS.map(folder => filesBelow(path.join(toolkitRoot, folder))),
  ])
  const snippets = snippetFiles(course.root, slides).filter(existsSync)
  const written = [...new Set(files.flat())].filter(file => TEXT.test(file))
  const texts = await Promise.all(Array.from(new Set([...written, ...snippets]), readText))
  return withReferences([
    JSON.stringify(course.headmatter),
    ...course.lectures.map(({ title }) => title),
    ...datesIn(course.language),
    ...slides.flatMap(({ content, notes, frontmatter }) => [content, notes, JSON.stringify(frontmatter)]),
    ...texts,
  ].join('\n'))
}

/** What stands at the foot of handouts: the days of a year are written with these letters. */
function datesIn(language: string): string[] {
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'long' })
  return Array.from({ length: 12 }, (_, month) => format.format(new Date(2034, month, 15 + month)))
}

async function readText(file: string): Promise<string> {
  const { size } = await fs.stat(file)
  return size > MAX_BYTES ? '' : await fs.readFile(file, 'utf8')
}

/** The text and the characters that it names: `&rarr;`, `&#8594;`. */
function withReferences(text: string): string {
  const named = Array.from(text.matchAll(REFERENCE), ([, hex, decimal, name]) => characterOf(hex, decimal, name))
  return `${text}${named.join('')}`
}

function characterOf(hex?: string, decimal?: string, name?: string): string {
  if (name)
    return decodeNamedCharacterReference(name) || ''
  const point = hex ? Number.parseInt(hex, 16) : Number(decimal)
  return point <= 0x10FFFF ? String.fromCodePoint(point) : ''
}
