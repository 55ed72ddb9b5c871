import type { Problem } from '../../core/errors.ts'
import type { Course } from '../../course/course.ts'
import type { Secret } from './secrets.ts'
import fs from 'node:fs/promises'
import path from 'node:path'
import { filesBelow, withSlashes } from '../../core/files.ts'
import { fileTexts } from './file-texts.ts'
import { comparedWords, courseSecrets, secretKinds } from './secrets.ts'

/**
 * Proves that nothing secret is in a folder for students: private notes and withheld answers in no file, answers in no
 * handout.
 * @returns a problem for each secret and file, at the slide that it comes from
 */
export async function findLeaks(course: Course, folder: string): Promise<Problem[]> {
  const find = leakFinder(course)
  const problems: Problem[] = []
  for (const file of await filesBelow(folder))
    problems.push(...await find(path.relative(folder, file), await fs.readFile(file)))
  return problems
}

/** Finds secrets of a course in one file after the other. */
export function leakFinder(course: Course): (name: string, bytes: Uint8Array) => Promise<Problem[]> {
  const secrets = courseSecrets(course)
  const everywhere = index(secrets.filter(({ kind }) => secretKinds[kind].everywhere))
  const all = index(secrets)
  return async (name, bytes) => {
    if (!secrets.length)
      return []
    const isHandout = /(?:^|[/\\-])(?:handout|booklet)-[^/\\]*\.pdf$/.test(name)
    const found = new Map<Secret, string>()
    for (const { place, text } of await fileTexts(name, bytes)) {
      for (const secret of findSecrets(text, isHandout ? all : everywhere)) {
        if (!found.has(secret))
          found.set(secret, place)
      }
    }
    return Array.from(found, ([secret, place]) => leakProblem(secret, name, place))
  }
}

type SecretIndex = Map<string, Secret[]>

/** Secrets by their first two words. */
function index(secrets: readonly Secret[]): SecretIndex {
  const byStart: SecretIndex = new Map()
  for (const secret of secrets) {
    const start = `${secret.words[0]} ${secret.words[1]}`
    byStart.set(start, [...byStart.get(start) ?? [], secret])
  }
  return byStart
}

function findSecrets(text: string, byStart: SecretIndex): Secret[] {
  const words = comparedWords(text)
  return words.flatMap((word, i) => {
    const starting = byStart.get(`${word} ${words[i + 1]}`) ?? []
    return starting.filter(secret => secret.words.every((word, j) => words[i + j] === word))
  })
}

function leakProblem({ kind, slide, words }: Secret, name: string, place: string): Problem {
  const holds = `${withSlashes(name)} holds ${secretKinds[kind].description}${place ? `, in ${place}` : ''}`
  return {
    message: `${holds}: "${words.join(' ')}" of slide ${slide.number} ("${slide.title}").`,
    hint: 'Nothing was written. Look where else the words stand: on a slide, in a component, in a file of public/.',
    file: slide.file,
    line: slide.line,
  }
}
