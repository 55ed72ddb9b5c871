import type { Course, Lecture } from './course.ts'

/** The language of a lecture, as a BCP 47 tag: its own, else that of its course. */
export function languageOf({ language }: Pick<Course, 'language'>, lecture: Pick<Lecture, 'language'>): string {
  return lecture.language ?? language
}

/** The languages of a course and its lectures, that of the course first. */
export function languagesOf(course: Course): string[] {
  return [...new Set([course.language, ...course.lectures.map(lecture => languageOf(course, lecture))])]
}
