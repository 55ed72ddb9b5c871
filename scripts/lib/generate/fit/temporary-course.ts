import type { Course } from '../../../../src/course/course.ts'
import type { Picture } from '../course/pictures.ts'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { loadCourse } from '../../../../src/check/load-course.ts'
import { newCourseFile } from '../course/course-file.ts'

/** A lecture that is built to be measured. */
export interface TemporaryLecture {
  /** Its slug. */
  name: string
  text: string
  pictures: readonly Picture[]
}

/** Makes a course of lectures in a temporary folder, works with it, and removes it. */
export async function withTemporaryCourse<T>(lectures: readonly TemporaryLecture[], language: string, work: (course: Course) => Promise<T>): Promise<T> {
  const root = await fs.mkdtemp(path.join(os.tmpdir(), 'docent-lectures-'))
  try {
    await fs.mkdir(path.join(root, 'slides'))
    const names = lectures.map(({ name }, i) => `${String(i + 1).padStart(4, '0')}-${name}.md`)
    await Promise.all(lectures.map(({ text }, i) => fs.writeFile(path.join(root, 'slides', names[i]!), text)))
    for (const { from, to } of lectures.flatMap(({ pictures }) => pictures)) {
      const target = path.join(root, 'public', ...to.split('/'))
      await fs.mkdir(path.dirname(target), { recursive: true })
      await fs.copyFile(from, target)
    }
    await fs.writeFile(path.join(root, 'slides.md'), newCourseFile({ title: 'Lectures', language }, names))
    return await work(await loadCourse(root))
  }
  finally {
    await fs.rm(root, { recursive: true, force: true })
  }
}
