import type { Course } from '../course/course.ts'
import { inOrder, throwProblems } from '../core/errors.ts'
import { readCourse } from '../course/read-course.ts'
import { checkCourse } from './check-course.ts'
import { courseWarnings } from './course-warnings.ts'

/**
 * Reads a course from its folder and checks what can be checked without building it.
 * @param root folder with `slides.md`
 * @param sources texts that stand for files on disk, by absolute path (an editor's unsaved state)
 * @throws UserError with all problems found
 */
export async function loadCourse(root: string, sources?: Record<string, string>): Promise<Course> {
  const { course, problems } = await readCourse(root, sources)
  throwProblems(inOrder([...problems, ...await checkCourse(course)]))
  return { ...course, warnings: inOrder([...course.warnings, ...await courseWarnings(course)]) }
}
