import type { Problem } from '../../core/errors.ts'
import type { Course } from '../../course/course.ts'
import type { Secret } from './secrets.ts'
import fs from 'node:fs/promises'
import path from 'node:path'
import { filesBelow, withSlashes } from '../../core/files.ts'
import { createThreads } from '../../core/threads.ts'
import { fileTexts } from './file-texts.ts'
import { secretKinds } from './secrets.ts'
import { readSecrets } from './source-leaks.ts'
import { findSecrets, indexSecrets, isByChance } from './word-index.ts'
import { comparedWords } from './words.ts'

/** Files of a folder that are looked through. */
export interface LeakTask {
  course: Course
  folder: string
  /** Absolute paths. */
  files: readonly string[]
}

/** Files from which on a second thread takes its half of them: it reads the course for itself. */
const MANY = 200

const inThread = createThreads<LeakTask, Problem[][]>('src/paper/leaks/leaks-thread.ts')

/**
 * Proves that nothing secret is in a folder for students: private notes and withheld answers in no file, answers in no
 * handout.
 * @param isClean whether it is known of a file, by its path below the folder with slashes, that there is none
 * @returns a problem for each secret and file, at the slide that it comes from
 */
export async function findLeaks(
  course: Course,
  folder: string,
  isClean: (path: string) => boolean = () => false,
): Promise<Problem[]> {
  const all = (await filesBelow(folder)).filter(file => !isClean(withSlashes(path.relative(folder, file))))
  if (all.length < MANY)
    return (await leaksInFiles({ course, folder, files: all })).flat()
  const half = (rest: number) => ({ course, folder, files: all.filter((_, i) => i % 2 === rest) })
  const [even, odd] = await Promise.all([leaksInFiles(half(0)), inThread(half(1))])
  return all.flatMap((_, i) => (i % 2 ? odd : even)[i >> 1]!)
}

/** What is wrong with each of some files, in their order. */
export async function leaksInFiles({ course, folder, files }: LeakTask): Promise<Problem[][]> {
  const find = await leakFinder(course)
  const problems: Problem[][] = []
  for (const file of files)
    problems.push(await find(path.relative(folder, file), await fs.readFile(file)))
  return problems
}

/** Finds secrets of a course in one file after the other. */
export async function leakFinder(course: Course): Promise<(name: string, bytes: Uint8Array) => Promise<Problem[]>> {
  const { secrets } = await readSecrets(course)
  const everywhere = indexSecrets(secrets.filter(({ kind }) => secretKinds[kind].everywhere))
  const all = indexSecrets(secrets)
  return async (name, bytes) => {
    const isHandout = /(?:^|[/\\-])(?:handout|booklet)-[^/\\]*\.pdf$/.test(name)
    const index = isHandout ? all : everywhere
    if (!index.size)
      return []
    const found = new Map<Secret, string>()
    for (const { place, text } of await fileTexts(name, bytes)) {
      for (const { secret, at } of findSecrets(comparedWords(text), index)) {
        if (!found.has(secret) && !isByChance(secret, text, at))
          found.set(secret, place)
      }
    }
    return Array.from(found, ([secret, place]) => leakProblem(secret, name, place))
  }
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
