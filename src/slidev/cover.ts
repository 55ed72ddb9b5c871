import type { Course, Lecture } from '../course/course.ts'
import type { CoverOfDeck } from '../shared/cover.ts'
import { languageOf } from '../course/language.ts'
import { fenceLanguage } from '../markdown/fence-languages.ts'
import { readFences } from '../markdown/read-fences.ts'
import { stackMotif } from '../stack/motif.ts'
import { readCourseKinds } from '../stack/own-kinds.ts'

/** What the cover of a lecture shows: by whom it is, and its first diagram. */
export function coverOf({ author, headmatter, ...course }: Course, { slides, date, ...lecture }: Lecture): CoverOfDeck {
  const language = languageOf(course, lecture)
  const day = date && new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(date)
  const by = [author, day].filter(Boolean).join(' · ')
  const fences = slides.flatMap(({ content }) => readFences(content))
  const first = fences.find(({ info }) => fenceLanguage(info) === 'stack')
  const motif = first && stackMotif(first.code, readCourseKinds(headmatter.kinds).kinds)
  return { ...by && { by }, ...motif && { motif } }
}
