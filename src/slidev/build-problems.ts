import type { Problem } from '../core/errors.ts'
import type { Course, Slide } from '../course/course.ts'
import { readFileSync, realpathSync } from 'node:fs'
import path from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { compileTemplate, parse } from 'vue/compiler-sfc'
import { displayPath } from '../core/errors.ts'
import { readCourseKinds } from '../stack/own-kinds.ts'
import { stackTagProblems } from '../stack/tags.ts'
import { slideNumber } from './contract/names.ts'
import { deckRoots } from './contract/roots.ts'

/** What Vite throws: one error for each module that it could not build. */
interface BuildError {
  errors?: readonly (Pick<Error, 'message'> & { id?: string })[]
}

/** What an author has to fix after a build that failed; empty where no file of the course is at fault. */
export function buildProblems(error: unknown, course: Course): Problem[] {
  const { errors = [] } = error as BuildError
  return errors.flatMap(({ id = '', message }) => problemOf(id, stripVTControlCharacters(message), course) ?? [])
}

/**
 * What is wrong with the files that Node loads before a build, as `setup/shiki.ts` or `vite.config.ts`: the course's
 * own, or else its theme's and addons'.
 */
export function setupProblems(error: unknown, course: Course): Problem[] {
  const { message: text, stack = '' } = error as Error
  const words = stripVTControlCharacters(text)
  const named = Array.from(`${words}\n${stack}`.matchAll(/(?:file:\/\/)?(\/[^\s:()]+\.[cm]?[jt]s)(?::(\d+))?/g))
  const { root } = course
  const place = named.find(([, file]) => isOwnFile(file!, root))
  if (!place)
    return named.flatMap(([, file = '']) => packageFileProblem(file, words, course) ?? []).slice(0, 1)
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

/** A file of the course's theme or of an addon that cannot be loaded or built: its author's to mend. */
function packageFileProblem(file: string, words: string, course: Course): Problem | undefined {
  const { theme, addons } = deckRoots(course)
  const [kind, folder] = [
    ...theme ? [['theme', theme] as const] : [],
    ...addons.map(addon => ['addon', addon] as const),
  ].find(([, folder]) => [folder, realpathSync(folder)].some(of => file.startsWith(of + path.sep))) ?? []
  if (!folder)
    return
  const [first = ''] = words.split('\n')
  const inside = [folder, realpathSync(folder)].map(of => path.relative(of, file)).find(name => !name.startsWith('..'))
  const message = `${inside} of the ${kind} "${path.basename(folder)}" cannot be loaded: ${sentence(first)}`
  return { message, hint: `Install another version of the ${kind}, or take another one.`, file: course.entry, line: 1 }
}

/** A package that a slide, a component or a script of the course asks for, and that is not there. */
function packageProblem(words: string, { root, lectures }: Course): Problem | undefined {
  const [, name, from = ''] = /failed to resolve import "([^"]+)" from "([^"?]+)/.exec(words) ?? []
  if (!name || /^[./]/.test(name) || !isOwnFile(from, root))
    return
  const number = slideNumber(from)
  const slide = lectures.flatMap(({ slides }) => slides).find(({ index }) => index + 1 === number)
  const wanted = name.split('/').slice(0, name.startsWith('@') ? 2 : 1).join('/')
  const hint = `Run: npm install --prefix ${displayPath(root)} ${wanted}, or fix the import.`
  const what = slide ? `The slide "${slide.title}"` : path.basename(from)
  const message = `${what} cannot be built: there is no package "${name}".`
  return { message, hint, file: slide?.file ?? from, line: slide?.line }
}

function problemOf(id: string, words: string, course: Course): Problem | undefined {
  const unresolved = packageProblem(words, course)
  if (unresolved)
    return unresolved
  const number = slideNumber(id)
  const slide = course.lectures.flatMap(({ slides }) => slides).find(({ index }) => index + 1 === number)
  const [reason = ''] = words.split('\n')
  const outside = /^Code snippet path escapes the project root: (.*)/.exec(words)?.[1]
  if (slide && outside)
    return outsideProblem(outside, slide)
  if (slide && words.startsWith(`${slide.file}:`))
    return fenceProblem(words, slide)
  if (slide) {
    const { title, file, line } = slide
    const hint = 'Fix what stands in {{ }}, in a tag\'s attributes, or in its script.'
    return { message: `The slide "${title}" cannot be built: ${sentence(reason)}`, hint, file, line }
  }
  const file = id.split('?')[0]!
  if (!isOwnFile(file, course.root))
    return packageFileProblem(file, words, course)
  const found = file.endsWith('.vue') ? templateProblem(file, course) : undefined
  const message = `${path.basename(file)} cannot be built: ${sentence(found?.message ?? reason)}`
  return { message, hint: found?.hint ?? 'Fix the file.', file, line: found?.line }
}

/** Code of a file that a slide may not show. */
function outsideProblem(outside: string, { title, file, line }: Slide): Problem {
  const message = `The slide "${title}" shows code from outside of the course: ${displayPath(outside)}.`
  const hint = 'Copy it below the course, or name its folder in slides.md, as folders: [../shared].'
  return { message, hint, file, line }
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
