import type { Lecture } from '../../course/course.ts'
import { createHash } from 'node:crypto'

/** Seven letters that change whenever what a lecture says changes, so that two printouts can be told apart. */
export function contentHash(lectures: readonly Lecture[]): string {
  const hash = createHash('sha256')
  for (const { slides } of lectures) {
    for (const { content, notes, frontmatter } of slides)
      hash.update(JSON.stringify([content, notes, frontmatter]))
  }
  return hash.digest('hex').slice(0, 7)
}

/** The day that stands on a handout, in the course's language. */
export function formatDay(day: Date, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(day)
}
