import type { Problem } from '../core/errors.ts'
import type { Course } from '../course/course.ts'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { compileTemplate, parse } from 'vue/compiler-sfc'
import { stackTagProblems } from '../stack/tags.ts'
import { slideNumber } from './contract/contract.ts'

/** What Vite throws: one error for each module that it could not build. */
interface BuildError extends Error {
  errors?: readonly (Error & { id?: string })[]
}

/** What an author has to mend after a build that failed; empty where the fault lies in none of the course's own files. */
export function buildProblems(error: unknown, course: Course): Problem[] {
  const { errors = [] } = error as BuildError
  return errors.flatMap(({ id = '', message }) => problemOf(id, stripVTControlCharacters(message).split('\n')[0]!, course) ?? [])
}

function problemOf(id: string, says: string, course: Course): Problem | undefined {
  const number = slideNumber(id)
  const slide = course.lectures.flatMap(({ slides }) => slides).find(({ index }) => index + 1 === number)
  if (slide)
    return { message: `The slide "${slide.title}" cannot be built: ${sentence(says)}`, hint: 'Mend what stands in {{ }}, in a tag\'s attributes, or in its script.', file: slide.file, line: slide.line }
  const file = id.split('?')[0]!
  if (!file.startsWith(course.root + path.sep) || file.includes(`${path.sep}node_modules${path.sep}`))
    return
  const found = file.endsWith('.vue') ? templateProblem(file) : undefined
  return {
    message: `${path.basename(file)} cannot be built: ${sentence(found?.message ?? says)}`,
    hint: found?.hint ?? 'Mend the file.',
    file,
    line: found?.line,
  }
}

/** The first problem of a component's template at its own line: Slidev adds lines to components before they are built. */
function templateProblem(file: string): Problem | undefined {
  const source = readFileSync(file, 'utf8')
  const { descriptor, errors: [unread] } = parse(source, { filename: file })
  const { template } = descriptor
  const compile = () => template ? compileTemplate({ source: template.content, ast: template.ast, filename: file, id: file }).errors : []
  const [error] = unread ? [unread] : compile()
  if (!error)
    return stackTagProblems(source)[0]
  if (typeof error === 'string')
    return { message: error }
  return { message: error.message, line: 'loc' in error ? error.loc?.start.line : undefined }
}

/** Vue's and Vite's words without the codes that they begin with. */
function sentence(message: string): string {
  const text = message.replace(/^\[\w+\]\s*/, '').replace(/^(Could not resolve '[^']*').*/, '$1').trim()
  return /[.?!]$/.test(text) ? text : `${text}.`
}
