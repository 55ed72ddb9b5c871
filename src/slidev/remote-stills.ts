import type { Course, Lecture } from '../course/course.ts'
import { languageOf } from '../course/language.ts'
import { withStills } from '../remote/front-matter.ts'

/**
 * Lines of a deck's entry that put the stills of what front matter names on other hosts where `slide-top.vue` finds
 * them; a course that keeps what is remote has them only on paper.
 */
export function stillsOfDeck({ remote, defaults, ...course }: Course, { slides, ...lecture }: Lecture): string[] {
  const stills = slides.map(({ frontmatter, content, number }) =>
    [number, withStills({ ...defaults, ...frontmatter }, content, languageOf(course, lecture)).stills] as const)
  const some = Object.fromEntries(stills.filter(([, list]) => list.length))
  const set = `globalThis.__docent.stills = ${JSON.stringify(some)}`
  if (remote !== 'keep' || !Object.keys(some).length)
    return [set]
  return [
    set,
    `if (!new URLSearchParams(location.search).has('print')) {`,
    `  for (const { no, meta } of slides) {`,
    `    for (const { key, address } of globalThis.__docent.stills[no] ?? [])`,
    `      meta.slide.frontmatter[key] = address`,
    `  }`,
    `  globalThis.__docent.stills = {}`,
    `}`,
  ]
}
