import type { Problem } from '../../src/core/errors.ts'
import type { Lecture } from '../../src/course/course.ts'
import fs from 'node:fs/promises'
import path from 'node:path'
import { loadCourse } from '../../src/check/load-course.ts'
import { formatProblem } from '../../src/core/errors.ts'

const fixtures = path.resolve('tests/fixtures')
export const talksCourse = path.join(fixtures, 'courses/talks')

export function readFixture(file: string): Promise<string> {
  return fs.readFile(path.join(fixtures, 'cues', file), 'utf8')
}

/** The recorded lecture of the course in fixtures. */
export async function recordedLecture(): Promise<Lecture> {
  return (await loadCourse(talksCourse)).lectures[0]!
}

/** Problems as people read them. */
export function sentences(problems: readonly Problem[]): string {
  return `\n${problems.map(problem => formatProblem(problem)).join('\n')}\n`
}
