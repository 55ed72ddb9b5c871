import type { Problem } from '../core/errors.ts'
import type { Course } from '../course/course.ts'
import { inOrder, ruled, throwProblems, UserError } from '../core/errors.ts'
import { readCourse } from '../course/read-course.ts'
import { checkCourse } from './check-course.ts'
import { courseWarnings } from './course-warnings.ts'
import { remoteProblems } from './remote.ts'

/**
 * Reads a course from its folder and checks what can be checked without building it.
 * @param root folder with `slides.md`
 * @param sources texts that stand for files on disk, by absolute path (an editor's unsaved state)
 * @throws UserError with all problems found
 */
export async function loadCourse(root: string, sources?: Record<string, string>): Promise<Course> {
  const { course, problems } = await surveyCourse(root, sources)
  throwProblems(problems)
  return course
}

/**
 * Reads a course and everything that is wrong with it, in order.
 * @throws UserError with all problems found where there is no course, or one that cannot be read as a whole
 */
export async function surveyCourse(
  root: string,
  sources: Record<string, string> = {},
): Promise<{ course: Course, problems: Problem[] }> {
  const read = await readCourse(root, sources).catch(async (error: unknown) => {
    throw error instanceof UserError ? await withOtherProblems(error, root, sources) : error
  })
  const remote = await remoteProblems(read.course)
  const warnings = [
    ...read.course.warnings,
    ...ruled('other-host', remote.warnings),
    ...await courseWarnings(read.course),
  ]
  return {
    course: { ...read.course, warnings: inOrder(warnings) },
    problems: inOrder([
      ...read.problems,
      ...await checkCourse(read.course),
      ...ruled('other-host', remote.problems),
    ]),
  }
}

/** Stands for what cannot be read. */
const UNREAD = '# ?\n'

/** What is wrong with the other files of a course, some of which cannot be read: they are taken for empty. */
async function withOtherProblems(error: UserError, root: string, sources: Record<string, string>): Promise<UserError> {
  const files = error.problems.flatMap(({ file }) => file ?? [])
  if (!files.length || files.some(file => sources[file] === UNREAD || file.endsWith('slides.md')))
    return error
  const readable = { ...sources, ...Object.fromEntries(files.map(file => [file, UNREAD])) }
  const others = await surveyCourse(root, readable).then(
    ({ problems }) => problems,
    (other: unknown) => other instanceof UserError ? other.problems : [],
  )
  return UserError.of(inOrder([...error.problems, ...others.filter(({ file = '' }) => !files.includes(file))]))
}
