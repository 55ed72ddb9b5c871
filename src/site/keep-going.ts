import type { Problem } from '../core/errors.ts'
import type { Course, Lecture, Slide } from '../course/course.ts'
import path from 'node:path'
import { inOrder, UserError } from '../core/errors.ts'
import { withoutLinksTo } from '../markdown/without-links.ts'

interface BuildWithoutOptions {
  keepGoing: boolean
  /** What is known to be wrong before anything is built. */
  problems: readonly Problem[]
}

/**
 * Builds a course; where it is to keep going, again without the lectures that fail until the rest is whole.
 * @throws UserError with all faults that were found
 */
export async function buildWithout<T>(
  course: Course,
  { keepGoing, problems }: BuildWithoutOptions,
  build: (course: Course) => Promise<T>,
): Promise<T & { course: Course, faults: Problem[] }> {
  const faults: Problem[] = []
  let rest: Course = course
  const goOn = (found: readonly Problem[]) => {
    faults.push(...found)
    const left = keepGoing ? leaveOut(rest, found) : undefined
    if (!left)
      throw UserError.of(inOrder(faults))
    rest = left
  }
  if (problems.length)
    goOn(problems)
  for (;;) {
    try {
      return { ...await build(rest), course: rest, faults: inOrder(faults) }
    }
    catch (error) {
      if (!(error instanceof UserError))
        throw error
      goOn(error.problems)
    }
  }
}

/**
 * A course without the lectures that problems are of, in which nothing links to them.
 * @returns undefined where some problem is of no lecture, or where no lecture is left
 */
function leaveOut(course: Course, problems: readonly Problem[]): Course | undefined {
  const faulty = new Set<Lecture>()
  for (const problem of problems) {
    const own = lecturesOf(problem, course)
    if (!own.length)
      return undefined
    own.forEach(lecture => faulty.add(lecture))
  }
  const lectures = course.lectures.filter(lecture => !faulty.has(lecture))
  const slugs = Array.from(faulty, ({ slug }) => slug)
  const withoutLinks = (slide: Slide): Slide => {
    const [content, notes] = [slide.content, slide.notes].map(text => withoutLinksTo(text, slugs))
    return { ...slide, content: content!, notes: notes! }
  }
  return lectures.length
    ? { ...course, lectures: lectures.map(lecture => ({ ...lecture, slides: lecture.slides.map(withoutLinks) })) }
    : undefined
}

/** The lectures that a problem is of: the one that it stands in, or those that use the component that is at fault. */
function lecturesOf({ file = '' }: Problem, { root, lectures }: Course): Lecture[] {
  const own = lectures.filter(lecture => lecture.file === file || lecture.slides.some(slide => slide.file === file))
  if (own.length || !file.startsWith(path.join(root, 'components') + path.sep))
    return own
  const name = plain(path.parse(file).name)
  const uses = ({ content }: Slide) =>
    Array.from(content.matchAll(/<([a-z][\w-]*)/gi), ([, tag]) => plain(tag!)).includes(name)
  return lectures.filter(({ slides }) => slides.some(uses))
}

function plain(tag: string): string {
  return tag.replaceAll('-', '').toLowerCase()
}
