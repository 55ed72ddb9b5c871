import type { Course, Lecture } from './course.ts'
import { suggest } from '../core/did-you-mean.ts'
import { UserError } from '../core/errors.ts'

/**
 * The lectures with these slugs in the course's order; all of them where none is named.
 * @throws UserError that names each slug that does not exist
 */
export function selectLectures({ lectures, entry }: Course, slugs: readonly string[]): Lecture[] {
  const known = lectures.map(({ slug }) => slug)
  const unknown = slugs.filter(slug => !known.includes(slug))
  if (unknown.length) {
    throw UserError.of(unknown.map(slug => ({
      message: `There is no lecture "${slug}".`,
      hint: `${suggest(slug, known)}There are: ${known.join(', ')}.`,
      file: entry,
    })))
  }
  return slugs.length ? lectures.filter(({ slug }) => slugs.includes(slug)) : lectures
}

/** The slugs of a flag such as `--only first,second`. */
export function splitSlugs(flag: string | undefined): string[] {
  return flag?.split(',').map(slug => slug.trim()).filter(Boolean) ?? []
}
