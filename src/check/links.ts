import type { Problem } from '../core/errors.ts'
import type { Course } from '../course/course.ts'
import { resolveAddress } from '../course/address.ts'
import { linksOf } from '../course/links.ts'

/** Links on slides and in notes that lead nowhere within the course; other hosts are not asked. */
export function linkProblems(course: Pick<Course, 'root' | 'lectures'>): Problem[] {
  return course.lectures.flatMap(lecture => lecture.slides.flatMap(slide =>
    linksOf(slide).flatMap(({ address, line }): Problem[] => {
      const target = resolveAddress(address, { course, lecture })
      if (target.kind !== 'dead')
        return []
      return [{ message: target.message, hint: target.hint, file: slide.file, line }]
    })))
}
