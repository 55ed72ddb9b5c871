import type { Problem } from '../core/errors.ts'
import type { Course } from '../course/course.ts'
import { inOrder, throwProblems } from '../core/errors.ts'
import { readCourse } from '../course/read-course.ts'
import { checkCourse } from './check-course.ts'

/**
 * Reads a course from its folder and checks what can be checked without building it.
 * @param root folder with `slides.md`
 * @param sources texts that stand for files on disk, by absolute path (an editor's unsaved state)
 * @throws UserError with all problems found
 */
export async function loadCourse(root: string, sources?: Record<string, string>): Promise<Course> {
  const { course, problems } = await examineCourse(root, sources)
  throwProblems(problems)
  return course
}

/**
 * Like `loadCourse`, for who goes on with a course that has problems, as its author does while it is written.
 * @throws UserError when it cannot be read at all
 */
export async function examineCourse(
  root: string,
  sources?: Record<string, string>,
): Promise<{ course: Course, problems: Problem[] }> {
  const { course, problems } = await readCourse(root, sources)
  return { course, problems: inOrder([...problems, ...await checkCourse(course)]) }
}
