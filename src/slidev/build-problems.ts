import type { Problem } from '../core/errors.ts'
import type { Course, Slide } from '../course/course.ts'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { compileTemplate, parse } from 'vue/compiler-sfc'
import { readCourseKinds } from '../stack/own-kinds.ts'
import { stackTagProblems } from '../stack/tags.ts'
import { slideNumber } from './contract/names.ts'

/** What Vite throws: one error for each module that it could not build. */
interface BuildError {
  errors?: readonly (Pick<Error, 'message'> & { id?: string })[]
}

/** What an author has to fix after a build that failed; empty where no file of the course is at fault. */
export function buildProblems(error: unknown, course: Course): Problem[] {
  const { errors = [] } = error as BuildError
  return errors.flatMap(({ id = '', message }) => problemOf(id, stripVTControlCharacters(message), course) ?? [])
}

/** What is wrong with a course's files that Node loads before a build, as `setup/shiki.ts` or `vite.config.ts`. */
export function setupProblems(error: unknown, { root }: Course): Problem[] {
  const { message: text, stack = '' } = error as Error
  const words = stripVTControlCharacters(text)
  const named = Array.from(`${words}\n${stack}`.matchAll(/(?:file:\/\/)?(\/[^\s:()]+\.[cm]?[jt]s)(?::(\d+))?/g))
  const place = named.find(([, file]) => isOwnFile(file!, root))
  if (!place)
    return []
  const [, file = '', line] = place
  const [first = ''] = words.split('\n')
  const reason = first.replace(/^Cannot find (?:module|package) '([^']+)'.*/, 'There is no package "$1"')
  const hint = reason.startsWith('There is no package')
    ? `Run npm install in the course's folder, or fix the import.`
    : 'Fix the file.'
  const message = `${path.relative(root, file)} cannot be loaded: ${sentence(reason)}`
  return [{ message, hint, file, line: line ? Number(line) : undefined }]
}

function isOwnFile(file: string, root: string): boolean {
  return file.startsWith(root + path.sep) && !file.includes(`${path.sep}node_modules${path.sep}`)
}

function problemOf(id: string, words: string, course: Course): Problem | undefined {
  const number = slideNumber(id)
  const slide = course.lectures.flatMap(({ slides }) => slides).find(({ index }) => index + 1 === number)
  const [reason = ''] = words.split('\n')
  if (slide && words.startsWith(`${slide.file}:`))
    return fenceProblem(words, slide)
  if (slide) {
    const { title, file, line } = slide
    const hint = 'Fix what stands in {{ }}, in a tag\'s attributes, or in its script.'
    return { message: `The slide "${title}" cannot be built: ${sentence(reason)}`, hint, file, line }
  }
  const file = id.split('?')[0]!
  if (!isOwnFile(file, course.root))
    return
  const found = file.endsWith('.vue') ? templateProblem(file, course) : undefined
  const message = `${path.basename(file)} cannot be built: ${sentence(found?.message ?? reason)}`
  return { message, hint: found?.hint ?? 'Fix the file.', file, line: found?.line }
}

/** What `slideError` says: its place, then as many lines as who draws a diagram needs. */
function fenceProblem(words: string, { title, file }: Slide): Problem {
  const [, line, rest = ''] = /^(\d+): ([\s\S]*)/.exec(words.slice(file.length + 1)) ?? []
  const reason = rest.trimEnd().replaceAll('\n', '\n    ')
  return { message: `The slide "${title}" cannot be built: ${reason}`, file, line: Number(line) }
}

/** The first problem of a component's template at its own line: Slidev adds lines to components before a build. */
function templateProblem(file: string, { headmatter }: Course): Problem | undefined {
  const source = readFileSync(file, 'utf8')
  const { descriptor: { template }, errors } = parse(source, { filename: file })
  const compiled = template && !errors.length
    ? compileTemplate({ source: template.content, ast: template.ast, filename: file, id: file }).errors
    : []
  const [error] = [...errors, ...compiled]
  if (!error)
    return stackTagProblems(source, 1, readCourseKinds(headmatter.kinds).kinds)[0]
  if (typeof error === 'string')
    return { message: error }
  return { message: error.message, line: 'loc' in error ? error.loc?.start.line : undefined }
}

/** Vue's and Vite's words without the codes that they begin with. */
function sentence(message: string): string {
  const text = message.replace(/^\[\w+\]\s*/, '').replace(/^(Could not resolve '[^']*').*/, '$1').trim()
  return /[.?!]$/.test(text) ? text : `${text}.`
}
