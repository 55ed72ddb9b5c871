import type { Course } from '../course/course.ts'
import { existsSync } from 'node:fs'
import fs from 'node:fs/promises'
import path from 'node:path'
import { decodeNamedCharacterReference } from 'decode-named-character-reference'
import { filesBelow } from '../core/files.ts'
import { toolkitRoot } from '../core/toolkit.ts'
import { languagesOf } from '../course/language.ts'
import { snippetFiles } from '../course/snippets.ts'
import { wordsIn } from '../language/languages.ts'

/** What of a course, and of the toolkit, puts words into slides and pages beside the slides themselves. */
const COURSE_FOLDERS = [
  ...['slides', 'pages', 'components', 'layouts', 'snippets', 'setup', 'styles'],
  ...['composables', 'utils', 'data'],
]
const TOOLKIT_FOLDERS = ['components', 'layouts', 'pages', 'styles', 'src/paper', 'src/shared', 'src/site']
const TEXT = /\.(?:md|vue|[cm]?[jt]sx?|css|json|ya?ml|vtt|srt|txt|py|html|svg|csv)$/
const MAX_BYTES = 4e6
const REFERENCE = /&(?:#(?:x([0-9a-f]{1,6})|(\d{1,7}))|([a-z][a-z\d]{1,31}));/gi

/** What is drawn as one: a sign with what joins it, and what asks for its picture. */
const JOINED = /.\uFE0F|\p{Emoji}[\p{Emoji}\p{Emoji_Component}]+/gu

/**
 * Each character that may be drawn in a course's slides, pages and papers, and each run of emoji, once, on lines of
 * their own; more than is drawn, never less.
 */
export async function courseText(course: Course): Promise<string> {
  const slides = course.lectures.flatMap(({ slides }) => slides)
  const files = await Promise.all([
    ...COURSE_FOLDERS.map(folder => filesBelow(path.join(course.root, folder))),
    ...TOOLKIT_FOLDERS.map(folder => filesBelow(path.join(toolkitRoot, folder))),
  ])
  const snippets = snippetFiles(course.root, slides).filter(existsSync)
  const written = [...new Set(files.flat())].filter(file => TEXT.test(file))
  const texts = await Promise.all(Array.from(new Set([...written, ...snippets]), readText))
  const text = withReferences([
    JSON.stringify(course.headmatter),
    ...course.lectures.map(({ title }) => title),
    ...slides.flatMap(({ title, content, notes, frontmatter }) => [title, content, notes, JSON.stringify(frontmatter)]),
    ...languagesOf(course).map(ownWords),
    ...texts,
  ].join('\n'))
  const runs = (text.match(JOINED) ?? []).filter(run => /[^\0-\xFF]/.test(run))
  return [...new Set(text), ...new Set(runs)].join('\n')
}

/** What Docent itself says in a language, with months and digits. */
function ownWords(language: string): string {
  const { language: spoken, words } = wordsIn(language)
  const day = new Intl.DateTimeFormat(spoken, { dateStyle: 'long' })
  const days = Array.from({ length: 12 }, (_, month) => day.format(new Date(2023, month, 4 * month % 28 + 1)))
  return JSON.stringify([words, days, new Intl.NumberFormat(spoken).format(1234567890)])
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
