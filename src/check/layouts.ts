import type { Problem } from '../core/errors.ts'
import type { Course } from '../course/course.ts'
import { suggest } from '../core/did-you-mean.ts'
import { layoutNames } from '../slidev/contract/layouts.ts'
import { deckRoots } from '../slidev/contract/roots.ts'

/** Slides that ask for a layout that is not there; they have the default one. */
export async function unknownLayouts(course: Course): Promise<Problem[]> {
  const { all: roots, missing } = deckRoots(course)
  // Who knows what a theme has that is not there? It has been told of.
  if (missing.length)
    return []
  const names = new Set(await layoutNames(roots))
  const all = [...names].sort()
  return course.lectures.flatMap(lecture => lecture.slides).flatMap(({ layout, file, line, keyLines }) => {
    if (layout === undefined || names.has(layout))
      return []
    const hint = `${suggest(layout, all)}There are: ${all.join(', ')}.`
    const message = `There is no layout "${layout}", so the slide has the default one.`
    return [{ message, hint, file, line: keyLines.layout ?? line }]
  })
}
